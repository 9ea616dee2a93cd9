// The recording of one command: what it does, written to the history in parts.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "store/changeset.hpp"
#include "store/listed.hpp"

namespace rel::store {

class Recording {
 public:
  /// Records from here on. `at_ms` is the time of the step, in milliseconds since 1970.
  Recording(Database& database, std::string command, std::int64_t at_ms);

  /// From here on inserted contacts are listed by id, not recorded.
  void begin_list() { lists_ = true; }
  bool lists() const { return lists_; }
  /// Runs `insert`, which writes the contact of this row, and lists that.
  void list(std::span<const Cell> row, const std::function<void()>& insert);
  /// Call before something is changed or removed that may be in the list.
  void end_list();
  /// Writes a part if the recording has grown large, so that a large import does not fill the memory.
  void bound_memory();
  /// Writes what is left. A command that changed nothing leaves no step.
  void finish();

 private:
  void begin_part();
  void append(const Bytes& changes);

  Database& database_;
  std::string command_;
  std::int64_t at_ms_;
  std::optional<std::int64_t> step_;  // once a part is written
  std::unique_ptr<Recorder> recorder_;
  bool lists_ = false;
  ListedContacts listed_;  // of the part under way
};

}  // namespace rel::store
