#include "commands/health/person.hpp"

#include "answer/pages.hpp"
#include "commands/health/pages.hpp"
#include "input/naming.hpp"
#include "render/health_person.hpp"
#include "store/health.hpp"

namespace rel::commands {

namespace {

constexpr int quarter = 91;  // days

Standing standing_on(Day today, const Relationship& who, const Call& call) {
  return has_health(who.facts.person) ? standing(who, {.today = today, .settings = call.settings})
                                      : Standing{};
}

// Reads the past last: from then on the store looks back.
void compare_with_before(store::Reader& store, render::PersonHealth& person, const Call& call) {
  const Standing& now = person.entry.standing;
  const Sums& sums = person.entry.who.facts.sums;
  person.before = plus_days(call.today(), -quarter);
  store.look_back_to(person.before, store::PeopleThen::all);
  const Relationship then = store::relationship(store, person.entry.who.facts.person.id);
  const Standing before = standing_on(person.before, then, call);
  person.change = change_since(then.facts.sums, before.parts, person.before, sums, now, call.today());
}

}  // namespace

void show_health_of(Call& call, store::Reader& store, const std::string& who, render::HealthPage page) {
  render::PersonHealth person;
  person.entry.who = store::relationship(store, find_person(store, who).person);
  const Relationship& found = person.entry.who;
  person.entry.standing = standing_on(call.today(), found, call);
  const std::vector<Contact> contacts = store.figures_of(found.facts.person.id);
  person.entry.weeks = weeks_until(call.today(), weeks_of_year, found.facts.person, contacts);
  if (call.args.has("html")) {
    deliver_page(call, health_person_page(store, call, person.entry));
    return;
  }
  if (call.format == render::Format::text && has_health(found.facts.person)) {
    person.within_target = within_target(person.entry.weeks, found.facts.person, contacts, call.settings);
    compare_with_before(store, person, call);
  }
  if (call.format != render::Format::text)
    page.capacity = capacity(loads_of(store::relationships(store)), call.settings, call.today(), true);
  call.show(render::person_health_view(person, page, call.format, [&](Id id) { return store.short_id(id); }));
}

}  // namespace rel::commands
