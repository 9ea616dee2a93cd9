#include "formats/archive.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "domain/fields.hpp"
#include "formats/archive_rows.hpp"
#include "formats/ascii.hpp"
#include "formats/charset.hpp"
#include "formats/json_rows.hpp"

namespace rel::formats {
namespace {

constexpr std::array archive_lists = {
    row_table<Person>.list,  row_table<Group>.list,  row_table<Contact>.list, row_table<Remark>.list,
    row_table<Promise>.list, row_table<Snooze>.list, row_table<Review>.list};

std::optional<std::string> check_list(const std::string& key) {
  if (std::find(archive_lists.begin(), archive_lists.end(), key) != archive_lists.end()) return std::nullopt;
  return "\"" + key + "\" is not a key that rel knows";
}

std::optional<std::string> check_head(const std::string& key, const Json& value) {
  if (key == "schema") {
    if (value == archive_schema) return std::nullopt;
    if (value.is_number_integer() && value > archive_schema)
      return "was written by a newer rel (schema " + value.dump() + "; this one reads " +
             std::to_string(archive_schema) + ")";
    return "schema: is not " + std::to_string(archive_schema);
  }
  if (key == "command")
    return value == "export" ? std::nullopt : std::optional("is not an archive of rel export");
  return check_list(key).value_or(key + ": is not a list");
}

/// Hands a row to whoever takes its kind.
class Rows {
 public:
  Rows(Day today, const ArchiveTakers& takers) : today_(today), takers_(takers) {}

  void take(const JsonRow& row) const {
    try {
      dispatch(row);
    } catch (const BadField& bad) {
      takers_.problem({row.line, row.list + " " + std::to_string(row.number) + ": " + bad.what()});
    }
  }

 private:
  void dispatch(const JsonRow& row) const {
    if (row.list == row_table<Person>.list && takers_.person)
      give(takers_.person, person_from(row.value, today_), row);
    if (row.list == row_table<Group>.list && takers_.group) takers_.group(group_from(row.value, today_));
    offer(takers_.contact, row);
    offer(takers_.remark, row);
    offer(takers_.promise, row);
    offer(takers_.snooze, row);
    offer(takers_.review, row);
  }

  template <class Entry>
  void offer(const std::function<void(Archived<Entry>)>& taker, const JsonRow& row) const {
    if (row.list == row_table<Entry>.list && taker) give(taker, entry_from<Entry>(row.value, today_), row);
  }

  template <class Taker, class Entry>
  static void give(const Taker& taker, Entry entry, const JsonRow& row) {
    entry.line = row.line;
    taker(std::move(entry));
  }

  Day today_;
  const ArchiveTakers& takers_;
};

}  // namespace

bool looks_like_archive(std::string_view beginning) {
  if (beginning.starts_with(utf8_mark)) beginning.remove_prefix(utf8_mark.size());
  return stripped(beginning).starts_with('{');
}

std::optional<Problem> read_archive(std::istream& in, Day today, const ArchiveTakers& takers) {
  const Rows rows(today, takers);
  return read_json_rows(
      in, {.list = check_list, .row = [&](const JsonRow& row) { rows.take(row); }, .head = check_head});
}

}  // namespace rel::formats
