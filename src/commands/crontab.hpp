// The user's crontab: one line of it is ours, every other byte is not.
#pragma once

#include <optional>
#include <string>

#include "rel/day.hpp"
#include "rel/env.hpp"

namespace rel::commands {

/// A command line that runs each day at a time, as crontab(5) has it, marked as ours. `%` is escaped; throws
/// UsageError for words that cron can't take (line breaks, backslashes). `variables` stand before the command
/// as a shell has them: `NAME=value`.
std::string cron_line(TimeOfDay at, const ProgramWords& variables, const ProgramWords& words);

/// Our line in a crontab; nothing where there is none.
std::optional<std::string> our_cron_line(const std::string& crontab);

/// The crontab with `line` in the place of ours, else at its end; without ours where `line` is nothing. All
/// other bytes stay.
std::string with_cron_line(const std::string& crontab, const std::optional<std::string>& line);

/// The user's crontab, empty where there is none yet. Throws IoError where it can't be read.
std::string read_crontab(const Env& env);

/// Puts a whole crontab in place of `before`. Throws IoError where it was changed meanwhile, or can't be
/// written.
void replace_crontab(const Env& env, const std::string& before, const std::string& after);

}  // namespace rel::commands
