// Entries of any kind, read by one function for all kinds.
#pragma once

#include <functional>
#include <type_traits>

#include "store/reader.hpp"

namespace rel::store {

/// The entry with an id. Throws NotFound.
template <class Entry>
Entry read_entry(const Reader& store, Id id) {
  if constexpr (std::is_same_v<Entry, Contact>) return store.contact(id);
  if constexpr (std::is_same_v<Entry, Remark>) return store.remark(id);
  if constexpr (std::is_same_v<Entry, Promise>) return store.promise(id);
  if constexpr (std::is_same_v<Entry, Snooze>) return store.snooze(id);
  if constexpr (std::is_same_v<Entry, Review>) return store.review(id);
}

/// Hands over every entry of a kind: reviews by day, the others by id.
template <class Entry>
void each_entry(const Reader& store, const std::function<void(const Entry&)>& take) {
  if constexpr (std::is_same_v<Entry, Contact>) store.each_contact(take);
  if constexpr (std::is_same_v<Entry, Remark>) store.each_remark(take);
  if constexpr (std::is_same_v<Entry, Promise>) store.each_promise(take);
  if constexpr (std::is_same_v<Entry, Snooze>) store.each_snooze(take);
  if constexpr (std::is_same_v<Entry, Review>) {
    for (const Review& review : store.reviews()) take(review);
  }
}

/// Reads an entry and hands it to `visit`; returns what that returns.
template <class Visit>
auto with_entry(const Reader& store, const EntryRef& entry, const Visit& visit) {
  return with_kind(entry.kind,
                   [&]<class Entry>(const Entry&) { return visit(read_entry<Entry>(store, entry.id)); });
}

}  // namespace rel::store
