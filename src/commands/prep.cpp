#include "answer/briefing.hpp"
#include "answer/reaching.hpp"
#include "cli/typed.hpp"
#include "commands/commands.hpp"
#include "input/naming.hpp"
#include "input/words.hpp"
#include "render/brief_view.hpp"
#include "render/due_view.hpp"
#include "store/waiting.hpp"

namespace rel::commands {

namespace {

constexpr cli::OptionSpec prep_options[] = {
    {"call", 0, cli::Arity::flag, "", "then open their phone number, else their e-mail address"},
};

constexpr cli::Example prep_examples[] = {
    {"rel prep ann", "what she told you, what you owe each other, what to begin with"},
    {"rel prep", "the same about the first of today's list"},
    {"rel prep ann --call", "the same, and the number is dialled"},
    {"rel prep ann,bo", "a brief each, before you meet them together"},
};

/// Whom it is about: who was named, else the first who is due.
std::vector<Id> whom(const store::Reader& store, const Call& call) {
  std::vector<Id> people;
  if (!call.args.words.empty()) {
    for (const store::NameMatch& match : find_people(store, joined_words(call, 0)))
      people.push_back(match.person);
    return people;
  }
  const DueRules rules{call.today(), call.settings, store::away_until(store, call.today())};
  const std::vector<DueItem> due = due_list(store::waiting(store, call.today(), 0), rules, 0);
  if (const DueItem* first = first_as_shown(due)) people.push_back(first->facts.person.id);
  return people;
}

std::vector<render::Block> nobodys_words(const store::Reader* store) {
  if (!store || !store->has_people()) return render::newcomers_words();
  return {render::Line("Nobody is waiting.", render::Style::strong),
          render::Line("Before a call of your own choice: rel prep WHO")};
}

/// The one to call; nobody where nobody is due. Throws UsageError where that can't be one call.
std::optional<Person> whom_to_call(const render::BriefPage& page) {
  if (page.briefs.empty()) return std::nullopt;
  const Person& person = page.briefs.front().now.facts.person;
  if (page.briefs.size() > 1)
    throw UsageError("--call: one person at a time", "rel prep " + person.handle + " --call");
  if (person.deceased) throw UsageError("--call: " + person.name + " is kept in memory");
  return person;
}

Exit run_prep(Call& call) {
  auto store = call.open_to_read();
  if (!store && !call.args.words.empty())
    throw NotFound(cli::named(call.args.words.front()) + ": nobody is in the file yet",
                   "rel add \"Ann Lee\"");
  render::BriefPage page{.today = call.today(), .briefs = {}, .for_reader = call.look.terminal};
  if (store) {
    for (const Id person : whom(*store, call)) page.briefs.push_back(brief_for(*store, person, call));
  }
  render::View view = render::brief_view(
      page, call.format, [&](Id id) { return store->short_id(id); },
      [&](Id id) { return store->handle_of(id); });
  if (page.briefs.empty() && call.look.terminal) view.text = nobodys_words(store ? &*store : nullptr);
  const auto person = call.args.has("call") ? whom_to_call(page) : std::nullopt;
  call.show(view);
  store.reset();  // what is opened may take as long as a call
  if (person) reach_out(call, *person);
  return Exit::done;
}

}  // namespace

const Command prep_command = {
    {.name = "prep",
     .group = cli::Group::everyday,
     .words = "[WHO]",
     .summary = "before you call: what they told you, what you owe, what to ask",
     .prose =
         "At most a screen: why this person matters to you, how to reach them, the last real "
         "conversation and what came since, what they told you (asks first, then what you have not come "
         "back to), what you owe each other, dates within 30 days, and a sentence of theirs to begin "
         "with. Without WHO it is about the first of today's list; with ann,bo it is a brief each. TSV "
         "has a row for the last conversation (kind contact), each remark, each open item and each date.",
     .options = prep_options,
     .examples = prep_examples},
    run_prep,
    false};

}  // namespace rel::commands
