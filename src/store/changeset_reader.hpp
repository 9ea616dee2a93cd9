// Goes through changes as SQLite's session extension records them, without SQLite: its own functions never
// end on a recording that is cut off.
//
// A recording is a sequence of tables, each with its changes. A table: `T`, the number of its columns, for
// each of them its place in the key or 0, its name and a zero. A change: its operation, a byte that says
// whether it was indirect, and the row before it, after it, or both. A row: for each column a byte for the
// type, and the value.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "store/bytes.hpp"
#include "store/database.hpp"

namespace rel::store {

/// By column; nothing where a change leaves a value out. The texts lie in the recording.
using RowValues = std::vector<std::optional<Cell>>;

/// What is recorded of one row.
struct RecordedChange {
  std::size_t table = 0;  ///< its place among recorded_tables
  int operation = 0;      ///< SQLITE_INSERT, SQLITE_UPDATE or SQLITE_DELETE
  RowValues before{};     ///< empty where it is made
  RowValues after{};      ///< empty where it is deleted

  /// The side on which the whole key stands.
  const RowValues& keyed() const { return before.empty() ? after : before; }
};

/// Thrown by ChangesetReader.
struct Malformed {};

/// Reads one change after the other, all of which fit the tables of `database`. The bytes must outlive it.
class ChangesetReader {
 public:
  ChangesetReader(Database& database, const Bytes& bytes)
      : database_(database), rest_(reinterpret_cast<const char*>(bytes.data()), bytes.size()) {}

  /// False behind the last. Throws Malformed where something stands there that rel never records.
  bool next(RecordedChange& change);

 private:
  void read_table();
  void read_row(RowValues& row);
  std::optional<Cell> read_value();
  std::size_t read_length();
  unsigned char read_byte();
  std::string_view read(std::size_t size);

  Database& database_;
  std::string_view rest_;
  std::size_t table_ = 0;
  std::size_t columns_ = 0;  // 0 in front of the first table
};

}  // namespace rel::store
