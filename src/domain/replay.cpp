#include "rel/replay.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "rel/credit.hpp"

namespace rel {

namespace {

constexpr double forgetting = 0.8;  // f for a full conversation

double halved(double value, double days, double half_life) {
  return value * std::exp2(-days / half_life);
}

// A missed call and an answer owed mean that they began, whatever else is written. Where nobody knows who
// began, it counts as the user's.
bool begun_by_them(const Contact& contact) {
  return reached_out(contact) || contact.by == Side::them;
}

}  // namespace

Replay::Replay(const Person& person, const Settings& settings)
    : person_(person), settings_(settings), remembered_(!person.last), real_entered_(0) {
  sums_.target = target_of(person, settings);
  sums_.day_starts = settings.day_starts;
  sums_.start = start_day(person, std::nullopt);
  if (sums_.start) sums_.quiet_since = day_number(*sums_.start);
}

Replay::Replay(Sums kept, const Person& person, const Settings& settings)
    : person_(person), settings_(settings), sums_(std::move(kept)), remembered_(true) {}

bool Replay::add(Contact contact) {
  if (!day_.empty()) {
    if (contact.on < day_.front().on) return false;
    if (contact.on > day_.front().on) end_day();
  }
  day_.push_back(std::move(contact));
  return true;
}

Sums Replay::end(const std::vector<Snooze>& snoozes) {
  end_day();
  if (!remembered_) remember_last();
  if (real_entered_) postpone(snoozes);  // else nothing ended what was put off before the kept sums
  return std::move(sums_);
}

void Replay::end_day() {
  std::sort(day_.begin(), day_.end(), [&](const Contact& a, const Contact& b) {
    return counts_before(a, b, person_, settings_.day_starts);
  });
  for (const Contact& contact : day_) {
    if (!remembered_ && *person_.last <= contact.on) remember_last();
    take(contact);
  }
  day_.clear();
}

// `last` is a full conversation for the silence only: it adds nothing to the other sums.
void Replay::remember_last() {
  remembered_ = true;
  move_quiet_since(*person_.last, 1);
  sums_.touches = 0;
  real_talk(*person_.last, 0);
}

void Replay::take(const Contact& contact) {
  const double w = credit(contact, person_);
  sums_.latest = contact.on;
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
  sums_.last_touch = {.id = contact.id, .on = contact.on, .channel = contact.channel};
}

// Where `last` came before, the silence is counted from there already.
void Replay::begin(Day first_talk) {
  sums_.first_talk = first_talk;
  const auto start = start_day(person_, first_talk);
  if (start != sums_.start) sums_.quiet_since = day_number(*start);
  sums_.start = start;
}

void Replay::talk(const Contact& contact, double w) {
  if (!sums_.first_talk) begin(contact.on);
  const double a = day_number(contact.on) - sums_.quiet_since;
  const double f = std::pow(forgetting, w);
  const int minutes = minutes_of(contact);
  sums_.gaps = f * sums_.gaps + w * a;
  sums_.count = f * sums_.count + w;
  if (const auto depth = depth_value(contact)) {
    sums_.depth = f * sums_.depth + w * *depth;
    sums_.depth_count = f * sums_.depth_count + w;
  }
  sums_.minutes = f * sums_.minutes + w * minutes;
  age_to(contact.on);
  sums_.recent += w;
  sums_.lasting += w;
  // A group counts once: for its first, or, of a channel that is not real for all of them, for whom it is.
  if (contact.with.front() == person_.id || !counts_alike(contact)) sums_.given += minutes;
  ++sums_.conversations;
  if (contact.by || reached_out(contact)) ++sums_.began_known;
  if (begun_by_them(contact)) ++sums_.began_them;
  sums_.last_talk = {.id = contact.id, .channel = contact.channel, .minutes = contact.minutes, .credit = w};
  sums_.touches = 0;
  move_quiet_since(contact.on, w);
  if (w >= 1) real_talk(contact.on, contact.id);
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
  real_entered_ = sums_.last_real == day ? std::max(real_entered_.value_or(entered), entered) : entered;
  sums_.last_real = day;
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
  sums_.postponed = 0;
  sums_.snoozed_until.reset();
  const Snooze* newest = nullptr;
  for (const Snooze& snooze : snoozes) {
    if (snooze.item) continue;  // it puts that off, and not the silence
    if (sums_.last_real) {
      if (snooze.on < *sums_.last_real) continue;
      if (snooze.on == *sums_.last_real && snooze.id < *real_entered_) continue;
    }
    sums_.postponed += snooze.counted ? 1 : 0;
    if (!newest || std::tie(newest->on, newest->id) < std::tie(snooze.on, snooze.id)) newest = &snooze;
  }
  if (newest) sums_.snoozed_until = newest->until;
}

}  // namespace rel
