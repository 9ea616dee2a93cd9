#include "store/listed.hpp"

#include <algorithm>
#include <utility>

#include "rel/errors.hpp"
#include "store/content.hpp"

namespace rel::store {

namespace {

constexpr unsigned char mark = 'L';  // a recording begins with a `T`
constexpr std::size_t word = 8;      // bytes
constexpr std::size_t entry = 3 * word;

void append(Bytes& bytes, std::uint64_t number) {
  for (std::size_t i = 0; i < word; ++i) bytes.push_back(static_cast<unsigned char>(number >> (8 * i)));
}

std::uint64_t number_at(const unsigned char* bytes) {
  std::uint64_t number = 0;
  for (std::size_t i = word; i-- > 0;) number = number << 8 | bytes[i];
  return number;
}

}  // namespace

void ListedContacts::add(std::span<const Cell> row) {
  if (bytes_.empty()) bytes_.push_back(mark);
  const ContentSum sum = sum_of_contact(row);
  for (const std::uint64_t number : {static_cast<std::uint64_t>(row.front().number), sum.low, sum.high})
    append(bytes_, number);
}

Bytes ListedContacts::take() {
  return std::exchange(bytes_, {});
}

bool is_list(const Bytes& changes) {
  return !changes.empty() && changes.front() == mark;
}

void each_listed(const Bytes& list, const std::function<void(const ListedContact&)>& take) {
  if ((list.size() - 1) % entry != 0)
    throw FileError("history: a list in it is cut off", "restore a copy of the file");
  for (std::size_t at = 1; at < list.size(); at += entry) {
    const unsigned char* begin = list.data() + at;
    take({static_cast<Id>(number_at(begin)), {number_at(begin + word), number_at(begin + 2 * word)}});
  }
}

}  // namespace rel::store
