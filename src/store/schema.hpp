// The tables, and the list of migrations that made them. The list only ever grows.
#pragma once

#include <array>
#include <span>
#include <string_view>

namespace rel::store {

/// Marks a file as ours (`PRAGMA application_id`): "rel1".
inline constexpr int application_id = 0x72656c31;

/// Migration i takes a file from `user_version` i to i + 1. A released one is never changed.
std::span<const std::string_view> migrations();

/// What the tables and indices of a sound file read like, each statement after a line break and before a
/// semicolon.
std::string_view schema_text();

/// The last part of it: the indices of the contacts.
std::string_view contact_indices();

/// The version of the file that this program writes.
inline int schema_version() {
  return static_cast<int>(migrations().size());
}

/// The tables whose changes are recorded in the history. `sums`, `names` and `made_with` are caches of them.
inline constexpr std::array recorded_tables = {"people",  "details",  "dates",   "contacts", "companions",
                                               "remarks", "promises", "snoozes", "reviews",  "intentions"};

}  // namespace rel::store
