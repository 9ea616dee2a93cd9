// Sums from contacts that are read one by one, in the order of their days. replay() does it for all at once.
#pragma once

#include <optional>
#include <vector>

#include "rel/entries.hpp"
#include "rel/settings.hpp"
#include "rel/sums.hpp"

namespace rel {

/// Adds up the sums of one person from contacts that come day by day. Ours; see Sums. The person and the
/// settings must outlive it.
class Replay {
 public:
  /// Begins without any contact.
  Replay(const Person& person, const Settings& settings);
  /// Goes on from the sums of contacts that, like Person::last, were all on earlier days than those to come.
  Replay(Sums kept, const Person& person, const Settings& settings);

  /// Takes one more contact; those of one day may come in any order. Returns false and takes nothing if it is
  /// on an earlier day than the contact before.
  bool add(Contact contact);

  /// The sums of everything taken, with the person's snoozes (in any order). To be called once, last.
  Sums end(const std::vector<Snooze>& snoozes);

 private:
  void end_day();
  void remember_last();
  void take(const Contact& contact);
  void begin(Day first_talk);
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
  std::vector<Contact> day_;              // the contacts of the latest day, not added up yet
  bool remembered_;                       // `last` is in the sums
  std::optional<Id> real_entered_;        // the latest entry of a real conversation on last_real, where known
  std::optional<Moment> last_answer_;     // when the user last answered anything
  std::optional<Day> last_daily_answer_;  // the same, of answers without a time
};

}  // namespace rel
