#include "store/doctor.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "commands/commands.hpp"
#include "invocation/invocation.hpp"
#include "invocation/safety.hpp"
#include "text/terminal.hpp"

namespace rel::commands {

namespace {

using store::Finding;
using store::Findings;
using store::Severity;

constexpr std::size_t most_findings = 20;  // shown

constexpr cli::OptionSpec doctor_options[] = {
    {"repair", 0, cli::Arity::flag, "", "mend what can be derived from the rest, after a copy"},
};

constexpr cli::Example doctor_examples[] = {
    {"rel doctor", "is everything sound? what is wrong, and the way back"},
    {"rel doctor -q", "says only what is wrong: for cron"},
    {"rel doctor --repair", "makes kept figures anew, closes files to others, removes leftovers"},
};

std::string_view word(Severity severity) {
  switch (severity) {
    case Severity::notice:
      return "notice";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "";
}

bool is_error(const Finding& finding) {
  return finding.severity == Severity::error;
}

bool any_error(const Findings& findings) {
  return std::any_of(findings.begin(), findings.end(), is_error);
}

/// All that was found, and the newest copy that is sound.
struct Examined {
  Findings findings;
  std::string copy;
};

/// The day of the last change, in the middle of the world: within a day of that where the user is.
std::optional<Day> last_change(const Call& call) {
  auto store = store::File::open_to_read(call.database, call.settings);
  const auto at_ms = store ? store->last_change_ms() : std::nullopt;
  if (!at_ms) return std::nullopt;
  return date::floor<date::days>(
      date::sys_time<std::chrono::milliseconds>{std::chrono::milliseconds{*at_ms}});
}

Examined examine(const Call& call) {
  Examined examined;
  const auto add = [&](Findings more) {
    std::move(more.begin(), more.end(), std::back_inserter(examined.findings));
  };
  add(store::examine_file(call.database, call.settings));
  add(store::examine_place(call.database));
  if (!call.link.empty()) add(store::examine_place_of_link(call.link));
  const auto changed = any_error(examined.findings) ? std::nullopt : last_change(call);
  add(store::examine_copies(store::Backups(call.database), changed, call.env.now.day, examined.copy));
  add(store::examine_elsewhere(store::Elsewhere(call.database, call.program.backup_to), call.env.now.day));
  std::stable_sort(examined.findings.begin(), examined.findings.end(),
                   [](const Finding& a, const Finding& b) { return a.severity > b.severity; });
  return examined;
}

std::string way_back(const Finding& finding, const std::string& copy) {
  switch (finding.way) {
    case store::Way::none:
      return "";
    case store::Way::remake:
    case store::Way::tidy:
      return "rel doctor --repair";
    case store::Way::by_hand:
      return finding.by_hand;
    case store::Way::restore:
      break;
  }
  if (copy.empty()) return "a copy from elsewhere: rel restore FILE";
  return "rel restore " + std::string(std::filesystem::path(copy).filename());
}

bool any(const Findings& findings, store::Way way) {
  return std::any_of(findings.begin(), findings.end(),
                     [&](const Finding& finding) { return finding.way == way; });
}

// Nothing is derived from what is damaged: it would only look sound. Gives what was done.
std::vector<std::string> repair(Call& call, const Findings& findings) {
  std::vector<std::string> done;
  if (any(findings, store::Way::tidy)) {
    for (const std::string& place : call.places()) store::repair_place(place);
    done.emplace_back("tidied: who may read what, and what was left behind");
  }
  if (!any(findings, store::Way::remake) || any(findings, store::Way::restore)) return done;
  const store::Backups backups(call.database);
  const auto lock = backups.lock();
  const auto copy = backups.make(lock, call.env.now, seconds_now(call));
  store::repair_caches(call.database, call.settings);
  if (copy) backups.prune(lock, *copy);
  done.emplace_back("made anew: figures, names and indices");
  if (copy) done.push_back("a copy from before: " + *copy);
  return done;
}

// What one command mends is said once, at the end; what the user has to do stands where it is to be done.
std::vector<render::Cell> row_of(const Finding& finding) {
  std::vector<render::Line> lines = {render::Line(finding.where + ": " + finding.what)};
  if (finding.way == store::Way::by_hand) lines.emplace_back(finding.by_hand, render::Style::dim);
  return {render::Cell(std::string(word(finding.severity)),
                       is_error(finding) ? render::Style::strong : render::Style::dim),
          render::Cell(std::move(lines))};
}

render::Object object_of(const Finding& finding, const std::string& copy) {
  const std::string way = way_back(finding, copy);
  return {{"severity", word(finding.severity)},
          {"what", finding.what},
          {"where", finding.where},
          {"repair", way.empty() ? render::Value() : render::Value(way)}};
}

// A file in ruins has thousands; whoever wants them all asks for another format.
void add_text(render::View& view, const Findings& findings) {
  render::Table table{.columns = {{}, {.stretches = true}}, .rows = {}, .indent = 0};
  for (const Finding& finding : findings) {
    if (table.rows.size() < most_findings) table.rows.push_back(row_of(finding));
  }
  if (!table.rows.empty()) view.text.emplace_back(std::move(table));
  if (findings.size() > most_findings) {
    view.text.emplace_back(
        render::Line(fmt::format("and {} more: rel doctor --format json", findings.size() - most_findings)));
  }
}

render::Line sound_line(const Call& call) {
  auto store = store::File::open_to_read(call.database, call.settings);
  return {"sound: " + extent_text(store->extent()) + "; every value, reference, figure and copy"};
}

void print(Call& call, const Examined& examined, const std::vector<std::string>& done) {
  render::View view{
      .command = "doctor", .rows_key = "findings", .columns = {"severity", "what", "where", "repair"}};
  for (const Finding& finding : examined.findings) view.rows.push_back(object_of(finding, examined.copy));
  for (const std::string& line : done) {
    if (!call.quiet) view.text.emplace_back(render::Line(line));
  }
  Findings shown = examined.findings;
  if (call.quiet)
    std::erase_if(shown, [](const Finding& finding) { return finding.severity == Severity::notice; });
  add_text(view, shown);
  if (!any_error(examined.findings) && !call.quiet) view.text.emplace_back(sound_line(call));
  call.show(view);
}

/// The way back from what is worst.
std::string best_way(const Examined& examined) {
  for (const store::Way way : {store::Way::restore, store::Way::remake, store::Way::tidy}) {
    for (const Finding& finding : examined.findings) {
      if (finding.way == way) return way_back(finding, examined.copy);
    }
  }
  return "";
}

// Beside the findings, which are data: an error like any other.
void say_wrong(Call& call, const Examined& examined) {
  const auto errors = std::count_if(examined.findings.begin(), examined.findings.end(), is_error);
  call.outcome.err += fmt::format("rel: {}: {} wrong\n", text::escaped(call.database),
                                  errors == 1 ? "1 thing is" : fmt::format("{} things are", errors));
  const std::string way = best_way(examined);
  if (!way.empty()) call.outcome.err += "try: " + text::escaped(way) + '\n';
}

Exit run_doctor(Call& call) {
  if (!std::filesystem::exists(std::filesystem::symlink_status(call.database))) {
    throw FileError(call.database + ": there is no such file", "rel restore FILE brings a copy back");
  }
  Examined examined = examine(call);
  std::vector<std::string> done;
  if (call.args.has("repair") && !examined.findings.empty()) {
    done = repair(call, examined.findings);
    call.outcome.saved = !done.empty();
    examined = examine(call);
  }
  print(call, examined, done);
  if (!any_error(examined.findings)) return Exit::done;
  say_wrong(call, examined);
  return Exit::file;
}

}  // namespace

const Command doctor_command = {
    {.name = "doctor",
     .group = cli::Group::data,
     .words = "",
     .summary = "is the file sound, to the last bit? and the way back if not",
     .prose =
         "Looks at every page, value, reference and id, at what the file holds against what its history adds "
         "up to, at kept figures against a replay, at the automatic copies, and at what is around the file: "
         "who "
         "may read it, what other programs left. Names the row and the way back. Exit 4 where something is "
         "wrong. --repair makes anew only what can be derived from the rest, after a copy that is verified.",
     .options = doctor_options,
     .examples = doctor_examples,
     .most_words = 0},
    run_doctor,
    false};

}  // namespace rel::commands
