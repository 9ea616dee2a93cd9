#include "commands/import/call_log.hpp"

#include <algorithm>
#include <cstdlib>

#include "rel/credit.hpp"

namespace rel::commands {

namespace {

constexpr int days_a_missed_call_waits = 14;
constexpr int most_minutes = 24 * 60;

/// Whether what was typed may be this call: about as long, about then.
bool may_be(const std::pair<std::optional<TimeOfDay>, std::optional<int>>& typed, const Contact& talk) {
  const auto& [time, minutes] = typed;
  const int longer = std::max(minutes.value_or(*talk.minutes), *talk.minutes);
  const int apart = std::abs(minutes.value_or(*talk.minutes) - *talk.minutes);
  const bool near = !time || std::abs((*time - *talk.time).count()) <= 2 * 60 + longer;
  return near && apart <= 5 + longer / 3;
}

}  // namespace

bool CallLog::talk(const Person& person, const Talk& talk) {
  const auto minutes = std::max<std::int64_t>(1, (talk.seconds + 30) / 60);
  if (minutes > most_minutes) return false;
  Contact contact{.with = {person.id}, .on = talk.at.day, .time = talk.at.time, .channel = talk.channel};
  contact.minutes = static_cast<int>(minutes);
  contact.by = talk.by;
  contact.source = talk.source;
  if (import_.here.has_source(contact) || claim_typed(contact)) {
    ++import_.unchanged;
  } else {
    import_.add(contact);
  }
  return true;
}

void CallLog::missed(const Person& person, const Moment& at, const std::string& source) {
  if (days_between(at.day, import_.call.today()) > days_a_missed_call_waits) {
    import_.passed_over.add("missed calls of more than two weeks ago", person.name);
  } else if (person.tier == Tier::none || !person.active()) {
    import_.passed_over.add("missed calls of people in no tier", person.name);
  } else {
    const auto [place, fresh] = missed_.try_emplace({at.day, person.id}, Missed{at.time, source});
    if (!fresh && at.time < place->second.time) place->second = {at.time, source};
  }
}

void CallLog::write_missed() {
  for (const auto& [key, call] : missed_) {
    const auto& [day, person] = key;
    const std::vector<Contact> there = import_.change.contacts_on(person, day, store::Company::counted);
    const bool known = std::any_of(there.begin(), there.end(),
                                   [](const Contact& one) { return one.kind == ContactKind::missed; });
    if (known) {
      ++import_.unchanged;
      continue;
    }
    Contact missed{
        .with = {person}, .on = day, .time = call.time, .channel = Channel::call, .by = Side::them};
    missed.kind = ContactKind::missed;
    missed.source = call.source;
    import_.add(missed);
  }
  missed_.clear();
}

/// Whether the user typed it; the first that may be this call, and was no other's, is this one's then.
bool CallLog::claim_typed(const Contact& talk) {
  Typed& typed = typed_on(talk.with.front(), talk.on, talk.channel);
  std::optional<std::pair<std::size_t, Id>> first;
  for (auto one = typed.begin(); one != typed.end();) {
    auto& [when, places] = *one;
    while (!places.empty() && claimed_.contains(places.front().second)) places.pop_front();
    if (!places.empty() && may_be(when, talk))
      first = std::min(first.value_or(places.front()), places.front());
    one = places.empty() ? typed.erase(one) : std::next(one);
  }
  return first && claimed_.insert(first->second).second;
}

CallLog::Typed& CallLog::typed_on(Id person, Day day, Channel channel) {
  const auto [place, is_new] = typed_.try_emplace({person, day, channel});
  if (!is_new) return place->second;
  std::size_t number = 0;
  for (const Contact& one : import_.here.contacts(person, day).typed) {
    if (one.kind == ContactKind::contact && one.channel == channel)
      place->second[{one.time, one.minutes}].emplace_back(number++, one.id);
  }
  return place->second;
}

}  // namespace rel::commands
