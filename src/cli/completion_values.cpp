#include "cli/completion_values.hpp"

#include <algorithm>
#include <array>

#include "rel/vocabulary.hpp"

namespace rel::cli {

namespace {

constexpr std::array past_days = {"today", "yesterday", "mon", "tue", "wed", "thu", "fri", "sat", "sun"};
constexpr std::array days_to_come = {"tomorrow", "1w", "2w", "1m"};
constexpr std::array lengths = {"10m", "15m", "20m", "30m", "45m", "1h", "1h30", "2h"};
constexpr std::array<std::array<const char*, 2>, 4> log_marks = {{{"tried", "no answer"},
                                                                  {"voicemail", "tried, left a message"},
                                                                  {"missed", "they tried; a reply is owed"},
                                                                  {"owe", "an answer is owed"}}};

template <class Texts>
void add_all(const Texts& texts, std::vector<Candidate>& to) {
  for (const auto& text : texts) to.push_back({std::string(text), ""});
}

template <class Enums>
void add_words(const Enums& values, std::vector<Candidate>& to) {
  for (const auto value : values) to.push_back({std::string(word(value)), ""});
}

void add_log_words(std::vector<Candidate>& to) {
  add_words(all_channels, to);
  add_words(std::array{Depth::small, Depth::personal, Depth::deep}, to);
  for (const auto& [mark, meaning] : log_marks) to.push_back({mark, meaning});
  add_all(lengths, to);
  add_all(past_days, to);
}

}  // namespace

std::vector<Candidate> values_of(ValueKind kind) {
  std::vector<Candidate> values;
  if (kind == ValueKind::tier) add_words(all_tiers, values);
  if (kind == ValueKind::channel) add_words(all_channels, values);
  if (kind == ValueKind::log_word) add_log_words(values);
  if (kind == ValueKind::day) {
    add_all(past_days, values);
    add_all(days_to_come, values);
  }
  return values;
}

std::vector<ValueKind> kinds_of_word(std::string_view usage, std::size_t place) {
  std::vector<std::string> parts{""};
  for (const char c : usage) {
    if (c == ' ') parts.emplace_back();
    if (c != ' ' && c != '[' && c != ']') parts.back() += c;
  }
  if (place >= parts.size() && !parts.back().ends_with("…")) return {};
  const std::string& part = parts[std::min(place, parts.size() - 1)];
  constexpr std::array<std::pair<std::string_view, ValueKind>, 8> names = {{{"WORD", ValueKind::log_word},
                                                                            {"DATE", ValueKind::day},
                                                                            {"FILE", ValueKind::file},
                                                                            {"COMMAND", ValueKind::command},
                                                                            {"ID", ValueKind::entry},
                                                                            {"WHO", ValueKind::person},
                                                                            {"KEEP", ValueKind::person},
                                                                            {"OTHER", ValueKind::person}}};
  std::vector<ValueKind> kinds;
  for (const auto& [name, kind] : names) {
    if (part.find(name) != std::string::npos) kinds.push_back(kind);
  }
  return kinds;
}

}  // namespace rel::cli
