// SHA-256 over a sequence of numbers and texts, none of which can run into the next.
#pragma once

#include <sha2.h>

#include <cstdint>

#include "store/bytes.hpp"

namespace rel::store {

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
    const auto bytes = bytes_of(static_cast<std::uint64_t>(number));
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
