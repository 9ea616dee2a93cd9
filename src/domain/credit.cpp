#include "rel/credit.hpp"

#include <algorithm>

namespace rel {

namespace {

constexpr double full_minutes = 20;
// Up to so many others talk as one; in a larger company each of them is in the user's conversation for a part
// of the time.
constexpr double one_conversation = 3;
// A conversation that came without its length, from an archive written by hand.
constexpr int unknown_minutes = 30;

bool is_real(Channel channel) {
  return channel == Channel::met || channel == Channel::call || channel == Channel::video;
}

bool can_be_conversation(Channel channel, const Person& person) {
  if (is_real(channel)) return true;
  return std::find(person.real_by.begin(), person.real_by.end(), channel) != person.real_by.end();
}

}  // namespace

int minutes_of(const Contact& contact) {
  return contact.minutes.value_or(unknown_minutes);
}

bool took_place(const Contact& contact) {
  return contact.kind == ContactKind::contact || contact.kind == ContactKind::owed;
}

double credit(const Contact& contact, const Person& person) {
  if (!took_place(contact)) return 0;
  if (contact.counts) return *contact.counts == Counts::real ? 1 : 0;
  if (!can_be_conversation(contact.channel, person)) return 0;
  const auto present = static_cast<double>(contact.with.size()) + contact.others;
  const double share = std::min(1.0, one_conversation / std::max(1.0, present));
  return std::min(1.0, minutes_of(contact) * share / full_minutes);
}

double best_credit(const Contact& contact, const std::vector<Person>& people) {
  double best = 0;
  for (const Person& person : people) best = std::max(best, credit(contact, person));
  return best;
}

bool counts_alike(const Contact& contact) {
  return contact.counts || is_real(contact.channel);
}

bool reached_out(const Contact& contact) {
  return contact.kind == ContactKind::missed || contact.kind == ContactKind::owed;
}

std::optional<double> depth_value(const Contact& contact) {
  if (!contact.depth) return std::nullopt;
  switch (*contact.depth) {
    case Depth::small:
      return 0.3;
    case Depth::personal:
      return 0.9;
    case Depth::deep:
      return 1.0;
  }
  return std::nullopt;
}

}  // namespace rel
