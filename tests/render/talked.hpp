// A relationship for the tests of words.
#pragma once

#include <string>

#include "rel/standing.hpp"

namespace rel::test {

inline const Day tuesday = *day_from_iso("2026-11-24");

/// A talk so many days ago with a target, after some with a rhythm.
inline Relationship talked(int days_ago, double rhythm = 7) {
  Relationship who;
  who.facts.person = {.handle = "ann", .name = "Ann", .tier = Tier::very_high};
  Sums& sums = who.facts.sums;
  sums.target = 7;
  sums.start = plus_days(tuesday, -400);
  sums.last_real = sums.updated = plus_days(tuesday, -days_ago);
  sums.quiet_since = day_number(*sums.updated);
  sums.conversations = 9;
  sums.count = 4;
  sums.gaps = rhythm * sums.count;
  return who;
}

/// A standing with a target of 7 days; the silence rings when it is that long.
inline Standing standing_with(const HealthParts& parts, double silence = 1) {
  Standing found{.silence = silence, .target = 7, .parts = parts, .weakest = weakest(parts)};
  found.silence_rings = silence >= found.target;
  if (found.silence_rings) found.rings = Clock::silence;
  return found;
}

inline OpenItem open(Clock clock, const std::string& text) {
  return {.clock = clock, .id = 5, .text = text, .on = plus_days(tuesday, -6), .late_days = 6, .ratio = 2};
}

}  // namespace rel::test
