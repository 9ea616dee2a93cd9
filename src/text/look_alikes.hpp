// Letters of other scripts that look like Latin ones.
#pragma once

#include <string>
#include <string_view>

namespace rel::text {

/// What a name looks like: folded as by fold_name, with Cyrillic and Greek letters replaced by the Latin
/// letter that a reader would take them for. Two different names with one skeleton are easily confused.
std::string look_alike_skeleton(std::string_view name);

}  // namespace rel::text
