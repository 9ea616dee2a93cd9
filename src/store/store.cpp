#include "store/store.hpp"

#include "base/errors.hpp"
#include "store/schema.hpp"

namespace rel::store {

namespace {

// A recording longer than this is written out, so that a large import does not grow in memory.
// Small, because its rows are read again: they are still in the cache then.
constexpr std::size_t largest_part = 2 * 1024 * 1024;  // bytes

}  // namespace

Store::Store(std::unique_ptr<Database> database, Settings settings)
    : database_(std::move(database)), settings_(std::move(settings)) {}

std::optional<Store> Store::for_reading(const std::string& path, const Settings& settings, Reading reading) {
  auto database = open_to_read(path, reading);
  if (!database) return std::nullopt;
  const int version = database->file_version;
  Store store(std::move(database), settings);
  if (version == schema_version()) return store;
  // While the file is read twice, this one lets nobody write.
  return in_memory({path, version, path}, store.last_change_ms().value_or(0), settings);
}

std::optional<Store> Store::for_replacing(const std::string& path, const Settings& settings) {
  auto database = open_to_replace(path);
  if (!database) return std::nullopt;
  return Store(std::move(database), settings);
}

std::optional<Store> Store::for_writing(const std::string& path, const Settings& settings) {
  auto database = open_to_write(path);
  if (!database) return std::nullopt;
  return Store(std::move(database), settings);
}

Store Store::for_writing_or_new(const std::string& path, const Settings& settings) {
  if (auto store = for_writing(path, settings)) return std::move(*store);
  create_file(path);
  if (auto store = for_writing(path, settings)) return std::move(*store);
  throw FileError(path + ": was removed while it was made");
}

int Store::version() {
  Rows rows = database_->query("PRAGMA main.user_version");
  rows.next();
  return rows.integer(0);
}

// Another rel, which was installed meanwhile, may have brought the file to a version of its own.
void Store::in_transaction(const std::function<void()>& work) {
  database_->script("BEGIN IMMEDIATE");
  try {
    if (version() != database_->file_version) {
      throw FileError(database_->path() + ": is of another version than a moment ago", "try again");
    }
    work();
    database_->script("COMMIT");
  } catch (...) {
    recorder_.reset();
    listed_.take();
    touched_ = {};
    grown_.clear();
    contacts_added_ = 0;
    database_->roll_back();
    throw;
  }
}

void Store::change(const std::string& command, std::int64_t at_ms, const std::function<void()>& work,
                   const std::function<void()>& report) {
  command_ = command;
  at_ms_ = at_ms;
  step_.reset();
  in_transaction([&] {
    sums_are_current();  // what shows that they do not hold shows before anything is changed
    recorder_ = std::make_unique<Recorder>(*database_);
    work();
    refresh_caches();
    record_part();
    recorder_.reset();
    report();
  });
}

void Store::expect_much() {
  much_ = true;
  database_->script("PRAGMA cache_size = -24576");  // KiB
}

void Store::without_indices(const std::function<void()>& work) {
  database_->script("DROP INDEX contacts_of; DROP INDEX contacts_short");
  // Pages come in their order and need little; sorting takes as much again.
  database_->script("PRAGMA cache_size = -8192");
  work();
  database_->script(std::string(contact_indices()));
  expect_much();
}

void Store::try_out(const std::function<void()>& work) {
  struct NotKept {};
  try {
    in_transaction([&] {
      work();
      throw NotKept{};
    });
  } catch (const NotKept&) {
  }
}

// The recording first: the people of the list may be in it.
void Store::record_part() {
  record(recorder_->changes().bytes());
  record(listed_.take());
}

void Store::begin_part() {
  record_part();
  recorder_ = std::make_unique<Recorder>(*database_);
}

void Store::end_list() {
  if (listed_.size() > 0) begin_part();
}

void Store::record(const Bytes& changes) {
  if (changes.empty()) return;
  step_ =
      append_history(*database_, step_, at_ms_, step_ ? "" : command_, Action::made, std::nullopt, changes);
}

void Store::record_large_part() {
  if (recorder_ && recorder_->memory_used() + listed_.size() > largest_part) begin_part();
}

void Store::touch(const std::vector<Id>& people) {
  for (const Id person : people) {
    touched_.figures.insert(person);
    grown_.erase(person);
  }
  record_large_part();
}

std::vector<Step> Store::steps(int limit) {
  return history_steps(*database_, limit);
}

void Store::move(std::int64_t step, std::int64_t at_ms, Action action) {
  touched_ = apply_step(*database_, step, at_ms, action == Action::undone);
  refresh_caches();
  append_history(*database_, std::nullopt, at_ms, "", action, step, {});
}

std::optional<Step> Store::undo(std::int64_t at_ms) {
  std::optional<Step> step;
  in_transaction([&] {
    step = step_to_undo(*database_);
    if (step) move(step->number, at_ms, Action::undone);
  });
  return step;
}

std::optional<Step> Store::redo(std::int64_t at_ms) {
  std::optional<Step> step;
  in_transaction([&] {
    step = step_to_redo(*database_);
    if (step) move(step->number, at_ms, Action::redone);
  });
  return step;
}

std::optional<std::int64_t> Store::last_change_ms() {
  Rows rows = database_->query("SELECT at FROM history ORDER BY seq DESC LIMIT 1");
  if (!rows.next()) return std::nullopt;
  return rows.instant(0);
}

}  // namespace rel::store
