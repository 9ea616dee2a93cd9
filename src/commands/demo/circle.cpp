#include "commands/demo/circle.hpp"

#include <date/date.h>

#include <charconv>

namespace rel::commands {

namespace {

constexpr std::string_view value_begins = ":\"";  // in a text of JSON the quote would be escaped

Day last_before(Day today, std::string_view month_and_day) {
  const auto year = date::year_month_day(today).year();
  const auto in = [&](date::year one) {
    return *day_from_iso(std::to_string(static_cast<int>(one)).append(month_and_day));
  };
  return in(year) < today ? in(year) : in(year - date::years{1});
}

Day day_meant(std::string_view word, Day today) {
  if (word.starts_with("--")) return last_before(today, word.substr(1));
  int days = 0;
  std::from_chars(word.data() + 1, word.data() + word.size(), days);
  return plus_days(today, word.front() == '-' ? -days : days);
}

/// The day as the value of a key: `before` is the text up to its colon.
std::string value_for(std::string_view before, Day day) {
  const date::year_month_day parts{day};
  if (before.ends_with("\"month\"")) return std::to_string(static_cast<unsigned>(parts.month()));
  if (before.ends_with("\"day\"")) return std::to_string(static_cast<unsigned>(parts.day()));
  return '"' + iso(day) + '"';
}

}  // namespace

std::string demo_archive(Day today) {
  const std::string_view circle = demo_circle();
  std::string archive;
  std::size_t done = 0;
  for (std::size_t at = 0; (at = circle.find(value_begins, at)) != std::string_view::npos;) {
    const std::size_t begin = at + value_begins.size();
    if (circle[begin] == '-' || circle[begin] == '+') {
      const std::size_t end = circle.find('"', begin);
      archive += circle.substr(done, at + 1 - done);
      archive += value_for(circle.substr(0, at), day_meant(circle.substr(begin, end - begin), today));
      done = end + 1;
    }
    at = begin;
  }
  return archive.append(circle.substr(done));
}

}  // namespace rel::commands
