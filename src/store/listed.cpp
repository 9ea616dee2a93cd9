#include "store/listed.hpp"

#include <algorithm>
#include <utility>

#include "base/errors.hpp"
#include "store/content.hpp"

namespace rel::store {

namespace {

constexpr unsigned char list_mark = 'L';  // a recording begins with a `T`
constexpr std::size_t entry_bytes = 3 * number_bytes;

}  // namespace

void ListedContacts::add(std::span<const Cell> row) {
  if (bytes_.empty()) bytes_.push_back(list_mark);
  const ContentSum sum = sum_of_contact(row);
  for (const std::uint64_t number : {static_cast<std::uint64_t>(row.front().number), sum.low, sum.high})
    for (const unsigned char byte : bytes_of(number)) bytes_.push_back(byte);
}

Bytes ListedContacts::take() {
  return std::exchange(bytes_, {});
}

bool is_list(const Bytes& changes) {
  return !changes.empty() && changes.front() == list_mark;
}

void each_listed(const Bytes& list, const std::function<void(const ListedContact&)>& take) {
  if ((list.size() - 1) % entry_bytes != 0)
    throw FileError("history: a list in it is cut off", "restore a copy of the file");
  for (std::size_t at = 1; at < list.size(); at += entry_bytes) {
    const unsigned char* begin = list.data() + at;
    take({static_cast<Id>(number_of(begin)),
          {number_of(begin + number_bytes), number_of(begin + 2 * number_bytes)}});
  }
}

}  // namespace rel::store
