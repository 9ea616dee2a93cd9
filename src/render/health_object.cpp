#include <fmt/format.h>

#include "rel/id.hpp"
#include "rel/measures.hpp"
#include "render/advice_words.hpp"
#include "render/due_object.hpp"
#include "render/health_view.hpp"
#include "render/health_words.hpp"
#include "render/phrases.hpp"
#include "text/joined.hpp"

namespace rel::render {

namespace {

Object parts_object(const HealthParts& parts) {
  return {{"recency", rounded_or_null(parts.recency)},
          {"rhythm", rounded_or_null(parts.rhythm)},
          {"depth", rounded_or_null(parts.depth)},
          {"promises", rounded_or_null(parts.promises)}};
}

std::string part_figures(const HealthParts& parts) {
  std::vector<std::string> known;
  const auto add = [&](const char* name, const std::optional<double>& part) {
    if (part) known.push_back(fmt::format("{} {:.2f}", name, *part));
  };
  add("recency", parts.recency);
  add("rhythm", parts.rhythm);
  add("depth", parts.depth);
  add("promises", parts.promises);
  return known.empty() ? "nothing is known" : text::joined(known, ", ");
}

}  // namespace

std::vector<std::string_view> health_columns() {
  return {"handle",         "name",        "tier",    "health",     "weakest",       "trend",  "silence_days",
          "last_talk_days", "target_days", "unusual", "they_began", "conversations", "advice", "advice_id"};
}

Object health_object(const HealthEntry& entry, Day today) {
  const auto& [person, sums] = std::tie(entry.who.facts.person, entry.who.facts.sums);
  const Standing& standing = entry.standing;
  const bool healthy = has_health(person);
  const auto if_healthy = [&](auto value) { return healthy ? Value(value) : Value(); };
  const auto weakest = standing.weakest.empty() ? Value() : Value(standing.weakest);
  const auto trend = standing.trend ? Value(word(*standing.trend)) : Value();
  return {{"handle", person.handle},
          {"name", person.name},
          {"tier", word(person.tier)},
          {"health", rounded_or_null(standing.health)},
          {"weakest", weakest},
          {"parts", healthy ? std::optional(parts_object(standing.parts)) : std::nullopt},
          {"trend", trend},
          {"silence_days", rounded_or_null(sums.silence(today))},
          {"last_talk_days", last_talk_days(sums, today)},
          {"target_days", if_healthy(standing.target)},
          {"unusual", rounded_or_null(standing.unusual)},
          {"they_began", rounded(they_began(sums))},
          {"conversations", sums.conversations},
          {"advice", healthy ? advice_sentence(standing.advice, entry.who, today) : without_health(person)},
          {"advice_id", standing.advice.entry() ? Value(id_text(*standing.advice.entry())) : Value()}};
}

std::string health_figures(const HealthEntry& entry) {
  const Standing& standing = entry.standing;
  const auto figure = [](const std::optional<double>& value, int places) {
    return value ? fmt::format("{:.{}f}", *value, places) : "unknown";
  };
  return fmt::format("health {}: {}; silence {} of {}, unusual {}, they began {:.2f}, {}",
                     figure(standing.health, 1), part_figures(standing.parts), figure(standing.silence, 1),
                     standing.target, figure(standing.unusual, 3), standing.they_began,
                     counted(entry.who.facts.sums.conversations, "talk"));
}

}  // namespace rel::render
