// A card from values that are no content lines: cells of a table, names in a list.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "formats/card_builder.hpp"

namespace rel::formats {

/// One card while its values are put in, as CardBuilder takes them, each checked and shortened as in a vCard.
class PlainCard {
 public:
  /// `line` is where it begins in its file.
  explicit PlainCard(std::size_t line) : builder_(line, true) {}

  /// Puts in a value of one line in UTF-8; line breaks become blanks. `property` is a vCard's, as `TEL`.
  void put(std::string_view property, std::string_view value);
  /// The name in its parts: family, given, middle, prefix, suffix.
  void put_name(const std::array<std::string, 5>& parts);
  /// A number that nobody can talk to.
  void put_silent_number(std::string_view value);
  /// Where they live.
  void put_town(std::string_view town);
  /// Counts something that is not taken.
  void drop(std::string_view name) { builder_.drop(name); }
  /// Whether anything was put in that a person can be called by.
  bool named() const { return named_; }
  /// Adds the card, or why there is none, to `out`.
  void finish(Cards& out) && { std::move(builder_).finish(out); }

 private:
  void put_escaped(std::string_view property, const std::string& value);

  CardBuilder builder_;
  bool named_ = false;
};

}  // namespace rel::formats
