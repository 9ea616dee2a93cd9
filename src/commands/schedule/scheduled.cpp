#include "commands/schedule/scheduled.hpp"

#include <pwd.h>
#include <unistd.h>

#include <filesystem>

#include "invocation/settings_file.hpp"

namespace rel::commands {

namespace {

namespace fs = std::filesystem;

/// Empty where nobody knows.
fs::path program_path() {
  std::error_code problem;
  return fs::read_symlink("/proc/self/exe", problem);
}

/// A place in the user's home, as cron and systemd see it; empty where nobody knows.
std::string at_home(const char* place) {
  const passwd* user = getpwuid(geteuid());
  return user ? std::string(user->pw_dir) + place : "";
}

}  // namespace

std::string program_name() {
  return program_path().filename();
}

std::string usual_database() {
  return at_home("/.local/share/rel/rel.db");
}

ProgramWords words_to_run(const Call& call) {
  std::error_code problem;
  ProgramWords words = {program_path()};
  if (!fs::exists(words.front(), problem))
    throw IoError("the program itself: can't be found any more", "rel, installed anew");
  if (call.database != usual_database()) words.insert(words.end(), {"--db", call.database});
  words.emplace_back("due");
  if (call.args.has("discreet")) words.emplace_back("--discreet");
  return words;
}

ProgramWords variables_to_set(const Call& call) {
  const std::string folder = config_folder(call.env);
  const bool named = call.env.variable("XDG_CONFIG_HOME") == folder;
  const bool elsewhere = named || folder != at_home("/.config");
  return elsewhere && !folder.empty() ? ProgramWords{"XDG_CONFIG_HOME=" + folder} : ProgramWords{};
}

}  // namespace rel::commands
