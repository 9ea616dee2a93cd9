#include "commands/schedule/crontab.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/typed.hpp"
#include "invocation/invocation.hpp"

namespace rel::commands {

namespace {

constexpr std::string_view cron_mark = " # rel schedule";  // the shell takes it for a comment
constexpr std::string_view none_yet = "no crontab for";

// cron takes a bare % for the end of the line.
std::string for_cron(const std::string& shell) {
  std::string text;
  for (const char c : shell) text += c == '%' ? "\\%" : std::string(1, c);
  return text;
}

// An assignment is one for the shell only where its name is not in quotes.
std::string assignment(const std::string& variable) {
  const std::size_t sign = variable.find('=') + 1;
  return variable.substr(0, sign) + cli::shell_word(variable.substr(sign));
}

constexpr std::string_view blanks = " \t";

/// The command of a crontab's line, behind its times, as the shell is given it.
std::string command_in(std::string_view line) {
  for (int times = line.starts_with('@') ? 1 : 5; times > 0; --times) {
    line.remove_prefix(std::min(line.find_first_of(blanks), line.size()));
    line.remove_prefix(std::min(line.find_first_not_of(blanks), line.size()));
  }
  std::string command(line);
  for (std::size_t at = command.find("\\%"); at != std::string::npos; at = command.find("\\%", at + 1))
    command.erase(at, 1);
  return command;
}

/// The words of a command, as cron_line writes them, with their quotes taken away; none where one of these
/// has no end.
ProgramWords words_in(const std::string& command) {
  ProgramWords words;
  bool quoted = false;
  bool within = false;
  for (std::size_t i = 0; i < command.size(); ++i) {
    const char c = command[i];
    if (!quoted && (c == ' ' || c == '\t')) {
      within = false;
      continue;
    }
    if (!within) words.emplace_back();
    within = true;
    if (c == '\'') {
      quoted = !quoted;
    } else if (c == '\\' && !quoted && i + 1 < command.size()) {
      words.back() += command[++i];
    } else {
      words.back() += c;
    }
  }
  return quoted ? ProgramWords{} : words;
}

bool is_assignment(const std::string& word) {
  const std::size_t sign = word.find('=');
  return sign != std::string::npos && word.find('/') > sign;
}

/// The data file of a line of ours, empty for the usual one; nothing for any other line.
std::optional<std::string> database_of(std::string_view line, const std::string& program) {
  line.remove_prefix(std::min(line.find_first_not_of(blanks), line.size()));
  if (!line.ends_with(cron_mark) || line.starts_with('#')) return std::nullopt;
  const ProgramWords words = words_in(command_in(line.substr(0, line.size() - cron_mark.size())));
  std::string database;
  auto word = words.begin();
  for (; word != words.end() && is_assignment(*word); ++word) {
    if (word->starts_with("REL_DB=")) database = word->substr(word->find('=') + 1);
  }
  if (word == words.end()) return std::nullopt;
  const std::string name = word->substr(word->rfind('/') + 1);
  if (name != "rel" && name != program) return std::nullopt;
  bool due = false;
  for (++word; word != words.end(); ++word) {
    if (*word == "--db" && word + 1 != words.end()) {
      database = *++word;
    } else if (word->starts_with("--db=")) {
      database = word->substr(word->find('=') + 1);
    } else if (*word == "due") {
      due = true;
    } else if (!due && !word->starts_with('-')) {
      return std::nullopt;  // another command
    }
  }
  return due ? std::optional(database) : std::nullopt;
}

/// Calls `see` with every line, without its line feed, and whether it has one.
template <class See>
void each_line(std::string_view crontab, const See& see) {
  while (!crontab.empty()) {
    const std::size_t feed = crontab.find('\n');
    see(crontab.substr(0, feed), feed != std::string_view::npos);
    crontab.remove_prefix(feed == std::string_view::npos ? crontab.size() : feed + 1);
  }
}

}  // namespace

std::string cron_line(TimeOfDay at, const ProgramWords& variables, const ProgramWords& words) {
  for (const ProgramWords* part : {&variables, &words}) {
    for (const std::string& word : *part) {
      if (word.find_first_of("\n\r\\") != std::string::npos)
        throw UsageError(cli::named(word) + ": cron can't take a line break or a backslash");
    }
  }
  std::string command;
  for (const std::string& variable : variables) command += assignment(variable) + ' ';
  for (const std::string& word : words)
    command += (&word == &words.front() ? "" : " ") + cli::shell_word(word);
  const auto minutes = static_cast<int>(at.count());
  return fmt::format("{} {} * * * {}{}", minutes % 60, minutes / 60, for_cron(command), cron_mark);
}

std::vector<CronReminder> reminders_in(const std::string& crontab, const std::string& program) {
  std::vector<CronReminder> reminders;
  each_line(crontab, [&](std::string_view line, bool) {
    if (auto database = database_of(line, program)) reminders.push_back({std::string(line), *database});
  });
  return reminders;
}

std::string with_cron_line(const std::string& crontab, const std::vector<std::string>& ours,
                           const std::optional<std::string>& line) {
  std::string after;
  bool placed = !line;
  each_line(crontab, [&](std::string_view one, bool ended) {
    if (std::ranges::find(ours, one) == ours.end()) {
      (after += one) += ended ? "\n" : "";
    } else if (!placed) {
      after += *line + '\n';
      placed = true;
    }
  });
  if (placed) return after;
  if (!after.empty() && !after.ends_with('\n')) after += '\n';
  return after + *line + '\n';
}

std::string read_crontab(const Env& env) {
  const Ended ended = env.run_beside({"crontab", "-l"}, "");
  if (ended.well()) return ended.out;
  const bool none =
      ended.problem.empty() && ended.out.empty() && ended.err.find(none_yet) != std::string::npos;
  if (!none) throw IoError("crontab -l: " + why_not(ended));
  return "";
}

void replace_crontab(const Env& env, const std::string& before, const std::string& after) {
  if (read_crontab(env) != before) throw IoError("crontab: was changed meanwhile; nothing was done", "again");
  const Ended ended =
      after.empty() ? env.run_beside({"crontab", "-r"}, "") : env.run_beside({"crontab", "-"}, after);
  if (!ended.well()) throw IoError("crontab: " + why_not(ended));
  if (read_crontab(env) != after) throw IoError("crontab: does not hold what was written");
}

}  // namespace rel::commands
