// The parts of an examination that look at rows: of the file's own tables, and against the history.
#pragma once

#include "store/content_sum.hpp"
#include "store/database.hpp"
#include "store/finding.hpp"

namespace rel::store {

/// Which row it is, as people would name it: `contact 2k7q…`, `person ann-lee`.
std::string row_name(Database& database, const RowKey& key);

/// Which value of which row a column of a running query is, for people: `contact 2k7q…: minutes`.
std::string value_name(Database& database, sqlite3_stmt* statement, int column);

/// Values that no command writes.
Findings examine_values(Database& database);

/// Rows that name what is not there, and ids that are no id or there twice.
Findings examine_references(Database& database);

/// The chain of the history, and the content against what the history adds up to.
Findings examine_history(Database& database);

}  // namespace rel::store
