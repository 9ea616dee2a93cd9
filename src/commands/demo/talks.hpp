// The everyday life of the made-up circle: talks and messages in the rhythm of each person.
#pragma once

#include <vector>

#include "commands/demo/tables.hpp"

namespace rel::commands {

/// What was said and written with someone until `today`, the newest talk first, then the messages. The same
/// for the same day.
std::vector<Contact> demo_talks(const Character& who, Id person, Day today);

}  // namespace rel::commands
