#include <algorithm>
#include <set>

#include "answer/entry_text.hpp"
#include "cli/bash_line.hpp"
#include "cli/completion.hpp"
#include "commands/commands.hpp"
#include "invocation/invocation.hpp"
#include "rel/credit.hpp"
#include "text/fold.hpp"
#include "text/terminal.hpp"

namespace rel::commands {

namespace {

constexpr int newest_offered = 30;  // entries of each kind
constexpr std::string_view any_file = ":files";

constexpr cli::Example complete_examples[] = {
    {"rel __complete -- log a", "what may stand where the cursor is, a line each"},
};

constexpr cli::OptionSpec complete_options[] = {
    {"bash", 0, cli::Arity::flag, "",
     "the words are a line of bash up to the cursor, and what bash replaces of it"},
};

// Archived people come into question only where nobody else does.
std::vector<store::NameMatch> people_beginning(const store::Reader& store, const std::string& begun) {
  auto people = begun.empty() ? store.everyone() : store.name_begins(begun, text::fold_name(begun));
  const bool any = std::any_of(people.begin(), people.end(), [](const auto& one) { return one.active; });
  if (any) std::erase_if(people, [](const auto& one) { return !one.active; });
  return people;
}

void add_people(const store::Reader& store, cli::Wanted& wanted) {
  for (store::NameMatch& match : people_beginning(store, wanted.begun)) {
    // No command writes such a handle, but it would be an option, or two people.
    if (match.handle.starts_with('-') || match.handle.find(',') != std::string::npos) continue;
    wanted.candidates.push_back({std::move(match.handle), std::move(match.name)});
  }
}

// `done` is only for what is open.
bool is_closed(const store::Reader& store, const store::EntryRef& entry) {
  if (entry.kind == store::EntryKind::promise) return !store.promise(entry.id).open();
  if (entry.kind == store::EntryKind::remark) return store.remark(entry.id).done.has_value();
  if (entry.kind != store::EntryKind::contact) return true;
  const Contact contact = store.contact(entry.id);
  const bool waits = reached_out(contact);
  return !waits || contact.answered;
}

void add_entries(const store::Reader& store, cli::Wanted& wanted) {
  for (const store::EntryRef& entry : store.newest_entries(newest_offered)) {
    const std::string id = store.short_id(entry.id);
    if (!id.starts_with(wanted.begun) || (wanted.command == "done" && is_closed(store, entry))) continue;
    wanted.candidates.push_back({id, describe(store, entry)});
  }
}

void add_tags(const store::Reader& store, cli::Wanted& wanted) {
  std::set<std::string> tags;
  for (const Person& person : store.people()) tags.insert(person.tags.begin(), person.tags.end());
  for (const std::string& tag : tags) {
    if (tag.starts_with(wanted.begun) && !tag.starts_with('!')) wanted.candidates.push_back({tag, ""});
  }
}

void look_up(const store::Reader& store, cli::Wanted& wanted) {
  for (const cli::ValueKind kind : wanted.look_up) {
    if (kind == cli::ValueKind::person) add_people(store, wanted);
    if (kind == cli::ValueKind::entry) add_entries(store, wanted);
    if (kind == cli::ValueKind::tag) add_tags(store, wanted);
  }
}

bool wants(const cli::Wanted& wanted, cli::ValueKind kind) {
  return std::find(wanted.look_up.begin(), wanted.look_up.end(), kind) != wanted.look_up.end();
}

// What would have to be written in another way in order to be shown is not offered: it would be another
// value.
bool is_printable(const std::string& value) {
  return text::escaped(value) == value;
}

cli::Wanted wanted_by(Call& call, const std::vector<std::string>& words) {
  cli::Wanted wanted;
  if (words == std::vector<std::string>{"people"}) {
    wanted.look_up = {cli::ValueKind::person};
  } else {
    wanted = cli::wanted_at(shown_specs(), words);
  }
  if (!wanted.look_up.empty()) {
    if (auto store = call.open_to_read()) look_up(*store, wanted);
  }
  for (cli::Candidate& one : wanted.candidates) one.value.insert(0, wanted.kept);
  std::erase_if(wanted.candidates, [](const cli::Candidate& one) { return !is_printable(one.value); });
  return wanted;
}

// One line a candidate, whatever a note holds; the tab tells it from `:files`.
std::string line_of(const std::string& value, std::string meaning = "") {
  std::replace_if(
      meaning.begin(), meaning.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return value + '\t' + text::escaped(meaning) + '\n';
}

std::string files_of(const cli::Wanted& wanted) {
  return wants(wanted, cli::ValueKind::file) ? std::string(any_file) + '\n' : "";
}

std::string for_bash(Call& call) {
  const auto& words = call.args.words;
  const auto line = words.size() == 2 ? cli::read_bash_line(words[0], words[1]) : std::nullopt;
  if (!line) return "";
  const cli::Wanted wanted = wanted_by(call, line->words);
  std::vector<std::string> values;
  for (const cli::Candidate& one : wanted.candidates) values.push_back(one.value);
  std::string lines;
  if (line->known) {
    for (const std::string& reply : cli::replies_to_bash(*line, values)) lines += line_of(reply);
  }
  return lines + files_of(wanted);
}

std::string for_others(Call& call) {
  const cli::Wanted wanted = wanted_by(call, call.args.words);
  std::string lines;
  for (const cli::Candidate& one : wanted.candidates) lines += line_of(one.value, one.meaning);
  return lines + files_of(wanted);
}

// A shell shows whatever is said in the middle of what is being typed: so nothing is said of any trouble.
Exit run_complete(Call& call) {
  try {
    call.outcome.out = call.args.has("bash") ? for_bash(call) : for_others(call);
  } catch (const std::exception&) {
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
     .prose = "For the completions of the shells: a line each: the value, a tab, and what it is. `:files` "
              "stands for the files of the folder.",
     .options = complete_options,
     .examples = complete_examples},
    run_complete,
    false};

}  // namespace rel::commands
