// How people and their rhythm are said in a review.
#pragma once

#include <string>

#include "rel/review.hpp"

namespace rel::render {

/// `1 to 21 November`, `23 October to 21 November`; with years where they are not this one.
std::string period_text(const Period& period, Day today);

/// Someone who has been silent, as a line of the review: `last talk 12 Nov, 9 days; you wanted 7`.
std::string quiet_text(const Quiet& one, const Settings& settings, Day today);
/// The same for a silence that is not overdue: `…; about every 3 days is usual for you two`.
std::string cooled_text(const Quiet& one, Day today);

/// `high, every 30 days, since 3 Jan: "my oldest friend"`.
std::string standing_text(const Person& person, const Settings& settings, Day today);

/// `you wanted every 30 days; the last six talks came about every 47`.
std::string suggestion_text(const Suggestion& one, const Settings& settings);

/// A cadence as `rel edit --every` takes it: `5d`, `7w`.
std::string cadence(int days);

}  // namespace rel::render
