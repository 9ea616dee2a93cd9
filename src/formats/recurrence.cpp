#include "formats/recurrence.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "formats/ascii.hpp"
#include "formats/vcard_values.hpp"

namespace rel::formats {
namespace {

using Every = RecurrenceRule::Every;

constexpr int most_years = 300;  // there are no more of them

std::optional<int> number_from(std::string_view text, int least, int most) {
  if (text.starts_with('+')) text.remove_prefix(1);
  int number = 0;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  if (text.empty() || read.ptr != end || read.ec != std::errc() || number < least || number > most)
    return std::nullopt;
  return number;
}

bool take_numbers(std::string_view list, int least, int most, Numbers& numbers) {
  return std::ranges::all_of(split_unescaped(list, ','), [&](std::string_view part) {
    const auto number = number_from(part, least, most);
    if (!number || (*number == 0 && least < 0)) return false;
    numbers.add(*number);
    return true;
  });
}

std::optional<unsigned> weekday_from(std::string_view text) {
  constexpr std::array<std::string_view, 7> words = {"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
  const auto found =
      std::ranges::find_if(words, [&](std::string_view word) { return same_word(word, text); });
  if (found == words.end()) return std::nullopt;
  return static_cast<unsigned>(found - words.begin());
}

/// `MO,WE`, `-1FR`.
bool take_weekdays(std::string_view list, RecurrenceRule& rule) {
  return std::ranges::all_of(split_unescaped(list, ','), [&](std::string_view part) {
    if (part.size() < 2) return false;
    const auto weekday = weekday_from(part.substr(part.size() - 2));
    part.remove_suffix(2);
    if (!weekday) return false;
    if (part.empty()) {
      rule.weekdays.add(static_cast<int>(*weekday));
      return true;
    }
    return take_numbers(part, -53, 53, rule.numbered[*weekday]);
  });
}

bool take_every(std::string_view word, RecurrenceRule& rule) {
  constexpr std::array<std::string_view, 4> words = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
  const auto found = std::ranges::find_if(words, [&](std::string_view one) { return same_word(one, word); });
  if (found == words.end()) return false;
  rule.every = static_cast<Every>(found - words.begin());
  return true;
}

bool take_until(std::string_view text, RecurrenceRule& rule) {
  rule.until = calendar_time_from(text, "");
  const bool beyond_all_days = number_from(text.substr(0, 4), 2200, 9999).has_value();
  return rule.until || beyond_all_days;
}

bool take_count(std::string_view text, RecurrenceRule& rule) {
  if (const auto count = number_from(text, 1, 1'000'000'000)) rule.count = static_cast<std::size_t>(*count);
  return rule.count.has_value();
}

bool take_part(std::string_view name, std::string_view value, RecurrenceRule& rule) {
  if (name == "FREQ") return take_every(value, rule);
  if (name == "UNTIL") return take_until(value, rule);
  if (name == "COUNT") return take_count(value, rule);
  if (name == "INTERVAL") {
    rule.interval = number_from(value, 1, 32'767).value_or(0);
    return rule.interval > 0;
  }
  if (name == "WKST") {
    const auto weekday = weekday_from(value);
    rule.week_begins = date::weekday{weekday.value_or(1)};
    return weekday.has_value();
  }
  if (name == "BYMONTH") return take_numbers(value, 1, 12, rule.months);
  if (name == "BYWEEKNO") return take_numbers(value, -53, 53, rule.weeks);
  if (name == "BYYEARDAY") return take_numbers(value, -366, 366, rule.days_of_year);
  if (name == "BYMONTHDAY") return take_numbers(value, -31, 31, rule.days_of_month);
  if (name == "BYDAY") return take_weekdays(value, rule);
  if (name == "BYHOUR") return take_numbers(value, 0, 23, rule.hours);
  if (name == "BYMINUTE") return take_numbers(value, 0, 59, rule.minutes);
  if (name == "BYSETPOS") return take_numbers(value, -366, 366, rule.places);
  // Seconds are not kept. Every other calendar than ours reckons days of its own.
  return name == "BYSECOND" || name.starts_with("X-") || (name == "RSCALE" && same_word(value, "GREGORIAN"));
}

template <class Part>
int number_of(Part month_or_day) {
  return static_cast<int>(static_cast<unsigned>(month_or_day));
}

int weekday_of(Day day) {
  return static_cast<int>(date::weekday{day}.c_encoding());
}

int place_in_year(Day day) {
  const Day first = date::year_month_day{day}.year() / date::January / 1;
  return days_between(first, day) + 1;
}

int days_in_year(Day day) {
  return place_in_year(date::year_month_day{day}.year() / date::December / 31);
}

/// Whether a place is listed, counted in sevens from the beginning or, of so many, from the end.
bool has_seven(const Numbers& listed, int place, int of) {
  return listed.has((place - 1) / 7 + 1) || listed.has(-((of - place) / 7 + 1));
}

/// The days of one event's rule, with what its start says where the rule says nothing.
class Days {
 public:
  Days(RecurrenceRule& rule, Day start) : rule_(rule), start_(start) {
    const date::year_month_day civil{start};
    any_numbered_ = std::ranges::any_of(rule.numbered, [](const Numbers& one) { return one.any(); });
    const bool by_weekday = rule.weekdays.any() || any_numbered_;
    if (by_weekday || rule.days_of_month.any() || rule.days_of_year.any()) return;
    if (rule.weeks.any() || rule.every == Every::week) {
      rule.weekdays.add(weekday_of(start));
    } else if (rule.every == Every::month || rule.every == Every::year) {
      if (rule.every == Every::year && !rule.months.any()) rule.months.add(number_of(civil.month()));
      rule.days_of_month.add(number_of(civil.day()));
    }
  }

  /// The first day of the period of this number; nothing where there is none before all days end.
  std::optional<Day> period(int number) const {
    const date::year_month_day civil{start_};
    const int steps = number * rule_.interval;  // small: the one before was no later than the latest day
    if (rule_.every == Every::year && steps > most_years) return std::nullopt;
    Day first = start_;
    if (rule_.every == Every::day) first = plus_days(start_, steps);
    if (rule_.every == Every::week) first = plus_days(start_, 7 * steps - days_into_week(start_));
    if (rule_.every == Every::month) first = (civil.year() / civil.month() / 1) + date::months{steps};
    if (rule_.every == Every::year) first = (civil.year() + date::years{steps}) / date::January / 1;
    return first > latest_day() ? std::nullopt : std::optional(first);
  }

  /// Those of a period that the rule is for. Months that it is not for cost nothing.
  std::vector<Day> in_period(Day first, Effort& effort) const {
    std::vector<Day> days;
    const Day end = after(first);
    for (Day day = first; day < end && effort.days > 0;) {
      --effort.days;
      const date::year_month_day civil{day};
      if (rule_.months.any() && !rule_.months.has(number_of(civil.month()))) {
        day = (civil.year() / civil.month() / 1) + date::months{1};
        continue;
      }
      if (fits(day, civil)) days.push_back(day);
      day = plus_days(day, 1);
    }
    return days;
  }

 private:
  Day after(Day first) const {
    const date::year_month_day civil{first};
    switch (rule_.every) {
      case Every::day:
        return plus_days(first, 1);
      case Every::week:
        return plus_days(first, 7);
      case Every::month:
        return civil + date::months{1};
      case Every::year:
        return civil + date::years{1};
    }
    return first;
  }

  bool fits(Day day, const date::year_month_day& civil) const {
    const int of_month = number_of(civil.day());
    const Day last = civil.year() / civil.month() / date::last;
    const int days_in_month = of_month + days_between(day, last);
    if (rule_.days_of_month.any() && !rule_.days_of_month.has_place(of_month, days_in_month)) return false;
    if (rule_.days_of_year.any() && !rule_.days_of_year.has_place(place_in_year(day), days_in_year(day)))
      return false;
    return (!rule_.weeks.any() || fits_week(day)) && fits_weekday(day, of_month, days_in_month);
  }

  bool fits_weekday(Day day, int of_month, int days_in_month) const {
    const int weekday = weekday_of(day);
    if (!rule_.weekdays.any() && !any_numbered_) return true;
    if (rule_.weekdays.has(weekday)) return true;
    const Numbers& numbered = rule_.numbered[static_cast<std::size_t>(weekday)];
    if (!numbered.any()) return false;
    if (rule_.every == Every::day || rule_.every == Every::week) return true;  // their numbers say nothing
    const bool of_year = rule_.every == Every::year && !rule_.months.any();
    const int place = of_year ? place_in_year(day) : of_month;
    return has_seven(numbered, place, of_year ? days_in_year(day) : days_in_month);
  }

  int days_into_week(Day day) const {
    return static_cast<int>((date::weekday{day} - rule_.week_begins).count());
  }

  // A week is of the year in which most of its days are.
  bool fits_week(Day day) const {
    const Day middle = plus_days(day, 3 - days_into_week(day));
    return has_seven(rule_.weeks, place_in_year(middle), days_in_year(middle));
  }

  RecurrenceRule& rule_;
  Day start_;
  bool any_numbered_ = false;
};

std::vector<std::optional<TimeOfDay>> times_of_day(const RecurrenceRule& rule, const CalendarTime& start) {
  if (!start.time) return {std::nullopt};
  const auto from_start = static_cast<int>(start.time->count());
  std::vector<std::optional<TimeOfDay>> times;
  for (int hour = 0; hour < 24; ++hour) {
    if (rule.hours.any() ? !rule.hours.has(hour) : hour != from_start / 60) continue;
    for (int minute = 0; minute < 60; ++minute) {
      if (rule.minutes.any() ? rule.minutes.has(minute) : minute == from_start % 60)
        times.emplace_back(TimeOfDay{hour * 60 + minute});
    }
  }
  return times;
}

}  // namespace

std::optional<RecurrenceRule> recurrence_from(std::string_view text) {
  RecurrenceRule rule;
  bool any = false;
  for (text = stripped(text); !text.empty();) {
    const std::string_view part = text.substr(0, text.find(';'));
    text.remove_prefix(std::min(part.size() + 1, text.size()));
    if (part.empty()) continue;
    const std::size_t equals = part.find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    const std::string name = upper(part.substr(0, equals));
    if (!take_part(name, part.substr(equals + 1), rule)) return std::nullopt;
    any = any || name == "FREQ";
  }
  return any ? std::optional(std::move(rule)) : std::nullopt;
}

std::vector<CalendarTime> occurrences(RecurrenceRule rule, const CalendarTime& start, Day until,
                                      Effort& effort) {
  std::vector<CalendarTime> found;
  const Days days(rule, start.day);
  const auto times = times_of_day(rule, start);
  if (rule.until) until = std::min(until, plus_days(rule.until->day, rule.until->time ? 1 : 0));
  for (int number = 0; !effort.spent(); ++number) {
    const auto first = days.period(number);
    if (!first || *first > until) break;
    const std::vector<Day> fitting = days.in_period(*first, effort);
    const std::size_t all = fitting.size() * times.size();
    for (std::size_t at = 0; at < all; ++at) {
      if (effort.days == 0) return found;
      --effort.days;
      if (rule.places.any() && !rule.places.has_place(static_cast<int>(at) + 1, static_cast<int>(all)))
        continue;
      const Day day = fitting[at / times.size()];
      const std::optional<TimeOfDay> time = times[at % times.size()];
      if (std::pair(day, time) < std::pair(start.day, start.time)) continue;
      if (day > until || effort.spent()) return found;
      --effort.times;
      found.push_back({day, time, start.zone});
      if (rule.count && found.size() == *rule.count) return found;
    }
  }
  return found;
}

}  // namespace rel::formats
