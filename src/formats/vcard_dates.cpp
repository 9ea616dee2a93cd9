#include "formats/vcard_dates.hpp"

#include <algorithm>
#include <string>

#include "formats/ascii.hpp"
#include "rel/clocks.hpp"
#include "text/utf8.hpp"

namespace rel::formats {
namespace {

// Reads from the front of a text and remembers whether everything was there.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool skip(std::string_view expected) {
    if (!text_.starts_with(expected)) return false;
    text_.remove_prefix(expected.size());
    return true;
  }

  int number(std::size_t length) {
    const std::string_view part = text_.substr(0, length);
    complete_ = complete_ && part.size() == length && all_digits(part);
    if (!complete_) return 0;
    text_.remove_prefix(length);
    int value = 0;
    for (const char c : part) value = value * 10 + (c - '0');
    return value;
  }

  bool complete() const { return complete_; }
  std::string_view rest() const { return text_; }

 private:
  std::string_view text_;
  bool complete_ = true;
};

// What may stand behind a day: nothing, or `T00:00:00Z` and its like, with a blank in place of the T, too.
bool is_time_behind_day(std::string_view text) {
  if (text.empty()) return true;
  return (text.front() == 'T' || text.front() == 't' || text.front() == ' ') &&
         text.find_first_not_of("0123456789:.,+-Zz", 1) == std::string_view::npos;
}

bool plausible(int year) {
  const auto year_of = [](Day day) { return static_cast<int>(date::year_month_day{day}.year()); };
  return year >= year_of(earliest_day()) && year <= year_of(latest_day());
}

std::optional<int> meant_year(int year, std::string_view omitted_year) {
  if (!plausible(year) || std::to_string(year) == omitted_year) return std::nullopt;
  return year;
}

}  // namespace

std::optional<YearlyDate> yearly_date_from_vcard(std::string_view text, std::string_view omitted_year) {
  Scanner scanner(text::trimmed(text));
  YearlyDate date;
  std::optional<bool> dashes;  // between year and month
  if (!scanner.skip("--")) {
    date.year = meant_year(scanner.number(4), omitted_year);
    dashes = scanner.skip("-");
  }
  date.month = static_cast<unsigned>(scanner.number(2));
  const bool dash = scanner.skip("-");
  date.day = static_cast<unsigned>(scanner.number(2));
  if (!scanner.complete() || dash != dashes.value_or(dash) || !is_time_behind_day(scanner.rest()))
    return std::nullopt;
  return exists(date) ? std::optional(date) : std::nullopt;
}

YearlyDate yearly_date_on(Day day, bool short_year, Day today) {
  const date::year_month_day civil{day};
  YearlyDate date{"", static_cast<unsigned>(civil.month()), static_cast<unsigned>(civil.day()),
                  static_cast<int>(civil.year())};
  if (short_year && day > today) *date.year -= 100;
  return date;
}

namespace {

std::optional<unsigned> month_from(std::string_view word) {
  constexpr std::string_view months[] = {"JANUARY",   "FEBRUARY", "MARCH",    "APRIL",
                                         "MAY",       "JUNE",     "JULY",     "AUGUST",
                                         "SEPTEMBER", "OCTOBER",  "NOVEMBER", "DECEMBER"};
  const std::string name = upper(word);
  const auto* found =
      std::ranges::find_if(months, [&](std::string_view month) { return month.starts_with(name); });
  if (name.size() < 3 || found == std::end(months)) return std::nullopt;
  return static_cast<unsigned>(found - std::begin(months)) + 1;
}

/// `14 February 1958`, `Feb 14, 1958`, `April 15`.
std::optional<YearlyDate> with_month_name(std::string_view text) {
  YearlyDate date{.name = "", .month = 0, .day = 0, .year = {}};
  while (!text.empty()) {
    const std::size_t begin = text.find_first_not_of(" ,.-/");
    if (begin == std::string_view::npos) break;
    text.remove_prefix(begin);
    std::string_view word = text.substr(0, text.find_first_of(" ,.-/"));
    text.remove_prefix(word.size());
    for (const std::string_view ending : {"st", "nd", "rd", "th"})
      if (is_digit(word.front()) && word.ends_with(ending)) word.remove_suffix(ending.size());
    if (!all_digits(word)) {
      const auto month = month_from(word);
      if (!month || date.month != 0) return std::nullopt;
      date.month = *month;
    } else if (word.size() <= 2 && date.day == 0) {
      date.day = static_cast<unsigned>(std::stoi(std::string(word)));
    } else if (word.size() == 4 && !date.year) {
      date.year = meant_year(std::stoi(std::string(word)), "");
      if (!date.year) return std::nullopt;
    } else {
      return std::nullopt;
    }
  }
  return date.month != 0 && date.day != 0 && exists(date) ? std::optional(date) : std::nullopt;
}

}  // namespace

std::optional<YearlyDate> yearly_date_from_text(std::string_view text, const DateReading& reading) {
  text = text::trimmed(text);
  if (auto date = yearly_date_from_vcard(text, "")) return date;
  std::string_view rest = text;
  const auto written = take_written_day(rest);
  if (!written || (!rest.empty() && !is_time_behind_day(rest))) return with_month_name(text);
  DayOrderEvidence evidence;
  evidence.see(*written);
  const auto order = reading.order ? reading.order : evidence.order();
  const auto day = order ? day_in_order(*written, *order) : std::nullopt;
  if (!day) return std::nullopt;
  const int year = written->numbers[*order == DayOrder::ymd ? 0 : 2];
  return yearly_date_on(*day, year < 100, reading.today);
}

}  // namespace rel::formats
