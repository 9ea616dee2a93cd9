#include "store/migrate.hpp"

#include "base/errors.hpp"
#include "store/copies.hpp"
#include "store/file.hpp"
#include "store/header.hpp"
#include "store/schema.hpp"

namespace rel::store {

bool is_older(const std::string& path) {
  const auto header = header_of(path);
  return header && header->ours() && !header->empty && header->version < schema_version();
}

std::optional<std::string> migrate(const std::string& data_file, const Settings& settings,
                                   const Backups& backups, const BackupsLock& lock, const Moment& now,
                                   int seconds, std::int64_t at_ms) {
  auto file = File::open_to_replace(data_file, settings);
  if (!file) return std::nullopt;
  std::optional<std::string> kept;
  std::optional<PrivateFile> nobodys;
  const auto copied = [&]() -> std::optional<Held> {
    const int version = file->version();
    if (version == schema_version()) return std::nullopt;  // another process was faster
    kept = backups.make(lock, now, seconds);
    if (!kept) copy_verified(data_file, nobodys.emplace(data_file));
    return Held{kept ? *kept : nobodys->path(), version, data_file};
  };
  try {
    file->replace_contents(copied, at_ms, migration_why);
  } catch (const Error&) {  // it would be made again by every command
    if (kept && is_older(data_file)) backups.discard(lock, *kept);
    throw;
  }
  return kept;
}

void bring_up_to_date(const std::string& path, const std::string& known_as, const Settings& settings,
                      std::int64_t at_ms) {
  if (!is_older(path)) return;
  auto file = File::open_to_replace(path, settings);
  PrivateFile before(path);
  const auto copied = [&]() -> std::optional<Held> {
    copy_verified(path, before);
    return Held{before.path(), file->version(), known_as};
  };
  file->replace_contents(copied, at_ms, migration_why);
}

}  // namespace rel::store
