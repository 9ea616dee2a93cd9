#include "formats/config.hpp"

#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>

#include "formats/toml_letters.hpp"
#include "rel/limits.hpp"
#include "text/nearest.hpp"
#include "text/terminal.hpp"
#include "text/utf8.hpp"

namespace rel::formats {

namespace {

using toml::node;

constexpr Setting of_tier(std::string_view section, Tier tier, std::string_view key, int TierRule::*figure,
                          int most, std::string_view meaning) {
  return {section, key, TierFigure{tier, figure}, meaning, 1, most};
}

constexpr std::string_view target_means = "days that a silence may last";
constexpr std::string_view minutes_mean = "minutes that a conversation is expected to take";
constexpr std::string_view respond_means = "days in which you answer";

constexpr auto minutes_in(std::string_view section, Tier tier) {
  return of_tier(section, tier, "minutes", &TierRule::minutes, longest_minutes, minutes_mean);
}
constexpr auto respond_in(std::string_view section, Tier tier) {
  return of_tier(section, tier, "respond", &TierRule::respond_days, longest_rule, respond_means);
}
constexpr auto target_in(std::string_view section, Tier tier) {
  return of_tier(section, tier, "target", &TierRule::target_days, longest_rule, target_means);
}

constexpr std::array settings_table = {
    Setting{"", "day_starts", &Settings::day_starts, "before this time it is still the day before"},
    Setting{"", "inbox", &ProgramSettings::inbox,
            "files that rel inbox takes lines in from: [\"~/Sync/rel-inbox*.txt\"]"},
    Setting{"", "list_length", &ProgramSettings::list_length, "people shown who were long enough ago", 0,
            1000},
    Setting{"", "default_minutes", &Settings::default_minutes,
            "minutes of a conversation logged without a length", 1, longest_minutes},
    Setting{"", "date_lead", &Settings::date_lead, "days before a birthday from which it reminds", 0, 60},
    Setting{"", "default_country", &ProgramSettings::default_country,
            "the country of phone numbers without +: \"DE\""},
    Setting{"", "backup_to", &ProgramSettings::backup_to, "a folder, on another disk, for a second copy"},
    Setting{"", "history_mib", &ProgramSettings::history_mib, "MiB of history kept for undo", 1, 1'000'000},
    Setting{"reach", "phone", &ProgramSettings::phone_opener,
            "the command that is given tel:NUMBER; [] for xdg-open"},
    Setting{"reach", "email", &ProgramSettings::email_opener,
            "the command that is given mailto:ADDRESS; [] for xdg-open"},
    target_in("tiers.very-high", Tier::very_high),
    minutes_in("tiers.very-high", Tier::very_high),
    respond_in("tiers.very-high", Tier::very_high),
    target_in("tiers.high", Tier::high),
    minutes_in("tiers.high", Tier::high),
    respond_in("tiers.high", Tier::high),
    target_in("tiers.moderate", Tier::moderate),
    minutes_in("tiers.moderate", Tier::moderate),
    respond_in("tiers.moderate", Tier::moderate),
    minutes_in("tiers.none", Tier::none),
    respond_in("tiers.none", Tier::none)};

// What a terminal must not be given is written as TOML writes it, so that the line can be read again.
std::string toml_text(std::string_view text) {
  std::string result = "\"";
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t start = offset;
    const char32_t letter = text::next_code_point(text, offset);
    if (text::is_control(letter)) {
      std::array<char, 8> escape{};
      std::snprintf(escape.data(), escape.size(), "\\u%04X", static_cast<unsigned>(letter));
      result += escape.data();
      continue;
    }
    if (letter == U'"' || letter == U'\\') result += '\\';
    result += text.substr(start, offset - start);
  }
  return result + '"';
}

std::string toml_text(const std::vector<std::string>& words) {
  std::string result;
  for (const std::string& word : words) result += (result.empty() ? "" : ", ") + toml_text(word);
  return '[' + result + ']';
}

/// Thrown while a file is read, caught where reading began.
struct Refusal {
  ConfigProblem problem;
};

[[noreturn]] void refuse(const node& at, const std::string& why, const std::string& instead = "") {
  throw Refusal{{static_cast<int>(at.source().begin.line), why, instead}};
}

std::string range(const Setting& setting) {
  return "a whole number from " + std::to_string(setting.least) + " to " + std::to_string(setting.most);
}

int whole_number(const Setting& setting, const node& value) {
  const auto number = value.value_exact<std::int64_t>();
  if (!number || *number < setting.least || *number > setting.most) {
    refuse(value, setting.name() + " takes " + range(setting));
  }
  return static_cast<int>(*number);
}

TimeOfDay time_of_day(const Setting& setting, const node& value) {
  const auto text = value.value_exact<std::string>();
  const auto time = text ? time_from_text(*text) : std::nullopt;
  if (!time) refuse(value, setting.name() + " takes a time of day in quotes", "\"04:00\"");
  return *time;
}

bool is_country(const std::string& text) {
  return text.size() == 2 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string text_of(const Setting& setting, const node& value) {
  const auto text = value.value_exact<std::string>();
  if (!text) refuse(value, setting.name() + " takes a text in quotes");
  if (setting.key == "default_country" && !text->empty() && !is_country(*text)) {
    refuse(value, setting.name() + " takes the two letters of a country", "\"DE\"");
  }
  if (setting.key == "backup_to" && !text->empty() && text->front() != '/') {
    refuse(value, setting.name() + " takes the whole path of a folder", "\"/media/stick/rel\"");
  }
  return letters_back(*text);
}

// A command is given word by word: no shell will read it.
std::vector<std::string> words_of(const Setting& setting, const node& value) {
  const auto* array = value.as_array();
  const bool files = setting.key == "inbox";
  const std::string takes =
      setting.name() + (files ? " takes a list of whole paths" : " takes the words of a command");
  const char* const instead = files ? "[\"~/Sync/rel-inbox*.txt\"]" : "[\"gio\", \"open\"]";
  if (!array) refuse(value, takes, instead);
  std::vector<std::string> words;
  for (const node& one : *array) {
    const auto word = one.value_exact<std::string>();
    if (!word || word->empty() || word->find('\0') != std::string::npos) refuse(one, takes, instead);
    if (files && !word->starts_with('/') && !word->starts_with("~/")) refuse(one, takes, instead);
    words.push_back(letters_back(*word));
  }
  return words;
}

/// Puts a value where its setting says.
struct Taking {
  Config& config;
  const Setting& setting;
  const node& value;

  void operator()(int Settings::*place) const { config.settings.*place = whole_number(setting, value); }
  void operator()(TimeOfDay Settings::*place) const { config.settings.*place = time_of_day(setting, value); }
  void operator()(TierFigure of) const {
    config.settings.tiers[static_cast<std::size_t>(of.tier)].*of.figure = whole_number(setting, value);
  }
  void operator()(int ProgramSettings::*place) const { config.program.*place = whole_number(setting, value); }
  void operator()(std::string ProgramSettings::*place) const {
    config.program.*place = text_of(setting, value);
  }
  void operator()(std::vector<std::string> ProgramSettings::*place) const {
    config.program.*place = words_of(setting, value);
  }
};

/// Writes the value of a setting.
struct Writing {
  const Config& config;

  std::string operator()(int Settings::*place) const { return std::to_string(config.settings.*place); }
  std::string operator()(TimeOfDay Settings::*place) const {
    return toml_text(clock_text(config.settings.*place));
  }
  std::string operator()(TierFigure of) const {
    return std::to_string(config.settings.rule(of.tier).*of.figure);
  }
  std::string operator()(int ProgramSettings::*place) const { return std::to_string(config.program.*place); }
  std::string operator()(std::string ProgramSettings::*place) const {
    return toml_text(config.program.*place);
  }
  std::string operator()(std::vector<std::string> ProgramSettings::*place) const {
    return toml_text(config.program.*place);
  }
};

/// What may stand in a section: its keys, and the names of the sections in it.
std::vector<std::string> known_in(const std::string& section) {
  std::vector<std::string> names;
  for (const Setting& setting : settings_table) {
    if (setting.section == section) names.emplace_back(setting.key);
    if (section.empty() && !setting.section.empty())
      names.emplace_back(setting.section.substr(0, setting.section.find('.')));
    if (!section.empty() && setting.section.starts_with(section + '.'))
      names.emplace_back(setting.section.substr(section.size() + 1));
  }
  return names;
}

[[noreturn]] void refuse_unknown(const std::string& section, const std::string& name, const node& value) {
  const auto near = text::nearest(name, known_in(section), 1);
  refuse(value, (section.empty() ? name : section + "." + name) + ": no such setting",
         near.empty() ? "rel config shows all of them" : near.front());
}

void read_table(Config& config, const toml::table& table, const std::string& section);

void read_entry(Config& config, const std::string& section, const std::string& name, const node& value) {
  const auto setting = std::find_if(settings_table.begin(), settings_table.end(), [&](const Setting& one) {
    return one.section == section && one.key == name;
  });
  const auto known = known_in(section);
  if (setting != settings_table.end()) {
    std::visit(Taking{config, *setting, value}, setting->place);
    config.lines[setting->name()] = static_cast<int>(value.source().begin.line);
  } else if (std::find(known.begin(), known.end(), name) == known.end()) {
    refuse_unknown(section, name, value);
  } else {
    const std::string inner = section.empty() ? name : section + "." + name;
    if (!value.is_table()) refuse(value, inner + " is a section", "[" + inner + "]");
    read_table(config, *value.as_table(), inner);
  }
}

void read_table(Config& config, const toml::table& table, const std::string& section) {
  for (const auto& [key, value] : table) read_entry(config, section, letters_back(key.str()), value);
}

/// The text as it is without the mark that it may begin with; its letters, which must be UTF-8, moved away.
toml::table parsed(std::string_view text) {
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  if (const auto broken = text::first_invalid_byte(text)) {
    const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(*broken), '\n');
    throw Refusal{{static_cast<int>(line), "not UTF-8", ""}};
  }
  return toml::parse(letters_away(text));
}

}  // namespace

std::string Setting::name() const {
  return section.empty() ? std::string(key) : std::string(section) + '.' + std::string(key);
}

std::span<const Setting> all_settings() {
  return settings_table;
}

std::string value_text(const Setting& setting, const Config& config) {
  return std::visit(Writing{config}, setting.place);
}

std::variant<Config, ConfigProblem> read_config(const std::string& text) {
  try {
    Config config;
    read_table(config, parsed(text), "");
    return config;
  } catch (const Refusal& refusal) {
    return refusal.problem;
  } catch (const toml::parse_error& error) {
    return ConfigProblem{static_cast<int>(error.source().begin.line), letters_back(error.description()), ""};
  }
}

}  // namespace rel::formats
