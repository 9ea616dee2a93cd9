// The settings file: TOML, all of it optional, read strictly.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "rel/settings.hpp"

namespace rel::formats {

/// What the program alone needs to know; the model has Settings.
struct ProgramSettings {
  int list_length = 5;                    ///< people shown who were long enough ago
  std::string default_country;            ///< of phone numbers without +, as two letters; empty if not known
  std::string backup_to;                  ///< a folder for a second copy; empty for none
  int history_mib = 64;                   ///< MiB of history that are kept
  std::vector<std::string> phone_opener;  ///< the command that is given tel:…; empty for xdg-open
  std::vector<std::string> email_opener;  ///< the same for mailto:…
  std::vector<std::string> inbox;         ///< patterns of files that lines are taken in from
};

/// A figure of one tier.
struct TierFigure {
  Tier tier;
  int TierRule::*figure;
};

/// One setting: its place in the file and in memory, and what it means. The one source of reading, of
/// `rel config` and of the manual.
struct Setting {
  std::string_view section;  ///< `tiers.very-high`, `reach`, or empty
  std::string_view key;
  std::variant<int Settings::*, TimeOfDay Settings::*, TierFigure, int ProgramSettings::*,
               std::string ProgramSettings::*, std::vector<std::string> ProgramSettings::*>
      place;
  std::string_view meaning;
  int least = 0;  ///< of a whole number
  int most = 0;

  /// `tiers.very-high.target`, `list_length`.
  std::string name() const;
};

/// All settings, in the order in which they are shown.
std::span<const Setting> all_settings();

/// What a settings file says.
struct Config {
  Settings settings;
  ProgramSettings program;
  std::map<std::string, int> lines;  ///< where each setting that it names stands, from 1, by name()
};

/// The value of a setting as TOML writes it: `7`, `"04:00"`, `["gio", "open"]`.
std::string value_text(const Setting& setting, const Config& config);

/// Why a settings file can't be taken.
struct ConfigProblem {
  int line = 0;  ///< from 1; 0 where it is the whole file
  std::string why;
  std::string instead;  ///< what to try; may be empty
};

/// Reads a settings file. Refuses unknown keys with the nearest one, wrong types, values out of range, and
/// text that is no TOML.
std::variant<Config, ConfigProblem> read_config(const std::string& text);

}  // namespace rel::formats
