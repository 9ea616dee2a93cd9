// The settings file on the disk.
#pragma once

#include <optional>
#include <string>

#include "formats/config.hpp"
#include "system/env.hpp"

namespace rel::commands {

/// The settings in force and where they come from.
struct SettingsFile {
  std::string path;  ///< where the file is, or would be; empty where there is no place for one
  bool there = false;
  formats::Config config;
};

/// `$XDG_CONFIG_HOME`, else `~/.config`; empty where neither is known.
std::string config_folder(const Env& env);

/// Where the settings file is, or would be; empty where there is no place for one.
std::string settings_path(const Env& env);

/// Reads `$XDG_CONFIG_HOME/rel/config.toml`, else `~/.config/rel/config.toml`; the defaults where there is
/// none. Throws UsageError with the file and the line for whatever can't be taken.
SettingsFile read_settings(const Env& env);

}  // namespace rel::commands
