#include "store/change.hpp"

#include "base/errors.hpp"
#include "store/connection.hpp"
#include "store/recording.hpp"
#include "store/rows.hpp"
#include "store/schema.hpp"
#include "store/sums.hpp"

namespace rel::store {

Change::Change(const Reader& file)
    : Reader(file), transaction_(std::make_unique<Transaction>(*connection_)) {}

Change::Change(Change&& other) noexcept = default;
Change::~Change() = default;

Change::Change(const Reader& file, const std::string& command, std::int64_t at_ms) : Change(file) {
  Figures(*this).are_current();  // what shows that they do not hold shows before anything is changed
  recording_ = std::make_unique<Recording>(*database_, command, at_ms);
}

void Change::refresh() {
  Figures(*this).refresh(*transaction_);
}

void Change::commit(const std::function<void()>& report) {
  refresh();
  recording_->finish();
  recording_.reset();
  report();
  transaction_->commit();
}

void Change::begin_bulk_import() {
  if (recording_) recording_->begin_list();
  database_->script("PRAGMA cache_size = -24576");  // KiB: indices of a million entries then need no disk
}

void Change::without_indices(const std::function<void()>& work) {
  database_->script("DROP INDEX contacts_of; DROP INDEX contacts_short");
  // Pages come in their order and need little; sorting takes as much again.
  database_->script("PRAGMA cache_size = -8192");
  work();
  database_->script(std::string(contact_indices()));
  begin_bulk_import();
}

void Change::end_list() {
  if (recording_) recording_->end_list();
}

void Change::bound_memory() {
  if (recording_) recording_->bound_memory();
}

void Change::touch(const std::vector<Id>& people) {
  for (const Id person : people) connection_->dirty.touch(person);
  bound_memory();
}

void Dirty::add(const Contact& contact) {
  ++contacts_added;
  std::shared_ptr<const Contact> added;
  for (const Id person : contact.with) {
    if (touched.figures.insert(person).second) {
      if (!added) added = std::make_shared<const Contact>(counting_others(contact));
      only_addition.emplace(person, added);
    } else {
      only_addition.erase(person);
    }
  }
}

Transaction::Transaction(Connection& connection) {
  connection.database->script("BEGIN IMMEDIATE");
  open_.reset(&connection);
  if (version_of(*connection.database) != connection.version)
    throw FileError(connection.database->path() + ": is of another version than a moment ago", "try again");
}

void Transaction::commit() {
  open_->database->script("COMMIT");
  open_.release();
}

void Transaction::RollBack::operator()(Connection* connection) const noexcept {
  connection->dirty = {};
  connection->database->roll_back();
}

}  // namespace rel::store
