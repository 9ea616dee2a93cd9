// The daily list: the face of the program.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rel/soft.hpp"
#include "render/objects.hpp"
#include "render/view.hpp"

namespace rel::render {

/// Everything that the daily list may have to say.
struct DuePage {
  Day today{};
  std::vector<DueItem> shown;  ///< best first, with everything read
  std::vector<DueItem> later;  ///< what else rings for those who are shown, on later days
  std::vector<DueItem> left;   ///< due, too, but not shown
  std::vector<DueItem> older;  ///< the same: what has a day is older than two weeks, after an absence
  std::vector<DueItem> quiet_for_long;   ///< the same: in one line, see quiet_for_long()
  std::vector<DueItem> next;             ///< on a quiet day: who comes next
  std::vector<SoftSign> soft;            ///< worth a word, best first
  std::vector<WeekDay> week;             ///< the days ahead that are worth a word
  std::vector<std::string> tried_today;  ///< names that wait until tomorrow
  std::optional<int> minutes;            ///< the time that was asked to fit
  std::optional<int> days_away;          ///< days since anything was logged, if that was an absence
  std::optional<Day> away_until;         ///< the user is away
  std::optional<Day> looked_back;        ///< the day of the last review
  std::optional<Day> began;              ///< the day of the first entry
  int people = 0;                        ///< how many are in the file: -1 where there is no file
  bool anyone_in_a_tier = true;
  bool explain = false;      ///< with the figures behind the rank
  bool discreet = false;     ///< names only
  bool only_first = false;   ///< the first was asked for alone
  bool catching_up = false;  ///< after an absence more went quiet than can be talked with in a week
  bool may_be_cut = false;   ///< nothing was asked for: fewer are shown on a small screen
  bool for_reader = true;    ///< someone sits before it: a quiet day is worth a word

  std::size_t waiting() const { return shown.size() + left.size() + older.size() + quiet_for_long.size(); }
  /// How many of those shown today have nothing with a day.
  std::size_t silent() const;
};

/// What someone reads in whose file nobody is yet: what to type next, in five lines.
std::vector<Block> newcomers_words();

/// The view of a daily list, which must outlive it.
View due_view(const DuePage& page, Format format, const Look& look);

/// How many are due, and how long that takes: the head of the same, and no items.
View count_view(const DuePage& page);

}  // namespace rel::render
