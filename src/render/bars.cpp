#include "render/bars.hpp"

#include <algorithm>
#include <cmath>

#include "render/phrases.hpp"

namespace rel::render {

namespace {

constexpr int days_of_sign = 28;
constexpr double about_enough = 0.75;  // of what the target asks for in it

template <class Sign>
std::string row(const std::vector<Week>& weeks, Sign sign) {
  std::string text;
  for (const Week& week : weeks) text += sign(week);
  return text.substr(0, text.find_last_not_of(' ') + 1);
}

// Where the target is longer than the period, one talk is enough.
char sign_of(double credit, int target) {
  const double wanted = std::max(1.0, static_cast<double>(days_of_sign) / target);
  if (credit <= 0) return '.';
  return credit >= about_enough * wanted ? '#' : '+';
}

// The month that begins in a week; nothing where none does.
std::string month_beginning(const Week& week) {
  for (int i = 0; i < 7; ++i) {
    const date::year_month_day day{plus_days(week.first, i)};
    if (day.day() == date::day{1}) return month_name(plus_days(week.first, i)).substr(0, 3);
  }
  return "";
}

}  // namespace

std::string bar(double part, int width) {
  const int full = std::clamp(static_cast<int>(std::lround(part * width)), 0, width);
  return std::string(static_cast<std::size_t>(full), '#') +
         std::string(static_cast<std::size_t>(width - full), '.');
}

std::string four_weekly(const std::vector<Week>& weeks, int target, Day since) {
  std::string signs;
  for (std::size_t i = weeks.size() % 4; i < weeks.size(); i += 4) {
    if (plus_days(weeks[i + 3].first, 6) < since) {
      signs += ' ';
      continue;
    }
    double credit = 0;
    for (std::size_t k = i; k < i + 4; ++k) credit += weeks[k].credit;
    signs += sign_of(credit, target);
  }
  return signs;
}

std::string talks_row(const std::vector<Week>& weeks) {
  return row(weeks, [](const Week& week) { return week.credit >= 1 ? '#' : week.credit > 0 ? 'o' : ' '; });
}

std::string touches_row(const std::vector<Week>& weeks) {
  return row(weeks, [](const Week& week) { return week.touches > 1 ? ':' : week.touches > 0 ? '.' : ' '; });
}

std::string months_row(const std::vector<Week>& weeks) {
  std::string text;
  for (std::size_t i = 0; i < weeks.size(); ++i) {
    const std::string month = month_beginning(weeks[i]);
    if (month.empty() || i + month.size() > weeks.size()) continue;  // what does not fit is left out
    text.resize(i, ' ');
    text += month;
  }
  return text;
}

}  // namespace rel::render
