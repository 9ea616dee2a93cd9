#include "store/rows.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <limits>

#include "rel/limits.hpp"
#include "rel/possible.hpp"

namespace rel::store {

namespace {

constexpr int last_columns = 7;

// Wider than what is entered where that may have become wider since: forgetting people makes them others.
constexpr Range month{1, 12};
constexpr Range day_of_month{1, 31};
constexpr Range year{1, 9999};
constexpr Range minute_of_day{0, 1439};
constexpr Range talk_minutes{0, 1440};
constexpr Range other_people{0, 10 * most_others};

std::vector<Id> replies_from(const Rows& rows, int column) {
  std::vector<Id> ids;
  if (rows.null(column)) return ids;
  const std::string_view text = rows.view(column);
  const char* end = text.data() + text.size();
  for (const char* at = text.data(); at < end; ++at) {
    Id id = 0;
    const auto [next, problem] = std::from_chars(at, end, id);
    if (problem != std::errc{}) rows.refuse(column);
    ids.push_back(id);
    at = next;
  }
  return ids;
}

// The file may hold any number.
int with_more(int others, std::int64_t more) {
  constexpr std::int64_t most = std::numeric_limits<int>::max();
  return static_cast<int>(std::clamp<std::int64_t>(others + std::min(more, most), 0, most));
}

std::optional<TimeOfDay> time_from(const Rows& rows, int column) {
  const auto minutes = rows.integer_if(column, minute_of_day);
  return minutes ? std::optional(TimeOfDay{*minutes}) : std::nullopt;
}

Contact without_companions(const Rows& rows) {
  return {.id = rows.id(0),
          .with = {rows.id(2)},
          .others = rows.integer(4, other_people),
          .on = rows.day(5),
          .time = time_from(rows, 6),
          .channel = rows.value<Channel>(7),
          .minutes = rows.integer_if(8, talk_minutes),
          .by = rows.value_if<Side>(9),
          .depth = rows.value_if<Depth>(10),
          .counts = rows.value_if<Counts>(11),
          .kind = rows.value<ContactKind>(12),
          .answered = rows.day_if(13),
          .guessed = rows.flag(14),
          .source = rows.text_if(15),
          .note = rows.text_if(1)};
}

}  // namespace

std::array<Cell, 16> contact_row(const Contact& contact) {
  return {cell_of(contact.id),           cell_of(contact.note),
          cell_of(contact.with.front()), cell_of(static_cast<std::int64_t>(contact.with.size()) - 1),
          cell_of(contact.others),       cell_of(contact.on),
          cell_of(contact.time),         cell_of(contact.channel),
          cell_of(contact.minutes),      cell_of(contact.by),
          cell_of(contact.depth),        cell_of(contact.counts),
          cell_of(contact.kind),         cell_of(contact.answered),
          cell_of(contact.guessed),      cell_of(contact.source)};
}

Contact contact_from(const Rows& rows, Database& database) {
  Contact contact = without_companions(rows);
  if (const int companions = rows.integer(3, other_people); companions > 0) {
    Rows others =
        database.query("SELECT person FROM companions WHERE contact = ? ORDER BY place", contact.id);
    while (others.next()) contact.with.push_back(others.id(0));
    if (contact.with.size() != static_cast<std::size_t>(companions) + 1) rows.refuse(3);
  }
  return contact;
}

Contact contact_counting_others(const Rows& rows) {
  Contact contact = without_companions(rows);
  contact.others = with_more(contact.others, rows.integer(3, other_people));
  return contact;
}

Contact counting_others(Contact contact) {
  contact.others = with_more(contact.others, static_cast<std::int64_t>(contact.with.size()) - 1);
  contact.with.resize(1);
  return contact;
}

Contact seen_by(Id person, Contact counting) {
  if (counting.with.front() == person) return counting;
  counting.with.push_back(person);
  --counting.others;
  return counting;
}

Remark remark_from(const Rows& rows) {
  return {rows.id(0),     rows.id(1),      rows.text(2),   rows.day(3),
          rows.day_if(4), rows.text_if(5), rows.day_if(6), rows.day_if(7)};
}

Promise promise_from(const Rows& rows) {
  return {rows.id(0),  rows.id(1),     rows.flag(2),   rows.text(3),
          rows.day(4), rows.day_if(5), rows.day_if(6), rows.day_if(7)};
}

Snooze snooze_from(const Rows& rows) {
  return {rows.id(0),   rows.id_if(1),   rows.day(2),    rows.day(3),
          rows.flag(4), rows.text_if(5), rows.text_if(6)};
}

YearlyDate date_from(const Rows& rows, int first) {
  return {rows.text(first), static_cast<unsigned>(rows.integer(first + 1, month)),
          static_cast<unsigned>(rows.integer(first + 2, day_of_month)), rows.integer_if(first + 3, year)};
}

ClockSums clock_sums_from(const Rows& rows, int first, const Person& person, const Settings& settings) {
  int column = first + 1;
  ClockSums sums;
  sums.target = target_of(person, settings);
  sums.day_starts = settings.day_starts;
  sums.start = rows.day_if(column++);
  sums.quiet_since = rows.real(column++);
  sums.count = rows.real(column++);
  sums.gaps = rows.real(column++);
  sums.minutes = rows.real(column++);
  sums.updated = rows.day_if(column++);
  sums.conversations = rows.integer(column++);
  sums.last_real = rows.day_if(column++);
  sums.brief_minutes = rows.integer(column++);
  sums.touches = rows.integer(column++);
  sums.last_try = rows.day_if(column++);
  sums.last_mine = rows.day_if(column++);
  sums.postponed = rows.integer(column++);
  sums.snoozed_until = rows.day_if(column++);
  sums.replies = replies_from(rows, column);
  if (!clocks_are_possible(sums) || rows.id(first) != day_number(rings_on(sums, person))) rows.refuse(first);
  return sums;
}

std::optional<LastTalk> last_talk_from(const Rows& rows, int first) {
  if (rows.null(first)) return std::nullopt;
  const LastTalk talk{.id = rows.id(first),
                      .channel = rows.value<Channel>(first + 1),
                      .minutes = rows.integer_if(first + 2, talk_minutes),
                      .credit = rows.real(first + 3)};
  if (!(talk.credit > 0 && talk.credit <= 1)) rows.refuse(first + 3);
  return talk;
}

std::optional<LastTouch> last_touch_from(const Rows& rows, int first) {
  const int touch = first + 4;
  if (rows.null(touch)) return std::nullopt;
  return LastTouch{
      .id = rows.id(touch), .on = rows.day(touch + 1), .channel = rows.value<Channel>(touch + 2)};
}

Sums sums_from(const Rows& rows, int first, const Person& person, const Settings& settings) {
  Sums sums{clock_sums_from(rows, first, person, settings)};
  int column = first + clock_columns;
  sums.last_talk = last_talk_from(rows, column);
  sums.last_touch = last_touch_from(rows, column);
  column += last_columns;
  sums.first_talk = rows.day_if(column++);
  sums.depth = rows.real(column++);
  sums.recent = rows.real(column++);
  sums.lasting = rows.real(column++);
  sums.given = rows.real(column++);
  sums.began_known = rows.integer(column++);
  sums.began_them = rows.integer(column++);
  sums.latest = rows.day_if(column++);
  if (!are_possible(sums, person)) rows.refuse(first);
  return sums;
}

}  // namespace rel::store
