// Looking through every text of the file.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/reader.hpp"

namespace rel::store {

/// A text of the file that holds what was looked for.
struct Passage {
  std::optional<EntryKind> entry;  ///< empty: a person's name, handle, alias, …
  Id id = 0;                       ///< of the entry or the person
  std::optional<Id> person;        ///< whose it is, the first of a group; empty: everyone's
  bool group = false;              ///< a contact with several people
  Day on{};                        ///< of the entry; of a person, when they were added
  std::string text;                ///< the whole of it
};

/// Whether a text holds what is looked for; the text is valid during the call.
using TextTest = std::function<bool(std::string_view)>;

/// People one of whose texts fits, each once, in no order, with the first of: name, handle, alias, phone,
/// e-mail, tag, purpose.
std::vector<Passage> people_whose(const Reader& reader, const TextTest& fits);
/// Entries from `since` on one of whose texts fits, each once, in no order.
std::vector<Passage> entries_whose(const Reader& reader, const TextTest& fits, Day since);

}  // namespace rel::store
