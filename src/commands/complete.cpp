#include <algorithm>
#include <set>

#include "cli/completion.hpp"
#include "commands/call.hpp"
#include "commands/entry_text.hpp"
#include "rel/credit.hpp"
#include "text/fold.hpp"
#include "text/terminal.hpp"

namespace rel::commands {

namespace {

constexpr int newest_offered = 30;  // entries of each kind
constexpr std::string_view files = ":files";

constexpr cli::Example examples[] = {
    {"rel __complete -- log a", "what may stand where the cursor is, a line each"},
};

// Archived people come into question only where nobody else does.
std::vector<store::NameMatch> people_beginning(store::Store& store, const std::string& begun) {
  auto people = begun.empty() ? store.everyone() : store.name_begins(begun, text::fold_name(begun));
  const bool any = std::any_of(people.begin(), people.end(), [](const auto& one) { return one.active; });
  if (any) std::erase_if(people, [](const auto& one) { return !one.active; });
  return people;
}

void add_people(store::Store& store, cli::Wanted& wanted) {
  for (store::NameMatch& match : people_beginning(store, wanted.begun)) {
    wanted.candidates.push_back({std::move(match.handle), std::move(match.name)});
  }
}

// `done` is only for what is open.
bool is_closed(store::Store& store, const store::EntryRef& entry) {
  if (entry.kind == store::EntryKind::promise) return !store.promise(entry.id).open();
  if (entry.kind == store::EntryKind::remark) return store.remark(entry.id).done.has_value();
  if (entry.kind != store::EntryKind::contact) return true;
  const Contact contact = store.contact(entry.id);
  const bool waits = reached_out(contact);
  return !waits || contact.answered;
}

void add_entries(store::Store& store, cli::Wanted& wanted) {
  for (const store::EntryRef& entry : store.newest_entries(newest_offered)) {
    const std::string id = store.short_id(entry.id);
    if (!id.starts_with(wanted.begun) || (wanted.command == "done" && is_closed(store, entry))) continue;
    wanted.candidates.push_back({id, describe(store, entry)});
  }
}

void add_tags(store::Store& store, cli::Wanted& wanted) {
  std::set<std::string> tags;
  for (const Person& person : store.people()) tags.insert(person.tags.begin(), person.tags.end());
  for (const std::string& tag : tags) {
    if (tag.starts_with(wanted.begun)) wanted.candidates.push_back({tag, ""});
  }
}

void look_up(store::Store& store, cli::Wanted& wanted) {
  for (const cli::ValueKind kind : wanted.look_up) {
    if (kind == cli::ValueKind::person) add_people(store, wanted);
    if (kind == cli::ValueKind::entry) add_entries(store, wanted);
    if (kind == cli::ValueKind::tag) add_tags(store, wanted);
  }
}

bool wants(const cli::Wanted& wanted, cli::ValueKind kind) {
  return std::find(wanted.look_up.begin(), wanted.look_up.end(), kind) != wanted.look_up.end();
}

cli::Wanted wanted_of(const Call& call) {
  if (call.args.words == std::vector<std::string>{"people"}) {
    cli::Wanted people;
    people.look_up = {cli::ValueKind::person};
    return people;
  }
  return cli::wanted_at(shown_specs(), call.args.words);
}

// One line a candidate, whatever a note holds.
std::string line_of(const cli::Wanted& wanted, const cli::Candidate& candidate) {
  std::string meaning = candidate.meaning;
  std::replace_if(
      meaning.begin(), meaning.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  meaning = text::escaped(meaning);
  return wanted.kept + text::escaped(candidate.value) + (meaning.empty() ? "" : '\t' + meaning) + '\n';
}

// A shell shows whatever is said in the middle of what is being typed: so nothing is said of any trouble.
Exit run_complete(Call& call) {
  try {
    cli::Wanted wanted = wanted_of(call);
    if (!wanted.look_up.empty()) {
      if (auto store = call.open_to_read()) look_up(*store, wanted);
    }
    for (const cli::Candidate& candidate : wanted.candidates) call.outcome.out += line_of(wanted, candidate);
    if (wants(wanted, cli::ValueKind::file)) call.outcome.out += std::string(files) + '\n';
  } catch (const Error&) {
    call.outcome.out.clear();
  }
  return Exit::done;
}

}  // namespace

const Command complete_command = {
    {.name = "__complete",
     .group = cli::Group::hidden,
     .words = "[WORD…]",
     .summary = "what may stand at the end of a command line",
     .prose = "For the completions of the shells: a line each, the value, a tab, and what it is. `:files` "
              "stands for the files of the folder.",
     .options = {},
     .examples = examples},
    run_complete,
    false};

}  // namespace rel::commands
