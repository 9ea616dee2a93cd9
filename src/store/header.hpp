// What the first bytes of a file say, without asking SQLite.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "store/database.hpp"

namespace rel::store {

/// SQLite's header, as its description of the format has it; zeros where the file is shorter.
using FirstBytes = std::array<unsigned char, 100>;

/// Where some numbers stand in it: of one byte, and of four.
inline constexpr std::size_t written_with_at = 18;
inline constexpr std::size_t read_with_at = 19;
inline constexpr std::size_t pages_at = 28;
inline constexpr std::size_t version_at = 60;
inline constexpr std::size_t application_at = 68;
/// How files are written and read: with a rollback journal, as ours are, or a write-ahead log.
inline constexpr unsigned char with_journal = 1;
inline constexpr unsigned char with_log = 2;

/// The number of four bytes, the highest first.
std::uint32_t number_at(const FirstBytes& bytes, std::size_t at);
/// The size of a page in bytes.
std::uint32_t page_size_in(const FirstBytes& bytes);

/// Reads them through a connection, which has begun to read: opening the file again would let go of its
/// locks. Throws IoError.
FirstBytes first_bytes(Database& database);

/// The size of the file that a connection reads, also where its name has gone. Throws IoError.
std::uint64_t size_of(Database& database);

/// The mark and the version in a file's header; both 0 in an empty file.
struct Header {
  bool empty = true;
  bool database = false;  ///< of SQLite, whoever wrote it
  int application = 0;
  int version = 0;
  /// Written by this program, in a version that it knows.
  bool ours() const;
};

/// Nothing where there is no regular file that can be read. Call it for no file that is open.
std::optional<Header> header_of(const std::string& path);

}  // namespace rel::store
