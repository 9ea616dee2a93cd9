#include "invocation/settings_file.hpp"

#include <filesystem>

#include "base/errors.hpp"
#include "cli/typed.hpp"
#include "system/input_files.hpp"

namespace rel::commands {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t largest_settings = 1024 * 1024;  // bytes

[[noreturn]] void refuse_settings(const std::string& path, const std::string& why,
                                  const std::string& instead = "") {
  throw UsageError(path + ": " + why, instead);
}

// Nothing where there is no file.
std::optional<std::string> settings_text(const std::string& path) {
  if (path.empty()) return std::nullopt;
  std::error_code problem;
  const fs::file_status status = fs::status(path, problem);
  if (status.type() == fs::file_type::not_found) return std::nullopt;
  if (problem) refuse_settings(path, problem.message());
  if (!fs::is_regular_file(status)) refuse_settings(path, "not a regular file");
  if (fs::file_size(path, problem) > largest_settings) refuse_settings(path, "larger than 1 MiB");
  try {
    return read_file(path);
  } catch (const IoError& error) {
    throw UsageError(error.what());
  }
}

}  // namespace

std::string config_folder(const Env& env) {
  const auto xdg = env.variable("XDG_CONFIG_HOME");
  if (xdg && xdg->starts_with('/')) return *xdg;  // a relative one is to be ignored
  const auto home = env.variable("HOME");
  return home && !home->empty() ? *home + "/.config" : "";
}

std::string settings_path(const Env& env) {
  const std::string folder = config_folder(env);
  return folder.empty() ? "" : folder + "/rel/config.toml";
}

SettingsFile read_settings(const Env& env) {
  SettingsFile file{.path = settings_path(env), .config = {}};
  const auto text = settings_text(file.path);
  if (!text) return file;
  file.there = true;
  const auto reading = formats::read_config(*text);
  if (const auto* problem = std::get_if<formats::ConfigProblem>(&reading)) {
    refuse_settings(file.path + ":" + std::to_string(problem->line), problem->why, problem->instead);
  }
  file.config = std::get<formats::Config>(reading);
  return file;
}

}  // namespace rel::commands
