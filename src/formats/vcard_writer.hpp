// People as vCards: what an address book holds, and nothing of what was logged.
#pragma once

#include <string>

#include "rel/person.hpp"

namespace rel::formats {

/// 3.0 (RFC 2426) is what address books and telephones read; 4.0 (RFC 6350) has dates without a year.
enum class CardVersion { v3, v4 };

/// A card with UID, name, aliases, telephones, e-mails, tags and yearly dates, the first of each name; the
/// same person gives the same bytes. read_vcards() gives all of it back.
std::string vcard_of(const Person& person, CardVersion version);

}  // namespace rel::formats
