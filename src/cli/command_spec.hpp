// What a command is called and takes: the one source of parsing, help, manual and completions.
#pragma once

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rel::cli {

/// How often an option may be given and whether it takes a value.
enum class Arity { flag, one, many, optional };

/// What the value of an option or a word is, for completion and checks.
enum class ValueKind { text, person, tier, channel, day, entry, tag, file, number, command, log_word };

/// One option.
struct OptionSpec {
  std::string_view name;  ///< long name without dashes; its key in Arguments
  char letter = 0;        ///< the short name, or 0
  Arity arity = Arity::flag;
  std::string_view value;  ///< what stands for its value in help; empty for flags
  std::string_view help;
  ValueKind kind = ValueKind::text;

  /// Whether what was typed is this option, without a value behind `=`: `--tier`, `-t`.
  bool is_called(std::string_view typed) const {
    const bool by_letter = letter && typed.size() == 2 && typed[0] == '-' && typed[1] == letter;
    return by_letter || (typed.starts_with("--") && typed.substr(2) == name);
  }
};

/// An option that would be ignored, or contradicted, beside others: it is refused where one of them is given.
struct Exclusion {
  std::string_view option;
  std::string_view others;  ///< names with a blank between them; `format=json` is an option with that value
};

/// Two tables as one.
template <class T, std::size_t A, std::size_t B>
constexpr std::array<T, A + B> joined(const std::array<T, A>& a, const std::array<T, B>& b) {
  std::array<T, A + B> both{};
  std::copy(a.begin(), a.end(), both.begin());
  std::copy(b.begin(), b.end(), both.begin() + A);
  return both;
}

/// One example: what to type and what it does.
struct Example {
  std::string_view line;
  std::string_view meaning;
};

/// In which group `rel help --all` shows a command; hidden ones are for shells and scripts of the project.
enum class Group { everyday, people, entries, data, hidden };

/// The values of --format that every command takes.
constexpr std::string_view usual_formats = "text|json|tsv";

/// One command.
struct CommandSpec {
  std::string_view name;
  Group group;
  std::string_view words;    ///< its words in help, such as `WHO [WORD…]`
  std::string_view summary;  ///< one line
  std::string_view prose;    ///< a paragraph or two for help and manual
  std::span<const OptionSpec> options;
  std::span<const Example> examples;
  int most_words = -1;                       ///< how many words it takes, -1 for any number
  std::string_view formats = usual_formats;  ///< the values of its --format
  std::span<const Exclusion> exclusions = {};
  std::string_view synonyms = "";  ///< other words for it, with a blank between them

  bool is_called(std::string_view typed) const;
};

/// The options beside which this one is refused, as they are typed.
std::vector<std::string> excluded_by(const CommandSpec& spec, const OptionSpec& option);

/// The choices in the help of an option: `me`, `them` of `me|them`.
std::vector<std::string> choices_in(std::string_view usage);

/// The options that every command takes.
std::span<const OptionSpec> global_options();

}  // namespace rel::cli
