// The fields of people and entries. Each is written once, in the tables below, and read from there by the
// data file, the archive, the tables of people and contacts, and the doctor.
#pragma once

#include <optional>
#include <string_view>
#include <tuple>

#include "rel/entries.hpp"
#include "rel/limits.hpp"

namespace rel {

/// Kinds of entries that have an id.
enum class EntryKind { contact, remark, promise, snooze, review };
constexpr EntryKind last_of(EntryKind) {
  return EntryKind::review;
}

/// What is kept about a person as a list of texts, by kind.
enum class Detail { alias, phone, email, tag, real_by };
constexpr Detail last_of(Detail) {
  return Detail::real_by;
}

/// What is asked of a field beyond its type. Each rule is a type of its own, so that what reads or writes
/// fields chooses by overloading.
namespace rule {
struct Any {};         ///< whatever the type can hold
struct Key {};         ///< the id of the row itself; in each table this field is the first
struct OtherEntry {};  ///< the id of another entry, which may be gone
struct Whose {};       ///< people: ids in the data file, handles in the archive
struct Name {};        ///< one line that is not blank, of at most `longest_name` characters
struct Handle {};      ///< see Person::handle
struct Said {};        ///< a text that is not empty

/// A word of one of the closed lists, read by `from`.
template <class E>
struct Word {
  std::optional<E> (*from)(std::string_view);
};
template <class E>
Word(std::optional<E> (*)(std::string_view)) -> Word<E>;

/// A number from `least` to `most`. The file may hold what is beyond them, within its own bounds.
struct Number {
  int least;
  int most;
  int least_kept = least;
  int most_kept = most;
};

/// A day.
struct Dated {
  bool past = false;      ///< it says when something happened, so it can't lie in the future
  bool or_today = false;  ///< today where an archive leaves it out
  bool later = false;     ///< entered later than the rest: who looks back to a day before it does not see it
};
}  // namespace rule

/// A member of `Row`.
template <class Row, class T, class Rule = rule::Any>
struct Field {
  std::string_view key;     ///< its name in the archive and in tables; empty if it isn't in them
  std::string_view column;  ///< its columns in the data file; empty if it is kept in a table of its own
  T Row::*member;
  Rule rule;

  constexpr Field(std::string_view name, T Row::*its_member, Rule its_rule = {})
      : Field(name, name, its_member, its_rule) {}
  constexpr Field(std::string_view its_key, std::string_view its_column, T Row::*its_member,
                  Rule its_rule = {})
      : key(its_key), column(its_column), member(its_member), rule(its_rule) {}
};

/// A kind of row.
template <class... Fields>
struct RowTable {
  std::string_view list;  ///< the name of their list in the archive, and of their table in the data file
  std::string_view one;   ///< what one is called
  EntryKind kind;         ///< of entries
  std::tuple<Fields...> fields;  ///< in the order of the archive

