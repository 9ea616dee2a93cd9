// "Did you mean": the words nearest to a mistyped one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rel::text {

/// Insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b`, counted in code
/// points (optimal string alignment). Gives up at `limit` and returns `limit + 1`.
int edit_distance(std::string_view a, std::string_view b, int limit);

/// At most `count` of `candidates` that someone who typed `typed` may have meant, nearest first; ties keep
/// their order. Near is: at most a third of the longer one's characters changed (at least 1), or `typed`
/// begins the candidate.
std::vector<std::string> nearest(std::string_view typed, const std::vector<std::string>& candidates,
                                 std::size_t count);

}  // namespace rel::text
