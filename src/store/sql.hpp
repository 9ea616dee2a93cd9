// SQL that is put together while the program is compiled. Where it takes a number of an enumeration, it takes
// the enumerator itself.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace rel::store {

template <class V>
concept Whole = std::is_enum_v<V> || std::is_integral_v<V>;

/// A piece of SQL: a literal, or a number from 0 on.
template <std::size_t most>
struct Piece {
  char text[most + 1]{};
  std::size_t length = 0;

  constexpr Piece() = default;
  constexpr Piece(const char (&literal)[most + 1]) { add({literal, most}); }
  constexpr explicit Piece(std::string_view more) { add(more); }
  template <Whole V>
  constexpr Piece(V value) {
    add_number(static_cast<std::int64_t>(value));
  }

  constexpr Piece& add(std::string_view more) {
    for (const char c : more) text[length++] = c;
    return *this;
  }
  constexpr Piece& add_number(std::int64_t number) {
    if (number >= 10) add_number(number / 10);
    text[length++] = static_cast<char>('0' + number % 10);
    return *this;
  }
  constexpr std::string_view view() const { return {text, length}; }
  /// What stands behind the first `mark`.
  constexpr Piece behind(std::string_view mark) const {
    return Piece(view().substr(view().find(mark) + mark.size()));
  }
};
template <std::size_t size>
Piece(const char (&)[size]) -> Piece<size - 1>;
template <Whole V>
Piece(V) -> Piece<19>;  // digits of the largest

/// The text that a function makes, which takes no more room than it needs.
template <auto make>
inline constexpr auto made_by = Piece<make().length>(make().view());

template <Piece... parts>
constexpr auto joined() {
  Piece<(parts.length + ... + 0)> all;
  (all.add(parts.view()), ...);
  return all;
}

/// Pieces, one behind the other: `piece<"tier >= ", Tier::high>`.
template <Piece... parts>
inline constexpr auto piece = joined<parts...>();

/// The same as a statement; always at one address, by which Database keeps statements.
template <Piece... parts>
inline constexpr const char* sql = piece<parts...>.text;

}  // namespace rel::store
