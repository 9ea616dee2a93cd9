// What health looks at: of everyone in a few statements, of one person with all details.
#pragma once

#include <vector>

#include "rel/standing.hpp"
#include "store/reader.hpp"

namespace rel::store {

/// Everyone with their sums, and whoever has health with what it looks at; details are left to
/// read_details().
std::vector<Relationship> relationships(const Reader& reader);
/// One person with everything.
Relationship relationship(const Reader& reader, Id person);

/// Fills in what those could be asked for of whom capacity() found that their rhythm is kept least.
void propose_cadences(const Reader& reader, Capacity& capacity, Day today);

}  // namespace rel::store
