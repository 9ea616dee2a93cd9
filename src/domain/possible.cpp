#include "rel/possible.hpp"

#include <algorithm>

namespace rel {

namespace {

// A full talk takes a fifth away from what was before it.
constexpr double most_talks = 5;
constexpr double longest_talk = 24 * 60;  // minutes
constexpr int most_entries = 100'000'000;
const double longest_silence = days_between(earliest_day(), latest_day());

// False for what is no number.
bool is_within(double value, double least, double most) {
  constexpr double rounding = 1e-9;
  return value >= least - rounding && value <= most + rounding * (1 + most);
}

bool is_count(int number) {
  return number >= 0 && number <= most_entries;
}

bool quiet_since_is_possible(const Sums& sums) {
  if (!sums.start) return sums.quiet_since == 0;
  const Day latest =
      std::max({*sums.start, sums.updated.value_or(*sums.start), sums.last_real.value_or(*sums.start)});
  return is_within(sums.quiet_since, day_number(*sums.start), day_number(latest));
}

}  // namespace

bool are_possible(const Sums& sums) {
  const double talks = sums.conversations;
  return is_count(sums.conversations) && is_count(sums.touches) && is_count(sums.postponed) &&
         sums.updated.has_value() == (sums.conversations > 0) && quiet_since_is_possible(sums) &&
         is_within(sums.count, 0, std::min(most_talks, static_cast<double>(sums.conversations))) &&
         is_within(sums.gaps, 0, sums.count * longest_silence) &&
         is_within(sums.minutes, 0, sums.count * longest_talk) &&
         (!sums.last_talk || (sums.last_talk->credit > 0 && sums.last_talk->credit <= 1)) &&
         sums.first_talk.has_value() == sums.updated.has_value() && sums.first_talk <= sums.updated &&
         sums.updated <= sums.latest && sums.last_talk.has_value() == sums.updated.has_value() &&
         is_within(sums.depth_count, 0, std::min(most_talks, talks)) &&
         is_within(sums.depth, 0, sums.depth_count) && is_within(sums.lasting, 0, talks) &&
         is_within(sums.recent, 0, sums.lasting) && (talks == 0 || sums.recent > 0) &&
         is_within(sums.given, 0, talks * longest_talk) && sums.began_them >= 0 &&
         sums.began_them <= sums.began_known && sums.began_known <= sums.conversations;
}

bool are_possible(const Sums& sums, const Person& person) {
  return are_possible(sums) && sums.start == start_day(person, sums.first_talk);
}

}  // namespace rel
