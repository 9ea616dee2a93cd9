#include "store/waiting.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <unordered_map>

#include "rel/advice.hpp"
#include "rel/brief.hpp"
#include "rel/capacity.hpp"
#include "rel/soft.hpp"
#include "store/connection.hpp"
#include "store/rows.hpp"
#include "store/sums.hpp"

namespace rel::store {

namespace {

constexpr Range number_of_person{1, std::numeric_limits<int>::max() - 1};  // they are counted from 1 on
constexpr int days_in_year = 365;  // a window as long as this holds every yearly date

constexpr auto ranked_sums = piece<"SELECT ", ranked_columns, ", due_on, ", columns<Sums>, " FROM sums">;

/// Collects facts by person, each loaded once.
class Gathered {
 public:
  Gathered(Database& database, const Settings& settings) : database_(database), settings_(settings) {}

  /// Takes those whose silence may ring until then.
  void add_silent(Day until) {
    Rows rows = database_.query(sql<ranked_sums, " WHERE due_on <= ? AND active">, until);
    while (rows.next()) take(rows);
  }

  /// Takes those who wait for an answer.
  void add_owed() {
    Rows rows = database_.query("SELECT person FROM sums WHERE replies IS NOT NULL");
    while (rows.next()) at(rows.id(0));
  }

  /// Takes those whose silence became unusual of late, and those who write a lot.
  void add_signs(Day today) {
    const Day since = plus_days(today, 1 - days_of_sign);
    Rows cooling = database_.query("SELECT person FROM sums WHERE cools_on BETWEEN ? AND ?", since, today);
    while (cooling.next()) at(cooling.id(0));
    Rows writing = database_.query(
        sql<"SELECT person FROM sums WHERE touches >= ", many_touches, " AND touch_on BETWEEN ? AND ?">,
        since, today);
    while (writing.next()) at(writing.id(0));
  }

  /// The facts of a person, read if they are not there yet; null for someone who is never due. Valid until
  /// further facts are read.
  Facts* at(Id person) {
    if (places_.try_emplace(person).second) {
      Rows rows = database_.query(sql<ranked_sums, " WHERE person = ? AND active">, person);
      if (rows.next()) take(rows);
    }
    return if_there(person);
  }

  /// The facts of a person who is already there; null for everyone else.
  Facts* if_there(Id person) {
    const auto place = places_.find(person);
    return place == places_.end() || !place->second ? nullptr : &facts_[*place->second];
  }

  std::vector<Facts> all() && { return std::move(facts_); }

 private:
  void take(const Rows& rows) {
    Facts& facts = facts_.emplace_back();
    facts.person.id = rows.integer(0, number_of_person);
    facts.person.handle = rows.text(1);
    facts.person.name = rows.text(2);
    facts.person.tier = rows.value<Tier>(3);
    facts.person.every_days = rows.integer_if(4, cadence);
    facts.sums = sums_from(rows, 5, facts.person, settings_);
    places_[facts.person.id] = facts_.size() - 1;
  }

