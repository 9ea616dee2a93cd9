// How much of a real conversation a contact was.
#pragma once

#include <optional>
#include <vector>

#include "rel/entries.hpp"

namespace rel {

/// The credit w of a contact for one person in it, 0 to 1: min(1, minutes · min(1, 3/n) / 20) for a meeting,
/// a call, a video call or a channel in Person::real_by, with n ≥ 1 the number of other people present; 0 for
/// every other channel, and for tries and missed calls. Contact::counts overrides it: 1 or 0 on any channel.
/// With w > 0 a contact is a conversation, with w = 1 a real one; otherwise it is a touch. That up to four
/// people talk as one: R. Dunbar, N. Duncan and D. Nettle, "Size and structure of freely forming
/// conversational groups", 1995; the rest is ours.
double credit(const Contact& contact, const Person& person);

/// The largest credit that the contact has for any of `people`; 0 if there are none. It differs between
/// people only by Person::real_by.
double best_credit(const Contact& contact, const std::vector<Person>& people);

/// Whether the contact has the same credit for everybody who was there, whatever their Person::real_by.
bool counts_alike(const Contact& contact);

/// Whether they reached out and an answer is owed until something ends it: kind `missed` or `owed`.
bool reached_out(const Contact& contact);

/// How long a contact was, in minutes; 30 if its length is not known.
int minutes_of(const Contact& contact);

/// The depth δ of a contact: small 0.3, personal 0.9, deep 1.0; std::nullopt if it was not said. Ours.
std::optional<double> depth_value(const Contact& contact);

/// Whether the two were in touch: false for kind `tried` and `missed`.
bool took_place(const Contact& contact);

}  // namespace rel
