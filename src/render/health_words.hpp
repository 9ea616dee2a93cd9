// Health in words: how it stands between the two, and why.
#pragma once

#include <string>

#include "rel/standing.hpp"
#include "rel/weeks.hpp"

namespace rel::render {

/// The everyday name of a part of health: `silence`, `promises`, `said deep`, `rhythm`.
std::string part_name(std::string_view part);

/// The bar of silence, 0 to 1: full on the day of a talk, half full when the target is reached, empty at
/// twice as much. Of someone with a known silence.
double silence_bar(const Standing& standing);

/// The first sentence about a relationship: what is quiet, weak or well.
std::string headline(const Relationship& who, const Standing& standing, Day today);

/// Whether the headline is about the silence, and holds their rhythm.
bool says_rhythm(const Relationship& who, const Standing& standing);

/// How recently they talked, against what was wanted.
std::string recent_words(const Relationship& who, const Standing& standing, Day today);
/// What is overdue, else how promises were kept.
std::string promises_words(const Relationship& who, const Standing& standing, Day today);
/// How deep their talks are, as far as it was said; empty if it never was.
std::string depth_words(const Sums& sums);
/// How often they talked of late and before, from the weeks of a year.
std::string often_words(const std::vector<Week>& weeks, const Sums& sums, std::optional<Trend> trend,
                        int target);
/// What someone needs, in a few words, for a list: `75 days, every 30: call`.
std::string need_words(const Relationship& who, const Standing& standing, Day today);

/// What changed since a day: `Since August: less often, shallower.`; empty if nothing is known.
std::string change_sentence(const ChangeSince& change, Day since);

/// Who begins their talks, as far as it was noted; empty where it never was.
std::string began_sentence(const Sums& sums);
/// Their own rhythm, and how many minutes they talked of late and before: a week, or a month with those whom
/// the user wants to reach more rarely.
std::string rhythm_sentence(const Sums& sums, int target);
std::string minutes_sentence(const std::vector<Week>& weeks, int target);

/// Why there is nothing to tell about a person without health, in kind words.
std::string without_health(const Person& person);

}  // namespace rel::render
