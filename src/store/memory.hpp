// SQLite's memory.
#pragma once

namespace rel::store {

/// Gives SQLite its memory in slabs of our own from now on, and stops its counting of it. To be called before
/// any other function of SQLite. Returns what SQLite says to that.
int configure_memory();

}  // namespace rel::store
