// What a schedule runs: rel as it is run now, where nothing of the user's environment is left.
#pragma once

#include "invocation/invocation.hpp"

namespace rel::commands {

/// `rel due` with the program's whole path and, unless it is the usual one, the data file of now; with
/// --discreet, where that was given. Throws IoError where the program can't be found.
ProgramWords words_to_run(const Call& call);

/// What the program is called, as far as can be found out.
std::string program_name();

/// The data file that would be used where none is named, as cron and systemd see it.
std::string usual_database();

/// The variables, `NAME=value`, without which other settings would be in force.
ProgramWords variables_to_set(const Call& call);

}  // namespace rel::commands
