// A look back at a period: what it held, what it says about the circle, and what could be changed.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "rel/capacity.hpp"
#include "rel/entries.hpp"
#include "rel/period.hpp"
#include "rel/settings.hpp"
#include "rel/sums.hpp"
#include "rel/talks.hpp"

namespace rel {

/// A target that would fit the rhythm which two people in fact have.
struct FittingTarget {
  double rhythm = 0;  ///< the mean of the days between the last six talks
  int days = 0;       ///< the same as a target: whole days, weeks, or months of 30 days
};

/// Someone whose target does not fit, and one that would.
struct Suggestion : FittingTarget {
  const Person* person = nullptr;
};

/// What a review looks at.
struct Material {
  Day today{};
  Period period;
  Settings settings;
  std::vector<Person> people;     ///< everyone in the file
  std::vector<Sums> sums;         ///< of each, in the same order
  std::vector<Contact> contacts;  ///< at least of the period, the one before, and since the last review
  std::vector<Promise> promises;
  std::vector<Snooze> snoozes;  ///< at least of the period
  /// The last deep talk with each person of the two upper tiers, until the period's end.
  std::map<Id, Day> deep_talks;
  std::map<Id, FittingTarget> fitting;  ///< by person, for whoever may_differ()
  std::optional<Review> last;           ///< the last review, whose intentions are looked at
};

/// Someone whom the user talked with.
struct TalkedWith {
  const Person* person = nullptr;
  Amount talks;  ///< a group counts for everyone in it
};

/// The user's own promises at the end of the period. Each stands in one of the four.
struct Promised {
  int kept = 0;                      ///< in the period, in time or not
  int dropped = 0;                   ///< in the period
  std::vector<const Promise*> late;  ///< open, and past their day
  std::vector<const Promise*> open;  ///< the other open ones
};

/// Someone whose reminder the user put off in the period.
struct PutOff {
  const Person* person = nullptr;
  int count = 0;
  std::vector<std::string> reasons;  ///< as given, each once
};

/// Someone who has been silent for long, as of today.
struct Quiet {
  const Person* person = nullptr;
  const Sums* sums = nullptr;
  double silence = 0;  ///< a, in days
  double unusual = 1;  ///< p
};

/// An intention of the last review and what happened since.
struct Intended {
  Intention intention;
  const Person* person = nullptr;  ///< nobody: about no one person
  std::optional<Amount> talks;     ///< with that person
};

/// Someone to ask how things stand between the two.
struct ToAsk {
  const Person* person = nullptr;
  std::optional<Day> last_deep;  ///< the last talk that was marked as deep
};

/// All that a review has to say. It points into the Material that it was made of.
struct LookBack {
  Talks now;
  Talks before;
  std::optional<Balance> balance;
  std::vector<TalkedWith> most;             ///< whom the user talked with, most minutes first
  std::vector<const Person*> without_talk;  ///< of the upper tiers, with a target that fits into the period
  Promised promised;
  std::vector<PutOff> put_off;             ///< most often first
  std::vector<Quiet> cooled;               ///< a silence unusual for the two, before it is overdue
  std::vector<Quiet> quiet;                ///< overdue since a day of the period, and still
  int quiet_before = 0;                    ///< people overdue since before it
  std::vector<TalkedWith> without_tier;    ///< in no tier, but talked with twice or more
  std::vector<const Person*> to_consider;  ///< tier, target and purpose not looked at for half a year
  std::vector<Suggestion> suggestions;
  std::vector<Intended> intended;
  std::optional<ToAsk> ask;
  Capacity capacity;
};

LookBack look_back(const Material& from);
LookBack look_back(Material&&) = delete;

/// Whether tier, target and purpose were last looked at more than half a year (183 days) before.
bool is_old(const Person& person, Day today);

/// Whether their rhythm seems to be another than the target, from the sums alone: six conversations or more,
/// G/N a third longer or a quarter shorter than the target, talks neither more nor less often of late, a
/// silence that is usual for them, and the target not looked at for 90 days.
bool may_differ(const Person& person, const Sums& sums, const Settings& settings, Day today);

/// Days with a talk that make a rhythm.
inline constexpr int talks_of_a_rhythm = 6;

/// Whether the rhythm of the latest talks (credit of a half or more) is steadily another than the target:
/// each of the five stretches between the last six days with a talk lies on the same side of the target, and
/// their mean is a third longer or a quarter shorter than it. It points to the person, who must outlive it.
class OwnRhythm {
 public:
  OwnRhythm(const Person& person, const Settings& settings);

  /// Takes the next contact, the latest first. False where no older one can change what is found.
  bool take(const Contact& contact);
  /// The target that would fit; nothing where the talks taken make no steady rhythm, or the target fits.
  std::optional<FittingTarget> fitting() const;

 private:
  const Person* person_;
  int target_;             // days
  std::vector<Day> days_;  // with a talk, the latest first
  bool steady_ = true;
  bool longer_ = false;  // the stretches, than the target
};

/// The first day on which the silence is as long as the target; nothing for those without one.
std::optional<Day> overdue_from(const Person& person, const ClockSums& sums, const Settings& settings);

}  // namespace rel
