#include "commands/schedule/timer_units.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/typed.hpp"
#include "invocation/invocation.hpp"
#include "invocation/output_files.hpp"
#include "invocation/settings_file.hpp"
#include "system/ended.hpp"
#include "system/input_files.hpp"
#include "system/private_file.hpp"
#include "text/utf8.hpp"

namespace rel::commands {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view unit_mark = "# Made by rel schedule; rel schedule --remove takes it away.\n";
constexpr const char* timer_name = "rel-due.timer";

// One word in quotes: % begins a specifier everywhere, $ a variable in arguments, but not in the program's
// path.
std::string quoted(const std::string& word, bool argument) {
  std::string text = "\"";
  for (const char c : word) {
    const bool doubled = c == '\\' || c == '%' || (c == '$' && argument);
    if (c == '"') text += '\\';
    if (doubled) text += c;
    text += c;
  }
  return text + '"';
}

void refuse_unreadable(const std::string& word) {
  if (text::first_invalid_byte(word))
    throw UsageError(cli::named(word) + ": systemd takes nothing that is not UTF-8", "rel schedule --cron");
  if (std::ranges::any_of(word, [](unsigned char c) { return c < ' ' || c == '\x7f'; }))
    throw UsageError(cli::named(word) + ": systemd can't take a control character");
}

/// The text of a unit of ours, empty where there is none.
std::string our_text(const std::string& path) {
  std::error_code problem;
  if (path.empty() || !fs::exists(fs::symlink_status(path, problem))) return "";
  std::string text = fs::exists(path, problem) ? read_file(path) : "";
  if (!text.starts_with(unit_mark))
    throw UsageError(cli::named(path) + ": is there already, and is not of rel's", "rel schedule --cron");
  return text;
}

void put_unit(const std::string& path, const std::string& text) {
  if (text.empty()) {
    std::error_code ignored;
    fs::remove(path, ignored);
  } else {
    write_file(path, [&](const Sink& sink) { sink(text); });
  }
}

}  // namespace

Units units_for(TimeOfDay at, const ProgramWords& variables, const ProgramWords& words) {
  std::string environment;
  std::string command;
  for (const std::string& variable : variables) {
    refuse_unreadable(variable);
    environment += "Environment=" + quoted(variable, false) + '\n';
  }
  for (const std::string& word : words) {
    refuse_unreadable(word);
    command += (command.empty() ? "" : " ") + quoted(word, !command.empty());
  }
  // Of a program's path systemd takes less than of its arguments.
  if (words.front().find_first_of("'\"\\") != std::string::npos)
    throw UsageError(cli::named(words.front()) + ": systemd can't take a quote or a backslash in it",
                     "rel schedule --cron");
  return {.service = fmt::format("{}[Unit]\nDescription=Whom to call today\n\n"
                                 "[Service]\nType=oneshot\n{}ExecStart={}\n",
                                 unit_mark, environment, command),
          .timer = fmt::format("{}[Unit]\nDescription=Whom to call today, each morning\n\n"
                               "[Timer]\nOnCalendar=*-*-* {}:00\nPersistent=true\n\n"
                               "[Install]\nWantedBy=timers.target\n",
                               unit_mark, clock_text(at))};
}

UnitFiles::UnitFiles(const Env& env) : env_(env), folder_(config_folder(env)) {
  if (folder_.empty()) return;
  folder_ += "/systemd/user";
  service_ = folder_ + "/rel-due.service";
  timer_ = folder_ + '/' + timer_name;
}

Ended UnitFiles::systemctl(const ProgramWords& words) const {
  ProgramWords command = {"systemctl", "--user"};
  command.insert(command.end(), words.begin(), words.end());
  return env_.run_beside(command, "");
}

bool UnitFiles::manager_answers() const {
  return !folder_.empty() && systemctl({"show-environment"}).well();
}

Units UnitFiles::found() const {
  return {our_text(service_), our_text(timer_)};
}

bool UnitFiles::switched_on() const {
  return systemctl({"is-enabled", timer_name}).well();
}

void UnitFiles::put(const Units& units) const {
  put_unit(service_, units.service);
  put_unit(timer_, units.timer);
}

void UnitFiles::tell_manager(const ProgramWords& words) const {
  const Ended ended = systemctl(words);
  if (!ended.well())
    throw IoError("systemctl --user " + words.front() + ": " + why_not(ended), "rel schedule --cron");
}

void UnitFiles::set_up(const Units& units) const {
  store::make_private_folder(folder_);
  const Units before = found();
  try {
    put(units);
    tell_manager({"daemon-reload"});
    tell_manager({"enable", timer_name});
    tell_manager({"restart", timer_name});
  } catch (const Error&) {
    if (before.timer.empty()) systemctl({"disable", timer_name});
    put(before);
    systemctl({"daemon-reload"});
    throw;
  }
}

void UnitFiles::remove() const {
  const bool answers = manager_answers();
  if (answers) tell_manager({"disable", "--now", timer_name});
  put({});
  put_unit(folder_ + "/timers.target.wants/" + timer_name, "");
  if (answers) tell_manager({"daemon-reload"});
}

}  // namespace rel::commands
