// The pictures of a page: each a piece of HTML with its legend and what it means in words.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "rel/capacity.hpp"
#include "rel/course.hpp"
#include "rel/months.hpp"
#include "rel/talks.hpp"

namespace rel::render {

/// The kinds that marks tell apart, and how strong each is on a day: 0 for not at all, below 1 for brief
/// talks only.
using Marks = std::array<double, 4>;

/// A day of the calendar on which people talked.
struct CalendarDay {
  Day on{};
  Marks marks{};
  std::string with;  ///< whom, for whoever points at it
};

/// What kinds of marks there are in a calendar.
enum class MarkKinds { tiers, ways };

/// The place of a tier or a way among the marks: the dearest first.
std::size_t mark_of(Tier tier);
std::size_t mark_of(Way way);

/// Months with a mark on each day with a conversation; the days of `shaded` have another ground.
std::string calendar_picture(const std::vector<Period>& months, const std::vector<CalendarDay>& days,
                             MarkKinds kinds, std::optional<Period> shaded);

/// The hours of conversation of each month, by way.
std::string minutes_picture(const std::vector<MonthOfTalks>& months);

/// One person's silence against the target.
struct PersonCourse {
  std::string name;
  Tier tier = Tier::moderate;
  int target = 0;  ///< days
  std::vector<SilencePoint> points;
  std::string note;  ///< how it stands, in a few words
};

/// The silence of each in units of their target, small, beside each other.
std::string courses_picture(const std::vector<PersonCourse>& people, const Period& period);

/// The silence of one in days, with the talks (by way) and the touches below.
std::string course_picture(const PersonCourse& person, const Period& period,
                           const std::vector<CalendarDay>& talks, const std::vector<Day>& touches);

/// The four questions of a review, as before and as now.
std::string questions_picture(const Talks& before, const Talks& now);

/// A part of health, 0 to 1, with its name and what it says.
struct PartBar {
  std::string name;
  double part = 0;
  std::string words;
};
std::string parts_picture(const std::vector<PartBar>& parts);

/// What the tiers ask of a week against what is given; empty where nothing is asked.
std::string load_picture(const Capacity& capacity);

}  // namespace rel::render
