#include "commands/schedule/crontab.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "cli/typed.hpp"
#include "invocation/invocation.hpp"
#include "system/ended.hpp"

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

/// The words of a line, as cron_line writes them, with their quotes taken away; none where one of these has
/// no end.
ProgramWords words_in(std::string_view line) {
  ProgramWords words;
  bool quoted = false;
  bool within = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    const bool blank = !quoted && (c == ' ' || c == '\t');
    if (!blank && !within) words.emplace_back();
    within = !blank;
    if (blank) continue;
    const bool escape = c == '\\' && i + 1 < line.size() && (!quoted || line[i + 1] == '%');
    if (c == '\'') {
      quoted = !quoted;
    } else {
      words.back() += escape ? line[++i] : c;
    }
  }
  return quoted ? ProgramWords{} : words;
}

/// The data file of a line of ours, empty for the usual one; nothing for any other line.
std::optional<std::string> database_of(std::string_view line, const std::string& program) {
  if (!line.ends_with(cron_mark)) return std::nullopt;
  const ProgramWords words = words_in(line.substr(0, line.size() - cron_mark.size()));
  const std::size_t times = !words.empty() && words.front().starts_with('@') ? 1 : 5;
  if (words.size() <= times || words.front().starts_with('#')) return std::nullopt;
  const auto value = [](const std::string& word) { return word.substr(word.find('=') + 1); };
  std::string database;
  auto word = words.begin() + static_cast<std::ptrdiff_t>(times);
  for (; word != words.end() && word->find('=') < word->find('/'); ++word) {
    if (word->starts_with("REL_DB=")) database = value(*word);
  }
  if (word == words.end()) return std::nullopt;
  const std::string name = word->substr(word->rfind('/') + 1);
  if (name != "rel" && name != program) return std::nullopt;
  bool due = false;
  for (++word; word != words.end(); ++word) {
    if (*word == "--db" && word + 1 != words.end()) {
      database = *++word;
    } else if (word->starts_with("--db=")) {
      database = value(*word);
    } else if (*word == "due") {
      due = true;
    } else if (!due && !word->starts_with('-')) {
      return std::nullopt;  // another command
    }
  }
  return due ? std::optional(database) : std::nullopt;
}

/// Takes the first line away, with its line feed if it has one.
std::string_view take_line(std::string_view& text) {
  const std::string_view line = text.substr(0, std::min(text.find('\n'), text.size() - 1) + 1);
  text.remove_prefix(line.size());
  return line;
}

std::string without_feed(std::string_view line) {
  return std::string(line.substr(0, line.find('\n')));
}

}  // namespace

std::string cron_line(TimeOfDay at, const ProgramWords& variables, const ProgramWords& words) {
  std::string command;
  const auto put = [&](const std::string& word, const std::string& for_shell) {
    if (word.find_first_of("\n\r\\") != std::string::npos)
      throw UsageError(cli::named(word) + ": cron can't take a line break or a backslash");
    command += ' ' + for_shell;
  };
  for (const std::string& variable : variables) put(variable, assignment(variable));
  for (const std::string& word : words) put(word, cli::shell_word(word));
  const auto minutes = static_cast<int>(at.count());
  return fmt::format("{} {} * * *{}{}", minutes % 60, minutes / 60, for_cron(command), cron_mark);
}

std::vector<CronReminder> reminders_in(std::string_view crontab, const std::string& program) {
  std::vector<CronReminder> reminders;
  while (!crontab.empty()) {
    const std::string line = without_feed(take_line(crontab));
    if (const auto database = database_of(line, program)) reminders.push_back({line, *database});
  }
  return reminders;
}

std::string with_cron_line(std::string_view crontab, const std::vector<std::string>& ours,
                           const std::optional<std::string>& line) {
  std::string after;
  bool placed = !line;
  while (!crontab.empty()) {
    const std::string_view one = take_line(crontab);
    if (std::ranges::find(ours, without_feed(one)) == ours.end()) {
      after += one;
    } else if (!std::exchange(placed, true)) {
      after += *line + '\n';
    }
  }
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
