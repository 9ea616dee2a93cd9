#include "store/file.hpp"

#include "base/errors.hpp"
#include "store/connection.hpp"
#include "store/migrate.hpp"
#include "store/schema.hpp"
#include "store/sums.hpp"

namespace rel::store {

Reader::Reader(std::shared_ptr<Connection> connection)
    : connection_(std::move(connection)), database_(connection_->database.get()) {}

std::optional<std::int64_t> Reader::last_change_ms() const {
  Rows rows = database_->query("SELECT at FROM history ORDER BY seq DESC LIMIT 1");
  return rows.next() ? std::optional(rows.instant(0)) : std::nullopt;
}

namespace {

std::shared_ptr<Connection> connection_to_read(const std::string& path, const Settings& settings,
                                               Reading reading) {
  auto database = open_to_read(path, reading);
  if (!database) return nullptr;
  const int version = version_of(*database);
  auto connection = std::make_shared<Connection>(std::move(database), version, settings);
  if (version == schema_version()) return connection;
  // While the file is read twice, this one lets nobody write.
  return as_in_our_version({path, version, path}, Reader(connection).last_change_ms().value_or(0), settings);
}

}  // namespace

std::optional<Reader> File::open_to_read(const std::string& path, const Settings& settings, Reading reading) {
  auto connection = connection_to_read(path, settings, reading);
  if (!connection) return std::nullopt;
  return Reader(std::move(connection));
}

std::optional<File> File::open_to_write(const std::string& path, const Settings& settings) {
  auto database = store::open_to_write(path);
  if (!database) return std::nullopt;
  return File(std::make_shared<Connection>(std::move(database), schema_version(), settings));
}

File File::create(const std::string& path, const Settings& settings) {
  if (auto file = open_to_write(path, settings)) return *file;
  create_file(path);
  if (auto file = open_to_write(path, settings)) return *file;
  throw FileError(path + ": was removed while it was made");
}

std::optional<File> File::open_to_try(const std::string& path, const Settings& settings) {
  if (!is_older(path)) return open_to_write(path, settings);
  auto connection = connection_to_read(path, settings, Reading::little);
  if (!connection) return std::nullopt;
  return File(std::move(connection));
}

std::optional<File> File::open_to_replace(const std::string& path, const Settings& settings) {
  OpenToReplace opened = store::open_to_replace(path);
  if (!opened.database) return std::nullopt;
  return File(std::make_shared<Connection>(std::move(opened.database), opened.version, settings));
}

int File::version() const {
  return version_of(*database_);
}

std::optional<Step> File::move(std::optional<Step> (*choose)(Database&), std::int64_t at_ms, Action action) {
  Transaction transaction(*connection_);
  const auto step = choose(*database_);
  if (step) {
    connection_->dirty.touched = apply_step(*database_, step->number, at_ms, action == Action::undone);
    Figures(*this).refresh(transaction);
    append_history(*database_, std::nullopt, at_ms, "", action, step->number, {});
  }
  transaction.commit();
  return step;
}

std::optional<Step> File::undo(std::int64_t at_ms) {
  return move(step_to_undo, at_ms, Action::undone);
}

std::optional<Step> File::redo(std::int64_t at_ms) {
  return move(step_to_redo, at_ms, Action::redone);
}

void File::remake_caches() {
  Transaction transaction(*connection_);
  drop_caches(*database_);
  database_->script("REINDEX");
  Figures(*this).remake(transaction);
  transaction.commit();
}

}  // namespace rel::store
