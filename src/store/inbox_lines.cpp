#include "store/inbox_lines.hpp"

#include "store/connection.hpp"
#include "store/hash.hpp"

namespace rel::store {

LineKey key_of_line(std::string_view text, int occurrence) {
  Hash hash;
  hash.add_text(text.data(), text.size());
  hash.add_number(occurrence);
  return static_cast<LineKey>(number_of(hash.finish().data()) >> 1);
}

std::optional<Day> taken_in(const Reader& reader, LineKey key) {
  Rows rows = database_of(reader).query("SELECT day FROM inbox_lines WHERE line = ?", key);
  return rows.next() ? std::optional(rows.day(0)) : std::nullopt;
}

void take_in(Change& change, LineKey key, Day on) {
  database_of(change).run("INSERT INTO inbox_lines (line, day) VALUES (?, ?)", key, on);
}

}  // namespace rel::store
