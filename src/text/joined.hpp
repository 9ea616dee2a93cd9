// Texts in a row.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace rel::text {

/// The texts of all things, with `between` between each two.
template <class Things, class TextOf = std::identity>
std::string joined(const Things& things, std::string_view between, const TextOf& text_of = {}) {
  std::string all;
  bool first = true;
  for (const auto& thing : things) {
    if (!first) all += between;
    first = false;
    all += std::invoke(text_of, thing);
  }
  return all;
}

}  // namespace rel::text
