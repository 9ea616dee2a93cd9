#include "cli/man_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/help.hpp"
#include "text/ascii.hpp"
#include "text/enumerated.hpp"
#include "text/terminal.hpp"
#include "text/utf8.hpp"

namespace rel::cli {

namespace {

constexpr int source_width = 66;
constexpr std::string_view page_date = "November 22, 2026";

// Characters that mean something to the formatter, or that it would make prettier than they can be typed.
constexpr std::array<std::pair<char32_t, std::string_view>, 7> specials = {{{U'\\', "\\e"},
                                                                            {U'"', "\\(dq"},
                                                                            {U'\'', "\\(aq"},
                                                                            {U'-', "\\-"},
                                                                            {U'~', "\\(ti"},
                                                                            {U'^', "\\(ha"},
                                                                            {U'`', "\\(ga"}}};

/// Running text: each sentence begins a line, and no line of the source is long.
std::string running(std::string_view prose) {
  std::string text;
  for (std::size_t begin = 0; begin < prose.size();) {
    const std::size_t end = std::min(prose.find(". ", begin), prose.size() - 1) + 1;
    for (const std::string& line : text::wrapped(prose.substr(begin, end - begin), source_width))
      text += man_escaped(line) + '\n';
    begin = std::min(end + 1, prose.size());
  }
  return text;
}

/// A remark as a sentence.
std::string sentence(std::string_view remark) {
  return running(std::string(remark) + (remark.ends_with("…") ? "" : "."));
}

/// One argument of a macro, whatever words it holds.
std::string argument(std::string_view text) {
  return '"' + man_escaped(text) + '"';
}

std::string flags(const OptionSpec& option) {
  std::string text = option.letter ? fmt::format("Fl {} , Fl -{}", option.letter, man_escaped(option.name))
                                   : fmt::format("Fl -{}", man_escaped(option.name));
  if (option.value.empty()) return text;
  return text + (option.arity == Arity::optional ? " Op Ar " : " Ar ") + argument(option.value);
}

/// Of a command, or the global ones where there is none.
std::string option_list(std::span<const OptionSpec> options, const CommandSpec* command = nullptr) {
  std::string text = ".Bl -tag -width Ds\n";
  for (const OptionSpec& option : options) {
    const std::string_view often = option.arity == Arity::many ? "It may be given several times.\n" : "";
    const auto excluded = command ? excluded_by(*command, option) : std::vector<std::string>{};
    const std::string not_with =
        excluded.empty() ? "" : sentence("Not with " + text::enumerated(excluded, "or"));
    text += fmt::format(".It {}\n{}{}{}", flags(option), sentence(option.help), often, not_with);
  }
  return text + ".El\n";
}

std::string example_list(const CommandSpec& spec) {
  std::string text = ".Bl -tag -width Ds\n";
  for (const Example& example : spec.examples) {
    text += fmt::format(".It Li {}\n{}", argument(example.line), sentence(example.meaning));
  }
  return text + ".El\n";
}

}  // namespace

std::string man_escaped(std::string_view text) {
  std::string escaped;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_code_point(text, at);
    const auto special =
        std::find_if(specials.begin(), specials.end(), [&](const auto& one) { return one.first == c; });
    if (special != specials.end()) {
      escaped += special->second;
    } else if (c > 126) {
      escaped += fmt::format("\\[u{:04X}]", static_cast<unsigned>(c));
    } else {
      escaped += static_cast<char>(c);
    }
  }
  return escaped.starts_with('.') ? "\\&" + escaped : escaped;
}

std::string man_page(const CommandSpec& spec) {
  std::string text = ".\\\" Made by scripts/write-pages; to change it, change the help of the command.\n";
  text += fmt::format(".Dd {}\n.Dt REL-{} 1\n.Os\n", page_date, text::upper(spec.name));
  text += fmt::format(".Sh NAME\n.Nm rel-{}\n.Nd {}\n", spec.name, man_escaped(spec.summary));
  text += fmt::format(".Sh SYNOPSIS\n.Nm rel {}\n", spec.name);
  if (!spec.words.empty()) text += fmt::format(".Ar {}\n", argument(spec.words));
  text += fmt::format(".Op Ar \"option ...\"\n.Sh DESCRIPTION\n{}", running(spec.prose));
  if (!spec.options.empty()) text += ".Pp\nThe options are:\n" + option_list(spec.options, &spec);
  text += ".Pp\nThe options that every command takes are in\n.Sy rel(1) .\n";
  text += ".Sh EXIT STATUS\nSee\n.Sy rel(1) .\n";
  text += ".Sh EXAMPLES\n" + example_list(spec);
  return text + ".Sh SEE ALSO\n.Sy rel(1) ,\n.Sy rel\\-json(5) ,\n.Sy rel\\-model(7)\n";
}

std::string man_command_list(std::span<const CommandSpec* const> commands) {
  std::string text;
  for (const Group group : shown_groups) {
    text += fmt::format(".Ss {}\n.Bl -tag -width Ds\n", man_escaped(group_name(group)));
    for (const CommandSpec* spec : commands) {
      if (spec->group != group) continue;
      const std::string words = spec->words.empty() ? "" : " Ar " + argument(spec->words);
      text += fmt::format(".It Cm {}{}\n{}See\n.Sy rel\\-{}(1) .\n", spec->name, words,
                          sentence(spec->summary), spec->name);
    }
    text += ".El\n";
  }
  return text;
}

std::string man_global_options() {
  return option_list(global_options());
}

}  // namespace rel::cli
