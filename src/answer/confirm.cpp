#include "answer/confirm.hpp"

#include "cli/dates.hpp"
#include "rel/credit.hpp"
#include "rel/due.hpp"
#include "render/phrases.hpp"
#include "store/sums.hpp"
#include "store/waiting.hpp"
#include "text/joined.hpp"

namespace rel::commands {

namespace {

constexpr int furthest = 3700;  // days: longer than any cadence

}  // namespace

Confirmation::Confirmation(Call& call, const store::Reader& store, std::string_view command, Detail detail)
    : call_(call),
      store_(store),
      detail_(detail),
      handle_of_([&store](Id id) { return store.handle_of(id); }) {
  view_.command = command;
  view_.rows_key = "wrote";
  view_.columns = render::wrote_columns();
  table_.columns = {{.stretches = true}, {}};
  table_.indent = 0;
}

void Confirmation::say(const std::string& sentence, std::optional<Id> id) {
  if (call_.args.has("dry-run")) id.reset();  // nothing of a trial can be typed
  table_.rows.push_back({render::Cell(sentence),
                         id ? render::Cell(store_.short_id(*id), render::Style::dim) : render::Cell("")});
}

void Confirmation::add(const std::string& sentence) {
  table_.rows.push_back({render::Cell(sentence, render::Style::dim), render::Cell("")});
}

void Confirmation::print(Saved saved) {
  if (!table_.rows.empty()) view_.text.emplace_back(std::move(table_));
  for (render::Line& line : last_) view_.text.emplace_back(std::move(line));
  if (saved == Saved::something) return call_.confirm(view_);
  if (!call_.quiet || call_.format != render::Format::text) call_.show(view_);
}

std::string understood(const Moment& moment, Day today) {
  const std::string day = cli::echoed(moment);
  const int ago = days_between(moment.day, today);
  if (ago == 0) return "today (" + day + ")";
  if (ago == 1) return "yesterday (" + day + ")";
  return ago == -1 ? "tomorrow (" + day + ")" : day;
}

std::string cadence(const Person& person, const Call& call) {
  if (person.tier == Tier::none) return "in no tier: kept, never due for silence";
  return "tier " + render::tier_name(person.tier) + ", every " +
         render::counted(target_of(person, call.settings), "day");
}

std::string next_due(const store::Reader& store, const Person& person, const Call& call) {
  if (person.deceased) return "nothing reminds of them any more";
  if (person.archived) return "archived; rel edit " + person.handle + " --unarchive reminds again";
  const DueRules rules{call.today(), call.settings, store::away_until(store, call.today())};
  const auto item = assess_ahead(store::facts_for_clocks(store, person), rules, furthest);
  if (!item) return person.tier == Tier::none ? "in no tier: not on the list" : "not due for years";
  if (item->due_on == rules.today) return "due now: " + render::reason(*item, rules.today);
  const std::string day = "next due " + cli::echoed({item->due_on, std::nullopt});
  return item->clock == Clock::silence ? day : day + ": " + render::first_open(*item);
}

std::string sentence(const Promise& promise, const std::string& name) {
  std::string text = name.empty() ? (promise.mine ? "you promised" : "promised you")
                                  : (promise.mine ? "you promised " + name : name + " promised you");
  text += ": " + promise.text;
  if (promise.by) text += ", by " + cli::echoed({*promise.by, std::nullopt});
  return text;
}

std::string sentence(const Remark& remark, const std::string& name) {
  std::string text = (name.empty() ? "" : name + " ") + "told you: " + remark.text;
  if (remark.ask_on) {
    text = (name.empty() ? "" : name + ": ") + "ask on " + cli::echoed({*remark.ask_on, std::nullopt}) +
           ": " + remark.ask.value_or(remark.text);
    if (remark.ask && *remark.ask != remark.text) text += " (" + remark.text + ")";
  }
  return text;
}

std::string sentence(const Snooze& snooze) {
  const std::string until = cli::echoed({snooze.until, std::nullopt});
  if (!snooze.person && !snooze.group) return "away until " + until;
  if (snooze.agreed) return "agreed for " + until + (snooze.agreed->empty() ? "" : ": " + *snooze.agreed);
  return "put off until " + until + (snooze.why ? ": " + *snooze.why : "");
}

std::string sentence(const Review& review) {
  const auto day = [](Day one) { return cli::echoed({one, std::nullopt}); };
  return "review of " + day(review.since) + " to " + day(review.until);
}

std::string happened(const Contact& contact) {
  std::string text(word(contact.channel));
  if (contact.kind == ContactKind::missed) text = "missed their " + text;
  if (contact.kind == ContactKind::tried) {
    text = contact.channel == Channel::voice ? "tried, left a message" : text + " tried, no answer";
  }
  if (contact.minutes) text += ", " + render::length(*contact.minutes);
  return text;
}

std::string sentence(const Contact& contact, Day today) {
  std::string text = happened(contact);
  if (contact.kind == ContactKind::owed) text += ", an answer owed";
  if (contact.depth) text += ", " + std::string(word(*contact.depth));
  text += ", " + understood({contact.on, contact.time}, today);
  if (contact.others > 0) text += ", with " + render::counted(contact.others, "other");
  return text;
}

std::vector<std::string> outcomes(const store::Reader& store, const Contact& contact,
                                  const std::vector<Person>& people, const Call& call) {
  std::vector<std::string> lines;
  for (const Person& person : people) {
    const std::string whose = people.size() > 1 ? person.name + ": " : "";
    const std::string worth = took_place(contact) ? render::worth_of(credit(contact, person)) + "; " : "";
    lines.push_back(whose + worth + next_due(store, person, call));
  }
  return lines;
}

std::string names_of(const std::vector<Person>& people) {
  return text::joined(people, ", ", &Person::name);
}

std::string names_of(const store::Reader& store, const std::vector<Id>& people) {
  return text::joined(people, ", ", [&](Id person) { return store.name_of(person); });
}

}  // namespace rel::commands
