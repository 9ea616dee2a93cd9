#include "rel/review.hpp"

#include <algorithm>
#include <tuple>

#include "domain/whole.hpp"
#include "rel/credit.hpp"
#include "rel/measures.hpp"

namespace rel {

namespace {

constexpr int often_without_tier = 2;  // conversations in the period: once may be chance
constexpr int half_a_year = 183;       // days

bool in_upper_tier(const Person& person) {
  return person.active() && person.tier >= Tier::high;
}

/// Sorts by the key that `key_of` gives each, then by name.
template <class Things, class KeyOf>
void sort_by(Things& things, const KeyOf& key_of) {
  const auto key = [&](const auto& thing) {
    return std::tuple(key_of(thing), std::string_view(thing.person->name), thing.person->id);
  };
  std::sort(things.begin(), things.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
}

std::map<Id, Amount> talks_by_person(const Material& from, const PeopleById& people) {
  std::map<Id, Amount> talks;
  for (const Contact& contact : from.contacts) {
    if (!from.period.holds(contact.on)) continue;
    for (const Id id : contact.with) {
      const auto person = people.find(id);
      if (person == people.end() || credit(contact, *person->second) <= 0) continue;
      ++talks[id].count;
      talks[id].minutes += minutes_of(contact);
    }
  }
  return talks;
}

std::vector<TalkedWith> most_talked(const std::map<Id, Amount>& talks, const PeopleById& people) {
  std::vector<TalkedWith> most;
  for (const auto& [id, amount] : talks) most.push_back({people.at(id), amount});
  sort_by(most, [](const TalkedWith& one) { return std::pair(-one.talks.minutes, -one.talks.count); });
  return most;
}

std::vector<const Person*> without_talk(const Material& from, const std::map<Id, Amount>& talks) {
  std::vector<const Person*> missing;
  for (const Person& person : from.people) {
    const bool expected = in_upper_tier(person) && person.added <= from.period.since &&
                          target_of(person, from.settings) <= from.period.days();
    if (expected && !talks.contains(person.id)) missing.push_back(&person);
  }
  std::stable_sort(missing.begin(), missing.end(),
                   [](const Person* a, const Person* b) { return a->tier > b->tier; });
  return missing;
}

// What was kept or dropped after the period was open at its end.
Promised promised(const Material& from, const PeopleById& people) {
  const Period& period = from.period;
  Promised found;
  for (const Promise& promise : from.promises) {
    if (!promise.mine || promise.given > period.until || !people.contains(promise.person)) continue;
    const auto closed = promise.kept ? promise.kept : promise.dropped;
    if (!closed || *closed > period.until) {
      const bool late = promise.by && *promise.by < period.until;
      (late ? found.late : found.open).push_back(&promise);
    } else if (period.holds(*closed)) {
      ++(promise.kept ? found.kept : found.dropped);
    }
  }
  return found;
}

std::vector<PutOff> put_off(const Material& from, const PeopleById& people) {
  std::map<Id, PutOff> by_person;
  for (const Snooze& snooze : from.snoozes) {
    if (!snooze.counted || !snooze.person || !from.period.holds(snooze.on)) continue;
    const auto person = people.find(*snooze.person);
    if (person == people.end()) continue;
    PutOff& one = by_person[*snooze.person];
    one.person = person->second;
    ++one.count;
    const bool said = std::find(one.reasons.begin(), one.reasons.end(), snooze.why) != one.reasons.end();
    if (snooze.why && !said) one.reasons.push_back(*snooze.why);
  }
  std::vector<PutOff> all;
  for (auto& [id, one] : by_person) all.push_back(std::move(one));
  sort_by(all, [](const PutOff& one) { return -one.count; });
  return all;
}

// After the review: on a later day, or entered later on its day.
Amount talks_since(const Review& review, const Person& person, const Material& from) {
  Amount talks;
  for (const Contact& contact : from.contacts) {
    const bool after = std::tie(contact.on, contact.id) > std::tie(review.on, review.id);
    const bool with_them =
        std::find(contact.with.begin(), contact.with.end(), person.id) != contact.with.end();
    if (!after || contact.on > from.period.until || !with_them || credit(contact, person) <= 0) continue;
    ++talks.count;
    talks.minutes += minutes_of(contact);
  }
  return talks;
}

std::vector<Intended> intended(const Material& from, const PeopleById& people) {
  std::vector<Intended> all;
  if (!from.last) return all;
  for (const Intention& intention : from.last->intentions) {
    Intended one{.intention = intention};
    if (const auto person = people.find(intention.person.value_or(0)); person != people.end()) {
      one.person = person->second;
      one.talks = talks_since(*from.last, *one.person, from);
    }
    all.push_back(std::move(one));
  }
  return all;
}

// The longest since a deep talk; where there was none, since the first talk at all. Of what has just begun
// nobody asks how it stands.
std::optional<ToAsk> to_ask(const Material& from) {
  constexpr int young = 56;  // days
  std::optional<ToAsk> found;
  const auto key = [&](const Person& person, Day since) {
    return std::tuple(since, -static_cast<int>(person.tier), std::string_view(person.name), person.id);
  };
  Day longest{};
  for (std::size_t i = 0; i < from.people.size(); ++i) {
    const Person& person = from.people[i];
    const auto first = from.sums[i].first_talk;
    if (!in_upper_tier(person) || !first || days_between(*first, from.period.until) < young) continue;
    const auto deep = from.deep_talks.find(person.id);
    const bool ever = deep != from.deep_talks.end();
    if (ever && from.period.holds(deep->second)) continue;
    const Day since = ever ? deep->second : *first;
    if (found && key(*found->person, longest) < key(person, since)) continue;
    found = ToAsk{&person, ever ? std::optional(deep->second) : std::nullopt};
    longest = since;
  }
  return found;
}

// Who is overdue, parted by whether it began in the period; and who cools without being overdue.
void add_quiet(LookBack& back, const Material& from) {
  for (std::size_t i = 0; i < from.people.size(); ++i) {
    const Person& person = from.people[i];
    const Sums& sums = from.sums[i];
    const auto overdue = overdue_from(person, sums, from.settings);
    if (!overdue) continue;
    const double a = sums.silence(from.today).value_or(0);
    const Quiet one{&person, &sums, a, usualness(sums, a)};
    if (*overdue > from.today) {
      if (is_cooling(sums, a)) back.cooled.push_back(one);
    } else if (from.period.holds(*overdue)) {
      back.quiet.push_back(one);
    } else if (*overdue < from.period.since) {
      ++back.quiet_before;
    }
  }
  sort_by(back.cooled, [](const Quiet& one) { return one.unusual; });
  sort_by(back.quiet,
          [](const Quiet& one) { return std::pair(-static_cast<int>(one.person->tier), -one.silence); });
}

void add_to_consider(LookBack& back, const Material& from) {
  for (const Person& person : from.people) {
    if (is_old(person, from.today)) back.to_consider.push_back(&person);
    if (const auto found = from.fitting.find(person.id); found != from.fitting.end())
      back.suggestions.push_back({found->second, &person});
  }
  std::stable_sort(back.to_consider.begin(), back.to_consider.end(), [](const Person* a, const Person* b) {
    return std::tie(a->considered, a->name) < std::tie(b->considered, b->name);
  });
  sort_by(back.suggestions, [](const Suggestion& one) { return -static_cast<int>(one.person->tier); });
}

bool has_target(const Person& person) {
  return person.active() && person.tier != Tier::none;
}

}  // namespace

bool is_old(const Person& person, Day today) {
  return has_target(person) && days_between(person.considered, today) > half_a_year;
}

std::optional<Day> overdue_from(const Person& person, const Sums& sums, const Settings& settings) {
  if (!has_target(person) || !sums.start) return std::nullopt;
  return day_from_number(-rounded_down(-sums.quiet_since - target_of(person, settings)));
}

LookBack look_back(const Material& from) {
  const PeopleById people = by_id(from.people);
  const std::map<Id, Amount> talks = talks_by_person(from, people);
  LookBack back;
  back.now = talks_in(from.period, from.contacts, people);
  back.before = talks_in(from.period.before(), from.contacts, people);
  back.balance = balance(back.before, back.now);
  back.most = most_talked(talks, people);
  back.without_talk = without_talk(from, talks);
  back.promised = promised(from, people);
  back.put_off = put_off(from, people);
  add_quiet(back, from);
  std::copy_if(back.most.begin(), back.most.end(), std::back_inserter(back.without_tier),
               [](const TalkedWith& one) {
                 return one.person->tier == Tier::none && one.person->active() &&
                        one.talks.count >= often_without_tier;
               });
  add_to_consider(back, from);
  back.intended = intended(from, people);
  back.ask = to_ask(from);
  std::vector<Load> loads;
  for (std::size_t i = 0; i < from.people.size(); ++i) loads.push_back({&from.people[i], &from.sums[i]});
  back.capacity = capacity(loads, from.settings, from.today, from.away_lately);
  return back;
}

}  // namespace rel
