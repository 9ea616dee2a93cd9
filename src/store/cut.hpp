// A file as it was at the end of a day.
#pragma once

#include "rel/day.hpp"
#include "store/database.hpp"

namespace rel::store {

/// Who is seen when the store looks back: those who were added by that day, or who are in anything of that
/// day or before; or everyone who is in the file now.
enum class PeopleThen { known, all };

/// Until the connection is closed, hides from every query what happened after `day`: views of the names of
/// our tables stand before them, so that no query has to know of the day. Entries are hidden by their own
/// day; a day within an entry that is later is not known yet; the caches are hidden, so figures are replayed.
/// What else changed about a person has no day, and is as it is now. Nothing is written. May be called again.
void cut_at(Database& database, Day day, PeopleThen people);

}  // namespace rel::store
