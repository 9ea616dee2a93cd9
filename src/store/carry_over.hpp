// What a file of an older version holds, carried over into the tables of a newer one.
#pragma once

#include <string>

#include "store/database.hpp"

namespace rel::store {

/// A file, the version that it is of, and the one that the user knows it by.
struct Held {
  std::string path;
  int version = 0;
  std::string known_as;
};

/// Gives `target` the tables of our version in place of its own, with all that the file at `from` holds; that
/// one stays attached as `old`. The history and the caches stay empty. Call inside of a transaction, without
/// foreign keys. Throws FileError where anything would be lost or changed that no version means to change: a
/// table with other rows, or with more or fewer, an entry of nobody.
void carry_over(Database& target, const Held& from);

}  // namespace rel::store
