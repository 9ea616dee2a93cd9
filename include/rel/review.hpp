// A look back at a period: what was talked, who was left out, what could be changed. The rules and their
// bounds are ours.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "rel/capacity.hpp"
#include "rel/entries.hpp"
#include "rel/period.hpp"
#include "rel/rhythm.hpp"
#include "rel/settings.hpp"
#include "rel/sums.hpp"
#include "rel/talks.hpp"

namespace rel {

/// Someone whose target does not fit, and one that would.
struct Suggestion : FittingTarget {
  const Person* person = nullptr;
};

/// What a review looks at.
struct Material {
  Day today{};
  Period period;
  Settings settings;
  std::vector<Person> people;     ///< everyone
  std::vector<Sums> sums;         ///< of each, in the same order
  std::vector<Contact> contacts;  ///< at least of the period, the one before, and since the last review
  std::vector<Promise> promises;
  std::vector<Snooze> snoozes;  ///< at least of the period
  /// The day of the last deep talk with each person of the two upper tiers, up to the period's end.
  std::map<Id, Day> deep_talks;
  std::map<Id, FittingTarget> fitting;  ///< by person, for whoever may_differ()
  std::optional<Review> last;           ///< the review before this one, if any
  bool away_lately = false;             ///< whether the user was away within 28 days of today
};

/// Someone with whom the user talked.
struct TalkedWith {
  const Person* person = nullptr;
  Amount talks;  ///< a group counts for everyone in it
};

/// The user's own promises as of the end of the period; each is in one of the four.
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
  std::vector<std::string> reasons;  ///< as the user gave them, each once
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
  const Person* person = nullptr;  ///< null: about nobody in particular
  std::optional<Amount> talks;     ///< with that person since that review; std::nullopt without a person
};

/// Someone to ask how things stand between the two.
struct ToAsk {
  const Person* person = nullptr;
  std::optional<Day> last_deep;  ///< the last deep talk; std::nullopt if there was none
};

/// Everything a review says. Points into the Material that it was made of, which must outlive it.
struct LookBack {
  Talks now;                       ///< of the period
  Talks before;                    ///< of the same number of days before it
  std::optional<Balance> balance;  ///< of the two, see balance()
  std::vector<TalkedWith> most;    ///< with whom the user talked, most minutes first
  /// People of the two upper tiers without a conversation, whose target is no longer than the period.
  std::vector<const Person*> without_talk;
  Promised promised;
  std::vector<PutOff> put_off;             ///< most often first
  std::vector<Quiet> cooled;               ///< the silence is unusual for the two, but not overdue
  std::vector<Quiet> quiet;                ///< overdue since a day of the period, highest tier first
  int quiet_before = 0;                    ///< how many are overdue since before the period
  std::vector<TalkedWith> without_tier;    ///< people in tier `none` with two conversations or more
  std::vector<const Person*> to_consider;  ///< whoever is_old(), the longest first
  std::vector<Suggestion> suggestions;
  std::vector<Intended> intended;
  std::optional<ToAsk> ask;  ///< of the two upper tiers, who waits longest for a deep talk
  Capacity capacity;
};

/// Makes a review.
LookBack look_back(const Material& from);
LookBack look_back(Material&&) = delete;

/// Whether tier, target and purpose were last looked at more than half a year (183 days) before.
bool is_old(const Person& person, Day today);

/// The first day on which the silence is as long as the target; std::nullopt for people in tier `none`,
/// archived or deceased, or without a start day.
std::optional<Day> overdue_from(const Person& person, const Sums& sums, const Settings& settings);

}  // namespace rel
