// What a command says to people, as a part of a page.
#pragma once

#include <string>
#include <vector>

#include "render/view.hpp"

namespace rel::render {

/// Headings, paragraphs and tables; empty lines only part them.
std::string blocks_html(const std::vector<Block>& blocks);

}  // namespace rel::render
