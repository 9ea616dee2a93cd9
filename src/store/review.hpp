// What a review looks at, of everyone at once.
#pragma once

#include <map>
#include <vector>

#include "store/reader.hpp"

namespace rel::store {

/// Everybody's promises.
std::vector<Promise> promises(const Reader& reader);
/// Snoozes made from `since` to `until`, both included; those for everyone are among them.
std::vector<Snooze> snoozes_between(const Reader& reader, Day since, Day until);
/// The day of the last contact marked as deep, until `until`, with each active person of the two upper
/// tiers; whoever had none is left out.
std::map<Id, Day> deep_talks(const Reader& reader, Day until);
/// How many remarks of active people were neither heard nor come back to for a year before `today`; open asks
/// do not count.
int stale_remarks(const Reader& reader, Day today);

}  // namespace rel::store
