#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>

#include "cli/typed.hpp"
#include "commands/commands.hpp"
#include "commands/schedule/crontab.hpp"
#include "commands/schedule/scheduled.hpp"
#include "commands/schedule/timer_units.hpp"
#include "invocation/invocation.hpp"
#include "text/joined.hpp"
#include "text/terminal.hpp"

namespace rel::commands {

namespace {

constexpr const char* usual_time = "08:30";
constexpr const char* mail_program = "/usr/sbin/sendmail";

constexpr cli::OptionSpec schedule_options[] = {
    {"at", 0, cli::Arity::one, "TIME", "the time of day (default 08:30)"},
    {"remove", 0, cli::Arity::flag, "", "take the reminder away again"},
    {"discreet", 0, cli::Arity::flag, "", "names only, for screens and mails that others see"},
    {"cron", 0, cli::Arity::flag, "", "by cron, also where systemd could; with --remove: only out of cron"},
    {"yes", 0, cli::Arity::flag, "", "do not ask"},
};

constexpr cli::Exclusion schedule_exclusions[] = {{"remove", "at discreet"}};

constexpr cli::Example schedule_examples[] = {
    {"rel schedule", "each morning at half past eight, after showing what will be set up"},
    {"rel schedule --at 07:15 --yes", "another time; for scripts"},
    {"rel schedule --remove", "no reminder any more"},
};

/// One thing that is going to be changed.
struct PlannedChange {
  std::string_view by;  ///< `cron` or `systemd`
  bool removed = false;
  std::vector<std::string> text;      ///< what is shown of it
  std::vector<std::string> replaced;  ///< what it takes the place of, as far as that is shown
  std::function<void()> make;
};

/// What may be changed, and how it is now.
struct Places {
  explicit Places(const Call& call) : units(call.env) {
    try {
      crontab = read_crontab(call.env);
    } catch (const IoError& error) {
      crontab_problem = error.what();
    }
    const bool usual = call.database == usual_database();
    for (const CronReminder& one : reminders_in(crontab.value_or(""), program_name())) {
      const bool ours = one.database == call.database || (usual && one.database.empty());
      (ours ? lines : others).push_back(ours ? one.line : one.database);
    }
  }

