// SQL that goes through several kinds of entries.
#pragma once

#include "domain/fields.hpp"
#include "store/sql.hpp"

namespace rel::store {

using rel::EntryKind;

/// An entry by kind and id.
struct EntryRef {
  EntryKind kind = EntryKind::contact;
  Id id = 0;
  bool operator==(const EntryRef&) const = default;
};

/// Has `visit` called with an empty entry of each kind.
template <class Visit>
void each_kind(const Visit& visit) {
  (visit(Contact{}), visit(Remark{}), visit(Promise{}), visit(Snooze{}), visit(Review{}));
}

/// Has `visit` called with an empty entry of that kind; returns what it returns.
template <class Visit>
auto with_kind(EntryKind kind, const Visit& visit) {
  if (kind == EntryKind::contact) return visit(Contact{});
  if (kind == EntryKind::remark) return visit(Remark{});
  if (kind == EntryKind::promise) return visit(Promise{});
  if (kind == EntryKind::snooze) return visit(Snooze{});
  return visit(Review{});
}

/// The name of a kind of rows' table.
template <class Row>
constexpr auto table_name() {
  return Piece<20>(row_table<Row>.list);
}
template <class Row>
inline constexpr auto table = made_by<table_name<Row>>;

/// One query over several kinds of entries: of each `begin`, its number, `middle`, its table and `end`.
template <Piece begin, Piece middle, Piece end, class First, class... More>
inline constexpr auto over = piece<begin, row_table<First>.kind, middle, table<First>, end, " UNION ALL ",
                                   over<begin, middle, end, More...>>;
template <Piece begin, Piece middle, Piece end, class Last>
inline constexpr auto over<begin, middle, end, Last> =
    piece<begin, row_table<Last>.kind, middle, table<Last>, end>;
/// The same over all kinds, `SELECT` at its beginning.
template <Piece middle, Piece end>
inline constexpr auto over_all_kinds = over<"SELECT ", middle, end, Contact, Remark, Promise, Snooze, Review>;

}  // namespace rel::store
