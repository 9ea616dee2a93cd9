#include "formats/vcard_dates.hpp"

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

}  // namespace rel::formats
