// The JSON shapes of people and entries: those of the archive, so that every command prints the same.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "rel/entries.hpp"
#include "render/value.hpp"

namespace rel::render {

/// Gives the handle of a person.
using HandleOf = std::function<std::string(Id)>;
/// Gives the beginning of an id that is enough to type.
using ShortId = std::function<std::string(Id)>;

Object person_object(const Person& person);
/// As the archive has it.
Object group_object(const Group& group);
/// Of a contact, a remark, a promise, a snooze or a review.
template <class Entry>
Object entry_object(const Entry& entry, const HandleOf& handle_of);

/// The keys that hold one value in what a command wrote or in the entries of a person, whichever kind they
/// are: the columns of TSV. Keys may only be added, at the end.
std::vector<std::string_view> wrote_columns();
std::vector<std::string_view> entry_columns();

/// A contract word, or null.
template <class E>
Value word_or_null(const std::optional<E>& value) {
  return value ? Value(word(*value)) : Value();
}

/// What a writing command says it wrote: `kind` and the keys that matter.
Object wrote_person(const Person& person);
Object wrote_contact(const Contact& contact, double credit, const HandleOf& handle_of);
template <class Entry>
Object wrote_entry(const Entry& entry, const HandleOf& handle_of);

}  // namespace rel::render
