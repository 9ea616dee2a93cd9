// A data file as a whole: opened for reading or for changing.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "rel/settings.hpp"
#include "store/carry_over.hpp"
#include "store/change.hpp"
#include "store/open.hpp"
#include "store/reader.hpp"

namespace rel::store {

/// A file that is open for changing. It is also a Reader.
class File : public Reader {
 public:
  /// Opens a file for reading; std::nullopt if there is none. Everything is read from one moment; a file of
  /// an older version is read as it would be in ours.
  static std::optional<Reader> open_to_read(const std::string& path, const Settings& settings,
                                            Reading reading = Reading::little);
  /// Opens a file for changing; std::nullopt if there is none. Throws OlderFile if it has to be migrated.
  static std::optional<File> open_to_write(const std::string& path, const Settings& settings);
  /// The same, and makes the file if there is none.
  static File create(const std::string& path, const Settings& settings);
  /// For try_out() alone: a file of an older version is opened as it would be in ours, in memory.
  static std::optional<File> open_to_try(const std::string& path, const Settings& settings);
  /// For replace_contents() alone: opens a file of any version that we know.
  static std::optional<File> open_to_replace(const std::string& path, const Settings& settings);

  /// The version that the file is of, now.
  int version() const;

  /// Begins a change, the step `command` of the history, at a time in milliseconds since 1970. Waits for
  /// whoever else is changing the file.
  Change change(const std::string& command, std::int64_t at_ms) { return {*this, command, at_ms}; }
  /// A change to be thrown away: what it does is not recorded.
  Change try_out() { return Change(*this); }

  /// Takes back the newest command, or does the last undone one again; std::nullopt if there is none.
  std::optional<Step> undo(std::int64_t at_ms);
  std::optional<Step> redo(std::int64_t at_ms);

  /// Makes the caches and the indices anew, in a transaction that is no step of the history.
  void remake_caches();

  /// Erases the person of a uid (also if only the history knows them), ends the history, and leaves no trace
  /// in the file or its journal. In contacts with others `others` grows by one. Everyone else waits.
  void forget(const std::string& uid, std::int64_t at_ms);
  /// The second part of forget(): no trace of what was deleted stays in the file or its journal.
  void scrub();

  /// Replaces all that the file holds by what another one holds, of whatever version up to ours, and ends the
  /// history; `why` is a checkpoint's. `choose` says by which one, while others may read the file but nobody
  /// can write to it. If it gives none, or something throws, nothing changes. Returns whether it did. After
  /// an error the file is only to be closed.
  bool replace_contents(const std::function<std::optional<Held>()>& choose, std::int64_t at_ms,
                        const std::string& why);

 private:
  using Reader::Reader;

  std::optional<Step> move(std::optional<Step> (*choose)(Database&), std::int64_t at_ms, Action action);
  void vacuum();
  void let_others_in() noexcept;
};

}  // namespace rel::store
