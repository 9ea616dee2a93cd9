#include "rel/sums.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "rel/credit.hpp"

namespace rel {

namespace {

constexpr double forgetting = 0.8;      // f for a full conversation
constexpr double given_half_life = 56;  // days

double halved(double value, double days, double half_life) {
  return value * std::exp2(-days / half_life);
}

int from_day_start(TimeOfDay time, TimeOfDay day_starts) {
  constexpr int day = 24 * 60;
  return static_cast<int>((time - day_starts).count() + day) % day;
}

// A missed call and an answer owed mean that they began, whatever else is written.
bool reached_out(const Contact& contact) {
  return contact.kind == ContactKind::missed || contact.kind == ContactKind::owed;
}

// Where nobody knows who began, it counts as the user's.
bool begun_by_them(const Contact& contact) {
  return reached_out(contact) || contact.by == Side::them;
}

/// Walks through one person's life in the order in which things count.
class Replay {
 public:
  Replay(const Person& person, const Settings& settings) : person_(person), settings_(settings) {
    sums_.target = target_of(person, settings);
    sums_.day_starts = settings.day_starts;
  }

  Sums run(std::vector<Contact> contacts, const std::vector<Snooze>& snoozes);
  Sums go_on(const Sums& kept, const Contact& later, const std::vector<Snooze>& snoozes);

 private:
  void begin(const std::vector<Contact>& contacts);
  void remember_last();
  void take(const Contact& contact);
  void talk(const Contact& contact, double w);
  void age_to(Day day);
  void touch(const Contact& contact);
  void move_quiet_since(Day day, double w);
  void real_talk(Day day, Id entered);
  void answer(const Contact& contact, double w);
  bool answered_already(const Contact& contact) const;
  void postpone(const std::vector<Snooze>& snoozes);

