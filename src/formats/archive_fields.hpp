// The fields of one row of the archive: each is taken once, checked, and what is left over is refused.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/errors.hpp"
#include "formats/archive.hpp"
#include "rel/day.hpp"
#include "rel/person.hpp"

namespace rel::formats {

/// Throw within the reading of a row where a field can't be taken: `key: why`.
struct BadField : std::runtime_error {
  BadField(std::string_view key, const std::string& why)
      : std::runtime_error(without_nul(key.empty() ? why : std::string(key) + ": " + why)) {}
};

/// One row while its fields are taken. What is null or left out is nothing. Everything throws BadField for
/// what it can't take.
class ArchiveFields {
 public:
  ArchiveFields(const nlohmann::json& row, Day today);

  /// Whether the row has this key at all.
  bool has(std::string_view key) const { return row_.contains(std::string(key)); }

  /// A name: one line of at most 200 characters, not blank.
  std::optional<std::string> name(std::string_view key);
  /// A text of at most 1 MiB, which may be empty.
  std::optional<std::string> text(std::string_view key);
  std::vector<std::string> texts(std::string_view key);
  std::optional<std::string> handle(std::string_view key);
  std::vector<std::string> handles(std::string_view key);
  std::optional<int> number(std::string_view key, int least, int most);
  bool flag(std::string_view key, bool otherwise);
  std::optional<Day> day(std::string_view key);
  /// A day on which something happened; see ahead().
  std::optional<Day> past_day(std::string_view key);
  std::optional<TimeOfDay> time(std::string_view key);
  /// The id of an entry, all 13 characters; 0 where it is left out.
  Id id(std::string_view key);
  std::vector<YearlyDate> dates(std::string_view key);
  /// The objects of a list.
  std::vector<nlohmann::json> rows(std::string_view key);

  /// A word of the contract, read by one of the functions of rel/vocabulary.hpp.
  template <class E>
  std::optional<E> word(std::string_view key, std::optional<E> (*from)(std::string_view)) {
    const auto* value = string(key);
    if (!value) return std::nullopt;
    if (const auto found = from(*value)) return found;
    throw BadField(key, "\"" + *value + "\" is not a word for it");
  }

  /// The value that must be there.
  template <class T>
  static T required(std::optional<T> value, std::string_view key) {
    if (!value) throw BadField(key, "is missing");
    return *std::move(value);
  }

  /// The last of those days, where it is later than tomorrow.
  const std::optional<DayAhead>& ahead() const { return ahead_; }

  /// Refuses a key that was not asked for.
  void finish() const;

 private:
  const nlohmann::json* find(std::string_view key);
  const std::string* string(std::string_view key);
  const nlohmann::json* list(std::string_view key);

  const nlohmann::json& row_;
  Day today_;
  std::optional<DayAhead> ahead_;
  std::vector<std::string_view> asked_;
};

}  // namespace rel::formats
