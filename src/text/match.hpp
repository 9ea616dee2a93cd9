// Looking for a text within texts, whatever the case and the accents.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rel::text {

/// A part of a text: the bytes from `begin` up to `end`.
struct Part {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(const Part&) const = default;
};

/// A text that is looked for, folded as by fold(): `lisbon` is in `LISBON`, `zoe` in `Zoë`.
class Wanted {
 public:
  explicit Wanted(std::string_view text);

  /// Whether folding leaves nothing of it: then it would be everywhere.
  bool empty() const { return folded_.empty(); }
  /// Whether it stands anywhere in the text.
  bool in(std::string_view text);
  /// The first part of the text that it stands in, of whole graphemes; nothing where it does not.
  std::optional<Part> where(std::string_view text) const;

 private:
  std::string folded_;
  std::string lowered_;  // room for one text: most are ASCII, and are looked through by the hundred thousand
};

/// Whether the whole text, folded, is what a pattern says: `*` is any text, `?` one grapheme, all else
/// itself.
bool fits_pattern(std::string_view text, std::string_view pattern);

/// A text in three parts, ready for a terminal: what is looked for, and what stands around it.
struct Excerpt {
  std::string before;
  std::string match;  ///< empty where it is not in the text
  std::string after;
};

/// The text on one line, control characters escaped, cut to `columns` columns (at least 1) around what is
/// looked for; `…` stands where it is cut.
Excerpt excerpt(std::string_view text, const Wanted& wanted, int columns);

}  // namespace rel::text
