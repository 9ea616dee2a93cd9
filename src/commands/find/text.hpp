// What was found, for people.
#pragma once

#include <vector>

#include "invocation/invocation.hpp"
#include "store/find.hpp"
#include "text/match.hpp"

namespace rel::commands {

/// Who is concerned by a match: a person, or all who were present; nobody where it is about everyone.
std::vector<Id> people_of(const store::Reader& store, const store::Passage& match);

/// The matches in their order: people, then entries with their day, whose they are, and the id to act on. On
/// a terminal a long text is cut to what stands around the match.
std::vector<render::Block> find_text(const store::Reader& store, const std::vector<store::Passage>& matches,
                                     const text::Wanted& wanted, const Call& call);

}  // namespace rel::commands
