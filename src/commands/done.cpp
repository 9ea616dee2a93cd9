#include "answer/carry_out.hpp"
#include "answer/entry_text.hpp"
#include "cli/typed.hpp"
#include "commands/commands.hpp"
#include "input/naming.hpp"
#include "rel/credit.hpp"
#include "store/waiting.hpp"
#include "text/joined.hpp"

namespace rel::commands {

namespace {

constexpr cli::OptionSpec done_options[] = {
    {"dropped", 0, cli::Arity::flag, "", "it will not happen"},
};

constexpr cli::Example done_examples[] = {
    {"rel done ann", "the only thing that is open with her"},
    {"rel done 8c1z", "the promise is kept, the question asked, the reply given"},
    {"rel done 7k2q 7k2r", "what they told you: you came back to it"},
    {"rel done 8c1z --dropped", "it will not happen"},
};

void close_promise(store::Change& change, Id id, const Call& call, Confirmation& answer) {
  Promise promise = change.promise(id);
  const std::string whose = names_of(change, {promise.person}) + ": ";
  if (!promise.open()) {
    answer.say(whose + promise.text + " was closed before");
    return;
  }
  const bool dropped = call.args.has("dropped");
  (dropped ? promise.dropped : promise.kept) = call.today();
  change.update(promise);
  answer.say(whose + (dropped ? "dropped: " : "kept: ") + promise.text);
  answer.wrote(promise);
}

// What they told without a day to ask about it is never over: the user came back to it, and may again.
void come_back_to(store::Change& change, Remark remark, const Call& call, Confirmation& answer) {
  if (call.args.has("dropped"))
    throw UsageError("--dropped: " + id_text(remark.id) + " is a remark without a day to ask",
                     "rel remove takes it away");
  const std::string whose = names_of(change, {remark.person}) + ": ";
  if (remark.used && *remark.used >= call.today()) {
    answer.say(whose + remark.text + " was come back to before");
    return;
  }
  remark.used = call.today();
  change.update(remark);
  answer.say(whose + "came back to: " + remark.text);
  answer.wrote(remark);
}

void close_remark(store::Change& change, Id id, const Call& call, Confirmation& answer) {
  Remark remark = change.remark(id);
  if (!remark.ask_on) return come_back_to(change, std::move(remark), call, answer);
  const std::string whose = names_of(change, {remark.person}) + ": ";
  if (remark.done) {
    answer.say(whose + remark.ask.value_or(remark.text) + " was closed before");
    return;
  }
  remark.done = call.today();
  if (!call.args.has("dropped")) remark.used = call.today();
  change.update(remark);
  answer.say(whose + (call.args.has("dropped") ? "dropped: " : "asked: ") + remark.ask.value_or(remark.text));
  answer.wrote(remark);
}

void close_reply(store::Change& change, Id id, const Call& call, Confirmation& answer) {
  Contact contact = change.contact(id);
  if (!reached_out(contact)) {
    throw UsageError(id_text(id) + ": a contact that asks for no reply");
  }
  const std::string whose = names_of(change, contact.with) + ": ";
  if (contact.answered) {
    answer.say(whose + "was answered before");
    return;
  }
  contact.answered = call.today();
  change.update(contact);
  answer.say(whose + (call.args.has("dropped") ? "no reply needed" : "answered"));
  answer.wrote(contact, best_credit(contact, people_in(change, contact)));
}

void close(store::Change& change, const store::EntryRef& entry, const Call& call, Confirmation& answer) {
  switch (entry.kind) {
    case store::EntryKind::promise:
      return close_promise(change, entry.id, call, answer);
    case store::EntryKind::remark:
      return close_remark(change, entry.id, call, answer);
    case store::EntryKind::contact:
      return close_reply(change, entry.id, call, answer);
    case store::EntryKind::snooze:
      throw UsageError(id_text(entry.id) + ": a snooze ends by itself", "rel remove takes it away");
    case store::EntryKind::review:
      throw UsageError(id_text(entry.id) + ": a review is done already", "rel remove takes it away");
  }
}

/// What is open with a person: promises, asks and replies owed.
std::vector<store::EntryRef> open_with(const store::Reader& store, Id person) {
  using enum store::EntryKind;
  const Facts facts = store::facts_of(store, person);
  std::vector<store::EntryRef> open;
  for (const Promise& one : facts.promises) open.push_back({promise, one.id});
  for (const Remark& one : facts.asks) open.push_back({remark, one.id});
  for (const Contact& one : facts.replies) open.push_back({contact, one.id});
  return open;
}

/// The entry that a word means: by its id, or as the only open one with a person.
store::EntryRef meant(const store::Reader& store, const std::string& word) {
  if (id_beginning(word)) return find_entry(store, word);
  const store::NameMatch who = find_person(store, word);
  const std::vector<store::EntryRef> open = open_with(store, who.person);
  if (open.empty()) throw NotFound(cli::named(word) + ": nothing is open with " + who.name);
  if (open.size() == 1) return open.front();
  const auto described = [&](const store::EntryRef& entry) {
    return store.short_id(entry.id) + " (" + describe(store, entry) + ")";
  };
  throw NotFound(cli::named(word) + ": several things are open with " + who.name,
                 text::joined(open, ", ", described));
}

Exit run_done(Call& call) {
  if (call.args.words.empty())
    throw UsageError("done: which one?", "rel done ann; of several by the id at the right in rel show");
  const auto write = [&](store::Change& change, Confirmation& answer) {
    for (const std::string& word : call.args.words) close(change, meant(change, word), call, answer);
  };
  return carry_out(call, call.args.words.front(), {write, {}});
}

}  // namespace

const Command done_command = {
    {.name = "done",
     .group = cli::Group::everyday,
     .words = "ID|WHO…",
     .summary = "a promise kept, a question asked, a reply given, a remark come back to",
     .prose = "With WHO it is the only thing open with them: a promise, a question to ask or a reply owed. "
              "Of several, and for a remark, say which one by its id, which stands at the right in prep and "
              "show; a few characters of it are enough.",
     .options = done_options,
     .examples = done_examples},
    run_done,
    true};

}  // namespace rel::commands
