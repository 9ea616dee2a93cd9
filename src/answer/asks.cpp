#include "answer/asks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>
#include <unordered_set>

#include "answer/entry_text.hpp"
#include "rel/brief.hpp"
#include "rel/credit.hpp"

namespace rel::commands {

namespace {

constexpr std::size_t most_asks_named = 5;  // a long silence may have thousands; programs are told of all

/// Whoever was there, and had a talk.
class Talk {
 public:
  explicit Talk(const std::optional<Contact>& contact) : contact_(contact) {
    if (contact) present_.insert(contact->with.begin(), contact->with.end());
  }
  bool with(const Person& person) const {
    return present_.contains(person.id) && credit(*contact_, person) > 0;
  }

 private:
  const std::optional<Contact>& contact_;
  std::unordered_set<Id> present_;
};

void append(std::vector<Remark>& all, std::vector<Remark> more) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

void report(Confirmation& answer, const std::string& what, const std::vector<Remark>& asks) {
  for (const Remark& ask : asks | std::views::take(most_asks_named))
    answer.add(what + ": ask " + question(ask));
  if (asks.size() > most_asks_named)
    answer.add(fmt::format("{}: {} more", what, asks.size() - most_asks_named));
  for (const Remark& ask : asks) answer.wrote(ask);
}

}  // namespace

AskChanges follow_talk(store::Change& change, const std::optional<Contact>& before,
                       const std::optional<Contact>& after) {
  AskChanges changes;
  const bool same_day = before && after && before->on == after->on;
  const Talk talk_before(before);
  const Talk talk_after(after);
  const auto people = [&](const std::optional<Contact>& contact) {
    return contact ? people_in(change, *contact) : std::vector<Person>{};
  };
  for (const Person& person : people(before)) {
    if (!talk_before.with(person) || (same_day && talk_after.with(person))) continue;
    append(changes.reopened, change.reopen_asks(person, before->on));
  }
  for (const Person& person : people(after)) {
    if (!talk_after.with(person) || (same_day && talk_before.with(person))) continue;
    append(changes.closed, change.close_asks(person.id, {after->on}));
  }
  return changes;
}

void report(Confirmation& answer, const AskChanges& changes) {
  report(answer, "closed", changes.closed);
  report(answer, "open again", changes.reopened);
}

}  // namespace rel::commands
