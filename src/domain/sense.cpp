#include "rel/sense.hpp"

#include <algorithm>

namespace rel {

std::optional<Contradiction> contradiction(const Contact& contact, Day) {
  const bool nobody_talked = contact.kind == ContactKind::tried || contact.kind == ContactKind::missed;
  const std::string kind(word(contact.kind));
  if (nobody_talked && contact.minutes)
    return Contradiction{kind + ": nobody talked, so it has no duration", ""};
  if (nobody_talked && contact.counts)
    return Contradiction{kind + ": nobody talked, so it counts as nothing", ""};
  if (contact.kind == ContactKind::tried && contact.by == Side::them)
    return Contradiction{"tried, --by them: you tried", ""};
  if (contact.kind == ContactKind::missed && contact.by == Side::me)
    return Contradiction{"missed, --by me: they tried", ""};
  if (contact.kind == ContactKind::owed && contact.by == Side::me)
    return Contradiction{"owe, --by me: they wrote", ""};
  return std::nullopt;
}

std::optional<Contradiction> contradiction(const Remark& remark, Day) {
  if (!remark.ask_on || *remark.ask_on >= remark.heard) return std::nullopt;
  return Contradiction{"ask on " + iso(*remark.ask_on) + ": before they told you, on " + iso(remark.heard),
                       ""};
}

std::optional<Contradiction> contradiction(const Promise& promise, Day) {
  if (!promise.by || *promise.by >= promise.given) return std::nullopt;
  return Contradiction{"by " + iso(*promise.by) + ": before it was promised, on " + iso(promise.given), ""};
}

std::optional<Contradiction> contradiction(const Snooze& snooze, Day today) {
  if (snooze.agreed || snooze.until > std::max(snooze.on, today)) return std::nullopt;
  return Contradiction{iso(snooze.until) + ": a snooze ends on a later day", "tomorrow, fri, 2w"};
}

}  // namespace rel
