#include <fmt/format.h>

#include "rel/id.hpp"
#include "rel/measures.hpp"
#include "render/advice_words.hpp"
#include "render/health_view.hpp"
#include "render/health_words.hpp"
#include "render/phrases.hpp"

namespace rel::render {

namespace {

Value rounded_or_null(const std::optional<double>& value) {
  return value ? Value(rounded(*value)) : Value();
}

Object parts_object(const HealthParts& parts) {
  return {{"recency", rounded(parts.recency)},
          {"trend", rounded(parts.trend)},
          {"depth", rounded(parts.depth)},
          {"promises", rounded_or_null(parts.promises)}};
}

std::string part_figures(const HealthParts& parts) {
  std::string text =
      fmt::format("recency {:.2f}, trend {:.2f}, depth {:.2f}", parts.recency, parts.trend, parts.depth);
  return parts.promises ? text + fmt::format(", promises {:.2f}", *parts.promises) : text;
}

}  // namespace

std::vector<std::string_view> health_columns() {
  return {"handle",      "name",    "tier",       "health",        "weakest", "trend",    "silence_days",
          "target_days", "unusual", "they_began", "conversations", "advice",  "advice_id"};
}

Object health_object(const HealthEntry& entry, Day today) {
  const auto& [person, sums] = std::tie(entry.who.facts.person, entry.who.sums);
  const Standing& standing = entry.standing;
  const bool healthy = has_health(person);
  const auto if_healthy = [&](auto value) { return healthy ? Value(value) : Value(); };
  return {{"handle", person.handle},
          {"name", person.name},
          {"tier", word(person.tier)},
          {"health", if_healthy(rounded(standing.health))},
          {"weakest", if_healthy(standing.weakest)},
          {"parts", healthy ? std::optional(parts_object(standing.parts)) : std::nullopt},
          {"trend", if_healthy(word(standing.trend))},
          {"silence_days", rounded_or_null(sums.silence(today))},
          {"target_days", if_healthy(standing.target)},
          {"unusual", if_healthy(rounded(standing.unusual))},
          {"they_began", rounded(they_began(sums))},
          {"conversations", sums.conversations},
          {"advice", healthy ? advice_sentence(standing.advice, entry.who, today) : without_health(person)},
          {"advice_id", standing.advice.entry() ? Value(id_text(*standing.advice.entry())) : Value()}};
}

std::string health_figures(const HealthEntry& entry) {
  const Standing& standing = entry.standing;
  return fmt::format("health {:.1f}: {}; silence {:.1f} of {}, unusual {:.3f}, they began {:.2f}, {}",
                     standing.health, part_figures(standing.parts), standing.silence, standing.target,
                     standing.unusual, standing.they_began, counted(entry.who.sums.conversations, "talk"));
}

}  // namespace rel::render
