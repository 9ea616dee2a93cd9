// Small pictures of letters: readable without colour, in any font.
#pragma once

#include <string>
#include <vector>

#include "rel/weeks.hpp"

namespace rel::render {

/// A part between 0 and 1 as a bar of `width` columns: `######....`.
std::string bar(double part, int width);

/// One sign for each week: `#` a full talk, `o` a shorter one, a blank where there was none.
std::string talks_row(const std::vector<Week>& weeks);

/// One sign for each week: `.` a touch, `:` several.
std::string touches_row(const std::vector<Week>& weeks);

/// The names of the months above the weeks in which they begin: `Dec  Jan Feb`.
std::string months_row(const std::vector<Week>& weeks);

}  // namespace rel::render
