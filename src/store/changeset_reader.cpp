#include "store/changeset_reader.hpp"

#include <sqlite3.h>

#include <algorithm>

#include "store/recorded.hpp"

namespace rel::store {

namespace {

constexpr unsigned char table_mark = 'T';
constexpr int most_length_bytes = 5;  // enough for any text that SQLite holds

// As they stand in front of a value. No recorded table holds reals or blobs.
enum ValueType : unsigned char { left_out = 0, integer = 1, text = 3, null = 5 };

void must(bool holds) {
  if (!holds) throw Malformed{};
}

bool is_operation(int operation) {
  return operation == SQLITE_INSERT || operation == SQLITE_UPDATE || operation == SQLITE_DELETE;
}

bool is_whole(const std::optional<Cell>& value) {
  return value.has_value();
}

/// Whether its key is there, and made of numbers, as all keys are.
bool has_key(const RowValues& row, std::size_t keys) {
  return std::all_of(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(keys),
                     [](const std::optional<Cell>& value) { return value && value->type == SQLITE_INTEGER; });
}

// The key stands on the side before, and each value that changed on both.
bool is_update(const RecordedChange& change, std::size_t keys) {
  for (std::size_t i = 0; i < change.after.size(); ++i) {
    const bool told_after = change.after[i].has_value();
    if (told_after != (i >= keys && change.before[i].has_value())) return false;
  }
  return has_key(change.before, keys);
}

bool is_sound(const RecordedChange& change) {
  const auto keys = static_cast<std::size_t>(recorded[change.table].keys);
  if (change.operation == SQLITE_UPDATE) return is_update(change, keys);
  const RowValues& row = change.keyed();
  return has_key(row, keys) && std::all_of(row.begin(), row.end(), is_whole);
}

}  // namespace

bool ChangesetReader::next(RecordedChange& change) {
  if (rest_.empty()) return false;
  change.operation = read_byte();
  if (change.operation == table_mark) {
    read_table();
    change.operation = read_byte();
  }
  must(columns_ > 0 && is_operation(change.operation));
  read_byte();  // indirect or not is all the same
  change.table = table_;
  change.before.clear();
  change.after.clear();
  if (change.operation != SQLITE_INSERT) read_row(change.before);
  if (change.operation != SQLITE_DELETE) read_row(change.after);
  must(is_sound(change));
  return true;
}

// SQLite passes over the changes of a table that has another shape, without a word.
void ChangesetReader::read_table() {
  columns_ = read_byte();
  const std::string_view places = read(columns_);
  const std::string_view name = rest_.substr(0, rest_.find('\0'));
  read(name.size() + 1);
  table_ = place_of_table(name);
  must(table_ < recorded.size());
  must(columns_ == static_cast<std::size_t>(database_.query(recorded[table_].rows).columns()));
  for (std::size_t i = 0; i < columns_; ++i) {
    const bool in_key = i < static_cast<std::size_t>(recorded[table_].keys);
    must(static_cast<unsigned char>(places[i]) == (in_key ? i + 1 : 0));
  }
}

void ChangesetReader::read_row(RowValues& row) {
  for (std::size_t i = 0; i < columns_; ++i) row.push_back(read_value());
}

std::optional<Cell> ChangesetReader::read_value() {
  switch (read_byte()) {
    case left_out:
      return std::nullopt;
    case null:
      return Cell{};
    case text:
      return Cell{SQLITE_TEXT, 0, read(read_length())};
    case integer: {
      std::uint64_t number = 0;
      for (const char c : read(number_bytes)) number = number << 8 | static_cast<unsigned char>(c);
      return cell_of(static_cast<std::int64_t>(number));
    }
    default:
      throw Malformed{};
  }
}

// Seven bits in each byte, the highest ones first; the last byte has its eighth bit clear.
std::size_t ChangesetReader::read_length() {
  std::size_t length = 0;
  for (int i = 0; i < most_length_bytes; ++i) {
    const unsigned char byte = read_byte();
    length = length << 7 | (byte & 0x7F);
    if (byte < 0x80) return length;
  }
  throw Malformed{};
}

unsigned char ChangesetReader::read_byte() {
  return static_cast<unsigned char>(read(1).front());
}

std::string_view ChangesetReader::read(std::size_t size) {
  must(size <= rest_.size());
  const std::string_view bytes = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return bytes;
}

}  // namespace rel::store