  const Person& person_;
  const Settings& settings_;
  Sums sums_;
  Id real_entered_ = 0;                   // the latest entry of a real conversation on last_real
  std::optional<Moment> last_answer_;     // when the user last answered anything
  std::optional<Day> last_daily_answer_;  // the same, of answers without a time
};

Sums Replay::run(std::vector<Contact> contacts, const std::vector<Snooze>& snoozes) {
  std::sort(contacts.begin(), contacts.end(), [&](const Contact& a, const Contact& b) {
    return counts_before(a, b, person_, settings_.day_starts);
  });
  begin(contacts);
  bool remembered = !person_.last;
  for (const Contact& contact : contacts) {
    if (!remembered && *person_.last <= contact.on) {
      remember_last();
      remembered = true;
    }
    take(contact);
  }
  if (!remembered) remember_last();
  postpone(snoozes);
  return sums_;
}

Sums Replay::go_on(const Sums& kept, const Contact& later, const std::vector<Snooze>& snoozes) {
  sums_ = kept;
  take(later);
  if (sums_.last_real == later.on) {  // a real conversation ends what was put off before it
    sums_.postponed = 0;
    sums_.snoozed_until.reset();
    postpone(snoozes);
  }
  return sums_;
}

void Replay::begin(const std::vector<Contact>& contacts) {
  const auto first = std::find_if(contacts.begin(), contacts.end(),
                                  [&](const Contact& contact) { return credit(contact, person_) > 0; });
  if (first != contacts.end()) sums_.first_talk = first->on;
  sums_.start = start_day(person_, sums_.first_talk);
  if (sums_.start) sums_.quiet_since = day_number(*sums_.start);
}

// `last` is a full conversation for the silence only: it adds nothing to the other sums.
void Replay::remember_last() {
  move_quiet_since(*person_.last, 1);
  real_talk(*person_.last, 0);
}

void Replay::take(const Contact& contact) {
  const double w = credit(contact, person_);
  answer(contact, w);
  if (contact.kind == ContactKind::tried) sums_.last_try = contact.on;
  if (!took_place(contact)) return;
  if (!begun_by_them(contact)) sums_.last_mine = contact.on;
  if (w > 0) {
    talk(contact, w);
  } else {
    touch(contact);
  }
}

void Replay::touch(const Contact& contact) {
  ++sums_.touches;
  sums_.last_touch = contact.id;
}

void Replay::talk(const Contact& contact, double w) {
  const double a = day_number(contact.on) - sums_.quiet_since;
  const double f = std::pow(forgetting, w);
  const int minutes = minutes_of(contact);
  sums_.gaps = f * sums_.gaps + w * a;
  sums_.count = f * sums_.count + w;
  sums_.depth = f * sums_.depth + w * depth_value(contact);
  sums_.minutes = f * sums_.minutes + w * minutes;
  age_to(contact.on);
  sums_.recent += w;
  sums_.lasting += w;
  if (contact.with.front() == person_.id) sums_.given += minutes;
  ++sums_.conversations;
  if (contact.by || reached_out(contact)) ++sums_.began_known;
  if (begun_by_them(contact)) ++sums_.began_them;
  sums_.last_conversation = contact.id;
  move_quiet_since(contact.on, w);
  if (w < 1) {
    sums_.brief_minutes += minutes;
  } else {
    real_talk(contact.on, contact.id);
  }
}

void Replay::age_to(Day day) {
  const double days = days_between(sums_.updated.value_or(day), day);
  sums_.recent = halved(sums_.recent, days, 2.0 * sums_.target);
  sums_.lasting = halved(sums_.lasting, days, 8.0 * sums_.target);
  sums_.given = halved(sums_.given, days, given_half_life);
  sums_.updated = day;
}

void Replay::move_quiet_since(Day day, double w) {
  sums_.quiet_since = quiet_since_after(sums_.quiet_since, day, w);
}

void Replay::real_talk(Day day, Id entered) {
  real_entered_ = sums_.last_real == day ? std::max(real_entered_, entered) : entered;
  sums_.last_real = day;
  sums_.brief_minutes = 0;
  sums_.touches = 0;
}

// A conversation, or anything not begun by them, answers what they began on its day or before; a try does
// not. No contact answers itself.
void Replay::answer(const Contact& contact, double w) {
  const bool answers = w > 0 || (took_place(contact) && !begun_by_them(contact));
  const bool waits = reached_out(contact) && !contact.answered && !answered_already(contact);
  if (answers) {
    sums_.replies.clear();
    last_answer_ = Moment{contact.on, contact.time};
    if (!contact.time) last_daily_answer_ = contact.on;
  }
  if (waits) sums_.replies.push_back(contact.id);
}

// Order within a day decides only where both times are known: what is taken earlier may still be the answer.
bool Replay::answered_already(const Contact& contact) const {
  return last_daily_answer_ == contact.on || last_answer_ == Moment{contact.on, contact.time};
}

// On one day the entry made later counts as later: a snooze has no time of its own.
void Replay::postpone(const std::vector<Snooze>& snoozes) {
  const Snooze* newest = nullptr;
  for (const Snooze& snooze : snoozes) {
    if (sums_.last_real) {
      if (snooze.on < *sums_.last_real) continue;
      if (snooze.on == *sums_.last_real && snooze.id < real_entered_) continue;
    }
    sums_.postponed += snooze.counted ? 1 : 0;
    if (!newest || std::tie(newest->on, newest->id) < std::tie(snooze.on, snooze.id)) newest = &snooze;
  }
  if (newest) sums_.snoozed_until = newest->until;
}

}  // namespace

std::optional<double> Sums::silence(Day today) const {
  if (!start) return std::nullopt;
  return std::max(0.0, day_number(today) - quiet_since);
}

std::optional<Day> start_day(const Person& person, std::optional<Day> first_talk) {
  const std::optional<Day> start = person.last ? person.last : person.start;
  return first_talk && (!start || *first_talk < *start) ? first_talk : start;
}

double quiet_since_after(double quiet_since, Day day, double w) {
  const double d = day_number(day);
  return d - (1 - w) * (d - quiet_since);
}

bool counts_before(const Contact& a, const Contact& b, const Person& person, TimeOfDay day_starts) {
  if (a.on != b.on) return a.on < b.on;
  if (a.time.has_value() != b.time.has_value()) return !a.time;
  if (a.time && *a.time != *b.time)
    return from_day_start(*a.time, day_starts) < from_day_start(*b.time, day_starts);
  // Larger figures first; the id decides nothing but the order of contacts that are alike.
  const auto figures = [&](const Contact& c) {
    return std::tuple(-credit(c, person), -depth_value(c), -minutes_of(c), c.id);
  };
  return figures(a) < figures(b);
}

Sums replay(const Person& person, std::vector<Contact> contacts, const std::vector<Snooze>& snoozes,
            const Settings& settings) {
  return Replay(person, settings).run(std::move(contacts), snoozes);
}

Sums with_later(const Sums& kept, const Person& person, const Contact& later,
                const std::vector<Snooze>& snoozes, const Settings& settings) {
  return Replay(person, settings).go_on(kept, later, snoozes);
}

std::optional<Day> silence_due(const Sums& sums, const Person& person) {
  if (!sums.start || person.tier == Tier::none || !person.active()) return std::nullopt;
  const double factor = 1.5 - 0.5 * std::exp2(-sums.postponed);
  const Day rings = day_from_number(static_cast<int>(std::floor(sums.quiet_since + sums.target / factor)));
  return std::max(rings, sums.snoozed_until.value_or(rings));
}

std::vector<Day> first_start_days(Day today, int target, int count) {
  std::vector<Day> days;
  for (int i = 0; i < count; ++i) days.push_back(plus_days(today, -(target * i / count)));
  return days;
}

}  // namespace rel
