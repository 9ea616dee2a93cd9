// The user's crontab: the lines that run `rel due` and bear our mark are ours, every other byte is not.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rel/day.hpp"
#include "system/env.hpp"

namespace rel::commands {

/// A command line that runs each day at a time, as crontab(5) has it, marked as ours. `%` is escaped; throws
/// UsageError for words that cron can't take (line breaks, backslashes). `variables` stand before the command
/// as a shell has them: `NAME=value`.
std::string cron_line(TimeOfDay at, const ProgramWords& variables, const ProgramWords& words);

/// A line of a crontab that is ours.
struct CronReminder {
  std::string line;
  std::string database;  ///< the data file that it is for; empty for the usual one
  bool operator==(const CronReminder&) const = default;
};

/// Those that run `due` of a program of this name, or of `rel`. A mark alone makes no line ours.
std::vector<CronReminder> reminders_in(std::string_view crontab, const std::string& program);

/// The crontab with `line` in the place of the lines of `ours`, else at its end; without them where `line` is
/// nothing. All other bytes stay.
std::string with_cron_line(std::string_view crontab, const std::vector<std::string>& ours,
                           const std::optional<std::string>& line);

/// The user's crontab, empty where there is none yet. Throws IoError where it can't be read.
std::string read_crontab(const Env& env);

/// Puts a whole crontab in place of `before`. Throws IoError where it was changed meanwhile, or can't be
/// written.
void replace_crontab(const Env& env, const std::string& before, const std::string& after);

}  // namespace rel::commands
