#include "store/content_sum.hpp"

#include <sqlite3.h>

#include <algorithm>

namespace rel::store {

namespace {

/// Every step can be taken back, whatever the word: two sequences that differ in one word never end alike.
class Mixer {
 public:
  void add(std::uint64_t value) {
    low_ = step(low_ ^ value, 0xff51afd7ed558ccdULL);
    high_ = step(high_ + value, 0xc4ceb9fe1a85ec53ULL);
  }
  void add(std::string_view text) {
    add(text.size());
    for (std::size_t at = 0; at < text.size(); at += number_bytes) {
      std::uint64_t value = 0;
      for (const char c : text.substr(at, number_bytes)) value = value << 8 | static_cast<unsigned char>(c);
      add(value);
    }
  }
  ContentSum sum() {
    add(0);  // what came last reaches all bits
    add(0);
    return {low_, high_};
  }

 private:
  static std::uint64_t step(std::uint64_t state, std::uint64_t odd) {
    state *= odd;
    return state ^ state >> 32;
  }

  std::uint64_t low_ = 0x9e3779b97f4a7c15ULL;
  std::uint64_t high_ = 0xd1b54a32d192ed03ULL;
};

Mixer begun(const RowKey& key) {
  Mixer mixer;
  for (const std::int64_t number : key) mixer.add(static_cast<std::uint64_t>(number));
  return mixer;
}

}  // namespace

ContentSum& ContentSum::operator+=(const ContentSum& other) {
  low += other.low;
  high += other.high;
  return *this;
}

ContentSum& ContentSum::operator-=(const ContentSum& other) {
  low -= other.low;
  high -= other.high;
  return *this;
}

Bytes ContentSum::bytes() const {
  Bytes all;
  for (const std::uint64_t half : {low, high}) {
    for (const unsigned char byte : bytes_of(half)) all.push_back(byte);
  }
  return all;
}

std::optional<ContentSum> ContentSum::from(const Bytes& bytes) {
  if (bytes.size() < sum_bytes) return std::nullopt;
  return ContentSum{number_of(bytes.data()), number_of(bytes.data() + number_bytes)};
}

ContentSum sum_of_row(const RowKey& key) {
  return begun(key).sum();
}

ContentSum sum_of_cell(const RowKey& key, int column, const Cell& cell) {
  Mixer mixer = begun(key);
  mixer.add(static_cast<std::uint64_t>(column));
  mixer.add(static_cast<std::uint64_t>(cell.type));
  if (cell.type == SQLITE_INTEGER) {
    mixer.add(static_cast<std::uint64_t>(cell.number));
  } else {
    mixer.add(cell.text);
  }
  return mixer.sum();
}

}  // namespace rel::store
