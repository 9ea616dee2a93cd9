// The tables, and the list of versions that led to them. The list only ever grows.
#pragma once

#include <array>
#include <span>
#include <string_view>

namespace rel::store {

/// Marks a file as ours (`PRAGMA application_id`): "rel1".
inline constexpr int application_id = 0x72656c31;

/// A table that a version fills in a way of its own.
struct Filling {
  std::string_view table;
  std::string_view rows;  ///< the SELECT that gives them; the tables of the version before are in `old`
};

/// A version of the file. A released one is never changed.
struct Version {
  /// What its tables and indices read like, each statement after a line break and before a semicolon.
  std::string_view text;
  /// The tables that are not simply what the table of that name held in the version before. A table of that
  /// name has as many rows then as before. Caches are made anew, and the history begins anew.
  std::span<const Filling> fillings;
};

/// All versions, the first one first. What is at place i is version i + 1 (`PRAGMA
/// user_version`).
std::span<const Version> versions();

/// The version of the file that this program writes.
inline int schema_version() {
  return static_cast<int>(versions().size());
}

/// What the tables of a sound file of that version read like.
inline std::string_view schema_text(int version) {
  return versions()[static_cast<std::size_t>(version) - 1].text;
}

/// The last part of what it reads like now: the indices of the contacts, which a load makes anew.
inline std::string_view contact_indices() {
  const std::string_view text = schema_text(schema_version());
  return text.substr(text.find("CREATE INDEX contacts_of"));
}

/// The tables whose changes are recorded in the history. The list may grow; what is in it keeps its place and
/// its key, because older histories are read by them.
inline constexpr std::array recorded_tables = {"people",     "details",    "dates",    "contacts",
                                               "companions", "remarks",    "promises", "snoozes",
                                               "reviews",    "intentions", "groups",   "inbox_lines"};

/// The tables that are caches of them.
inline constexpr std::array cache_tables = {"sums", "names", "made_with"};

}  // namespace rel::store
