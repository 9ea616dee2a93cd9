// What a period held: meetings, calls, people, depth; and whether there was more of it or less.
#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include "rel/entries.hpp"
#include "rel/period.hpp"

namespace rel {

/// How often, and how long in all.
struct Amount {
  int count = 0;
  int minutes = 0;
  bool operator==(const Amount&) const = default;
};

/// People by their id.
using PeopleById = std::unordered_map<Id, const Person*>;
PeopleById by_id(const std::vector<Person>& people);

/// What took place in a period. A group counts once; a conversation is a contact with credit above 0 for
/// someone in it.
struct Talks {
  int contacts = 0;                    ///< conversations and touches; tries and missed calls are none
  Amount conversations;                ///< of every channel
  Amount in_person;                    ///< those where you met
  Amount calls;                        ///< those by phone or video
  int people = 0;                      ///< people of the file whom you had a conversation with
  std::optional<double> depth;         ///< the mean δ of conversations, weighed by their credit; 0.3 to 1
  std::optional<double> minutes_each;  ///< of a conversation
  std::optional<double> share;         ///< of conversations among contacts, 0 to 1
};

/// The talks of a period. Contacts outside of it, and people who are not in `people`, do not count.
Talks talks_in(const Period& period, const std::vector<Contact>& contacts, const PeopleById& people);

/// The credit of a contact for whoever had the most of it; 0 where nobody of `people` was there.
double best_credit(const Contact& contact, const PeopleById& people);

/// Whether a figure fell, stayed or grew from one period to the next.
enum class Direction { fell, stayed, grew };

/// By numbers of times, any difference counts; equal numbers are told apart by minutes, beyond a tenth.
Direction direction(const Amount& before, const Amount& now);
Direction direction(int before, int now);
/// The direction of a mean depth, beyond three hundredths; nothing where one of the two is not known.
std::optional<Direction> direction_of_depth(const Talks& before, const Talks& now);

/// Quantity is the number of contacts. Quality is depth, minutes each and the share of conversations: it fell
/// where some of the three fell and none grew. Where they go both ways it stayed, and is mixed.
struct Balance {
  Direction quantity = Direction::stayed;
  Direction quality = Direction::stayed;
  bool mixed = false;
  // What quality is made of.
  Direction depth = Direction::stayed;
  Direction length = Direction::stayed;
  Direction share = Direction::stayed;
};

/// How one period stands against the one before; nothing where one of them holds no conversation.
std::optional<Balance> balance(const Talks& before, const Talks& now);

}  // namespace rel
