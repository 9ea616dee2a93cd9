// What the user means to do until the next review.
#pragma once

#include <string>

#include "rel/entries.hpp"
#include "rel/limits.hpp"
#include "store/file.hpp"

namespace rel::commands {

/// Reads `[WHO: ]text`. What stands before a colon and a blank is WHO where it names someone; a single word
/// that names nobody is taken for a slip. Throws UsageError for a text that is empty or too long, NotFound
/// for such a slip and for a WHO that is not one person.
Intention read_intention(const store::Reader& store, const std::string& typed);

/// `a walk every week, with Ann Lee`.
std::string sentence(const store::Reader& store, const Intention& intention);

}  // namespace rel::commands
