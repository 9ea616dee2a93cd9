// Pages of health for tests of their look.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "render/health_view.hpp"
#include "text/terminal.hpp"

namespace rel::test {

using render::HealthEntry;
using render::HealthPage;

inline const Day tuesday = *day_from_iso("2026-11-24");

inline HealthEntry entry(const std::string& name, double recency = 1) {
  HealthEntry one;
  one.who.facts.person = {.handle = "p", .name = name, .tier = Tier::high};
  Sums& sums = one.who.facts.sums;
  sums.target = 30;
  sums.start = plus_days(tuesday, -100);
  sums.last_real = sums.updated = plus_days(tuesday, -40);
  sums.quiet_since = day_number(*sums.updated);
  sums.conversations = 4;
  sums.count = 3;
  sums.gaps = 3 * 25;
  one.standing = standing(one.who, {.today = tuesday});
  one.standing.parts = {.recency = recency, .promises = {}, .depth = 0.9, .rhythm = 1};
  one.standing.weakest = weakest(one.standing.parts);
  one.weeks = weeks_until(tuesday, 52, {}, {});
  return one;
}

inline HealthPage page(std::vector<HealthEntry> people) {
  HealthPage shown{.today = tuesday, .people = std::move(people)};
  shown.capacity.people = 1;
  shown.capacity.asked = 10.5;
  return shown;
}

inline bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

inline int widest(const std::string& text) {
  int most = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    most = std::max(most, text::width(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return most;
}

}  // namespace rel::test
