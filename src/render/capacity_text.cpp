#include "render/capacity_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "render/phrases.hpp"
#include "render/review_words.hpp"
#include "text/enumerated.hpp"

namespace rel::render {

namespace {

constexpr double in_hours_from = 600;  // minutes

}  // namespace

std::string weekly_text(double minutes) {
  if (minutes >= in_hours_from) return fmt::format("{:.0f} hours", minutes / 60);
  return counted(static_cast<int>(std::lround(minutes)), "minute");
}

std::string capacity_sentence(const Capacity& capacity) {
  if (capacity.people == 0) return "Nobody is in a tier: nothing is asked of your week.";
  if (capacity.late.empty()) return "";
  std::vector<std::string> names;
  for (const Late& one : capacity.late) names.push_back(one.person.name);
  const auto in_ten = std::clamp(static_cast<int>(std::lround(10 * *capacity.kept)), 1, 7);
  return fmt::format("About {} in 10 of the talks you wanted took place lately; fewest with {}.", in_ten,
                     text::enumerated(names));
}

std::vector<std::string> easier_commands(const Capacity& capacity) {
  std::vector<std::string> commands;
  for (const Late& one : capacity.late) {
    const Tier lower = static_cast<Tier>(static_cast<int>(one.person.tier) - 1);
    commands.push_back("rel edit " + one.person.handle +
                       (one.every ? fmt::format(" --every {}", cadence(*one.every))
                                  : fmt::format(" --tier {}", word(lower))));
  }
  return commands;
}

Object capacity_object(const Capacity& capacity) {
  return {{"asked_minutes_per_week", rounded(capacity.asked)},
          {"given_minutes_per_week", rounded_or_null(capacity.given)},
          {"load", rounded_or_null(capacity.load)},
          {"kept", rounded_or_null(capacity.kept)}};
}

}  // namespace rel::render
