// What tests of the store are written with: a data file, the store's way into it, and a raw one.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "store/file.hpp"
#include "store/schema.hpp"
#include "support/histories.hpp"
#include "support/scratch.hpp"

namespace rel::test {

using store::Change;
using store::EntryKind;
using store::EntryRef;
using store::File;
using store::NameRank;
using store::Reader;

/// When the changes of tests are made, in milliseconds since 1970.
inline constexpr std::int64_t test_time = 1'800'000'000'000;

/// Texts that a careless layer would change, cut or run.
inline const std::vector<std::string> hostile_texts = {
    "",
    " ",
    "{}",
    "%s%n",
    "it's \"so\"; DROP TABLE people; --",
    "back\\slash, comma, semi;colon",
    "tab\t, line\nand return\r",
    "\x1b[31mred\x1b[0m \x7f",
    "Zoë, ŁUKASZ, Ørsted, ß",
    "e\xcc\x81 combined",
    "\xe2\x80\xae right to left \xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d",
    "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7 family",
    "\xe7\x8e\x8b\xe5\xb0\x8f\xe6\x98\x8e",
    "\xef\xbb\xbf byte order mark, \xef\xbf\xbf, \xf4\x8f\xbf\xbf",
    std::string(100'000, 'x'),
};

/// The tables whose rows are the user's own.
inline const std::vector<std::string> users_tables{store::recorded_tables.begin(),
                                                   store::recorded_tables.end()};

/// A connection that knows nothing of the store: for looking, and for damage.
class Raw {
 public:
  explicit Raw(const std::string& path) : database_(path, SQLite::OPEN_READWRITE) {}

  void run(const std::string& sql) { database_.exec(sql); }
  int number(const std::string& sql) { return database_.execAndGet(sql).getInt(); }
  std::string text(const std::string& sql) { return database_.execAndGet(sql).getString(); }

  /// The first column of a query.
  std::vector<std::string> column(const std::string& sql) {
    std::vector<std::string> values;
    SQLite::Statement query(database_, sql);
    while (query.executeStep()) values.push_back(query.getColumn(0).getString());
    return values;
  }

  /// All rows of some tables, with the type of each value, in the order of their keys.
  std::string dump(const std::vector<std::string>& tables = users_tables) {
    std::string rows;
    const auto moment = one_moment();
    for (const std::string& table : tables) {
      rows += "\n[" + table + "]\n";
      SQLite::Statement& query = dumps_.try_emplace(table, database_, "SELECT * FROM " + table).first->second;
      while (query.executeStep()) rows += row_text(query);
      query.reset();
    }
    return rows;
  }

  /// While it lives, everything is read from one moment, and locks are taken once.
  std::unique_ptr<SQLite::Transaction> one_moment() {
    return std::make_unique<SQLite::Transaction>(database_);
  }

  SQLite::Database& connection() { return database_; }

 private:
  static std::string row_text(SQLite::Statement& query) {
    std::string text;
    for (int i = 0; i < query.getColumnCount(); ++i) {
      const SQLite::Column cell = query.getColumn(i);
      text += std::to_string(cell.getType()) + ':' + cell.getString() + '|';
    }
    return text + '\n';
  }

  SQLite::Database database_;
  std::map<std::string, SQLite::Statement> dumps_;  // kept: some tests dump very often
};

/// A data file in a folder of its own.
struct StoreFile {
  const Scratch folder;
  const std::string path = folder / "rel.db";

  /// The file for writing, made where it is not there yet.
  File write(const Settings& settings = {}) const { return File::create(path, settings); }
  Reader read(const Settings& settings = {}) const { return File::open_to_read(path, settings).value(); }
  Raw raw() const { return Raw(path); }
};

/// One command.
inline void change(File& store, const std::function<void(Change&)>& work,
                   const std::string& command = "test") {
  Change change = store.change(command, test_time);
  work(change);
  change.commit();
}

/// A command that adds one thing.
template <class Thing>
Id added(File& store, Thing thing) {
  thing.id = 0;  // builders number their entries; the file makes ids of its own
  change(store, [&](Change& change) { change.add(thing); });
  return thing.id;
}

/// A command that changes one thing.
template <class Thing>
void changed(File& store, const Thing& thing) {
  change(store, [&](Change& change) { change.update(thing); });
}

inline void removed(File& store, EntryKind kind, Id id) {
  change(store, [&](Change& change) { change.remove({kind, id}); });
}

/// Someone in tier high from day 0 on, who is not in a file yet.
inline Person someone(const std::string& handle, const std::string& name) {
  Person person = person_in(Tier::high);
  person.id = 0;
  person.handle = handle;
  person.name = name;
  return person;
}
inline Person someone(const std::string& handle) {
  return someone(handle, handle);
}

/// The same entry, of someone else.
template <class Thing>
Thing of(Id person, Thing entry) {
  entry.person = person;
  return entry;
}

}  // namespace rel::test
