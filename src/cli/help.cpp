#include "cli/help.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "text/terminal.hpp"

namespace rel::cli {

namespace {

constexpr int widest_line = 78;  // longer lines are hard to read
constexpr int option_column = 26;
constexpr int narrowest_right = 20;
constexpr int example_indent = 6;

/// Text of at most so many columns.
int text_width(int columns) {
  return std::min(columns - 2, widest_line);
}

std::string paragraph(std::string_view text, int columns) {
  std::string result;
  for (const std::string& line : text::wrapped(text, text_width(columns))) result += line + '\n';
  return result;
}

/// `left` and, from a common column on, the wrapped text.
std::string entry(const std::string& left, std::string_view right, int columns) {
  constexpr int column = option_column;
  std::string result = "  " + text::padded(left, column - 4) + "  ";
  bool first = true;
  if (text::width(left) > column - 4) {
    result = "  " + left + "\n";
    first = false;
  }
  for (const std::string& line :
       text::wrapped(right, std::max(narrowest_right, text_width(columns) - column))) {
    result += (first ? "" : fmt::format("{:{}}", "", column)) + line + "\n";
    first = false;
  }
  return result;
}

std::string option_names(const OptionSpec& option) {
  std::string names =
      option.letter ? fmt::format("-{}, --{}", option.letter, option.name) : fmt::format("--{}", option.name);
  if (option.arity == Arity::optional) return fmt::format("{} [{}]", names, option.value);
  return option.value.empty() ? names : fmt::format("{} {}", names, option.value);
}

std::string option_list(std::span<const OptionSpec> options, int columns) {
  std::string text;
  for (const OptionSpec& option : options) {
    const std::string often = option.arity == Arity::many ? " (may be repeated)" : "";
    text += entry(option_names(option), std::string(option.help) + often, columns);
  }
  return text;
}

std::string group_list(std::span<const CommandSpec* const> commands, Group group, int columns) {
  std::string text;
  for (const CommandSpec* spec : commands) {
    if (spec->group == group)
      text += entry(fmt::format("{} {}", spec->name, spec->words), spec->summary, columns);
  }
  return text;
}

}  // namespace

std::string_view group_name(Group group) {
  switch (group) {
    case Group::everyday:
      return "Every day";
    case Group::people:
      return "People";
    case Group::entries:
      return "Entries";
    case Group::data:
      return "The data";
    case Group::hidden:
      break;
  }
  return "";
}

std::string command_help(const CommandSpec& spec, int columns) {
  std::string text = fmt::format("rel {}: {}\n\n", spec.name, spec.summary);
  text += fmt::format("  rel {} {}{}\n\n", spec.name, spec.words, spec.options.empty() ? "" : " [OPTION…]");
  text += paragraph(spec.prose, columns);
  if (!spec.options.empty()) text += "\nOptions\n" + option_list(spec.options, columns);
  text += "\nExamples\n";
  for (const Example& example : spec.examples) {
    text += fmt::format("  {}\n", example.line);
    for (const std::string& line : text::wrapped(example.meaning, text_width(columns) - example_indent))
      text += fmt::format("{:{}}{}\n", "", example_indent, line);
  }
  return text + '\n' +
         paragraph("Every command also takes --db, --format, --color, -q and --help: rel help --all",
                   columns);
}

std::string overview(std::span<const CommandSpec* const> commands, bool all, int columns) {
  std::string text =
      "rel: whom to call today, and why\n\n  rel COMMAND [WORD…] [OPTION…]     alone it is rel due\n\n";
  text += std::string(group_name(Group::everyday)) + "\n" + group_list(commands, Group::everyday, columns);
  if (!all) return text + "\nMore: rel help --all        One command: rel help log\n";
  for (const Group group : shown_groups) {
    if (group == Group::everyday) continue;  // they stand above
    text += "\n" + std::string(group_name(group)) + "\n" + group_list(commands, group, columns);
  }
  return text + "\nEvery command takes\n" + option_list(global_options(), columns) + '\n' +
         paragraph("WHO is a handle, an alias, a name, a word of it, or a beginning of any of these.",
                   columns);
}

}  // namespace rel::cli
