#include "store/ids.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <cstring>

#include "base/errors.hpp"

namespace rel::store {

namespace {

constexpr int random_bits = 11;
constexpr std::int64_t latest = (std::int64_t{1} << (63 - random_bits)) - 1;  // in the year 2112

template <class Value>
Value random_value() {
  Value value{};
  if (getentropy(&value, sizeof value) != 0)
    throw IoError(std::string("random numbers: ") + std::strerror(errno));
  return value;
}

std::int64_t microseconds_now() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::clamp<std::int64_t>(std::chrono::duration_cast<std::chrono::microseconds>(now).count(), 0,
                                  latest);
}

}  // namespace

IdMaker::IdMaker() : random_(random_value<std::uint32_t>()) {}

Id IdMaker::next() {
  last_microseconds_ = std::max(microseconds_now(), last_microseconds_ + 1);
  return last_microseconds_ << random_bits | static_cast<Id>(random_() & ((1U << random_bits) - 1));
}

Id latest_id_now() {
  constexpr std::int64_t day = std::int64_t{24} * 60 * 60 * 1'000'000;
  return std::min(microseconds_now() + day, latest) << random_bits;
}

std::string new_uid() {
  constexpr std::string_view digits = "0123456789abcdef";
  const auto random = random_value<std::array<unsigned char, 32>>();
  const unsigned char* next = random.data();
  std::string text = "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx";
  for (char& c : text) {
    if (c == 'x') c = digits[*next++ & 15];
    if (c == 'y') c = digits[8 | (*next++ & 3)];
  }
  return text;
}

}  // namespace rel::store
