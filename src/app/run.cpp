#include "app/run.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <ios>
#include <stdexcept>

#include "cli/dated_texts.hpp"
#include "cli/help.hpp"
#include "cli/typed.hpp"
#include "commands/commands.hpp"
#include "invocation/data_file.hpp"
#include "invocation/safety.hpp"
#include "invocation/settings_file.hpp"
#include "text/enumerated.hpp"
#include "text/joined.hpp"
#include "text/terminal.hpp"

namespace rel {

namespace {

using commands::Call;
using commands::Command;

constexpr int widest = 100;  // lines longer than this are hard to read
constexpr int narrowest = 20;
constexpr int usual = 80;

std::optional<std::string> set_variable(const Env& env, const char* name) {
  auto value = env.variable(name);
  return value && !value->empty() ? value : std::nullopt;
}

std::string data_folder(const Env& env) {
  const auto xdg = set_variable(env, "XDG_DATA_HOME");
  if (xdg && xdg->front() == '/') return *xdg;  // a relative one is to be ignored
  const auto home = set_variable(env, "HOME");
  if (!home)
    throw IoError("HOME: not set, so there is no place for the data file", "name one with --db or REL_DB");
  return *home + "/.local/share";
}

// Always absolute: SQLite takes a name that begins with `file:` or `:` for something else than a file.
std::string database_path(const cli::Arguments& args, const Env& env) {
  const auto named = args.has("db") ? args.one("db") : set_variable(env, "REL_DB");
  if (!named) return data_folder(env) + "/rel/rel.db";
  if (named->empty()) throw UsageError("--db: empty");
  std::error_code problem;
  const auto path = std::filesystem::absolute(*named, problem);
  if (problem) throw IoError(cli::named(*named) + ": " + problem.message());
  return path;
}

int columns(const Env& env) {
  int value = env.columns;
  if (const auto text = set_variable(env, "COLUMNS")) {
    int typed = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), typed);
    if (error == std::errc{} && end == text->data() + text->size() && typed >= narrowest) value = typed;
  }
  return value < narrowest ? usual : std::min(value, widest);
}

bool colour(const cli::Arguments& args, const Env& env) {
  const std::string when = args.one("color").value_or("auto");
  if (when == "always") return true;
  if (when == "never") return false;
  if (when != "auto") throw UsageError(cli::named("color", when) + ": not auto, always or never");
  if (set_variable(env, "NO_COLOR")) return false;
  if (const auto force = set_variable(env, "CLICOLOR_FORCE"); force && *force != "0") return true;
  const auto term = set_variable(env, "TERM");
  return env.output_is_terminal && term && *term != "dumb";
}

// Links are for terminals that ask for them, in the way that other programs have agreed on.
bool links(const Env& env) {
  if (!env.output_is_terminal) return false;
  const auto force = set_variable(env, "FORCE_HYPERLINK");
  return force && *force != "0" && set_variable(env, "TERM").value_or("dumb") != "dumb";
}

render::Format format(const cli::Arguments& args, const Command& command) {
  const std::string name = args.one("format").value_or("text");
  if (name == "text") return render::Format::text;
  if (name == "tsv") return render::Format::tsv;
  if (name == "json") return render::Format::json;
  const std::vector<std::string> formats = cli::choices_in(command.spec.formats);
  const bool known = std::find(formats.begin(), formats.end(), name) != formats.end();
  if (known) return render::Format::json;  // a calendar is made of everything, as for a program
  throw UsageError(cli::named("format", name) + ": not " + text::enumerated(formats, "or"));
}

// The command line as it could be typed again.
std::string typed(const std::vector<std::string>& args) {
  return text::joined(args, " ", cli::shell_word);
}

// --as-of may name any day; what can be past and to come (`fri`, `11-02`) is past: mostly one looks back.
Day as_of(const std::string& text, const cli::Now& now) {
  const auto past = cli::read_date(text, cli::Tense::past, now);
  if (const auto* moment = std::get_if<Moment>(&past)) return moment->day;
  const auto future = cli::read_date(text, cli::Tense::future, now);
  if (const auto* moment = std::get_if<Moment>(&future)) return moment->day;
  return cli::require_date(text, cli::named("as-of", text), cli::Tense::past, now).day;
}

// Help is there whatever the settings and the file are like.
bool is_help(const Command& command, const cli::Arguments& args) {
  return command.spec.name == "help" || args.has("help") || args.has("version");
}

