#include "formats/vcard_dates.hpp"

#include <string>

#include "formats/ascii.hpp"
#include "text/utf8.hpp"

namespace rel::formats {
namespace {

constexpr std::string_view digits = "0123456789";
constexpr int any_leap_year = 2000;  // has every day that a date without a year may name

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
    complete_ =
        complete_ && part.size() == length && part.find_first_not_of(digits) == std::string_view::npos;
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
bool is_time(std::string_view text) {
  if (text.empty()) return true;
  return (text.front() == 'T' || text.front() == 't' || text.front() == ' ') &&
         text.find_first_not_of("0123456789:.,+-Zz", 1) == std::string_view::npos;
}

bool exists(int year, unsigned month, unsigned day) {
  return (date::year{year} / date::month{month} / date::day{day}).ok();
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
  if (!scanner.complete() || dash != dashes.value_or(dash) || !is_time(scanner.rest())) return std::nullopt;
  if (!exists(date.year.value_or(any_leap_year), date.month, date.day)) return std::nullopt;
  return date;
}

}  // namespace rel::formats
