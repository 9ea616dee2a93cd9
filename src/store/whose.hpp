// Whose a file is: the one place that says what may be replaced by something of ours, or cleaned.
#pragma once

#include <functional>
#include <string>

#include "store/database.hpp"

namespace rel::store {

/// What is at a path, by its name and its first bytes alone.
enum class Kind {
  nothing,
  data_file,    ///< a circle, or a copy of one
  database,     ///< one of SQLite's that is not ours
  sqlites_own,  ///< the name of a journal or log of what is a database, or could become one
  other
};
/// Call it for no file that is open.
Kind kind_of(const std::string& path);

/// The first of `rel.db`, `rel-2.db`, `rel-3.db`, … that fits.
std::string first_name(const std::string& path, const std::function<bool(const std::string&)>& fits);

/// The first of these that is free. Where SQLite takes the name for itself, the
/// database's own name comes first.
std::string free_name(const std::string& path);

/// What another data file is to ours: a circle of its own; a copy, which holds nothing that ours never had;
/// or one with a common past and more in it.
enum class Kinship { none, copy, more };
Kinship kinship(Database& ours, Database& other);

/// Why a copy of ours must not replace the other one; empty where that is a copy with no more entries.
std::string why_kept(Database& ours, Database& other);

}  // namespace rel::store
