#include <fmt/format.h>

#include "commands/commands.hpp"
#include "invocation/invocation.hpp"
#include "invocation/settings_file.hpp"
#include "text/terminal.hpp"

namespace rel::commands {

namespace {

constexpr cli::Example config_examples[] = {
    {"rel config", "what is in force, and where it comes from"},
    {"rel config > ~/.config/rel/config.toml", "to begin a settings file (what it prints is one)"},
};

/// Where a value comes from: the line of the file, or nothing for a default.
std::optional<int> line_of(const SettingsFile& file, const formats::Setting& setting) {
  const auto found = file.config.lines.find(setting.name());
  return found == file.config.lines.end() ? std::nullopt : std::optional(found->second);
}

std::string source_of(const SettingsFile& file) {
  if (file.there) return file.path;
  if (file.path.empty()) return "the defaults (HOME is not set: there is no place for a settings file)";
  return "the defaults; what you want otherwise, write into " + file.path;
}

// A settings file itself, so that it can be the beginning of one. No line of it is ever wrapped.
std::string document(const SettingsFile& file, const std::string& database) {
  std::string text =
      fmt::format("# {}\n# the data: {}\n", text::escaped(source_of(file)), text::escaped(database));
  std::string_view section;
  for (const formats::Setting& setting : formats::all_settings()) {
    if (setting.section != section) text += fmt::format("[{}]\n", setting.section);
    section = setting.section;
    const auto line = line_of(file, setting);
    const std::string value = fmt::format("{} = {}", setting.key, value_text(setting, file.config));
    text += fmt::format("{:<22}  # {:<8} {}\n", text::escaped(value),
                        line ? fmt::format("line {}", *line) : "default", setting.meaning);
  }
  return text;
}

render::Object row_of(const SettingsFile& file, const formats::Setting& setting) {
  const auto line = line_of(file, setting);
  return {{"key", setting.name()},
          {"value", value_text(setting, file.config)},
          {"from", line ? "file" : "default"},
          {"line", line}};
}

Exit run_config(Call& call) {
  const SettingsFile file = read_settings(call.env);
  render::View view{.command = "config", .rows_key = "settings"};
  view.head = {{"file", file.there ? render::Value(file.path) : render::Value()}, {"data", call.database}};
  view.columns = {"key", "value", "from", "line"};
  for (const formats::Setting& setting : formats::all_settings()) view.rows.push_back(row_of(file, setting));
  if (call.format == render::Format::text) {
    call.outcome.out = document(file, call.database);
  } else {
    call.show(view);
  }
  return Exit::done;
}

}  // namespace

const Command config_command = {
    {.name = "config",
     .group = cli::Group::data,
     .words = "",
     .summary = "the settings in force, and where each comes from",
     .prose = "Every setting is optional and stands in $XDG_CONFIG_HOME/rel/config.toml, by default "
              "~/.config/rel/config.toml. The file is read strictly: what it can't mean is refused with its "
              "line.",
     .options = {},
     .examples = config_examples,
     .most_words = 0},
    run_config,
    false};

}  // namespace rel::commands
