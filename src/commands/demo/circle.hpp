// A made-up circle to play with: two dozen people and eighteen months with them.
#pragma once

#include <string>
#include <string_view>

#include "rel/day.hpp"

namespace rel::commands {

/// The shipped file, demo_circle.json: an archive of `rel export` whose days are counted from today. `-3`,
/// `+0` and `+5` are so many days from today; in a birthday they give the month and the day. `--12-25` is the
/// last such day before today.
std::string_view demo_circle();

/// The archive as it stands on `today`: nothing in it happened later.
std::string demo_archive(Day today);

}  // namespace rel::commands
