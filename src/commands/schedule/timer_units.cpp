#include "commands/schedule/timer_units.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/typed.hpp"
#include "invocation/invocation.hpp"
#include "invocation/output_files.hpp"
#include "invocation/settings_file.hpp"
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

// Of a program's path systemd takes less than of its arguments.
void refuse_quotes(const std::string& program) {
  if (program.find_first_of("'\"\\") != std::string::npos)
    throw UsageError(cli::named(program) + ": systemd can't take a quote or a backslash in it",
                     "rel schedule --cron");
}

void refuse_unreadable(const ProgramWords& words) {
  for (const std::string& word : words) {
    if (text::first_invalid_byte(word))
      throw UsageError(cli::named(word) + ": systemd takes nothing that is not UTF-8", "rel schedule --cron");
    const bool any = std::any_of(word.begin(), word.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; });
    if (any) throw UsageError(cli::named(word) + ": systemd can't take a control character");
  }
}

std::string unit_text(const std::string& path) {
  std::error_code problem;
  return std::filesystem::exists(path, problem) ? read_file(path) : "";
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
  refuse_unreadable(variables);
  refuse_unreadable(words);
  refuse_quotes(words.front());
  std::string environment;
  for (const std::string& variable : variables)
    environment += "Environment=" + quoted(variable, false) + '\n';
  std::string command;
  for (const std::string& word : words)
    command += (command.empty() ? "" : " ") + quoted(word, !command.empty());
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

bool UnitFiles::manager_answers() const {
  return !folder_.empty() && env_.run_beside({"systemctl", "--user", "show-environment"}, "").well();
}

bool UnitFiles::there() const {
  bool any = false;
  for (const std::string& path : {service_, timer_}) {
    std::error_code ignored;
    if (path.empty() || !fs::exists(fs::symlink_status(path, ignored))) continue;
    if (!unit_text(path).starts_with(unit_mark))
      throw UsageError(cli::named(path) + ": is there already, and is not of rel's", "rel schedule --cron");
    any = true;
  }
  return any;
}

bool UnitFiles::are(const Units& units) const {
  return Units{unit_text(service_), unit_text(timer_)} == units &&
         env_.run_beside({"systemctl", "--user", "is-enabled", timer_name}, "").well();
}

void UnitFiles::put(const Units& units) const {
  put_unit(service_, units.service);
  put_unit(timer_, units.timer);
}

void UnitFiles::tell_manager(const ProgramWords& words) const {
  ProgramWords command = {"systemctl", "--user"};
  command.insert(command.end(), words.begin(), words.end());
  const Ended ended = env_.run_beside(command, "");
  if (ended.well()) return;
  throw IoError("systemctl --user " + words.front() + ": " + why_not(ended), "rel schedule --cron");
}

void UnitFiles::set_up(const Units& units) const {
  store::make_private_folder(folder_);
  const Units before{unit_text(service_), unit_text(timer_)};
  try {
    put(units);
    tell_manager({"daemon-reload"});
    tell_manager({"enable", timer_name});
    tell_manager({"restart", timer_name});
  } catch (const Error&) {
    if (before.timer.empty()) env_.run_beside({"systemctl", "--user", "disable", timer_name}, "");
    put(before);
    env_.run_beside({"systemctl", "--user", "daemon-reload"}, "");
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
