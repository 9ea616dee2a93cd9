// SQLite's way to the disk, with one call, or all from one on, that fail.
#pragma once

#include <sqlite3.h>

#include <string>

namespace rel::test {

/// How the failing calls fail.
enum class Failure {
  error,   ///< with the code for that call; a write writes half before
  full,    ///< writes find the disk full, everything else fails as above
  memory,  ///< there is no memory
};

/// Stands before the default VFS for as long as it lives; one at a time.
class FailingVfs {
 public:
  FailingVfs();
  ~FailingVfs();
  FailingVfs(const FailingVfs&) = delete;
  FailingVfs& operator=(const FailingVfs&) = delete;

  /// From now on counts calls from 1, and lets the one of this number fail, and all after it where
  /// `for_good`.
  void fail_at(int call, bool for_good, Failure failure);
  /// From now on nothing fails.
  void mend();
  /// Whether a call failed since fail_at().
  bool has_failed() const;
};

}  // namespace rel::test
