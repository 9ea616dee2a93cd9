// What belongs to someone, and what names them: what File::forget() erases, and what stays.
#pragma once

#include <set>
#include <string>

#include "store/reader.hpp"

namespace rel::store {

/// How much belongs to one person.
struct Belongings {
  int contacts = 0;  ///< with them alone
  int shared = 0;    ///< contacts with others, too
  int remarks = 0;
  int promises = 0;
  int snoozes = 0;
  int intentions = 0;
};
Belongings belongings(const Reader& reader, Id person);
/// The ids of all entries that are with or about this person alone.
std::set<Id> own_entries(const Reader& reader, Id person);
/// How many texts of others name a person.
int texts_naming(const Reader& reader, const Person& person);
/// Whether a text names someone, by a word of the name, an alias or the handle.
bool is_named_in(const std::string& text, const Person& person);

}  // namespace rel::store