  UnitFiles units;
  std::optional<std::string> crontab;  ///< nothing where it can't be read
  std::string crontab_problem;
  std::vector<std::string> lines;   ///< of the crontab, for this data file
  std::vector<std::string> others;  ///< the data files that other lines are for; empty for the usual one
};

TimeOfDay time_wanted(const Call& call) {
  const std::string text = call.args.one("at").value_or(usual_time);
  const auto time = time_from_text(text);
  if (!time) throw UsageError(cli::named("at", text) + ": not a time of day", "--at 08:30");
  return *time;
}

/// From the crontab as it is to one with this line of ours, or with none.
std::optional<PlannedChange> change_crontab(const Call& call, const Places& places,
                                            const std::optional<std::string>& line) {
  const std::string before = places.crontab.value_or("");
  const std::string after = with_cron_line(before, places.lines, line);
  if (after == before) return std::nullopt;
  const auto make = [&call, before, after] { replace_crontab(call.env, before, after); };
  if (!line) return PlannedChange{"cron", true, places.lines, {}, make};
  std::vector<std::string> replaced = places.lines;
  std::erase(replaced, *line);
  return PlannedChange{"cron", false, {*line}, replaced, make};
}

/// From the units as they are to these, or to none.
std::optional<PlannedChange> change_units(const UnitFiles& files, const std::optional<Units>& units) {
  const Units before = files.found();
  if (before == units.value_or(Units{}) && (!units || files.switched_on())) return std::nullopt;
  if (!units)
    return PlannedChange{
        "systemd", true, {files.service_path(), files.timer_path()}, {}, [&files] { files.remove(); }};
  return PlannedChange{"systemd",
                       false,
                       {files.service_path(), units->service, files.timer_path(), units->timer},
                       {},
                       [&files, units] { files.set_up(*units); }};
}

/// What is to be done, in its order: what comes is set up before what goes.
std::vector<PlannedChange> changes_for(const Call& call, const Places& places, bool systemd, TimeOfDay at) {
  const bool remove = call.args.has("remove");
  const bool only_cron = remove && call.args.has("cron");
  std::optional<Units> units;
  std::optional<std::string> line;
  if (!places.crontab && (remove ? only_cron : !systemd)) throw IoError(places.crontab_problem);
  if (!remove) {
    ProgramWords words = words_to_run(call);
    if (systemd) {
      words.emplace_back("--notify");
      units = units_for(at, variables_to_set(call), words);
    } else {
      line = cron_line(at, variables_to_set(call), words);
    }
  }
  std::vector<PlannedChange> changes;
  if (!only_cron) {
    if (auto change = change_units(places.units, units)) changes.push_back(*std::move(change));
  }
  if (auto change = change_crontab(call, places, line)) changes.push_back(*std::move(change));
  std::stable_partition(changes.begin(), changes.end(),
                        [](const PlannedChange& one) { return !one.removed; });
  return changes;
}

void show(Call& call, const std::vector<PlannedChange>& changes) {
  std::string text;
  for (const PlannedChange& change : changes) {
    const std::string where = change.by == "cron" ? "your crontab" : "systemd, for you alone";
    text += (change.removed ? "Out of " : "Into ") + where + ":\n\n";
    for (const std::string& part : change.text) text += part + '\n';
    if (!change.replaced.empty()) text += "\nin place of:\n\n";
    for (const std::string& part : change.replaced) text += part + '\n';
    text += '\n';
  }
  // No line of a unit or a crontab is ever wrapped.
  call.outcome.out += text::escaped(text, true);
}

bool agreed(Call& call, const std::vector<PlannedChange>& changes) {
  if (call.args.has("yes")) return true;
  if (!call.can_ask())
    throw UsageError("schedule: nobody is there to be shown the change and to agree", "rel schedule --yes");
  show(call, changes);
  const auto answer = call.ask(call.args.has("remove") ? "Take it away? [y/N]" : "Set it up so? [y/N]");
  return answer && (*answer == "y" || *answer == "Y" || *answer == "yes");
}

std::string outcome_text(const Call& call, std::string_view by, TimeOfDay at, bool changed) {
  if (call.args.has("remove"))
    return changed                 ? "the reminder is taken away"
           : call.args.has("cron") ? "there is no reminder by cron: nothing to take away"
                                   : "there is no reminder: nothing to take away";
  const std::string how = by == "cron" ? "a mail by cron" : "a notification by systemd";
  return fmt::format("{}each day at {}: {}, and none when nobody is due",
                     changed ? "" : "as before: ", clock_text(at), how);
}

render::View view_of(const Call& call, std::string_view by, TimeOfDay at,
                     const std::vector<PlannedChange>& changes) {
  render::View view{.command = "schedule", .rows_key = "wrote", .columns = {"kind", "by", "removed", "text"}};
  const bool remove = call.args.has("remove");
  view.head = {{"by", remove ? render::Value() : render::Value(std::string(by))},
               {"at", remove ? render::Value() : render::Value(clock_text(at))}};
  for (const PlannedChange& change : changes) {
    view.rows.push_back({{"kind", "schedule"},
                         {"by", std::string(change.by)},
                         {"removed", change.removed},
                         {"text", text::joined(change.text, "\n")}});
  }
  view.text.emplace_back(render::Line(outcome_text(call, by, at, !changes.empty())));
  return view;
}

/// What is missing to be reminded at all.
void warn_of_missing(Call& call, std::string_view by) {
  if (by == "systemd" && !call.env.run_beside({"notify-send", "--version"}, "").problem.empty())
    call.warn(
        "notify-send is not there yet, which shows the reminder; in Debian it comes with libnotify-bin");
  if (by == "cron" && access(mail_program, X_OK) != 0)
    call.warn(std::string(mail_program) + " is not there yet, by which cron sends its mails");
}

/// A reminder for another data file is another reminder.
void warn_of_others(Call& call, const Places& places) {
  for (const std::string& one : places.others) {
    const std::string database = one.empty() ? usual_database() : one;
    call.warn("your crontab has a reminder for " + cli::named(database) + ", too: rel --db " +
              cli::shell_word(database) + " schedule --remove");
  }
}

Exit run_schedule(Call& call) {
  const bool remove = call.args.has("remove");
  const TimeOfDay at = time_wanted(call);
  const Places places(call);
  const bool systemd = !call.args.has("cron") && places.units.manager_answers();
  const std::vector<PlannedChange> changes = changes_for(call, places, systemd, at);
  if (!changes.empty() && !agreed(call, changes)) {
    call.outcome.out += "Nothing was changed.\n";
    return Exit::no;
  }
  for (const PlannedChange& change : changes) change.make();
  const std::string_view by = systemd ? "systemd" : "cron";
  if (remove) {
    warn_of_others(call, places);
  } else {
    warn_of_missing(call, by);
  }
  call.confirm(view_of(call, by, at, changes));
  return Exit::done;
}

}  // namespace

const Command schedule_command = {
    {.name = "schedule",
     .group = cli::Group::data,
     .words = "",
     .summary = "be reminded each morning, by systemd or cron",
     .prose =
         "Where systemd manages your session, a timer and a service of yours run rel due --notify, also "
         "after the machine was off at that time. Elsewhere a line in your crontab runs rel due, and cron "
         "mails what it prints: nothing when nobody is due. What will be changed is shown first, and "
         "nothing else is: every other line of the crontab stays as it is. Run again it changes the time. "
         "The same data file and settings are used as now; with another --db it is another line.",
     .options = schedule_options,
     .examples = schedule_examples,
     .most_words = 0,
     .exclusions = schedule_exclusions},
    run_schedule,
    true};

}  // namespace rel::commands