  constexpr RowTable(std::string_view its_list, std::string_view its_one, EntryKind its_kind,
                     Fields... its_fields)
      : list(its_list), one(its_one), kind(its_kind), fields(its_fields...) {}
  constexpr RowTable(std::string_view its_list, std::string_view its_one, Fields... its_fields)
      : RowTable(its_list, its_one, {}, its_fields...) {}
};

// clang-format off
template <class Row>
inline constexpr auto row_table = nullptr;

template <>
inline constexpr auto row_table<Person> = RowTable{"people", "person",
    Field("", "id", &Person::id, rule::Key{}),
    Field("handle", &Person::handle, rule::Handle{}),
    Field("name", &Person::name, rule::Name{}),
    Field("uid", &Person::uid),
    Field("tier", &Person::tier, rule::Word{tier_from}),
    Field("every_days", &Person::every_days, rule::Number{1, longest_target}),
    Field("added", &Person::added, rule::Dated{.past = true, .or_today = true}),
    Field("last", &Person::last, rule::Dated{.past = true, .later = true}),
    Field("aliases", "", &Person::aliases, Detail::alias),
    Field("phones", "", &Person::phones, Detail::phone),
    Field("emails", "", &Person::emails, Detail::email),
    Field("tags", "", &Person::tags, Detail::tag),
    Field("dates", "", &Person::dates),
    Field("purpose", &Person::purpose),
    Field("real_by", "", &Person::real_by, Detail::real_by),
    Field("start", &Person::start, rule::Dated{.past = true}),
    Field("considered", &Person::considered, rule::Dated{.past = true, .or_today = true, .later = true}),
    Field("archived", &Person::archived),
    Field("deceased", &Person::deceased),
    Field("zone", &Person::zone),
    Field("ended", &Person::ended)};

template <>
inline constexpr auto row_table<Group> = RowTable{"groups", "group",
    Field("", "id", &Group::id, rule::Key{}),
    Field("tag", &Group::tag, rule::Name{}),
    Field("tier", &Group::tier, rule::Word{tier_from}),
    Field("every_days", &Group::every_days, rule::Number{1, longest_target}),
    Field("purpose", &Group::purpose),
    Field("added", &Group::added, rule::Dated{.past = true, .or_today = true})};

template <>
inline constexpr auto row_table<YearlyDate> = RowTable{"dates", "date",
    Field("name", &YearlyDate::name, rule::Name{}),
    Field("month", &YearlyDate::month, rule::Number{1, 12}),
    Field("day", &YearlyDate::day, rule::Number{1, 31}),
    Field("year", &YearlyDate::year, rule::Number{1900, 2199, 1, 9999}),
    Field("imported", &YearlyDate::imported)};

// Forgetting people makes them others: more of them can be kept than can be entered.
template <>
inline constexpr auto row_table<Contact> = RowTable{"contacts", "contact", EntryKind::contact,
    Field("id", &Contact::id, rule::Key{}),
    Field("with", "person, companions", &Contact::with, rule::Whose{}),
    Field("others", &Contact::others, rule::Number{0, most_others, 0, 10 * most_others}),
    Field("on", "day", &Contact::on, rule::Dated{.past = true}),
    Field("time", &Contact::time),
    Field("channel", &Contact::channel, rule::Word{channel_from}),
    Field("minutes", &Contact::minutes, rule::Number{0, longest_minutes}),
    Field("by", "began", &Contact::by, rule::Word{side_from}),
    Field("depth", &Contact::depth, rule::Word{depth_from}),
    Field("counts", &Contact::counts, rule::Word{counts_from}),
    Field("kind", &Contact::kind, rule::Word{contact_kind_from}),
    Field("answered", &Contact::answered, rule::Dated{.past = true, .later = true}),
    Field("guessed", &Contact::guessed),
    Field("source", &Contact::source),
    Field("note", &Contact::note)};

template <>
inline constexpr auto row_table<Remark> = RowTable{"remarks", "remark", EntryKind::remark,
    Field("id", &Remark::id, rule::Key{}),
    Field("handle", "person", &Remark::person, rule::Whose{}),
    Field("text", &Remark::text, rule::Said{}),
    Field("heard", &Remark::heard, rule::Dated{.past = true}),
    Field("ask_on", &Remark::ask_on, rule::Dated{}),
    Field("ask", &Remark::ask),
    Field("used", &Remark::used, rule::Dated{.later = true}),
    Field("done", &Remark::done, rule::Dated{.later = true}),
    Field("fact", &Remark::fact),
    Field("told", &Remark::told, rule::Dated{.later = true}),
    Field("ask_every", &Remark::ask_every, rule::Number{1, longest_target})};

template <>
inline constexpr auto row_table<Promise> = RowTable{"promises", "promise", EntryKind::promise,
    Field("id", &Promise::id, rule::Key{}),
    Field("handle", "person", &Promise::person, rule::Whose{}),
    Field("mine", &Promise::mine),
    Field("text", &Promise::text, rule::Said{}),
    Field("given", &Promise::given, rule::Dated{.past = true}),
    Field("by", "due", &Promise::by, rule::Dated{}),
    Field("kept", &Promise::kept, rule::Dated{.later = true}),
    Field("dropped", &Promise::dropped, rule::Dated{.later = true}),
    Field("remark", &Promise::remark, rule::OtherEntry{})};

template <>
inline constexpr auto row_table<Snooze> = RowTable{"snoozes", "snooze", EntryKind::snooze,
    Field("id", &Snooze::id, rule::Key{}),
    Field("handle", "person", &Snooze::person, rule::Whose{}),
    Field("on", "day", &Snooze::on, rule::Dated{.past = true}),
    Field("until", &Snooze::until, rule::Dated{}),
    Field("counted", &Snooze::counted),
    Field("agreed", &Snooze::agreed),
    Field("why", &Snooze::why),
    Field("item", &Snooze::item, rule::OtherEntry{}),
    Field("group", "tag", &Snooze::group)};

template <>
inline constexpr auto row_table<Intention> = RowTable{"intentions", "intention",
    Field("handle", "person", &Intention::person, rule::Whose{}),
    Field("text", &Intention::text, rule::Said{})};

template <>
inline constexpr auto row_table<Review> = RowTable{"reviews", "review", EntryKind::review,
    Field("id", &Review::id, rule::Key{}),
    Field("on", "day", &Review::on, rule::Dated{.past = true}),
    Field("since", &Review::since, rule::Dated{}),
    Field("until", &Review::until, rule::Dated{}),
    Field("intentions", "", &Review::intentions)};
// clang-format on

/// What has fields of its own.
template <class T>
concept HasFields = requires {
  row_table<T>.fields;
};

/// Hands over each field of a kind of row.
template <HasFields Row, class Visit>
constexpr void each_field(Visit&& visit) {
  std::apply([&](const auto&... field) { (visit(field), ...); }, row_table<Row>.fields);
}

/// What an entry says, to compare it with others: all of it but its own id.
template <HasFields Entry>
auto content_of(const Entry& entry) {
  return std::apply([&](auto, const auto&... field) { return std::tie(entry.*field.member...); },
                    row_table<Entry>.fields);
}

}  // namespace rel
