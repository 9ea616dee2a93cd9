#include "rel/talks.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "rel/credit.hpp"

namespace rel {

namespace {

constexpr double noticeable = 0.1;         // of the larger of two figures
constexpr double noticeable_depth = 0.03;  // on the scale of δ: a third of the talks deep instead of personal

Direction direction_beyond(double least, double before, double now) {
  if (std::abs(now - before) <= least) return Direction::stayed;
  return now < before ? Direction::fell : Direction::grew;
}

Direction noticeable_direction(double before, double now) {
  return direction_beyond(noticeable * std::max(before, now), before, now);
}

void add(Amount& amount, int minutes) {
  ++amount.count;
  amount.minutes += minutes;
}

}  // namespace

PeopleById by_id(const std::vector<Person>& people) {
  PeopleById found;
  for (const Person& person : people) found.emplace(person.id, &person);
  return found;
}

double best_credit(const Contact& contact, const PeopleById& people) {
  double best = 0;
  for (const Id id : contact.with) {
    const auto person = people.find(id);
    if (person != people.end()) best = std::max(best, credit(contact, *person->second));
  }
  return best;
}

Talks talks_in(const Period& period, const std::vector<Contact>& contacts, const PeopleById& people) {
  Talks talks;
  std::set<Id> met;
  double depths = 0;
  double credits_of_depths = 0;
  for (const Contact& contact : contacts) {
    if (!period.holds(contact.on) || !took_place(contact)) continue;
    ++talks.contacts;
    const double w = best_credit(contact, people);
    if (w <= 0) continue;
    const int minutes = minutes_of(contact);
    add(talks.conversations, minutes);
    if (contact.channel == Channel::met) add(talks.in_person, minutes);
    if (contact.channel == Channel::call || contact.channel == Channel::video) add(talks.calls, minutes);
    if (const auto depth = depth_value(contact)) {
      credits_of_depths += w;
      depths += w * *depth;
    }
    for (const Id id : contact.with) {
      const auto person = people.find(id);
      if (person != people.end() && credit(contact, *person->second) > 0) met.insert(id);
    }
  }
  talks.people = static_cast<int>(met.size());
  const int count = talks.conversations.count;
  if (talks.contacts > 0) talks.share = static_cast<double>(count) / talks.contacts;
  if (count == 0) return talks;
  if (credits_of_depths > 0) talks.depth = depths / credits_of_depths;
  talks.minutes_each = static_cast<double>(talks.conversations.minutes) / count;
  return talks;
}

Direction direction(int before, int now) {
  return now == before ? Direction::stayed : now < before ? Direction::fell : Direction::grew;
}

Direction direction(const Amount& before, const Amount& now) {
  const Direction by_count = direction(before.count, now.count);
  return by_count == Direction::stayed ? noticeable_direction(before.minutes, now.minutes) : by_count;
}

std::optional<Direction> direction_of_depth(const Talks& before, const Talks& now) {
  if (!before.depth || !now.depth) return std::nullopt;
  return direction_beyond(noticeable_depth, *before.depth, *now.depth);
}

std::optional<Balance> balance(const Talks& before, const Talks& now) {
  if (!before.minutes_each || !now.minutes_each) return std::nullopt;
  const std::array parts = {direction_of_depth(before, now).value_or(Direction::stayed),
                            noticeable_direction(*before.minutes_each, *now.minutes_each),
                            noticeable_direction(*before.share, *now.share)};
  const bool fell = std::ranges::count(parts, Direction::fell) > 0;
  const bool grew = std::ranges::count(parts, Direction::grew) > 0;
  return Balance{.quantity = noticeable_direction(before.contacts, now.contacts),
                 .quality = fell == grew ? Direction::stayed
                            : fell       ? Direction::fell
                                         : Direction::grew,
                 .mixed = fell && grew,
                 .depth = parts[0],
                 .length = parts[1],
                 .share = parts[2]};
}

}  // namespace rel
