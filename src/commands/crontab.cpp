#include "commands/crontab.hpp"

#include <fmt/format.h>

#include "cli/typed.hpp"
#include "rel/errors.hpp"
#include "text/utf8.hpp"

namespace rel::commands {

namespace {

constexpr std::string_view mark = " # rel schedule";  // the shell takes it for a comment
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

bool is_ours(std::string_view line) {
  return line.ends_with(mark) && !line.starts_with('#');
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

std::string why_not(const Ended& ended) {
  if (!ended.problem.empty()) return ended.problem;
  const std::string said(text::trimmed(ended.err.substr(0, ended.err.find('\n'))));
  return said.empty() ? "ended with status " + std::to_string(ended.status) : said;
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
  return fmt::format("{} {} * * * {}{}", minutes % 60, minutes / 60, for_cron(command), mark);
}

std::optional<std::string> our_cron_line(const std::string& crontab) {
  std::optional<std::string> ours;
  each_line(crontab, [&](std::string_view line, bool) {
    if (!ours && is_ours(line)) ours = std::string(line);
  });
  return ours;
}

std::string with_cron_line(const std::string& crontab, const std::optional<std::string>& line) {
  std::string after;
  bool placed = !line;
  each_line(crontab, [&](std::string_view one, bool ended) {
    if (!is_ours(one)) {
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
