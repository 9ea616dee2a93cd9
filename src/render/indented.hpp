// Sentences that are wrapped under their own indent.
#pragma once

#include <string>
#include <vector>

#include "render/view.hpp"

namespace rel::render {

/// Adds the words as lines of at most `columns`, each behind `indent` blanks; nothing where there are none.
void add_indented(std::vector<Block>& text, const std::string& words, int indent, int columns,
                  Style style = Style::plain);

}  // namespace rel::render
