// Reading what a brief is made of.
#pragma once

#include <string>

#include "invocation/invocation.hpp"
#include "rel/brief.hpp"

namespace rel::commands {

/// Everything about one person before a call, as of the day of the command.
Brief brief_for(const store::Reader& store, Id person, const Call& call);

/// The same as text, each line behind a `#`: to have before one's eyes in the editor.
std::string commented_brief(const store::Reader& store, Id person, const Call& call);

}  // namespace rel::commands
