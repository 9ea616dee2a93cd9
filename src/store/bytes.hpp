// Bytes, and numbers as bytes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace rel::store {

using Bytes = std::vector<unsigned char>;

/// How many bytes a number takes.
inline constexpr std::size_t number_bytes = 8;

/// A number as its bytes, the lowest first; and back.
inline std::array<unsigned char, number_bytes> bytes_of(std::uint64_t number) {
  std::array<unsigned char, number_bytes> bytes{};
  for (std::size_t i = 0; i < number_bytes; ++i) bytes[i] = static_cast<unsigned char>(number >> (8 * i));
  return bytes;
}
inline std::uint64_t number_of(const unsigned char* bytes) {
  std::uint64_t number = 0;
  for (std::size_t i = number_bytes; i-- > 0;) number = number << 8 | bytes[i];
  return number;
}

}  // namespace rel::store
