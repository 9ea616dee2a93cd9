#include "render/capacity_text.hpp"

#include <fmt/format.h>

#include <cmath>
#include <numeric>

#include "render/phrases.hpp"

namespace rel::render {

namespace {

constexpr double in_hours_from = 600;    // minutes
constexpr double whole_times_from = 10;  // more exactly is of no use
constexpr int days_to_know = 28;         // before, a single talk more or less would turn the advice around
constexpr Tier dearest_first[] = {Tier::very_high, Tier::high, Tier::moderate};

int people_in(const Capacity& capacity) {
  return std::accumulate(capacity.people.begin(), capacity.people.end(), 0);
}

// Rounded up: by less the circle would not fit.
std::string stretched(double load) {
  const double tenths = std::ceil(load * 10 - 1e-9) / 10;
  if (tenths == 2) return "twice";
  return fmt::format("{:g} times", tenths < whole_times_from ? tenths : std::ceil(load));
}

Tier below(Tier tier) {
  return static_cast<Tier>(static_cast<int>(tier) - 1);
}

// "three people from very high to high", or "three people one tier down: two from very high, one from high".
std::string moves(const Capacity& capacity) {
  const int count = std::accumulate(capacity.to_move.begin(), capacity.to_move.end(), 0);
  std::string list;
  std::string only;
  for (const Tier tier : dearest_first) {
    const int leaving = capacity.to_move[static_cast<std::size_t>(tier)];
    if (leaving == 0) continue;
    list += (list.empty() ? "" : ", ") + number_word(leaving) + " from " + tier_name(tier);
    if (leaving == count) only = fmt::format(" from {} to {}", tier_name(tier), tier_name(below(tier)));
  }
  if (count == 0) return "";
  return "move " + number_word(count) + (count == 1 ? " person" : " people") +
         (only.empty() ? " one tier down: " + list : only);
}

std::string what_would_fit(const Capacity& capacity) {
  const std::string move = moves(capacity);
  return fmt::format("Stretch the targets {}{}.", stretched(*capacity.load),
                     move.empty() ? ", or let some people go" : ", or " + move);
}

// Behind what is asked for the unit is known already.
std::string given_beside(double asked, double given) {
  const std::string text = weekly_text(given);
  const bool same_unit = (asked >= in_hours_from) == (given >= in_hours_from);
  return same_unit && asked >= 1.5 ? text.substr(0, text.find(' ')) : text;
}

}  // namespace

std::string weekly_text(double minutes) {
  if (minutes >= in_hours_from) return fmt::format("{:.0f} hours", minutes / 60);
  return counted(static_cast<int>(std::lround(minutes)), "minute");
}

std::vector<std::string> capacity_sentences(const Capacity& capacity) {
  if (people_in(capacity) == 0) return {"Nobody is in a tier: nothing is asked of your week."};
  const std::string asked = fmt::format("Your tiers ask for {} a week", weekly_text(capacity.asked));
  if (!capacity.given) return {asked + "; no talk is logged yet, so what you give is not known."};
  if (capacity.known_days < days_to_know)
    return {asked + ".", "What you give shows once four weeks of talks are known."};
  if (!capacity.load || *capacity.given < 0.5) return {asked + "; there was no talk for a long time."};
  std::vector<std::string> sentences{
      fmt::format("{}; you give {}.", asked, given_beside(capacity.asked, *capacity.given))};
  if (*capacity.load > 1) sentences.push_back(what_would_fit(capacity));
  return sentences;
}

Object capacity_object(const Capacity& capacity) {
  return {{"asked_minutes_per_week", rounded(capacity.asked)},
          {"given_minutes_per_week", rounded_or_null(capacity.given)},
          {"load", rounded_or_null(capacity.load)}};
}

}  // namespace rel::render
