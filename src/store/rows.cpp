#include "store/rows.hpp"

#include <algorithm>
#include <charconv>
#include <concepts>
#include <cstdint>
#include <limits>

#include "rel/limits.hpp"
#include "rel/possible.hpp"

namespace rel::store {

namespace {

constexpr Range minute_of_day{0, 1439};
constexpr auto companions = static_cast<int>(columns_before<Contact>("companions"));
constexpr Range most_companions{0, 10 * most_others};

std::vector<Id> ids_from(const Rows& rows, int column) {
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

}  // namespace

/// Reads the fields of a row, one column after the other.
class FieldReader {
 public:
  FieldReader(const Rows& rows, int first) : rows_(rows), column_(first) {}

  void read(Id& to, auto) { to = rows_.id(column_++); }
  void read(std::vector<Id>& to, rule::Whose) {
    to = {rows_.id(column_)};
    column_ += 2;  // how many more there are stands behind the first
  }
  void read(std::string& to, auto) { to = rows_.view(column_++); }
  void read(Day& to, auto) { to = rows_.day(column_++); }
  void read(std::optional<Day>& to, auto) { to = rows_.day_if(column_++); }
  void read(TimeOfDay& to, auto) { to = TimeOfDay{rows_.integer(column_++, minute_of_day)}; }
  void read(double& to, auto) { to = rows_.real(column_++); }
  void read(bool& to, auto) { to = rows_.flag(column_++); }
  void read(int& to, rule::Any) { to = rows_.integer(column_++); }
  void read(std::integral auto& to, rule::Number number) {
    const int value = rows_.integer(column_++, {number.least_kept, number.most_kept});
    to = static_cast<std::remove_reference_t<decltype(to)>>(value);
  }
  template <class E>
  void read(E& to, rule::Word<E>) {
    to = rows_.value<E>(column_++);
  }
  template <class T>
  void read(std::optional<T>& to, auto rule) {
    if (rows_.null(column_)) {
      ++column_;
    } else {
      read(to.emplace(), rule);
    }
  }
  void read(std::vector<Id>& to, rule::Any) { to = ids_from(rows_, column_++); }
  template <HasFields Last>
  void read(std::optional<Last>& to, rule::Any) {
    if (!rows_.null(column_)) to = row_from<Last>(rows_, column_);
    column_ += static_cast<int>(column_count<Last>);
  }
  template <class T>
  void read(std::vector<T>&, auto) {}  // in a table of its own

 private:
  const Rows& rows_;
  int column_;
};

template <class Row>
Row row_from(const Rows& rows, int first) {
  Row row;
  FieldReader reader(rows, first);
  each_field<Row>([&](const auto& field) { reader.read(row.*field.member, field.rule); });
  return row;
}
template Person row_from<Person>(const Rows&, int);
template YearlyDate row_from<YearlyDate>(const Rows&, int);
template Group row_from<Group>(const Rows&, int);
template Contact row_from<Contact>(const Rows&, int);
template Remark row_from<Remark>(const Rows&, int);
template Promise row_from<Promise>(const Rows&, int);
template Snooze row_from<Snooze>(const Rows&, int);
template Review row_from<Review>(const Rows&, int);
template Intention row_from<Intention>(const Rows&, int);

Contact contact_from(const Rows& rows, Database& database) {
  Contact contact = row_from<Contact>(rows);
  if (const int more = rows.integer(companions, most_companions); more > 0) {
    Rows others =
        database.query("SELECT person FROM companions WHERE contact = ? ORDER BY place", contact.id);
    while (others.next()) contact.with.push_back(others.id(0));
    if (contact.with.size() != static_cast<std::size_t>(more) + 1) rows.refuse(companions);
  }
  return contact;
}

Contact contact_counting_others(const Rows& rows) {
  Contact contact = row_from<Contact>(rows);
  contact.others = with_more(contact.others, rows.integer(companions, most_companions));
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

Sums sums_from(const Rows& rows, int first, const Person& person, const Settings& settings) {
  auto sums = row_from<Sums>(rows, first + 1);
  sums.target = target_of(person, settings);
  sums.day_starts = settings.day_starts;
  if (!are_possible(sums) || rows.id(first) != day_number(rings_on(sums, person))) rows.refuse(first);
  return sums;
}

}  // namespace rel::store
