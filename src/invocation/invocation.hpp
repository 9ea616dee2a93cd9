// One run of one command: what it was given, and how it answers.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/errors.hpp"
#include "cli/arguments.hpp"
#include "cli/dates.hpp"
#include "formats/config.hpp"
#include "rel/settings.hpp"
#include "render/view.hpp"
#include "store/file.hpp"
#include "system/env.hpp"

namespace rel::commands {

struct Batch;

/// Everything a command works with.
struct Call {
  const cli::CommandSpec& spec;  ///< of the command that runs
  cli::Arguments args;
  const Env& env;
  Outcome& outcome;
  Settings settings;
  /// What the program has beside the settings of the model.
  formats::ProgramSettings program;
  cli::Now now;               ///< with `today` as of --as-of
  bool looking_back = false;  ///< --as-of names a day before the real today
  std::string typed;          ///< the command line, for the history
  std::string database;       ///< the path of the data file itself
  std::string link;           ///< of a link that leads to it, where it is named so; else empty
  render::Format format = render::Format::text;
  render::Look look;
  bool quiet = false;
  Batch* batch = nullptr;  ///< what this command is a part of; null where it stands alone

  Day today() const { return now.today; }
  /// The paths under which things of the data file may lie around it: its own, and that of the link.
  std::vector<std::string> places() const;

  /// Prints the view in the format asked for.
  void show(const render::View& view);
  /// The same for what a writing command wrote: `-q` silences its text.
  void confirm(const render::View& view);
  /// A piece of an answer that is too long to be held: out at once, where that can be.
  void print(std::string_view text) const;
  /// A line on standard error that is no error.
  void warn(const std::string& line);

  /// Whether the user can be asked something: standard input and output are terminals.
  bool can_ask() const { return static_cast<bool>(env.ask); }
  /// Shows what was said so far and the question, and reads a line, trimmed; nothing at the end of input.
  /// Call only where can_ask().
  std::optional<std::string> ask(const std::string& question);

  /// The file for reading, as of the day asked for; nothing where there is none yet.
  std::optional<store::Reader> open_to_read(store::Reading reading = store::Reading::little) const;
  /// The file for changing, brought to our version first; nothing where there is none yet.
  std::optional<store::File> open_to_write() const;
  /// The same. Throws NotFound where there is none yet, naming `who` was looked for.
  store::File open_to_change(const std::string& who) const;
  /// The same, made where there is none yet.
  store::File open_or_make() const;
  /// Runs `work` as one step of the history, and `report`, which reads what there is to say of it before
  /// anybody else can change it.
  void change(
      store::File& store, const std::function<void(store::Change&)>& work,
      const std::function<void()>& report = [] {}) const;
};

}  // namespace rel::commands