Call call_for(const Command& command, const cli::CommandLine& line, const Env& env, Outcome& outcome) {
  Call call{.spec = command.spec, .args = cli::parse(command.spec, line), .env = env, .outcome = outcome};
  if (is_help(command, call.args)) {
    call.look.columns = columns(env);
    return call;
  }
  cli::refuse_excluded(command.spec, call.args);
  const auto config = commands::read_settings(env).config;
  call.settings = config.settings;
  call.program = config.program;
  call.now = cli::now_at(env.now, call.settings.day_starts);
  if (const auto day = call.args.one("as-of")) {
    if (command.writes) throw UsageError("--as-of: only for commands that read");
    const Day today = call.now.today;
    call.now.today = as_of(*day, call.now);
    call.looking_back = call.now.today < today;
  }
  call.format = format(call.args, command);
  call.look = {.colour = colour(call.args, env),
               .terminal = env.output_is_terminal,
               .links = links(env),
               .columns = columns(env),
               .rows = env.rows};
  call.quiet = call.args.has("quiet");
  return call;
}

/// A command line, and the command that it runs.
struct Chosen {
  cli::CommandLine line;
  const Command& command;
  Exit (*run)(Call&) = command.run;
};

Chosen chosen(cli::CommandLine line) {
  const auto alone = [&](const char* option) { return line.before == std::vector<std::string>{option}; };
  if (line.command.empty() && (alone("--help") || alone("-h"))) return {{}, commands::help_command};
  if (line.command == "version")
    return {{.command = "", .before = {"--version"}, .after = {}}, commands::due_command};
  if (line.command.empty()) return {std::move(line), commands::due_command};
  if (const Command* command = commands::find_command(line.command)) return {std::move(line), *command};
  line.after.insert(line.after.begin(), line.command);
  return {std::move(line), commands::prep_command, commands::run_by_name};
}

/// What can't be read as the words of prep behind a name was never meant as a name.
Call call_of(const Chosen& chosen, const Env& env, Outcome& outcome) {
  if (chosen.run == chosen.command.run) return call_for(chosen.command, chosen.line, env, outcome);
  try {
    cli::parse(chosen.command.spec, chosen.line);
  } catch (const UsageError&) {
    commands::refuse_command(chosen.line.command);
  }
  return call_for(chosen.command, chosen.line, env, outcome);
}

Exit run_command(const std::vector<std::string>& args, const Env& env, Outcome& outcome) {
  const Chosen chosen = rel::chosen(cli::split_command(args));
  const Command& command = chosen.command;
  Call call = call_of(chosen, env, outcome);
  if (call.args.has("help")) {
    outcome.out = cli::command_help(command.spec, call.look.columns);
    return Exit::done;
  }
  if (call.args.has("version")) {
    outcome.out = "rel " REL_VERSION "\n";
    return Exit::done;
  }
  if (is_help(command, call.args)) return chosen.run(call);
  if (!env.warning.empty()) call.warn(env.warning);
  commands::set_data_file(call, database_path(call.args, env));
  call.typed = typed(args);
  commands::tell_of_waiting(env);
  const Exit exit = chosen.run(call);
  if (command.writes && outcome.saved) outcome.afterwards = commands::daily_backup(call);
  return exit;
}

// Whatever stands in a message, it is one line and harmless for a terminal.
std::string message(const Error& error) {
  std::string text = "rel: " + text::escaped(error.what()) + "\n";
  if (!error.advice().empty()) text += "try: " + text::escaped(error.advice()) + "\n";
  return text;
}

}  // namespace

Outcome run(const std::vector<std::string>& args, const Env& env) {
  Outcome outcome;
  try {
    outcome.exit_code = static_cast<int>(run_command(args, env, outcome));
  } catch (const ReaderLeft&) {
    outcome.out.clear();
  } catch (const Error& error) {
    outcome.exit_code = static_cast<int>(error.exit());
    outcome.out.clear();
    outcome.err = message(error);  // an error stands alone: what was said on the way is of no use any more
  } catch (const std::bad_alloc&) {
    outcome.exit_code = static_cast<int>(Exit::io);
    outcome.out.clear();
    outcome.err = "rel: memory: there is not enough\n";
  } catch (const std::ios_base::failure&) {  // by a stream that is read row by row
    outcome.exit_code = static_cast<int>(Exit::io);
    outcome.out.clear();
    outcome.err = "rel: a file can't be read to its end; nothing was saved\n";
  } catch (const std::out_of_range&) {  // by the look-up of somebody whom an entry names
    outcome.exit_code = static_cast<int>(Exit::file);
    outcome.out.clear();
    outcome.err = "rel: the data file: an entry names what is not there\ntry: rel doctor\n";
  } catch (const std::exception& error) {
    outcome.exit_code = static_cast<int>(Exit::io);
    outcome.out.clear();
    outcome.err = std::string("rel: ") + text::escaped(error.what()) + "\n";
  }
  return outcome;
}

}  // namespace rel
