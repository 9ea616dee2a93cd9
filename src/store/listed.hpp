// Contacts of a large import as the history keeps them: by id and sum alone, a fifth of what a whole
// recording would take. When the import is taken back, what they were is recorded, so that it can be done
// again.
#pragma once

#include <cstdint>
#include <functional>
#include <span>

#include "rel/id.hpp"
#include "store/bytes.hpp"
#include "store/content_sum.hpp"

namespace rel::store {

/// A list of contacts that is being made.
class ListedContacts {
 public:
  /// Notes a contact that was written, as its row in the table.
  void add(std::span<const Cell> row);
  /// How long the list is, in bytes.
  std::size_t size() const { return bytes_.size(); }
  /// The list as it stands in the history, and begins a new one; empty where nothing was added.
  Bytes take();

 private:
  Bytes bytes_;
};

/// A contact in a list: its id, and what its row added to the sum of the content.
struct ListedContact {
  Id id = 0;
  ContentSum sum;
};

/// Whether changes in the history are a list, and not a recording.
bool is_list(const Bytes& changes);

/// Hands over the contacts of a list in the order in which they were written. Throws FileError where it can't
/// be read.
void each_listed(const Bytes& list, const std::function<void(const ListedContact&)>& take);

}  // namespace rel::store