  Database& database_;
  const Settings& settings_;
  std::vector<Facts> facts_;
  std::unordered_map<Id, std::optional<std::size_t>> places_;  // nothing for whoever is never due
};

/// A yearly date, where it stands among those of its person.
struct Dated {
  Id person = 0;
  std::int64_t place = 0;
  YearlyDate date;
};

// Both days are in one year.
void find_dates(Database& database, std::vector<Dated>& dates, date::month_day from, date::month_day to) {
  // 29 February is kept on the 28th in common years.
  if (to == date::February / 28) to = date::February / 29;
  Rows rows = database.query(sql<"SELECT person, place, ", columns<YearlyDate>,
                                 " FROM dates WHERE (month, day) >= (?, ?) AND (month, day) <= (?, ?)">,
                             static_cast<unsigned>(from.month()), static_cast<unsigned>(from.day()),
                             static_cast<unsigned>(to.month()), static_cast<unsigned>(to.day()));
  while (rows.next()) dates.push_back({rows.id(0), rows.id(1), row_from<YearlyDate>(rows, 2)});
}

std::vector<Dated> dates_between(Database& database, Day from, Day to) {
  const date::year_month_day first(from);
  const date::year_month_day last(to);
  const date::month_day begin = date::January / 1;
  const date::month_day end = date::December / 31;
  std::vector<Dated> dates;
  if (days_between(from, to) >= days_in_year) {
    find_dates(database, dates, begin, end);
  } else if (first.year() == last.year()) {
    find_dates(database, dates, first.month() / first.day(), last.month() / last.day());
  } else {
    find_dates(database, dates, first.month() / first.day(), end);
    find_dates(database, dates, begin, last.month() / last.day());
  }
  return dates;
}

// In the order of the places, as they are read anywhere else.
void gather_dates(Database& database, Gathered& gathered, Day from, Day to) {
  std::vector<Dated> dates = dates_between(database, from, to);
  std::ranges::sort(dates, {}, &Dated::place);
  for (Dated& one : dates) {
    if (Facts* facts = gathered.at(one.person)) facts->person.dates.push_back(std::move(one.date));
  }
}

std::vector<Snooze> meetings_among(std::vector<Snooze> snoozes) {
  std::erase_if(snoozes, [](const Snooze& snooze) { return !snooze.agreed; });
  put_in_order(snoozes, &Snooze::until);
  return snoozes;
}

/// Everything that is open between the user and anyone.
struct OpenEntries {
  std::vector<Promise> promises;
  std::vector<Remark> asks;
};

// Through the indices that hold nothing else, unless they are damaged.
OpenEntries open_entries(Database& database) {
  OpenEntries open;
  Rows promises = database.query(sql<selection<Promise>, " WHERE kept IS NULL AND dropped IS NULL">);
  while (promises.next()) {
    if (Promise promise = row_from<Promise>(promises); promise.open())
      open.promises.push_back(std::move(promise));
  }
  Rows asks = database.query(sql<selection<Remark>, " WHERE ask_on IS NOT NULL AND done IS NULL">);
  while (asks.next()) {
    if (Remark ask = row_from<Remark>(asks); ask.ask_on && !ask.done) open.asks.push_back(std::move(ask));
  }
  put_in_order(open.promises, &Promise::given);
  put_in_order(open.asks, &Remark::heard);
  return open;
}

void gather_their_late_promises(Gathered& gathered, const OpenEntries& open, Day today) {
  for (const Promise& promise : open.promises) {
    if (promise.mine || !promise.by) continue;
    const int late = days_between(*promise.by, today);
    if (late >= 1 && late <= days_of_sign) gathered.at(promise.person);
  }
}

// The user's promises, and asks whose day is looked at, may ring.
void gather_by_entries(Gathered& gathered, const OpenEntries& open, Day until) {
  for (const Promise& promise : open.promises) {
    if (promise.mine) gathered.at(promise.person);
  }
  for (const Remark& ask : open.asks) {
    if (*ask.ask_on <= until) gathered.at(ask.person);
  }
}

// Those with whom a meeting is agreed on: on a day that is looked at, or later with who was gathered already.
std::set<Id> gather_agreed(Database& database, Gathered& gathered, Day from, Day until) {
  std::set<Id> people;
  Rows rows = database.query(
      "SELECT person, until FROM snoozes WHERE agreed IS NOT NULL AND until >= ? AND person IS NOT NULL",
      from);
  while (rows.next()) {
    const Id person = rows.id(0);
    if (rows.day(1) <= until ? gathered.at(person) : gathered.if_there(person)) people.insert(person);
  }
  return people;
}

// What is open with those who were gathered, whether it rings or not.
void add_open_entries(Gathered& gathered, OpenEntries open) {
  for (Promise& promise : open.promises) {
    if (Facts* facts = gathered.if_there(promise.person)) facts->promises.push_back(std::move(promise));
  }
  for (Remark& ask : open.asks) {
    if (Facts* facts = gathered.if_there(ask.person)) facts->asks.push_back(std::move(ask));
  }
}

// Of the few items that were put off.
void add_put_off(Database& database, Gathered& gathered) {
  std::vector<Snooze> snoozes =
      rows_from<Snooze>(database.query(sql<selection<Snooze>, " WHERE item IS NOT NULL">));
  put_in_order(snoozes, &Snooze::on);
  for (Snooze& snooze : snoozes) {
    if (Facts* facts = gathered.if_there(snooze.person.value_or(0)))
      facts->put_off.push_back(std::move(snooze));
  }
}

std::optional<Day> later_than(Day today, std::optional<Day> day) {
  return day > today ? day : std::nullopt;
}

std::vector<Facts> facts_from_indices(const Reader& reader, Day today, int days_ahead, Signs signs) {
  Database& database = database_of(reader);
  const Settings& settings = reader.connection().settings;
  const Figures figures(reader);
  const Day until = plus_days(today, days_ahead);
  Gathered gathered(database, settings);
  OpenEntries open = open_entries(database);
  gathered.add_silent(until);
  gathered.add_owed();
  gather_by_entries(gathered, open, until);
  if (signs == Signs::wanted) {
    gathered.add_signs(today);
    gather_their_late_promises(gathered, open, today);
  }
  const Day last = signs == Signs::wanted ? std::max(until, plus_days(today, days_of_week)) : until;
  gather_dates(database, gathered, plus_days(today, -days_of_grace),
               std::max(last, plus_days(until, settings.date_lead)));
  const std::set<Id> agreed_with = gather_agreed(database, gathered, plus_days(today, -days_of_grace), last);
  add_open_entries(gathered, std::move(open));
  add_put_off(database, gathered);
  std::vector<Facts> all = std::move(gathered).all();
  for (Facts& facts : all) {
    for (const Id reply : facts.sums.replies) {
      auto contact = figures.owed(reply, facts.person.id);
      if (!contact) throw ValueError("sums: a reply that nobody waits for");
      facts.replies.push_back(*std::move(contact));
    }
    if (agreed_with.contains(facts.person.id))
      facts.meetings = meetings_among(reader.snoozes_of(facts.person.id));
  }
  return all;
}

std::vector<Facts> facts_of_all(const Reader& reader) {
  std::vector<Facts> all;
  for (const Person& one : reader.people()) {
    if (one.active()) all.emplace_back(facts_for_clocks(reader, one));
  }
  return all;
}

}  // namespace

// Where something is met in the sums that can't be, nobody knows whom they leave out.
std::vector<Facts> waiting(const Reader& reader, Day today, int days_ahead, Signs signs) {
  try {
    if (Figures(reader).are_current()) return facts_from_indices(reader, today, days_ahead, signs);
  } catch (const ValueError&) {  // where it is an entry's, it is met again among all
    reader.connection().caches_hold = false;
  }
  return facts_of_all(reader);
}

Facts facts_for_clocks(const Reader& reader, const Person& one) {
  Facts facts{.person = one, .sums = sums_of(reader, one)};
  std::vector<Snooze> snoozes = reader.snoozes_of(one.id);
  std::ranges::copy_if(snoozes, std::back_inserter(facts.put_off), &std::optional<Id>::has_value,
                       &Snooze::item);
  facts.meetings = meetings_among(std::move(snoozes));
  for (const Id reply : facts.sums.replies) facts.replies.push_back(reader.contact_for(one.id, reply));
  for (Promise& promise : reader.promises_of(one.id)) {
    if (promise.open()) facts.promises.push_back(std::move(promise));
  }
  for (Remark& remark : reader.remarks_of(one.id)) {
    if (remark.ask_on && !remark.done) facts.asks.push_back(std::move(remark));
  }
  return facts;
}

Facts facts_of(const Reader& reader, Id id) {
  Facts facts = facts_for_clocks(reader, reader.person(id));
  add_last_remark(reader, facts);
  add_postponements(reader, facts);
  return facts;
}

void add_postponements(const Reader& reader, Facts& facts) {
  if (facts.sums.postponed == 0) return;
  facts.postponements = postponements(reader.snoozes_of(facts.person.id), facts.sums.postponed);
}

void add_last_remark(const Reader& reader, Facts& facts) {
  Rows rows = database_of(reader).query(
      sql<selection<Remark>,
          " WHERE person = ? AND ask_on IS NULL AND used IS NULL AND done IS NULL AND fact = 0"
          " ORDER BY heard DESC, id DESC LIMIT 1">,
      facts.person.id);
  if (rows.next()) facts.last_remark = row_from<Remark>(rows);
}

// The newest that was said of an absence holds: who comes home early says until tomorrow.
#define AWAY_UNTIL                                                                                       \
  "(SELECT until FROM snoozes WHERE person IS NULL AND tag IS NULL AND day <= ?1 ORDER BY day DESC, id " \
  "DESC LIMIT 1)"

// By when commands were given: of a holiday everything may be entered afterwards.
bool away_lately(const Reader& reader, Day today) {
  Database& database = database_of(reader);
  const Day since = plus_days(today, -days_without_advice);
  Rows snoozed = database.query(
      "SELECT 1 FROM snoozes WHERE person IS NULL AND day <= ? AND until > ? LIMIT 1", today, since);
  if (snoozed.next()) return true;
  constexpr std::int64_t ms_in_day = 24LL * 60 * 60 * 1000;
  Day later = today;
  Rows commands = database.query("SELECT at / ? FROM history WHERE at / ? <= ? ORDER BY seq DESC", ms_in_day,
                                 ms_in_day, today);
  while (later > since && commands.next()) {
    const Day earlier = commands.day(0);
    if (days_between(earlier, later) >= days_of_absence) return true;
    later = std::min(later, earlier);
  }
  return false;
}

// The contact that was entered first may have happened long before; its person was there when it was entered.
OwnDays own_days(const Reader& reader, Day today) {
#define FIRST_ENTERED " FROM contacts ORDER BY id LIMIT 1)"
  Rows rows = database_of(reader).query(
      "SELECT " AWAY_UNTIL ", (SELECT max(day) FROM reviews WHERE day <= ?1), (SELECT day" FIRST_ENTERED
      ", (SELECT added FROM people WHERE id = (SELECT person" FIRST_ENTERED ")",
      today);
  rows.next();
  return {.away_until = later_than(today, rows.day_if(0)),
          .reviewed = rows.day_if(1),
          .began = std::max(rows.day_if(2), rows.day_if(3))};
}

std::optional<Day> away_until(const Reader& reader, Day today) {
  Rows rows = database_of(reader).query("SELECT " AWAY_UNTIL, today);
  rows.next();
  return later_than(today, rows.day_if(0));
}

}  // namespace rel::store
