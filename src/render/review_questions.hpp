// The four questions of a review: met, called, with how many, and how deep.
#pragma once

#include <string>
#include <vector>

#include "rel/review.hpp"
#include "render/view.hpp"

namespace rel::render {

/// Each with a word, its figures, and those of the period before; and below them in one sentence whether
/// quantity grew while quality fell. Says so where nothing is logged.
std::vector<Block> questions_text(const LookBack& back);

/// Whether quantity grew while quality fell, and every other way, in one sentence.
std::string balance_sentence(const Balance& balance);

}  // namespace rel::render
