#include "rel/clocks.hpp"

#include <algorithm>
#include <cmath>

namespace rel {

namespace {

Day in_year(const YearlyDate& date, int year) {
  const auto day = date::year{year} / static_cast<int>(date.month) / static_cast<int>(date.day);
  if (day.ok()) return day;
  return date::year{year} / static_cast<int>(date.month) / date::last;  // 29 February in a common year
}

}  // namespace

std::string_view word(Clock clock) {
  switch (clock) {
    case Clock::silence:
      return "silence";
    case Clock::reply:
      return "reply";
    case Clock::promise:
      return "promise";
    case Clock::ask:
      return "ask";
    case Clock::agreed:
      return "agreed";
    case Clock::date:
      return "date";
  }
  return "silence";
}

std::optional<Day> put_off_until(const Facts& facts, Id item) {
  std::optional<Day> until;
  for (const Snooze& snooze : facts.put_off) {
    if (snooze.item == item) until = snooze.until;
  }
  return until;
}

double silence_ratio(double silence_days, int target_days, int postponed) {
  return silence_days / target_days * (1.5 - 0.5 * std::exp2(-1.0 * postponed));
}

double reply_ratio(const Contact& owed, const TierRule& rule, Day today) {
  return static_cast<double>(days_between(owed.on, today)) / rule.respond_days;
}

double promise_ratio(const Promise& promise, Tier tier, int target_days, Day today) {
  const int longest = tier == Tier::very_high ? 7 : tier == Tier::high ? 14 : 30;
  const int allowed = promise.by ? days_between(promise.given, *promise.by) : std::min(target_days, longest);
  const double ratio = static_cast<double>(days_between(promise.given, today)) / std::max(1, allowed);
  // On its day it rings, also where it was given on that very day.
  return promise.by && today >= *promise.by ? std::max(1.0, ratio) : ratio;
}

double day_ratio(Day day, Day today) {
  const int late = days_between(day, today);
  return late < 0 ? 0 : 1 + late / 7.0;
}

bool exists(const YearlyDate& date) {
  // Months and days are compared as numbers first: date.h keeps one byte of each, so its 257th day would be
  // the 1st.
  if (date.month < 1 || date.month > 12 || date.day > 31) return false;
  constexpr int a_leap_year = 2000;
  const auto day =
      date::year{date.year.value_or(a_leap_year)} / date::month{date.month} / date::day{date.day};
  return day.ok() && day >= date::year_month_day{earliest_day()} && day <= date::year_month_day{latest_day()};
}

Day occurrence(const YearlyDate& date, Day today) {
  const int year = static_cast<int>(date::year_month_day{today}.year());
  for (int y = year - 1; y <= year; ++y) {
    const Day day = in_year(date, y);
    if (days_between(day, today) <= days_of_grace) return day;
  }
  return in_year(date, year + 1);
}

double date_ratio(const YearlyDate& date, int lead_days, std::optional<Day> last_mine, Day today) {
  const Day day = occurrence(date, today);
  const Day from = plus_days(day, -lead_days);
  if (today < from || (last_mine && *last_mine >= from)) return 0;
  return std::max(1.0, day_ratio(day, today));
}

double urgency(double worth, double ratio) {
  return worth * ratio / (1 + ratio);
}

double damping(int days_since_try, int target_days) {
  return 1 - std::exp2(-days_since_try / std::max(1.0, target_days / 10.0));
}

}  // namespace rel
