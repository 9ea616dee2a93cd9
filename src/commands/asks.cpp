#include "commands/asks.hpp"

#include <algorithm>

#include "commands/entry_text.hpp"
#include "rel/brief.hpp"
#include "rel/credit.hpp"

namespace rel::commands {

namespace {

bool talked(const std::optional<Contact>& contact, const Person& person) {
  return contact && std::ranges::count(contact->with, person.id) > 0 && credit(*contact, person) > 0;
}

void append(std::vector<Remark>& all, std::vector<Remark> more) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

}  // namespace

AskChanges follow_talk(store::Store& store, const std::optional<Contact>& before,
                       const std::optional<Contact>& after) {
  AskChanges changes;
  const bool same_day = before && after && before->on == after->on;
  const auto people = [&](const std::optional<Contact>& contact) {
    return contact ? people_in(store, *contact) : std::vector<Person>{};
  };
  for (const Person& person : people(before)) {
    if (!talked(before, person) || (same_day && talked(after, person))) continue;
    append(changes.reopened, store.reopen_asks(person, before->on));
  }
  for (const Person& person : people(after)) {
    if (!talked(after, person) || (same_day && talked(before, person))) continue;
    append(changes.closed, store.close_asks(person.id, {after->on}));
  }
  return changes;
}

void report(Confirmation& answer, const AskChanges& changes) {
  for (const Remark& remark : changes.closed) {
    answer.add("closed: ask " + question(remark));
    answer.wrote(remark);
  }
  for (const Remark& remark : changes.reopened) {
    answer.add("open again: ask " + question(remark));
    answer.wrote(remark);
  }
}

}  // namespace rel::commands
