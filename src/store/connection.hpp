// What all handles of one open file share. For the store alone.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <tuple>

#include "rel/settings.hpp"
#include "store/carry_over.hpp"
#include "store/database.hpp"
#include "store/ids.hpp"
#include "store/open.hpp"
#include "store/reader.hpp"

namespace rel::store {

/// Whose keys they are, in their order.
using KeyOwners = std::set<std::tuple<std::string, NameRank, Id>>;

/// What a change has touched so far: what is kept of these people is to be made anew before it is committed.
struct Dirty {
  Touched touched;
  std::int64_t contacts_added = 0;
  /// The new contact of each person touched in no other way; that of a group is there once.
  std::map<Id, std::shared_ptr<const Contact>> only_addition;

  void touch(Id person) {
    touched.figures.insert(person);
    only_addition.erase(person);
  }
  void add(const Contact& contact);
};

struct Connection {
  Connection(std::unique_ptr<Database> of_file, int version_of_file, Settings in_force)
      : database(std::move(of_file)), version(version_of_file), settings(std::move(in_force)) {}

  std::unique_ptr<Database> database;
  int version;  ///< of the file when it was opened
  Settings settings;
  bool caches_hold = true;        ///< nothing impossible was met in them
  bool keys_compared = false;     ///< with the names, all of them
  std::optional<KeyOwners> keys;  ///< made in memory once those kept were found not to hold
  Dirty dirty;                    ///< of the change under way
  IdMaker ids;
};

/// The connection's database.
inline Database& database_of(const Reader& reader) {
  return *reader.connection().database;
}

/// A transaction that may write; rolled back by its destructor unless it was committed.
class Transaction {
 public:
  /// Waits for the lock. Throws FileError if the file is not of the version any more that it had when it was
  /// opened: another rel, installed meanwhile, may have migrated it.
  explicit Transaction(Connection& connection);
  void commit();

 private:
  struct RollBack {
    void operator()(Connection* connection) const noexcept;
  };
  std::unique_ptr<Connection, RollBack> open_;
};

/// What a file of an older version holds, in memory and in our version. `changed_ms` is when the file was
/// changed last, in milliseconds since 1970.
std::shared_ptr<Connection> as_in_our_version(const Held& held, std::int64_t changed_ms,
                                              const Settings& settings);

}  // namespace rel::store
