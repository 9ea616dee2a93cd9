// What an interrupted program must not leave behind.
#pragma once

#include <cstddef>

namespace rel::store {

/// While it lives, the file or the empty folder at `path` goes when the program is interrupted (Ctrl-C, a
/// lost terminal, a plain kill). The text of the path must live as long, and stay where it is.
class RemovedOnSignal {
 public:
  explicit RemovedOnSignal(const char* path);
  ~RemovedOnSignal();
  RemovedOnSignal(const RemovedOnSignal&) = delete;
  RemovedOnSignal& operator=(const RemovedOnSignal&) = delete;

 private:
  std::size_t place_;
};

/// Has these signals do so, and then end the program as they always do. One that is ignored stays so.
void remove_on_signals();

}  // namespace rel::store
