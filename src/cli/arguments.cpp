// The only translation unit that includes CLI11.
#include "cli/arguments.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <ranges>

#include "base/errors.hpp"
#include "cli/scanning.hpp"
#include "cli/typed.hpp"
#include "text/nearest.hpp"
#include "text/terminal.hpp"

namespace rel::cli {

namespace {

constexpr OptionSpec globals[] = {
    {"db", 0, Arity::one, "FILE", "the data file (default: REL_DB, else $XDG_DATA_HOME/rel/rel.db)",
     ValueKind::file},
    {"format", 0, Arity::one, usual_formats, "how to print data"},
    {"color", 0, Arity::one, "auto|always|never", "colour (also: NO_COLOR, CLICOLOR_FORCE)"},
    {"as-of", 0, Arity::one, "DATE", "read as on that day (commands that only read)", ValueKind::day},
    {"quiet", 'q', Arity::flag, "", "say nothing of what was done; only data and errors"},
    {"help", 'h', Arity::flag, "", "show help"},
    {"version", 'V', Arity::flag, "", "show the version"},
};

std::string flag_names(const OptionSpec& option) {
  const std::string name = "--" + std::string(option.name);
  return option.letter ? std::string("-") + option.letter + "," + name : name;
}

/// One option on its way through CLI11; `option` is null where nothing that was typed can be it.
struct Bound {
  const OptionSpec* spec;
  CLI::Option* option;
  std::vector<std::string> values;
};

/// Whether an argument may be this option: by its name, or by its letter, which may stand among others.
bool may_be(const std::string& arg, const OptionSpec& spec) {
  if (arg.size() < 2 || arg[0] != '-') return false;
  if (arg[1] != '-') return spec.letter && arg.find(spec.letter, 1) != std::string::npos;
  return std::string_view(arg).substr(2).starts_with(spec.name);
}

void add_option(CLI::App& app, Bound& bound) {
  const OptionSpec& spec = *bound.spec;
  if (spec.arity == Arity::flag) {
    bound.option = app.add_flag(flag_names(spec));
    return;
  }
  bound.option = app.add_option(flag_names(spec), bound.values);
  // Without this a repeated option would swallow the words behind its value.
  bound.option->type_size(1)->allow_extra_args(false);
  bound.option->expected(spec.arity == Arity::optional ? 0 : 1, 1);
  bound.option->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

[[noreturn]] void refuse_unknown(const std::string& typed, const std::vector<Bound>& known) {
  std::vector<std::string> names;
  for (const Bound& bound : known) names.push_back("--" + std::string(bound.spec->name));
  const std::string name = typed.substr(0, typed.find('='));
  const auto near = text::nearest(name, names, 1);
  throw UsageError(named(name) + ": unknown option",
                   near.empty() ? "a word that begins with a dash goes after --" : near.front());
}

[[noreturn]] void rethrow(const CLI::ParseError& error) {
  std::string message = text::escaped(error.what());
  std::replace(message.begin(), message.end(), '\n', ' ');
  throw UsageError("arguments: " + message);
}

void take_values(std::vector<Bound>& options, Arguments& arguments) {
  for (Bound& bound : options) {
    if (!bound.option || bound.option->count() == 0) continue;
    const bool repeatable = bound.spec->arity == Arity::many || bound.spec->arity == Arity::flag;
    if (bound.spec->arity == Arity::optional) std::erase(bound.values, "");
    if (!repeatable && bound.values.size() > 1) {
      throw UsageError(option_name(bound.spec->name) + ": given twice");
    }
    arguments.set(bound.spec->name, bound.values);
  }
}

std::vector<Bound> known_options(const CommandSpec& command) {
  std::vector<Bound> options;
  options.reserve(std::size(globals) + command.options.size());
  for (const OptionSpec& spec : globals) options.push_back({&spec, nullptr, {}});
  for (const OptionSpec& spec : command.options) options.push_back({&spec, nullptr, {}});
  return options;
}

// CLI11 takes longer to learn an option than to read it: it learns those that were typed.
void register_typed(CLI::App& app, std::vector<Bound>& options, const std::vector<std::string>& args) {
  for (Bound& bound : options) {
    const auto fits = [&](const std::string& arg) { return may_be(arg, *bound.spec); };
    if (std::ranges::any_of(args, fits)) add_option(app, bound);
  }
}

/// The option that an argument names, whatever stands behind `=`; null where it is none of them.
const OptionSpec* option_in(const std::string& arg, const std::vector<Bound>& options) {
  const std::string name = arg.substr(0, arg.find('='));
  const auto found = std::find_if(options.begin(), options.end(),
                                  [&](const Bound& bound) { return bound.spec->is_called(name); });
  return found == options.end() ? nullptr : found->spec;
}

/// Arguments as CLI11 wants them, and the words that it does not see.
struct Spelled {
  std::vector<std::string> args;
  std::vector<std::string> raw;            ///< behind `--`
  std::optional<std::string> begins_note;  ///< behind `:`, whatever it looks like
};

/// Puts an argument that is an option, and its value, among `spelled`. Of itself CLI11 would take
/// `--real=no` for --real, and for the value of `--note=` the word behind it.
void spell_option(const OptionSpec& spec, const std::vector<std::string>& args, std::size_t& i,
                  std::vector<std::string>& spelled) {
  const std::string& arg = args[i];
  const std::size_t equals = arg.find('=');
  const bool valued = equals != std::string::npos;
  spelled.push_back(valued && equals + 1 == arg.size() ? arg.substr(0, equals) : arg);
  const std::string name = option_name(spec.name);
  if (spec.arity == Arity::flag && valued) throw UsageError(named(arg) + ": takes no value", name);
  if (valued && equals + 1 == arg.size()) spelled.emplace_back();
  if (valued || spec.arity == Arity::flag || spec.arity == Arity::optional) return;
  if (i + 1 == args.size() || args[i + 1] == "--")
    throw UsageError(name + ": needs a value", name + " " + std::string(spec.value));
  spelled.push_back(args[++i]);
}

Spelled spelled_out(const CommandSpec& command, const std::vector<std::string>& args,
                    const std::vector<Bound>& options) {
  const bool has_notes = command.words.find("WORD") != std::string_view::npos;
  bool first = true;  // the first word is no part of a note
  Spelled spelled;
  for (std::size_t i = 0; i < args.size(); ++i) {
    if (const OptionSpec* spec = option_in(args[i], options)) {
      spell_option(*spec, args, i, spelled.args);
      continue;
    }
    if (args[i] == "--") {
      spelled.raw.assign(args.begin() + static_cast<std::ptrdiff_t>(i) + 1, args.end());
      break;
    }
    spelled.args.push_back(args[i]);
    const bool mark = has_notes && !first && args[i] == note_mark && !spelled.begins_note;
    if (mark && i + 1 < args.size()) spelled.begins_note = args[++i];
    first = false;
  }
  return spelled;
}

bool looks_like_option(const std::string& word) {
  return word.size() > 1 && word[0] == '-';
}

// The global option that an argument is, with or without its value behind `=`; null for any other.
const OptionSpec* global_in(const std::string& arg) {
  const std::string name = arg.substr(0, arg.find('='));
  const auto found = std::find_if(std::begin(globals), std::end(globals),
                                  [&](const OptionSpec& option) { return option.is_called(name); });
  return found == std::end(globals) ? nullptr : found;
}

}  // namespace

bool CommandSpec::is_called(std::string_view typed) const {
  if (typed == name) return true;
  const auto others = split_words(synonyms);
  return !typed.empty() && std::ranges::find(others, typed) != others.end();
}

std::span<const OptionSpec> global_options() {
  return globals;
}

std::optional<std::string> Arguments::one(std::string_view option) const {
  const auto found = values_.find(option);
  return found == values_.end() || found->second.empty() ? std::nullopt
                                                         : std::optional(found->second.front());
}

std::vector<std::string> Arguments::all(std::string_view option) const {
  const auto found = values_.find(option);
  return found == values_.end() ? std::vector<std::string>{} : found->second;
}

void Arguments::set(std::string_view option, std::vector<std::string> values) {
  values_.insert_or_assign(std::string(option), std::move(values));
}

void Arguments::give_back(std::string_view option) {
  const auto found = values_.find(option);
  words.insert(words.end(), found->second.begin(), found->second.end());
  found->second.clear();
}

std::vector<std::string> choices_in(std::string_view usage) {
  std::vector<std::string> choices;
  for (std::size_t begin = 0; begin <= usage.size();) {
    const std::size_t end = std::min(usage.find('|', begin), usage.size());
    choices.emplace_back(usage.substr(begin, end - begin));
    begin = end + 1;
  }
  return choices;
}

CommandLine split_command(const std::vector<std::string>& args) {
  std::size_t i = 0;
  for (; i < args.size() && looks_like_option(args[i]); ++i) {
    const OptionSpec* global = global_in(args[i]);
    if (!global) return {.command = "", .before = args, .after = {}};
    if (global->arity == Arity::one && args[i].find('=') == std::string::npos) ++i;
  }
  if (i >= args.size()) return {.command = "", .before = args, .after = {}};
  const auto command = args.begin() + static_cast<std::ptrdiff_t>(i);
  if (command->empty()) throw UsageError(named(*command) + ": no such command", "rel help --all");
  return {.command = *command, .before = {args.begin(), command}, .after = {command + 1, args.end()}};
}

Arguments parse(const CommandSpec& spec, const CommandLine& line) {
  if (line.before.empty() && line.after.empty()) return {};  // the daily list is mostly asked for so
  CLI::App app;
  app.set_help_flag();  // help is ours
  app.allow_extras();
  std::vector<Bound> options = known_options(spec);
  std::vector<std::string> args = line.before;
  args.insert(args.end(), line.after.begin(), line.after.end());
  Arguments arguments;
  Spelled spelled = spelled_out(spec, args, options);
  register_typed(app, options, spelled.args);
  std::reverse(spelled.args.begin(), spelled.args.end());  // as CLI11 takes them
  try {
    app.parse(spelled.args);
  } catch (const CLI::ParseError& error) {
    rethrow(error);
  }
  arguments.words = app.remaining();
  const auto unknown = std::find_if(arguments.words.begin(), arguments.words.end(), looks_like_option);
  if (unknown != arguments.words.end()) refuse_unknown(*unknown, options);
  if (spelled.begins_note) {
    const auto mark = std::ranges::find(arguments.words | std::views::drop(1), note_mark);
    arguments.words.insert(std::next(mark), *std::move(spelled.begins_note));
  }
  arguments.words.insert(arguments.words.end(), spelled.raw.begin(), spelled.raw.end());
  take_values(options, arguments);
  const auto most = static_cast<std::size_t>(spec.most_words);
  if (spec.most_words >= 0 && arguments.words.size() > most) {
    throw UsageError(named(arguments.words[most]) + ": one word too many for " + std::string(spec.name),
                     "rel help " + std::string(spec.name));
  }
  return arguments;
}

}  // namespace rel::cli
