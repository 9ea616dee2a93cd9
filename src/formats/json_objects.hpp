// JSON of other programs that is one long list of objects, or an object on each line: one is in memory at a
// time, and one that can't be read does not hinder the next.
#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "formats/problem.hpp"
#include "rel/day.hpp"

namespace rel::formats {

/// Who takes them.
struct JsonObjectTakers {
  std::function<void(std::size_t line, const nlohmann::json& object)> take;
  std::function<void(const Problem&)> problem;
};

/// Hands over every outermost object of a stream; whatever stands between them is passed over. Of objects
/// larger than 16 MiB nothing is taken.
void read_json_objects(std::istream& in, const JsonObjectTakers& takers);

/// The text under a key, or a number as text; empty where there is neither.
std::string text_at(const nlohmann::json& object, const char* key);

/// A whole number under a key, written as one or as text; nothing where there is none.
std::optional<std::int64_t> number_at(const nlohmann::json& object, const char* key);

/// Whether the bytes begin a list or an object in JSON.
bool begins_json(std::string_view beginning);

/// `2026-11-02 20:15:33`, `2026-11-02T20:15`.
std::optional<Moment> civil_moment(std::string_view text);

}  // namespace rel::formats
