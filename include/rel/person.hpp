// A person: someone the user wants to stay close to.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rel/day.hpp"
#include "rel/vocabulary.hpp"

namespace rel {

/// The id of an entry: 63 bits, never negative, unique on all machines, larger if made later. The id of a
/// person: a number that is unique in one data file only, larger if added later; Person::uid is the same
/// everywhere.
using Id = std::int64_t;

/// A day that comes back every year: a birthday, a wedding day.
struct YearlyDate {
  std::string name;         ///< "birthday", "wedding", …
  unsigned month = 1;       ///< 1 to 12
  unsigned day = 1;         ///< 1 to 31; 29 February is kept on 28 February in common years
  std::optional<int> year;  ///< the first year; std::nullopt if not known
  bool imported = false;    ///< from a file: it reminds of people in a tier alone
  bool operator==(const YearlyDate&) const = default;
};

/// What is kept about a person. The model needs `id`, `tier` and, if set, `every_days`, `last`, `start`,
/// `real_by`, `dates`, `archived` and `deceased`.
struct Person {
  Id id = 0;
  std::string handle;  ///< how the user types them: lower-case ASCII letters, digits and `-`; unique
  std::string name;
  std::string uid;  ///< the same on every machine; the address book's UID if imported from one
  Tier tier = Tier::none;
  std::optional<int> every_days;  ///< the target in days, at least 1, in place of the tier's
  Day added{};                    ///< when they were added
  std::optional<Day> last;        ///< the last real conversation as remembered when they were added
  std::vector<std::string> aliases;
  std::vector<std::string> phones;
  std::vector<std::string> emails;
  std::vector<std::string> tags;
  std::vector<YearlyDate> dates;
  std::optional<std::string> purpose;  ///< why this relationship matters
  std::vector<Channel> real_by;        ///< further channels that are conversations with this person
  std::optional<Day> start;            ///< the day they got a first tier, or earlier (first_start_days)
  Day considered{};                    ///< when tier, target or purpose were last looked at
  bool archived = false;
  bool deceased = false;
  std::optional<std::string> zone;   ///< their time zone, as the system names it: "Asia/Tokyo"
  std::optional<std::string> ended;  ///< why the relationship was archived
  bool operator==(const Person&) const = default;

  /// Neither archived nor deceased: the only people `rel` ever reminds of.
  bool active() const { return !archived && !deceased; }
};

/// A tag with a clock of its own: everybody who has it is kept in touch with as one.
struct Group {
  Id id = 0;
  std::string tag;
  Tier tier = Tier::moderate;          ///< never `none`
  std::optional<int> every_days;       ///< the target in days, at least 1, in place of the tier's
  std::optional<std::string> purpose;  ///< why it matters
  Day added{};
  bool operator==(const Group&) const = default;
};

}  // namespace rel
