// How much of a real conversation a contact was.
#pragma once

#include <vector>

#include "rel/entries.hpp"

namespace rel {

/// The credit w of a contact for one person in it, 0 to 1: min(1, minutes / (20 n)) for a meeting, a call, a
/// video call or a channel the person is real by, with n the number of other people present; 0 for every
/// other channel, and for tries and missed calls. `counts` overrides it. (rel-model: "Credit of a contact")
double credit(const Contact& contact, const Person& person);

/// The most that anyone of `people` had of it; 0 where nobody is given. Only those differ for whom a channel
/// is real and for others not.
double best_credit(const Contact& contact, const std::vector<Person>& people);

/// Whether it is a talk for all who were there or for nobody, whatever channels are real for them.
bool counts_alike(const Contact& contact);

/// Whether they reached out and an answer is owed, as long as nothing ends it.
bool reached_out(const Contact& contact);

/// How long a contact was; 30 minutes where its length is not known.
int minutes_of(const Contact& contact);

/// The depth δ of a contact: small 0.3, personal 0.9 (also where unknown), deep 1.0.
double depth_value(const Contact& contact);

/// Whether someone was in touch at all: not a try, and not a call that the user missed.
bool took_place(const Contact& contact);

}  // namespace rel
