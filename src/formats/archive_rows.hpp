// Rows of the archive as people and entries.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <stdexcept>
#include <string>
#include <string_view>

#include "formats/archive.hpp"

namespace rel::formats {

/// Thrown where a field of a row can't be taken: `key: why`.
struct BadField : std::runtime_error {
  BadField(std::string_view key, const std::string& why);
};

/// They throw BadField where the row can't be one. What is null counts as left out.
ArchivedPerson person_from(const nlohmann::json& row, Day today);
Group group_from(const nlohmann::json& row, Day today);
template <class Entry>
Archived<Entry> entry_from(const nlohmann::json& row, Day today);

}  // namespace rel::formats
