#include <algorithm>

#include "answer/asks.hpp"
#include "answer/entry_text.hpp"
#include "cli/dated_texts.hpp"
#include "cli/typed.hpp"
#include "commands/commands.hpp"
#include "commands/edit/person_form.hpp"
#include "commands/edit/sheet.hpp"
#include "input/log_options.hpp"
#include "input/naming.hpp"
#include "input/options.hpp"
#include "input/person_options.hpp"
#include "input/texts.hpp"
#include "input/writing.hpp"
#include "system/editor.hpp"
#include "text/utf8.hpp"

namespace rel::commands {

namespace {

constexpr std::array edit_own_options = {
    cli::OptionSpec{"name", 0, cli::Arity::one, "NAME", "another name"},
    cli::OptionSpec{"archive", 0, cli::Arity::flag, "", "keep them, but never remind"},
    cli::OptionSpec{"unarchive", 0, cli::Arity::flag, "", "remind again"},
    cli::OptionSpec{"deceased", 0, cli::Arity::flag, "", "they have died: nothing reminds of them"},
    cli::OptionSpec{"with", 0, cli::Arity::one, "WHO,…", "who was there", cli::ValueKind::person},
    cli::OptionSpec{"ask", 0, cli::Arity::one, "DATE [TEXT]", "when the remark comes back"},
    cli::OptionSpec{"fact", 0, cli::Arity::flag, "", "the remark stays true; it no longer asks"},
    cli::OptionSpec{"no-fact", 0, cli::Arity::flag, "", "the remark is news like others again"},
    cli::OptionSpec{"why", 0, cli::Arity::one, "TEXT", "why it was put off"},
};
constexpr auto edit_options = cli::joined(cli::joined(person_options, contact_options), edit_own_options);

constexpr std::array edit_own_exclusions = {cli::Exclusion{"archive", "unarchive"},
                                            cli::Exclusion{"fact", "no-fact"}, cli::Exclusion{"fact", "ask"},
                                            cli::Exclusion{"deceased", "unarchive"}};
constexpr auto edit_exclusions = cli::joined(contact_exclusions, edit_own_exclusions);

constexpr cli::Example edit_examples[] = {
    {"rel edit", "the whole circle as a sheet in your editor: tiers for everyone at once"},
    {"rel edit ann --tier 1 --tag choir", "one person; lists grow, and --tag '!choir' takes away"},
    {"rel edit ann,bo --archive", "several at once"},
    {"rel edit ann", "everything about Ann in your editor"},
    {"rel edit 7k2q 20m --depth deep", "an entry, with the words of log"},
    {"rel list --format tsv | … | rel edit -", "the sheet from a program"},
};

// --- What makes sense for what

using Allowed = std::vector<std::string_view>;

/// Refuses an option that makes no sense for the entry.
void allow_only(const Call& call, const Allowed& allowed, const char* what) {
  for (const cli::OptionSpec& option : edit_options) {
    if (call.args.has(option.name) &&
        std::find(allowed.begin(), allowed.end(), option.name) == allowed.end()) {
      throw UsageError(cli::option_name(option.name) + ": not for " + what);
    }
  }
}

Allowed of_contacts() {
  Allowed names = {"with"};
  for (const cli::OptionSpec& option : contact_options) names.push_back(option.name);
  return names;
}

Allowed of_people() {
  Allowed names = {"name", "archive", "unarchive", "deceased"};
  for (const cli::OptionSpec& option : person_options) names.push_back(option.name);
  return names;
}

// --- People

void apply_standing(Person& person, const Call& call) {
  if (call.args.has("archive")) person.archived = true;
  if (call.args.has("deceased")) person.deceased = true;
  if (call.args.has("unarchive")) person.archived = person.deceased = false;
}

void apply_names(const store::Reader& store, std::vector<Person>& people, Call& call) {
  const auto name = call.args.one("name");
  const auto handle = call.args.one("handle");
  if ((name || handle) && people.size() > 1) throw UsageError("--name, --handle: one person at a time");
  if (name) {
    people.front().name = require_name(*name, "name");
    if (!handle) refuse_double(store, people.front().name, people.front().id);
    warn_of_lookalike(store, call, people.front().name, people.front().id);
  }
  if (handle) {
    check_handle(store, *handle, people.front().id);
    people.front().handle = *handle;
  }
}

std::vector<Person> edited_people(const store::Reader& store, const std::string& who, Call& call) {
  std::vector<Person> people;
  for (const store::NameMatch& match : find_people(store, who)) people.push_back(store.person(match.person));
  apply_names(store, people, call);
  std::vector<Tier> tiers;
  const auto tier = call.args.one("tier");
  for (Person& person : people) {
    apply_options(person, call.args, call.now);
    apply_standing(person, call);
    tiers.push_back(tier ? require_tier(*tier) : person.tier);
  }
  if (tier) set_tiers(store, people, tiers, call);
  return people;
}

/// Changes the people that `edited` gives, which runs within the change.
void save_people(Call& call, store::File& store, const std::function<std::vector<Person>()>& edited) {
  std::vector<Person> people;
  const auto update = [&](store::Change& change) {
    people = edited();
    for (const Person& person : people) change.update(person);
  };
  Confirmation answer(call, store, "edit");
  const bool says_how_often = call.args.has("tier") || call.args.has("every");
  const auto report = [&] {
    for (const Person& person : people) {
      const std::string next = next_due(store, person, call);
      answer.say(person.name + " (" + person.handle +
                 "): " + (says_how_often ? cadence(person, call) : next));
      if (says_how_often) answer.add(next);
      for (const std::string& day : days_understood(person, call)) answer.add(day);
      answer.wrote(person);
    }
  };
  call.change(store, update, report);
  answer.print();
}

Exit edit_people(Call& call, store::File& store) {
  find_people(store, call.args.words.front());  // whoever is nobody is told so first
  if (call.args.words.size() > 1)
    throw UsageError(cli::named(call.args.words[1]) + ": people are changed by options", "rel help edit");
  allow_only(call, of_people(), "a person");
  save_people(call, store, [&] { return edited_people(store, call.args.words.front(), call); });
  return Exit::done;
}

constexpr std::size_t longest_draft_name = 100;

Exit edit_person_form(Call& call, store::File& store) {
  Person before = store.person(find_person(store, call.args.words.front()).person);
  // A file's name has an end; a handle that was made from a long name may have none in sight.
  Draft draft(call.env, call.database, before.handle.substr(0, longest_draft_name) + ".txt",
              person_form(before));
  draft.use([&] {
    save_people(call, store, [&] {
      if (store.person(before.id) != before) refuse_changed_meanwhile(before.handle);
      return std::vector{read_person_form(store, draft.text(), before, call)};
    });
  });
  return Exit::done;
}

// --- Entries

void refuse_words(const Call& call, const char* what) {
  if (call.args.words.size() > 1)
    throw UsageError(cli::named(call.args.words[1]) + ": " + what + " is changed by options",
                     "-m \"another text\"; the others: rel help edit");
}

Day past_day(const Call& call, const char* option) {
  const std::string text = *call.args.one(option);
  return cli::require_date(text, cli::named(option, text), cli::Tense::past, call.now).day;
}

Day future_day(const Call& call, const char* option) {
  const std::string text = *call.args.one(option);
  return cli::require_date(text, cli::named(option, text), cli::Tense::future, call.now).day;
}

AskChanges edit_contact(store::Change& change, Id id, const Call& call, const ContactChanges& changes) {
  const Contact before = change.contact(id);
  Contact contact = before;
  if (const auto with = call.args.one("with")) {
    contact.with.clear();
    for (const store::NameMatch& match : find_people(change, *with)) contact.with.push_back(match.person);
  }
  apply(contact, changes, people_in(change, contact), call);
  update_entry(change, before, contact, call);
  return follow_talk(change, before, contact);
}

void edit_remark(store::Change& change, Id id, const Call& call) {
  const Remark before = change.remark(id);
  Remark remark = before;
  if (const auto text = call.args.one("note")) remark.text = note_text(call, *text);
  if (call.args.has("on")) remark.heard = past_day(call, "on");
  if (call.args.has("fact")) {
    remark.fact = true;
    remark.ask_on.reset();
    remark.ask.reset();
  }
  if (call.args.has("no-fact")) remark.fact = false;
  if (const auto ask = call.args.one("ask")) {
    if (remark.fact)
      throw UsageError("--ask: what stays true is never asked about", "add --no-fact: it asks instead");
    const cli::DatedText dated = cli::read_dated_text(*ask, cli::named("ask", *ask), call.now);
    remark.ask_on = dated.day;
    remark.done.reset();
    if (!dated.text.empty()) remark.ask = require_note(dated.text, "--ask");
  }
  update_entry(change, before, remark, call);
}

void edit_promise(store::Change& change, Id id, const Call& call) {
  const Promise before = change.promise(id);
  Promise promise = before;
  if (const auto text = call.args.one("note")) promise.text = note_text(call, *text);
  if (call.args.has("on")) promise.given = past_day(call, "on");
  if (call.args.has("by")) promise.by = future_day(call, "by");
  update_entry(change, before, promise, call);
}

void edit_snooze(store::Change& change, Id id, const Call& call) {
  const Snooze before = change.snooze(id);
  Snooze snooze = before;
  if (call.args.has("on")) snooze.until = future_day(call, "on");
  if (const auto why = call.args.one("why")) snooze.why = require_note(*why, "--why");
  // What was agreed is a text of its own; else the note is the reason.
  if (!snooze.agreed && call.args.has("why") && call.args.has("note"))
    throw UsageError("--why and --note: only one of the two");
  if (const auto text = call.args.one("note"))
    (snooze.agreed ? snooze.agreed : snooze.why) = note_text(call, *text);
  update_entry(change, before, snooze, call);
}

[[noreturn]] void refuse_review(Id review) {
  throw UsageError(id_text(review) + ": a review can't be edited", "rel remove takes it away");
}

std::string text_of(const store::Reader& store, const store::EntryRef& entry) {
  switch (entry.kind) {
    case store::EntryKind::contact:
      return store.contact(entry.id).note.value_or("");
    case store::EntryKind::remark:
      return store.remark(entry.id).text;
    case store::EntryKind::promise:
      return store.promise(entry.id).text;
    case store::EntryKind::snooze: {
      const Snooze snooze = store.snooze(entry.id);
      return snooze.agreed ? *snooze.agreed : snooze.why.value_or("");
    }
    case store::EntryKind::review:
      refuse_review(entry.id);
  }
  return "";
}

ContactChanges checked_changes(const Call& call, const store::EntryRef& entry) {
  switch (entry.kind) {
    case store::EntryKind::contact:
      allow_only(call, of_contacts(), "a contact");
      return contact_changes(call);
    case store::EntryKind::remark:
      allow_only(call, {"note", "on", "ask", "fact", "no-fact"}, "a remark");
      refuse_words(call, "a remark");
      break;
    case store::EntryKind::promise:
      allow_only(call, {"note", "on", "by"}, "a promise");
      refuse_words(call, "a promise");
      break;
    case store::EntryKind::snooze:
      allow_only(call, {"note", "on", "why"}, "a snooze");
      refuse_words(call, "a snooze");
      break;
    case store::EntryKind::review:
      refuse_review(entry.id);
  }
  return {};
}

AskChanges edit_entry(store::Change& change, const store::EntryRef& entry, const Call& call,
                      const ContactChanges& changes) {
  switch (entry.kind) {
    case store::EntryKind::contact:
      return edit_contact(change, entry.id, call, changes);
    case store::EntryKind::remark:
      edit_remark(change, entry.id, call);
      break;
    case store::EntryKind::promise:
      edit_promise(change, entry.id, call);
      break;
    case store::EntryKind::snooze:
      edit_snooze(change, entry.id, call);
      break;
    case store::EntryKind::review:
      refuse_review(entry.id);
  }
  return {};
}

/// `shown` is the text that an editor was opened with, if one was.
void save_entry(Call& call, store::File& store, const store::EntryRef& entry,
                const std::optional<std::string>& shown = std::nullopt) {
  const ContactChanges changes = checked_changes(call, entry);
  Confirmation answer(call, store, "edit");
  AskChanges asks;
  const auto tell = [&] {
    answer.say(describe(store, entry), entry.id);
    const std::string day = call.args.has("on") ? day_behind(store, entry) : "";
    if (!day.empty()) answer.add(day);
    if (entry.kind == store::EntryKind::contact) {
      const Contact contact = store.contact(entry.id);
      if (changes.note) answer.add(note_line(*changes.note));
      for (const std::string& line : outcomes(store, contact, people_in(store, contact), call))
        answer.add(line);
    }
    answer.wrote(entry_object(store, entry));
    report(answer, asks);
  };
  const auto edit = [&](store::Change& change) {
    if (shown && text_of(change, entry) != *shown) refuse_changed_meanwhile(change.short_id(entry.id));
    asks = edit_entry(change, entry, call, changes);
  };
  call.change(store, edit, tell);
  answer.print();
}

bool any_option(const Call& call) {
  return std::any_of(edit_options.begin(), edit_options.end(),
                     [&](const cli::OptionSpec& option) { return call.args.has(option.name); });
}

Exit edit_one_entry(Call& call, store::File& store) {
  const store::EntryRef entry = find_entry(store, call.args.words.front());
  if (any_option(call) || call.args.words.size() > 1) {
    save_entry(call, store, entry);
    return Exit::done;
  }
  const std::string before = text_of(store, entry);
  Draft draft(call.env, call.database, "text.txt", before + "\n");
  draft.use([&] {
    const std::string text(text::trimmed(draft.text()));
    if (text == text::trimmed(before) && !draft.text().empty()) {
      Confirmation answer(call, store, "edit");
      answer.say("nothing changed");
      answer.print();
      return;
    }
    call.args.set("note", {text + '\n'});  // so that "-" is a text, and not standard input
    save_entry(call, store, entry, before);
  });
  return Exit::done;
}

Exit run_edit(Call& call) {
  const bool sheet = call.args.words.empty() || call.args.words == std::vector<std::string>{"-"};
  if (sheet) {
    allow_only(call, {"tier", "tag"}, "the sheet: say whom to edit");
    return edit_sheet(call);
  }
  store::File store = call.open_to_change(call.args.words.front());
  if (names_entry(store, call.args.words.front())) return edit_one_entry(call, store);
  return any_option(call) || call.args.words.size() > 1 ? edit_people(call, store)
                                                        : edit_person_form(call, store);
}

}  // namespace

const Command edit_command = {{.name = "edit",
                               .group = cli::Group::people,
                               .words = "[WHO|ID [WORD…]]",
                               .summary = "people, an entry, or the whole circle as a sheet",
                               .prose = "With options it changes what they name; without any it opens your "
                                        "editor ($VISUAL, $EDITOR). Without WHO it "
                                        "is the circle as a sheet, one line a person; - reads the sheet from "
                                        "standard input, --tier and --tag select.",
                               .options = edit_options,
                               .examples = edit_examples,
                               .exclusions = edit_exclusions},
                              run_edit,
                              true};

}  // namespace rel::commands
