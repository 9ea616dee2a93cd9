// A person: someone the user wants to stay close to.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rel/day.hpp"
#include "rel/vocabulary.hpp"

namespace rel {

/// Identifies an entry on every machine: 63 bits, larger when made later. Of a person: a number in this file,
/// larger when added later; elsewhere they go by their uid.
using Id = std::int64_t;

/// A day that comes back every year: a birthday, a wedding day.
struct YearlyDate {
  std::string name;         ///< "birthday", "wedding", …
  unsigned month = 1;       ///< 1 to 12
  unsigned day = 1;         ///< 1 to 31; 29 February is kept on 28 February in common years
  std::optional<int> year;  ///< the first year, where known
  bool operator==(const YearlyDate&) const = default;
};

/// What the user keeps about a person. Small on purpose.
struct Person {
  Id id = 0;
  std::string handle;  ///< how the user types them: lower-case ASCII letters, digits and `-`
  std::string name;
  std::string uid;  ///< the same on every machine; an address book's own UID where one was imported
  Tier tier = Tier::none;
  std::optional<int> every_days;  ///< overrides the tier's target; at least 1
  Day added{};
  std::optional<Day> last;  ///< the last real conversation as remembered when they were added
  std::vector<std::string> aliases;
  std::vector<std::string> phones;
  std::vector<std::string> emails;
  std::vector<std::string> tags;
  std::vector<YearlyDate> dates;
  std::optional<std::string> purpose;  ///< why this relationship matters
  std::vector<Channel> real_by;        ///< channels that are conversations with this person
  std::optional<Day> start;            ///< the day they got a first tier (spread back, see first_start_days)
  Day considered{};                    ///< when tier, target or purpose were last looked at
  bool archived = false;
  bool deceased = false;
  bool operator==(const Person&) const = default;

  /// Neither archived nor deceased: the only people `rel` ever reminds of.
  bool active() const { return !archived && !deceased; }
};

}  // namespace rel
