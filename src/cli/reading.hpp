// The result of reading one word that a person typed.
#pragma once

#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

namespace rel::cli {

/// The word has not the shape that was looked for: something else may take it.
struct NotThis {};

/// The word has the shape, but is refused: why, and what to type instead (may be empty).
struct Refused {
  std::string why;
  std::string instead;
};

/// What came of reading a word as a `T`.
template <class T>
using Reading = std::variant<T, NotThis, Refused>;

/// What `next` makes of the value that was read; where there is none, the same NotThis or Refused.
template <class T, class Next>
std::invoke_result_t<Next, T> and_then(Reading<T> reading, Next next) {
  if (auto* value = std::get_if<T>(&reading)) return next(std::move(*value));
  if (auto* refused = std::get_if<Refused>(&reading)) return std::move(*refused);
  return NotThis{};
}

}  // namespace rel::cli
