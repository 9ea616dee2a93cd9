// The columns of each kind of row, and how they are read.
#pragma once

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "rel/entries.hpp"
#include "rel/limits.hpp"
#include "rel/settings.hpp"
#include "rel/sums.hpp"
#include "store/database.hpp"
#include "store/kinds.hpp"

namespace rel {

// clang-format off
template <>
inline constexpr auto row_table<LastTalk> = RowTable{"", "",
    Field("last_talk", &LastTalk::id),
    Field("talk_channel", &LastTalk::channel, rule::Word{channel_from}),
    Field("talk_minutes", &LastTalk::minutes, rule::Number{0, longest_minutes}),
    Field("talk_credit", &LastTalk::credit)};

template <>
inline constexpr auto row_table<LastTouch> = RowTable{"", "",
    Field("last_touch", &LastTouch::id),
    Field("touch_on", &LastTouch::on),
    Field("touch_channel", &LastTouch::channel, rule::Word{channel_from})};

template <>
inline constexpr auto row_table<Sums> = RowTable{"sums", "sums",
    Field("start", &Sums::start),
    Field("quiet_since", &Sums::quiet_since),
    Field("count", &Sums::count),
    Field("gaps", &Sums::gaps),
    Field("minutes", &Sums::minutes),
    Field("updated", &Sums::updated),
    Field("conversations", &Sums::conversations),
    Field("last_real", &Sums::last_real),
    Field("touches", &Sums::touches),
    Field("last_try", &Sums::last_try),
    Field("last_mine", &Sums::last_mine),
    Field("postponed", &Sums::postponed),
    Field("snoozed_until", &Sums::snoozed_until),
    Field("replies", &Sums::replies),
    Field("last_talk, talk_channel, talk_minutes, talk_credit", &Sums::last_talk),
    Field("last_touch, touch_on, touch_channel", &Sums::last_touch),
    Field("first_talk", &Sums::first_talk),
    Field("depth", &Sums::depth),
    Field("depth_count", &Sums::depth_count),
    Field("recent", &Sums::recent),
    Field("lasting", &Sums::lasting),
    Field("given", &Sums::given),
    Field("began_known", &Sums::began_known),
    Field("began_them", &Sums::began_them),
    Field("latest", &Sums::latest)};
// clang-format on

}  // namespace rel

