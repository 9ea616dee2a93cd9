#include "rel/standing.hpp"

#include <algorithm>

#include "domain/open_items.hpp"
#include "rel/measures.hpp"

namespace rel {

namespace {

constexpr double depth_that_counts = 0.03;
constexpr double promises_that_count = 0.05;

int sign_beyond(double difference, double threshold) {
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

bool has_health(const Person& person) {
  return person.active() && person.tier != Tier::none;
}

Standing standing(const Relationship& relationship, const DueRules& rules) {
  const Facts& facts = relationship.facts;
  const std::vector<OpenItem> open = open_items(facts, rules);
  DueItem clocks;
  find_loudest(clocks, facts, rules);
  Standing found{.silence = facts.sums.silence(rules.today), .target = facts.sums.target};
  if (clocks.ratio >= 1) found.rings = clocks.clock;
  found.silence_rings = clocks.silence_due;
  found.overdue = overdue_among(open);
  const auto promises =
      promise_part(relationship.closed, static_cast<int>(found.overdue.size()), rules.today);
  found.parts = health_parts(facts.sums, promises, rules.today);
  found.health = health(found.parts);
  found.weakest = weakest(found.parts);
  found.trend = trend(facts.sums, found.silence_rings, rules.today);
  if (found.silence) found.unusual = usualness(facts.sums, *found.silence);
  found.they_began = they_began(facts.sums);
  found.advice = advise(facts, open, found.parts, found.rings, rules.today);
  return found;
}

std::vector<Load> loads_of(const std::vector<Relationship>& everyone) {
  std::vector<Load> loads;
  for (const Relationship& who : everyone) loads.push_back({&who.facts.person, &who.facts.sums});
  return loads;
}

std::optional<ChangeSince> change_since(const Sums& before, const HealthParts& parts_before, Day day_before,
                                        const Sums& sums_now, const Standing& now, Day today) {
  if (before.conversations < 2 || days_between(*before.start, day_before) < before.target)
    return std::nullopt;
  const HealthParts& parts = now.parts;
  ChangeSince change;
  if (trend_is_known(sums_now, today)) {
    change.talks = trend_of(recent_frequency(sums_now, today) / recent_frequency(before, day_before));
    if (now.silence_rings && change.talks == Trend::more_often) change.talks.reset();
  }
  if (parts.depth && parts_before.depth)
    change.depth = sign_beyond(*parts.depth - *parts_before.depth, depth_that_counts);
  change.promises =
      sign_beyond(parts.promises.value_or(1) - parts_before.promises.value_or(1), promises_that_count);
  return change;
}

}  // namespace rel
