// Whose card is it: cards of an address book against the people in the file.
#pragma once

#include <string>
#include <vector>

#include "formats/vcard.hpp"
#include "rel/person.hpp"

namespace rel::commands {

/// What an import adds and changes.
struct Imported {
  std::vector<Person> added;  ///< without id and handle yet
  std::vector<Person> updated;
  std::size_t unchanged = 0;
  /// Whose each card is: a place among the known people, and behind them among those added.
  std::vector<std::size_t> whose;
};

/// Matches each card with a person: by UID, else by a phone or an e-mail that one person alone has, else by
/// the name that one person alone has. A known person only grows: nothing that is there is overwritten.
Imported plan_import(const std::vector<Person>& known, const std::vector<formats::Card>& cards, Day today);

/// Whether a name holds the pattern's words, or a part of one; with `*` or `?` it must match as a whole.
/// Folded.
bool name_matches(const std::string& name, const std::string& pattern);

}  // namespace rel::commands
