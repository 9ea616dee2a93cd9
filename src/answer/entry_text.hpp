// Any entry in one sentence, and as what a writing command wrote.
#pragma once

#include <string>
#include <vector>

#include "render/objects.hpp"
#include "store/file.hpp"

namespace rel::commands {

/// `Ann Lee: call, 45 min, Thu 29 Oct 2026`; the day as it is.
std::string describe(const store::Reader& store, const store::EntryRef& entry);

/// `heard on Sun 1 Nov 2026`, `promised on …`: the day that the sentence of a remark or a promise does not
/// say; empty for other entries.
std::string day_behind(const store::Reader& store, const store::EntryRef& entry);

/// The people of a contact, in its order.
std::vector<Person> people_in(const store::Reader& store, const Contact& contact);

/// An entry as programs are told of it.
render::Object entry_object(const store::Reader& store, const store::EntryRef& entry);

}  // namespace rel::commands
