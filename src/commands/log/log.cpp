#include <algorithm>

#include "answer/asks.hpp"
#include "answer/briefing.hpp"
#include "answer/carry_out.hpp"
#include "cli/dated_texts.hpp"
#include "cli/typed.hpp"
#include "commands/commands.hpp"
#include "commands/log/asking.hpp"
#include "input/log_options.hpp"
#include "input/naming.hpp"
#include "input/promises.hpp"
#include "input/texts.hpp"
#include "input/writing.hpp"
#include "rel/credit.hpp"
#include "system/editor.hpp"
#include "text/joined.hpp"
#include "text/terminal.hpp"
#include "text/utf8.hpp"

namespace rel::commands {

namespace {

constexpr std::array log_own_options = {
    cli::OptionSpec{"edit", 'e', cli::Arity::flag, "", "write the note in your editor"},
    cli::OptionSpec{"heard", 0, cli::Arity::many, "TEXT", "what they told you"},
    cli::OptionSpec{"ask", 0, cli::Arity::many, "DATE TEXT", "a question that comes back on its day"},
    cli::OptionSpec{"promise", 0, cli::Arity::many, "TEXT [by DATE]", "what you promised"},
    cli::OptionSpec{"they-promised", 0, cli::Arity::many, "TEXT [by DATE]", "what they promised"},
    cli::OptionSpec{"about", 0, cli::Arity::many, "ID", "a remark or ask that you came back to",
                    cli::ValueKind::entry},
};
constexpr auto log_options = cli::joined(contact_options, log_own_options);

constexpr std::array log_own_exclusions = {cli::Exclusion{"edit", "note"}};
constexpr auto log_exclusions = cli::joined(contact_exclusions, log_own_exclusions);

constexpr cli::Example log_examples[] = {
    {"rel log ann", "a call, just now"},
    {"rel log ann call 45m \"new job; nervous about moving\"", "how, how long, and what about"},
    {"rel log ann call 20 her new job", "the same without quotes: 20 minutes and a note"},
    {"rel log ann yesterday 7pm : call me maybe", "a : before a note that could be read as something else"},
    {"rel log ann,bo dinner 2h yesterday --others 3", "a group; three more were there"},
    {"rel log ann met 1h deep last night", "depth in a word, and last night's date"},
    {"rel log", "at a terminal it asks: who, how, how long, what"},
    {"rel log ann chat", "a touch: it does not reset the clock"},
    {"rel log tom tried", "no answer; Tom waits until tomorrow"},
    {"rel log ann missed", "she called; a reply is owed"},
    {"rel log ann --heard \"surgery on 12 Dec\" --ask \"2026-12-12 how did it go?\"",
     "it comes back on its day"},
    {"rel log ann --promise \"the Calvino book by fri\"", "it is due on Friday"},
};

/// What one --heard, --ask or promise says, and about whom.
struct About {
  Id person = 0;
  std::string text;
};

/// Everything the command line says, before the file is touched but for names.
struct LogPlan {
  Contact contact;
  std::vector<Person> people;
  std::vector<Remark> remarks;
  std::vector<Promise> promises;
  std::vector<Id> about;
  std::vector<Remark> came_back;  ///< the same, once it is written
  AskChanges asks;                ///< what the talk did to others
};

// With several people each must say whom it is about: "ann: surgery on 12 Dec".
About about_whom(const store::Reader& store, const LogPlan& plan, const std::string& text,
                 const char* option) {
  if (plan.people.size() == 1) return {plan.people.front().id, text};
  const std::size_t colon = text.find(':');
  const std::string advice = plan.people.front().handle + ": " + cli::named(text);
  const std::string what = std::string(option) + " " + cli::named(text);
  if (colon == std::string::npos) throw UsageError(what + ": say whom it is about", "\"" + advice + "\"");
  const Id person = find_person(store, text.substr(0, colon)).person;
  const auto& with = plan.contact.with;
  if (std::find(with.begin(), with.end(), person) == with.end()) {
    throw UsageError(what + ": " + store.handle_of(person) + " was not there", "\"" + advice + "\"");
  }
  return {person, text.substr(colon + 1)};
}

Remark asked(const About& about, const std::string& typed, const LogPlan& plan, const Call& call) {
  const cli::DatedText dated = cli::read_dated_text(about.text, cli::named("ask", typed), call.now);
  Remark remark{.person = about.person, .heard = plan.contact.on, .ask_on = dated.day};
  if (!dated.text.empty()) remark.ask = remark.text = require_note(dated.text, "--ask");
  return remark;
}

// One thing heard and one question about the same person are one remark that asks.
void ask_about_what_was_heard(std::vector<Remark>& asks, std::vector<Remark>& heard) {
  for (Remark& ask : asks) {
    const auto same = [&](const Remark& one) { return one.person == ask.person; };
    const auto told = std::ranges::find_if(heard, same);
    if (std::ranges::count_if(asks, same) != 1 || std::ranges::count_if(heard, same) != 1) continue;
    ask.text = told->text;
    heard.erase(told);
  }
}

void plan_remarks(const store::Reader& store, LogPlan& plan, const Call& call) {
  std::vector<Remark> heard;
  for (const std::string& text : call.args.all("heard")) {
    const About about = about_whom(store, plan, text, "--heard");
    heard.push_back(
        {.person = about.person, .text = require_note(about.text, "--heard"), .heard = plan.contact.on});
  }
  std::vector<Remark> asks;
  for (const std::string& text : call.args.all("ask"))
    asks.push_back(asked(about_whom(store, plan, text, "--ask"), text, plan, call));
  ask_about_what_was_heard(asks, heard);
  for (std::size_t i = 0; i < asks.size(); ++i) {
    if (asks[i].text.empty())
      throw UsageError(cli::named("ask", call.args.all("ask")[i]) + ": no question stands behind the date",
                       "--ask \"2026-12-12 how did it go?\"");
  }
  plan.remarks = std::move(heard);
  plan.remarks.insert(plan.remarks.end(), asks.begin(), asks.end());
}

void plan_promises(const store::Reader& store, LogPlan& plan, const Call& call, const char* name, bool mine) {
  const std::string option = cli::option_name(name);
  for (const std::string& text : call.args.all(name)) {
    const About about = about_whom(store, plan, text, option.c_str());
    Promise promise = read_promise(about.text, option, call.now);
    promise.person = about.person;
    promise.mine = mine;
    promise.given = plan.contact.on;
    plan.promises.push_back(std::move(promise));
  }
}

void plan_about(const store::Reader& store, LogPlan& plan, const Call& call) {
  for (const std::string& text : call.args.all("about")) {
    const store::EntryRef entry = find_entry(store, text);
    if (entry.kind != store::EntryKind::remark)
      throw UsageError(cli::named("about", text) + ": not a remark or an ask");
    const Id person = store.remark(entry.id).person;
    const auto& with = plan.contact.with;
    if (std::find(with.begin(), with.end(), person) == with.end()) {
      throw UsageError(cli::named("about", text) + ": it is about " + store.handle_of(person));
    }
    plan.about.push_back(entry.id);
  }
}

LogPlan plan_of(const store::Reader& store, const Call& call, const ContactChanges& changes) {
  LogPlan plan;
  for (const store::NameMatch& match : find_people(store, call.args.words.front())) {
    plan.people.push_back(store.person(match.person));
    plan.contact.with.push_back(match.person);
  }
  plan.contact.on = call.today();
  plan.contact.time = call.now.time;
  apply(plan.contact, changes, plan.people, call);
  plan_remarks(store, plan, call);
  plan_promises(store, plan, call, "promise", true);
  plan_promises(store, plan, call, "they-promised", false);
  plan_about(store, plan, call);
  return plan;
}

Remark come_back_to(store::Change& change, Id id, Day on) {
  Remark remark = change.remark(id);
  remark.used = std::max(remark.used.value_or(on), on);
  if (ask_is_open(remark)) remark.done = on;
  change.update(remark);
  return remark;
}

/// What the editor opens with: whom it is about, as comments, and a place to write below.
std::string editor_text(const store::Reader& store, const std::string& who, const Call& call) {
  std::string text =
      "# What you talked about, below. Lines that begin with # are left out. Leave this as it is to log\n"
      "# without a note; leave the file empty to log nothing.\n";
  for (const store::NameMatch& match : find_people(store, who))
    text += "#\n" + commented_brief(store, match.person, call);
  return text + "\n";
}

/// Archived people whom the user, asked at a terminal, wants to be reminded of again.
std::vector<Id> brought_back(const std::string& who, Call& call) {
  std::vector<Id> people;
  if (!call.can_ask() || call.quiet || call.format != render::Format::text) return people;
  const auto store = call.open_to_read();
  if (!store) return people;
  for (const store::NameMatch& match : find_people(*store, who)) {
    if (match.active || store->person(match.person).deceased) continue;
    const auto answer = call.ask(match.name + " is archived. Shall rel remind you of them again? [y/N]");
    if (answer && (answer->starts_with('y') || answer->starts_with('Y'))) people.push_back(match.person);
  }
  return people;
}

void unarchive(store::Change& change, Id id) {
  Person person = change.person(id);
  person.archived = false;
  change.update(person);
}

void write(store::Change& change, LogPlan& plan, const Call& call) {
  add_entry(change, plan.contact, call);
  for (const Id id : plan.about) plan.came_back.push_back(come_back_to(change, id, plan.contact.on));
  // Before the new asks are added: one for today is not answered by the talk in which it came up.
  plan.asks = follow_talk(change, std::nullopt, plan.contact);
  for (Remark& remark : plan.remarks) add_entry(change, remark, call);
  for (Promise& promise : plan.promises) add_entry(change, promise, call);
}

/// What it counted as and when they are next due, with the note behind it where that is one line.
std::vector<std::string> second_lines(const Confirmation& answer, const Call& call,
                                      const store::Reader& store, const LogPlan& plan) {
  std::vector<std::string> lines;
  if (!answer.is_brief()) lines = outcomes(store, plan.contact, plan.people, call);
  if (!plan.contact.note) return lines;
  const std::string note = note_line(*plan.contact.note);
  if (lines.size() == 1) return {lines.front() + "; " + note};
  lines.insert(lines.begin(), note);
  return lines;
}

void report(Confirmation& answer, const Call& call, const store::Reader& store, const LogPlan& plan) {
  answer.say(names_of(plan.people) + ": " + sentence(plan.contact, answer.today()), plan.contact.id);
  for (const std::string& line : second_lines(answer, call, store, plan)) answer.add(line);
  answer.wrote(plan.contact, best_credit(plan.contact, plan.people));
  for (const Remark& remark : plan.remarks) {
    answer.say(sentence(remark), remark.id);
    answer.wrote(remark);
  }
  for (const Promise& promise : plan.promises) {
    answer.say(sentence(promise), promise.id);
    answer.wrote(promise);
  }
  for (const Remark& remark : plan.came_back) {
    answer.add("came back to: " + question(remark));
    answer.wrote(remark);
  }
  report(answer, plan.asks);
}

Exit save(Call& call, const ContactChanges& changes) {
  const std::string& who = call.args.words.front();
  const std::vector<Id> reminded_again = brought_back(who, call);
  LogPlan plan;
  const auto add = [&](store::Change& change, Confirmation&) {
    for (const Id person : reminded_again) unarchive(change, person);
    plan = plan_of(change, call, changes);
    write(change, plan, call);
  };
  const auto tell = [&](Confirmation& answer, const store::Reader& store) {
    report(answer, call, store, plan);
  };
  return carry_out(call, who, {add, tell});
}

/// The same with a note that is written in the editor.
void save_edited(Call& call, ContactChanges changes) {
  if (changes.note) throw UsageError("-e and a note: only one of the two");
  const std::string& who = call.args.words.front();
  Draft draft(call.env, call.database, "note.txt", editor_text(call.open_to_change(who), who, call));
  draft.use([&] {
    if (text::blank(draft.text()))
      throw UsageError("note: the file was left empty; nothing was logged",
                       "rel log without -e needs no note");
    const std::string note = without_comments(draft.text());
    if (!text::blank(note)) changes.note = require_note(note, "note");
    save(call, changes);
  });
}

/// Takes the answers for the words of the command, and shows it as it could have been typed.
bool ask_for_words(Call& call) {
  call.args.words = asked_words(call);
  if (call.args.words.empty()) return false;
  const std::string words = " " + text::joined(call.args.words, " ", cli::shell_word);
  call.outcome.out += text::escaped("rel log" + words) + "\n";
  call.typed += words;
  return true;
}

Exit run_log(Call& call) {
  if (call.args.words.empty() && call.can_ask() && !ask_for_words(call)) {
    call.outcome.out += "Nothing was logged.\n";
    return Exit::no;
  }
  if (call.args.words.empty())
    throw UsageError("log: whom did you talk with?", "rel log ann call 45m \"what about\"");
  const ContactChanges changes = contact_changes(call);
  if (!call.args.has("edit")) return save(call, changes);
  save_edited(call, changes);
  return Exit::done;
}

}  // namespace

const Command log_command = {
    {.name = "log",
     .group = cli::Group::everyday,
     .words = "WHO [WORD…]",
     .summary = "a conversation or a touch, right after it",
     .prose = "Each word is a channel (met, call, video, chat, email, … or lunch, "
              "walk, sms), a depth (small, personal, deep), a duration (45m, 1h30, "
              "half an hour; after a channel a bare number is minutes), a date or "
              "time (yesterday, 3d ago, 2 nov 19:30, at 7pm), or one of tried, "
              "voicemail, missed, owe; each at most once. The first word that is none "
              "of these starts the note; a : starts it whatever follows. Likely "
              "typos are refused. The answer repeats what was understood. "
              "At a terminal rel log alone asks for them, and shows the command that it makes. "
              "Without a channel it was a call; without a duration a conversation "
              "of 30 minutes; without a date just now.",
     .options = log_options,
     .examples = log_examples,
     .exclusions = log_exclusions},
    run_log,
    true};

}  // namespace rel::commands
