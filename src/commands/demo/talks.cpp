#include "commands/demo/talks.hpp"

#include <date/date.h>

#include <algorithm>
#include <cstdint>

namespace rel::commands {

namespace {

/// Small numbers that look random and are the same everywhere.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : state_(seed) {}
  /// 0 to n − 1.
  int below(int n) {
    state_ = state_ * 1664525U + 1013904223U;
    return static_cast<int>((state_ >> 16U) % static_cast<std::uint32_t>(n));
  }

 private:
  std::uint32_t state_;
};

/// Gaps between talks in a month, in percent of the usual ones: nobody is in town in August, and in December
/// everybody is.
int season(Day day) {
  switch (static_cast<unsigned>(date::year_month_day(day).month())) {
    case 7:
      return 130;
    case 8:
      return 300;
    case 12:
      return 60;
    default:
      return 100;
  }
}

/// Goes back in time through one person's life.
class Walk {
 public:
  Walk(const Character& who, Id person, Day today)
      : who_(who), person_(person), today_(today), dice_(static_cast<std::uint32_t>(person)) {}

  std::vector<Contact> run() {
    if (who_.rhythm.now > 0) talks();
    if (who_.writes > 0) messages();
    return std::move(contacts_);
  }

 private:
  // Back in time from the last one, so that it lies where the table says.
  void talks() {
    for (int ago = who_.last_talk; ago <= who_.known;) {
      contacts_.push_back(talk(ago));
      ago += std::max(
          1, who_.rhythm.at(ago) * season(plus_days(today_, -ago)) * (60 + dice_.below(81)) / 10'000);
    }
  }

  Contact talk(int ago) {
    Contact contact = contact_of(ago);
    contact.channel = dice_.below(4) == 0 ? who_.else_by : who_.by;
    contact.minutes = std::max(5, who_.minutes.at(ago) * (60 + dice_.below(81)) / 500 * 5);
    const int deep = who_.deep.at(ago);
    const int roll = dice_.below(10);
    if (roll < deep) contact.depth = Depth::deep;
    if (roll >= 7 + deep) contact.depth = Depth::small;
    const auto notes = demo_notes(who_.tag);
    if (dice_.below(4) == 0)
      contact.note = notes[static_cast<std::size_t>(dice_.below(static_cast<int>(notes.size())))];
    return contact;
  }

  void messages() {
    for (int ago = who_.written; ago <= who_.known;) {
      Contact contact = contact_of(ago);
      contact.channel = who_.writes_by;
      contacts_.push_back(contact);
      ago += std::max(1, who_.writes * season(plus_days(today_, -ago)) * (40 + dice_.below(121)) / 10'000);
    }
  }

  Contact contact_of(int ago) {
    const bool by_day = who_.tag == "work" || who_.tag == "customers";
    const int hour = (by_day ? 10 : 18) + dice_.below(by_day ? 6 : 4);
    return {.with = {person_},
            .on = plus_days(today_, -ago),
            .time = TimeOfDay{hour * 60 + 15 * dice_.below(4)},
            .by = dice_.below(10) < who_.began ? Side::them : Side::me};
  }

  const Character& who_;
  Id person_;
  Day today_;
  Dice dice_;
  std::vector<Contact> contacts_;
};

}  // namespace

std::vector<Contact> demo_talks(const Character& who, Id person, Day today) {
  return Walk(who, person, today).run();
}

}  // namespace rel::commands
