// Which bytes of a SQLite file mean something, by the description of the format and without SQLite: the
// others (room between cells, what was let go, the ends of the last overflow pages, free pages) are never
// read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace rel::test {

/// Walks through the trees whose roots are given.
class UsedBytes {
 public:
  UsedBytes(const std::string& bytes, const std::vector<std::uint32_t>& roots);

  /// For each byte the bits that mean something. Beside those that are never read, a few have a value that
  /// makes no difference: how often the schema changed, which SQLite wrote the file, and in the types of a
  /// row that of a key which stands elsewhere, and whether the last of two NULLs is written down.
  const std::vector<unsigned char>& bits() const { return bits_; }

 private:
  std::uint64_t number(std::size_t at, int length) const;
  std::uint64_t varint(std::size_t& at) const;
  void mark(std::size_t at, std::size_t length, unsigned char bits = 0xff);
  void mark_types(std::size_t at, unsigned char kind);
  void walk_tree(std::uint32_t page);
  void walk_cell(std::size_t at, unsigned char kind);
  void walk_payload(std::size_t at, std::uint64_t size, unsigned char kind);
  void walk_overflow(std::uint32_t page, std::uint64_t left);
  void walk_free_blocks(std::size_t page, std::size_t header);
  void walk_free_pages();

  const std::string& bytes_;
  std::size_t page_size_;
  std::vector<unsigned char> bits_;
};

}  // namespace rel::test