namespace rel::store {

template <class Row>
constexpr auto column_names() {
  Piece<500> all;
  each_field<Row>([&](const auto& field) {
    if (!field.column.empty()) all.add(all.length > 0 ? ", " : "").add(field.column);
  });
  return all;
}
/// The columns of a kind of row in its table, in the order of its fields: `id, person, text, …`.
template <class Row>
inline constexpr auto columns = made_by<column_names<Row>>;

/// How many columns stand before one of them.
template <class Row>
constexpr auto columns_before(std::string_view column) {
  return std::ranges::count(columns<Row>.view().substr(0, columns<Row>.view().find(column)), ',');
}
template <class Row>
inline constexpr std::size_t column_count = std::ranges::count(columns<Row>.view(), ',') + 1;

template <class Row>
constexpr auto numbered_marks() {
  Piece<200> all("?1");
  for (std::size_t number = 2; number <= column_count<Row>; ++number) all.add(", ?").add_number(number);
  return all;
}
/// `?1, ?2, …`, one for each column.
template <class Row>
inline constexpr auto marks = made_by<numbered_marks<Row>>;

/// `SELECT … FROM` its table.
template <class Row>
inline constexpr auto selection = piece<"SELECT ", columns<Row>, " FROM ", table<Row>>;
/// Statements that add a row and that change it; their values are those of row_cells().
template <class Row>
inline constexpr auto insertion =
    piece<"INSERT INTO ", table<Row>, " (", columns<Row>, ") VALUES (", marks<Row>, ")">;
template <class Row>
inline constexpr auto row_update = piece<"UPDATE ", table<Row>, " SET (", columns<Row>.behind(", "), ") = (",
                                         marks<Row>.behind(", "), ") WHERE id = ?1">;

constexpr auto without_note() {
  return Piece<200>(columns<Contact>.view().substr(0, columns<Contact>.view().rfind("note"))).add("NULL");
}
/// The columns of contacts with NULL instead of the note, which is their last.
inline constexpr auto figure_columns = made_by<without_note>;

inline void add_cells(const auto& value, auto, Cell*& at) {
  *at++ = cell_of(value);
}
/// A row that has no id yet gets one from SQLite.
inline void add_cells(Id id, rule::Key, Cell*& at) {
  *at++ = id == 0 ? Cell{} : cell_of(id);
}
/// The first of them, and how many more there are; companions has those.
inline void add_cells(const std::vector<Id>& with, rule::Whose, Cell*& at) {
  *at++ = cell_of(with.front());
  *at++ = cell_of(static_cast<std::int64_t>(with.size()) - 1);
}

/// What has a table of its own.
template <class T>
void add_cells(const std::vector<T>&, auto, Cell*&) {}

/// The values of a row in the order of its columns; the texts are the row's.
template <class Row>
std::array<Cell, column_count<Row>> row_cells(const Row& row) {
  std::array<Cell, column_count<Row>> cells;
  Cell* at = cells.data();
  each_field<Row>([&](const auto& field) { add_cells(row.*field.member, field.rule, at); });
  return cells;
}

/// Adds rows to a list that one row, named by the column `owner`, has in a table of its own.
template <Piece owner, class Row>
void insert_list(Database& database, Id id, const std::vector<Row>& list) {
  int place = 0;
  for (const Row& row : list) {
    std::apply(
        [&](const auto&... cell) {
          database.run(sql<"INSERT INTO ", table<Row>, " (", columns<Row>, ", ", owner, ", place) VALUES (",
                           marks<Row>, ", ?, ?)">,
                       cell..., id, place++);
        },
        row_cells(row));
  }
}

/// Of a contact: took_place().
inline constexpr auto took_place_so = piece<"kind IN (", ContactKind::contact, ", ", ContactKind::owed, ")">;

/// A target of one's own, in days.
inline constexpr Range cadence{1, longest_target};

/// Beside the sums: what the daily list shows and ranks people by.
inline constexpr auto ranked_columns = piece<"person, handle, name, tier, every_days">;

/// The bounds of what is read. Where nothing bounds it, what is beyond all days is met, and refused.
inline std::int64_t from_day(Day since) {
  return since == earliest_day() ? std::numeric_limits<std::int64_t>::min() : day_number(since);
}
inline std::int64_t to_day(Day until) {
  return until == latest_day() ? std::numeric_limits<std::int64_t>::max() : day_number(until);
}

/// Entries by their day, and on one day in the order in which they were made. An ORDER BY costs every command
/// more, before the first row, than there is to sort.
template <class Entry>
void put_in_order(std::vector<Entry>& entries, Day Entry::*day) {
  std::ranges::sort(entries, {}, [day](const Entry& entry) { return std::pair(entry.*day, entry.id); });
}

/// The day by which sums lie in their table: the first on which silence may ring, or the last of all days.
Day rings_on(const Sums& sums, const Person& person);
/// The day that stands beside them, on which their silence becomes unusual; std::nullopt for those of whom
/// nothing is expected.
std::optional<Day> cools_on(const Sums& sums, const Person& person);

/// Ids as a text, parted by commas; nothing where there are none.
std::optional<std::string> comma_joined(const std::vector<Id>& ids);

/// A contact with the others of a group, which are read from `database`.
Contact contact_from(const Rows& rows, Database& database);
/// A contact with its first person alone; the others are counted among those who are not in the file.
Contact contact_counting_others(const Rows& rows);
Contact counting_others(Contact contact);
/// Such a contact with one of its people beside the first, as that person's figures see it.
Contact seen_by(Id person, Contact counting);
/// A row of any other kind, whose columns begin at `first`; what it has in tables of its own is left out.
template <class Row>
Row row_from(const Rows& rows, int first = 0);
/// All that a query gives.
template <class Row>
std::vector<Row> rows_from(Rows rows) {
  std::vector<Row> all;
  while (rows.next()) all.push_back(row_from<Row>(rows));
  return all;
}
/// The sums from column `first` on, where the day stands on which they ring; then come the columns of sums.
/// Throws ValueError where nothing adds up to them: then they are to be made anew.
Sums sums_from(const Rows& rows, int first, const Person& person, const Settings& settings);

}  // namespace rel::store
