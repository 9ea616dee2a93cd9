// The daily list as people read it: who has something with a day, whom to catch up with, what is worth a
// word.
#pragma once

#include <vector>

#include "render/due_view.hpp"

namespace rel::render {

/// The list for a terminal of that size, where it is one: with a second line for each person if all of it
/// fits, else one line each. Where that is too long, and the page may be cut, fewer of those whose silence
/// rings are shown. Empty if nobody is due and nobody reads it.
std::vector<Block> due_screen(const DuePage& page, const Look& look);

}  // namespace rel::render
