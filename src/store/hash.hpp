// SHA-256 over a sequence of numbers and texts, none of which can run into the next.
#pragma once

#include <sha2.h>

#include <array>
#include <cstdint>
#include <vector>

namespace rel::store {

using Bytes = std::vector<unsigned char>;

/// Takes numbers and texts one after the other.
class Hash {
 public:
  Hash() { SHA256Init(&state_); }
  /// Its length first, so that no two rows read the same when put end to end.
  void add_text(const void* data, std::size_t size) {
    add_number(static_cast<std::int64_t>(size));
    add(data, size);
  }
  void add_number(std::int64_t number) {
    std::array<std::uint8_t, 8> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::uint8_t>(number >> (8 * i));
    add(bytes.data(), bytes.size());
  }
  Bytes finish() {
    Bytes digest(SHA256_DIGEST_LENGTH);
    SHA256Final(digest.data(), &state_);
    return digest;
  }

 private:
  void add(const void* data, std::size_t size) {
    SHA256Update(&state_, static_cast<const std::uint8_t*>(data), size);
  }

  SHA2_CTX state_{};
};

}  // namespace rel::store
