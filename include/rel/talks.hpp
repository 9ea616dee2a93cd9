// What a period held: meetings, calls, people, depth; and whether it was more or less than before.
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
  int minutes = 0;  ///< of all together
  bool operator==(const Amount&) const = default;
};

/// People by their id.
using PeopleById = std::unordered_map<Id, const Person*>;
/// Points into `people`, which must outlive it.
PeopleById by_id(const std::vector<Person>& people);

/// What took place in a period. A group counts once; a conversation is a contact with credit above 0 for
/// someone in it.
struct Talks {
  int contacts = 0;                    ///< conversations and touches; no tries, no missed calls
  Amount conversations;                ///< of every channel
  Amount in_person;                    ///< those of channel `met`
  Amount calls;                        ///< those by phone or video
  int people = 0;                      ///< how many people the user had a conversation with
  std::optional<double> depth;         ///< mean δ by credit, 0.3 to 1; std::nullopt where no depth was said
  std::optional<double> minutes_each;  ///< mean length of a conversation; std::nullopt without one
  std::optional<double> share;         ///< conversations / contacts, 0 to 1; std::nullopt without contacts
};

/// The talks of a period. Contacts outside of it do not count, nor does the credit of people not in `people`.
Talks talks_in(const Period& period, const std::vector<Contact>& contacts, const PeopleById& people);

/// The largest credit of a contact for anyone of `people` who was there; 0 if nobody was.
double best_credit(const Contact& contact, const PeopleById& people);

/// Whether a figure fell, stayed or grew from one period to the next.
enum class Direction { fell, stayed, grew };

/// Any difference of counts decides; for equal counts, a difference of minutes of more than a tenth of the
/// larger.
Direction direction(const Amount& before, const Amount& now);
/// Any difference decides.
Direction direction(int before, int now);
/// The direction of a mean depth, beyond 0.03; std::nullopt if one of the two is not known.
std::optional<Direction> direction_of_depth(const Talks& before, const Talks& now);

/// Quantity is the number of contacts. Quality is depth, minutes each and the share of conversations: it fell
/// if some of the three fell and none grew, and grew likewise. If some fell and some grew, it stayed and is
/// mixed. Depth stays if it is not known of both. All but depth (see direction_of_depth()) change by more
/// than a tenth of the larger figure. Ours.
struct Balance {
  Direction quantity = Direction::stayed;
  Direction quality = Direction::stayed;
  bool mixed = false;
  Direction depth = Direction::stayed;   ///< of Talks::depth
  Direction length = Direction::stayed;  ///< of Talks::minutes_each
  Direction share = Direction::stayed;   ///< of Talks::share
};

/// Compares a period with the one before; std::nullopt if one of them holds no conversation.
std::optional<Balance> balance(const Talks& before, const Talks& now);

}  // namespace rel
