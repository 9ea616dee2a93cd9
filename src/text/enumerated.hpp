// Several things in one sentence.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rel::text {

/// `Ann, Bo and Cy`, or with another word before the last. Empty for none.
std::string enumerated(const std::vector<std::string>& parts, std::string_view before_last = "and");

}  // namespace rel::text
