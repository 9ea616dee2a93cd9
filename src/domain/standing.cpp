#include "rel/standing.hpp"

#include <algorithm>

#include "rel/measures.hpp"

namespace rel {

namespace {

constexpr double rare = 0.05;
constexpr double depth_that_counts = 0.03;
constexpr double promises_that_count = 0.05;

int direction(double difference, double threshold) {
  return difference >= threshold ? 1 : difference <= -threshold ? -1 : 0;
}

std::vector<OpenItem> overdue_among(const std::vector<OpenItem>& open) {
  std::vector<OpenItem> overdue;
  std::copy_if(open.begin(), open.end(), std::back_inserter(overdue), [](const OpenItem& item) {
    const bool counts = item.clock == Clock::reply || (item.clock == Clock::promise && item.mine);
    return counts && item.ratio > 1;
  });
  return overdue;
}

}  // namespace

bool Standing::cooling(const ClockSums& sums) const {
  return unusual < rare && own_rhythm(sums).has_value();
}

bool has_health(const Person& person) {
  return person.active() && person.tier != Tier::none;
}

Standing standing(const Relationship& relationship, const DueRules& rules) {
  const Facts& facts = relationship.facts;
  const std::vector<OpenItem> open = open_items(facts, rules);
  Standing found{.silence = facts.sums.silence(rules.today).value_or(0), .target = facts.sums.target};
  found.overdue = overdue_among(open);
  const auto promises =
      promise_part(relationship.closed, static_cast<int>(found.overdue.size()), rules.today);
  found.parts = health_parts(relationship.sums, promises, rules.today);
  found.health = health(found.parts);
  found.weakest = weakest(found.parts);
  found.trend = trend_of(trend_ratio(relationship.sums, rules.today));
  found.unusual = usualness(facts.sums, found.silence);
  found.they_began = they_began(relationship.sums);
  found.advice = advise(facts, open, found.parts, rules.today);
  return found;
}

std::vector<Load> loads_of(const std::vector<Relationship>& everyone) {
  std::vector<Load> loads;
  for (const Relationship& who : everyone) loads.push_back({&who.facts.person, &who.sums});
  return loads;
}

std::optional<ChangeSince> change(const Sums& before, const HealthParts& parts_before, Day day_before,
                                  const Sums& now, const HealthParts& parts_now, Day today) {
  if (before.conversations < 2 || days_between(*before.start, day_before) < before.target)
    return std::nullopt;
  const double talks = recent_frequency(now, today) / recent_frequency(before, day_before);
  const double promises = parts_now.promises.value_or(1) - parts_before.promises.value_or(1);
  return ChangeSince{.talks = trend_of(talks),
                     .depth = direction(parts_now.depth - parts_before.depth, depth_that_counts),
                     .promises = direction(promises, promises_that_count)};
}

}  // namespace rel
