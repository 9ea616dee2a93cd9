#include "render/bars.hpp"

#include <algorithm>
#include <cmath>

#include "render/phrases.hpp"

namespace rel::render {

namespace {

template <class Sign>
std::string row(const std::vector<Week>& weeks, Sign sign) {
  std::string text;
  for (const Week& week : weeks) text += sign(week);
  return text.substr(0, text.find_last_not_of(' ') + 1);
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
