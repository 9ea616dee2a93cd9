// The arguments of one command, parsed by its specification.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_spec.hpp"

namespace rel::cli {

/// Words and options as they were typed.
class Arguments {
 public:
  /// The words that are no options, in order, raw.
  std::vector<std::string> words;

  bool has(std::string_view option) const { return values_.contains(option); }
  /// The value of an option that is given at most once.
  std::optional<std::string> one(std::string_view option) const;
  /// The values of an option that may be repeated.
  std::vector<std::string> all(std::string_view option) const;

  void set(std::string_view option, std::vector<std::string> values);
  /// Takes an option's value back, as if it had been a word: for values that are optional.
  void give_back(std::string_view option);

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> values_;
};

/// A command line split at its command: only global options stand before it.
struct CommandLine {
  std::string command;              ///< empty where none is named
  std::vector<std::string> before;  ///< options before the command, or all there are
  std::vector<std::string> after;   ///< everything behind it
};
CommandLine split_command(const std::vector<std::string>& args);

/// Parses what follows a command. Throws UsageError for unknown options (with the nearest), options given
/// twice, values that are missing, and more words than the command takes.
Arguments parse(const CommandSpec& spec, const CommandLine& line);

/// Throws UsageError, naming both, where two options are given of which the command can heed only one.
void refuse_excluded(const CommandSpec& spec, const Arguments& arguments);

}  // namespace rel::cli
