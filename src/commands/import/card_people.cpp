#include "commands/import/card_people.hpp"

#include "formats/fitting.hpp"
#include "identity/card_matching.hpp"
#include "input/person_options.hpp"
#include "text/utf8.hpp"

namespace rel::commands {

namespace {

void take_facts(Import& import, const formats::Card& card, Id whose) {
  if (import.call.args.has("no-facts")) {
    if (!card.facts.empty()) import.dropped.add("fact", card.name, card.facts.size());
    return;
  }
  for (const std::string& fact : card.facts)
    take_note(import, whose, fact, import.call.today(), NoteKind::fact);
}

}  // namespace

std::vector<Id> take_cards(Import& import, std::vector<formats::Card> cards) {
  for (formats::Card& card : cards) import.count_cut(formats::fit(card), card.name);
  const std::vector<Person> known = import.change.people();
  Imported done = plan_import(known, cards, import.call.today());
  const std::vector<Tier> tiers(done.added.size(), import.tier.value_or(Tier::none));
  set_tiers(import.change, done.added, tiers, import.call);
  HandleMaker handles(import.change);
  for (Person& person : done.added) {
    person.handle = handles.make(person.name);
    import.change.add(person);
    import.new_people.push_back(person);
  }
  for (const Person& person : done.updated) import.change.update(person);
  import.updated.insert(import.updated.end(), done.updated.begin(), done.updated.end());
  import.unchanged += done.unchanged;
  import.added["people"] += done.added.size();
  std::vector<Id> whose;
  for (const std::size_t place : done.whose)
    whose.push_back(place < known.size() ? known[place].id : done.added[place - known.size()].id);
  for (std::size_t i = 0; i < cards.size(); ++i) take_facts(import, cards[i], whose[i]);
  return whose;
}

void take_note(Import& import, Id person, const std::string& text, Day heard, NoteKind kind) {
  Remark remark{.person = person, .text = std::string(text::trimmed(text)), .heard = heard};
  remark.fact = kind == NoteKind::fact;
  import.count_cut(formats::fit(remark), import.change.person(person).name);
  if (text::blank(remark.text)) return;
  if (import.here.has_remark(person, remark.text)) {
    ++import.unchanged;
    return;
  }
  import.add(remark);
}

}  // namespace rel::commands
