#include "text/nearest.hpp"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <optional>
#include <utility>

#include "text/utf8.hpp"

namespace rel::text {
namespace {

std::u32string code_points(std::string_view text) {
  std::u32string decoded;
  decoded.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) decoded += next_code_point(text, offset);
  return decoded;
}

int length(std::u32string_view text) {
  return static_cast<int>(text.size());
}

// The three rows of the table of distances between beginnings of two texts that one step looks at.
struct Rows {
  explicit Rows(std::size_t columns) : before_previous(columns), previous(columns), current(columns) {
    std::iota(previous.begin(), previous.end(), 0);
  }

  void advance() {
    before_previous.swap(previous);
    previous.swap(current);
  }

  std::vector<int> before_previous;
  std::vector<int> previous;
  std::vector<int> current;
};

// Fills the current row: the distances from the first `row` characters of `a` to every beginning of `b`.
void fill(Rows& rows, std::size_t row, std::u32string_view a, std::u32string_view b) {
  rows.current[0] = static_cast<int>(row);
  for (std::size_t column = 1; column <= b.size(); ++column) {
    const bool same = a[row - 1] == b[column - 1];
    int best = rows.previous[column - 1] + (same ? 0 : 1);
    best = std::min({best, rows.previous[column] + 1, rows.current[column - 1] + 1});
    const bool can_swap = row > 1 && column > 1;
    if (can_swap && a[row - 1] == b[column - 2] && a[row - 2] == b[column - 1]) {
      best = std::min(best, rows.before_previous[column - 2] + 1);
    }
    rows.current[column] = best;
  }
}

int distance(std::u32string_view a, std::u32string_view b, int limit) {
  if (std::abs(length(a) - length(b)) > limit) return limit + 1;
  Rows rows(b.size() + 1);
  for (std::size_t row = 1; row <= a.size(); ++row) {
    fill(rows, row, a, b);
    // No later row falls below the least of this one; a swap reaches back two rows, but costs one change.
    if (*std::ranges::min_element(rows.current) > limit) return limit + 1;
    rows.advance();
  }
  return std::min(rows.previous.back(), limit + 1);
}

// The changes from what was typed to the candidate; nothing where they are too many for a typing mistake.
std::optional<int> changes(std::u32string_view typed, std::u32string_view candidate) {
  const int longer = std::max(length(typed), length(candidate));
  if (candidate.starts_with(typed)) return longer - length(typed);
  const int limit = std::max(1, longer / 3);
  const int found = distance(typed, candidate, limit);
  if (found > limit || found >= length(typed)) return std::nullopt;  // nothing of it would be left
  return found;
}

}  // namespace

int edit_distance(std::string_view a, std::string_view b, int limit) {
  return distance(code_points(a), code_points(b), limit);
}

std::vector<std::string> nearest(std::string_view typed, const std::vector<std::string>& candidates,
                                 std::size_t count) {
  const std::u32string wanted = code_points(typed);
  std::vector<std::pair<int, std::string_view>> near;
  for (const std::string& candidate : candidates) {
    if (const auto changed = changes(wanted, code_points(candidate))) near.emplace_back(*changed, candidate);
  }
  std::ranges::stable_sort(near, {}, &std::pair<int, std::string_view>::first);
  near.resize(std::min(count, near.size()));
  std::vector<std::string> words;
  words.reserve(near.size());
  for (const auto& [changed, word] : near) words.emplace_back(word);
  return words;
}

}  // namespace rel::text
