#include "render/review_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "rel/due.hpp"
#include "rel/measures.hpp"
#include "render/phrases.hpp"

namespace rel::render {

std::string period_text(const Period& period, Day today) {
  const date::year_month_day since{period.since};
  const date::year_month_day until{period.until};
  const std::string end = month_day(period.until, today);
  if (period.days() == 1) return end;
  if (since.year() == until.year() && since.month() == until.month())
    return fmt::format("{} to {}", static_cast<unsigned>(since.day()), end);
  return fmt::format("{} to {}", month_day(period.since, today), end);
}

std::string quiet_text(const Quiet& one, const Settings& settings, Day today) {
  DueItem item{.facts = Facts{.person = *one.person, .sums = *one.sums}};
  item.target = target_of(*one.person, settings);
  return silence_reason(item, today);
}

std::string cooled_text(const Quiet& one, Day today) {
  const Day last = one.sums->updated.value_or(today);
  const std::string text =
      fmt::format("last talk {}, {}", short_day(last, today), counted(days_between(last, today), "day"));
  const auto rhythm = own_rhythm(*one.sums);
  if (!rhythm) return text;
  return text + fmt::format("; about every {} is usual for you two",
                            counted(static_cast<int>(std::max(1L, std::lround(*rhythm))), "day"));
}

std::string standing_text(const Person& person, const Settings& settings, Day today) {
  const std::string text =
      fmt::format("{}, every {}, since {}", tier_name(person.tier),
                  counted(target_of(person, settings), "day"), short_day(person.considered, today));
  return person.purpose ? fmt::format("{}: {}", text, *person.purpose) : text;
}

std::string suggestion_text(const Suggestion& one, const Settings& settings) {
  return fmt::format("you wanted every {}; in the last half year you talked about every {}",
                     counted(target_of(*one.person, settings), "day"),
                     counted(static_cast<int>(std::max(1L, std::lround(one.rhythm))), "day"));
}

std::string cadence(int days) {
  return days % 7 == 0 ? fmt::format("{}w", days / 7) : fmt::format("{}d", days);
}

}  // namespace rel::render
