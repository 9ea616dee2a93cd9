#include "flips/used_bytes.hpp"

#include <algorithm>

namespace rel::test {

namespace {

constexpr unsigned char inner_index = 2;
constexpr unsigned char inner_table = 5;
constexpr unsigned char leaf_table = 13;
constexpr std::size_t file_header = 100;

}  // namespace

UsedBytes::UsedBytes(const std::string& bytes, const std::vector<std::uint32_t>& roots)
    : bytes_(bytes), page_size_(number(16, 2)), bits_(bytes.size(), 0) {
  mark(0, file_header);
  mark(40, 4, 0);  // the schema cookie
  mark(96, 4, 0);  // the version of SQLite
  for (const std::uint32_t root : roots) walk_tree(root);
  walk_free_pages();
}

std::uint64_t UsedBytes::number(std::size_t at, int length) const {
  std::uint64_t value = 0;
  for (int i = 0; i < length; ++i)
    value = value << 8 | static_cast<unsigned char>(bytes_.at(at + static_cast<std::size_t>(i)));
  return value;
}

std::uint64_t UsedBytes::varint(std::size_t& at) const {
  std::uint64_t value = 0;
  for (int i = 0; i < 9; ++i) {
    const auto byte = static_cast<unsigned char>(bytes_.at(at++));
    if (i == 8) return value << 8 | byte;
    value = value << 7 | (byte & 0x7f);
    if (byte < 0x80) break;
  }
  return value;
}

void UsedBytes::mark(std::size_t at, std::size_t length, unsigned char bits) {
  std::fill_n(bits_.begin() + static_cast<std::ptrdiff_t>(at), length, bits);
}

void UsedBytes::walk_tree(std::uint32_t page) {
  const std::size_t begin = (page - 1) * page_size_;
  const std::size_t header = begin + (page == 1 ? file_header : 0);
  const auto kind = static_cast<unsigned char>(bytes_.at(header));
  const bool inner = kind == inner_index || kind == inner_table;
  const std::size_t cells = number(header + 3, 2);
  const std::size_t pointers = header + (inner ? 12 : 8);
  mark(header, pointers - header + 2 * cells);
  for (std::size_t i = 0; i < cells; ++i) {
    const std::size_t cell = begin + number(pointers + 2 * i, 2);
    if (inner) {
      mark(cell, 4);
      walk_tree(static_cast<std::uint32_t>(number(cell, 4)));
    }
    walk_cell(cell + (inner ? 4 : 0), kind);
  }
  if (inner) walk_tree(static_cast<std::uint32_t>(number(header + 8, 4)));
  walk_free_blocks(begin, header);
}

void UsedBytes::walk_cell(std::size_t at, unsigned char kind) {
  const std::size_t begin = at;
  if (kind == inner_table) {
    varint(at);
    return mark(begin, at - begin);
  }
  const std::uint64_t size = varint(at);
  if (kind == leaf_table) varint(at);
  mark(begin, at - begin);
  walk_payload(at, size, kind);
}

// How much of a payload stands in the cell itself, by the formula of the format.
void UsedBytes::walk_payload(std::size_t at, std::uint64_t size, unsigned char kind) {
  const std::uint64_t usable = page_size_;
  const std::uint64_t most = kind == leaf_table ? usable - 35 : (usable - 12) * 64 / 255 - 23;
  const std::uint64_t least = (usable - 12) * 32 / 255 - 23;
  std::uint64_t local = size;
  if (size > most) {
    const std::uint64_t fitting = least + (size - least) % (usable - 4);
    local = fitting <= most ? fitting : least;
  }
  mark(at, local);
  mark_types(at, kind);
  if (local == size) return;
  mark(at + local, 4);
  walk_overflow(static_cast<std::uint32_t>(number(at + local, 4)), size - local);
}

// A record begins with the length of its header, in which the types of its values follow; 0 is NULL, and so
// is what is left out at the end.
void UsedBytes::mark_types(std::size_t at, unsigned char kind) {
  std::size_t types = at;
  const std::size_t end = at + varint(types);
  if (kind == leaf_table && bytes_.at(types) == 0) bits_[types] = 0xff ^ 0x08;
  if (end - types >= 2 && bytes_.at(end - 2) == 0 && bytes_.at(end - 1) == 0) bits_[end - 2] = 0xff ^ 0x80;
}

void UsedBytes::walk_overflow(std::uint32_t page, std::uint64_t left) {
  while (page != 0 && left > 0) {
    const std::size_t begin = (page - 1) * page_size_;
    const std::uint64_t here = std::min<std::uint64_t>(left, page_size_ - 4);
    mark(begin, 4 + here);
    left -= here;
    page = static_cast<std::uint32_t>(number(begin, 4));
  }
}

void UsedBytes::walk_free_blocks(std::size_t page, std::size_t header) {
  for (std::size_t block = number(header + 1, 2); block != 0; block = number(page + block, 2))
    mark(page + block, 4);
}

void UsedBytes::walk_free_pages() {
  for (std::uint64_t trunk = number(32, 4); trunk != 0;) {
    const std::size_t begin = (trunk - 1) * page_size_;
    mark(begin, 8 + 4 * number(begin + 4, 4));
    trunk = number(begin, 4);
  }
}

}  // namespace rel::test
