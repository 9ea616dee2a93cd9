// WHO: finding the people that a typed name means. Never a guess.
#pragma once

#include <string>
#include <vector>

#include "store/file.hpp"

namespace rel::commands {

/// The one person a name means: by handle, alias, full name, whole word, or a beginning of any of these, in
/// this order; at each step people in a tier first, then those in none, then archived ones. Throws NotFound
/// with the nearest names, or with the candidates where several fit.
store::NameMatch find_person(const store::Reader& store, const std::string& who);

/// The same for a name or a group `ann,bo`; a name that holds a comma is tried whole first. Nobody twice.
std::vector<store::NameMatch> find_people(const store::Reader& store, const std::string& who);

/// Whether the name means one person or several, or a group; what can't be a name means nobody.
bool names_somebody(const store::Reader& store, const std::string& who);

/// The handles of at most five people whose names are near to what was typed, nearest first.
std::vector<std::string> near_handles(const store::Reader& store, const std::string& who);
/// Whether a name that nobody has is answered with those that are near to it: everyone is looked at for that.
enum class UnknownName { near_names, plain };

/// The people of a list joined by `;`, each by a handle, an alias or a full name: what a file says is never
/// completed. Nobody twice. Throws NotFound as the others do.
std::vector<store::NameMatch> find_by_whole_names(const store::Reader& store, const std::string& names,
                                                  UnknownName answer);

/// The entry that an id or its beginning means. Throws NotFound where there is none or there are several.
store::EntryRef find_entry(const store::Reader& store, const std::string& id);

/// Whether the text means an entry of the file, rather than a person.
bool names_entry(const store::Reader& store, const std::string& text);

}  // namespace rel::commands
