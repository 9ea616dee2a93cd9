#include "store/forget.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <set>
#include <unordered_set>

#include "base/errors.hpp"
#include "store/connection.hpp"
#include "store/file.hpp"
#include "store/sums.hpp"
#include "text/fold.hpp"

namespace rel::store {

namespace {

// Every text that is kept about others.
constexpr const char* all_texts = sql<
    "SELECT note FROM contacts WHERE note IS NOT NULL UNION ALL SELECT text || ' ' || coalesce(ask, '') FROM "
    "remarks UNION ALL SELECT text FROM promises"
    " UNION ALL SELECT coalesce(agreed, '') || ' ' || coalesce(why, '') FROM snoozes"
    " UNION ALL SELECT text FROM intentions UNION ALL SELECT purpose FROM people WHERE purpose IS NOT NULL"
    " UNION ALL SELECT value FROM details WHERE kind IN (",
    Detail::alias, ", ", Detail::tag, ") UNION ALL SELECT name FROM dates">;

bool letters_of_many(const std::string& word) {
  return word.size() > 2;  // "Al" and "Jo" would be found in many a note
}

/// The words by which texts may name someone.
class NameWords {
 public:
  explicit NameWords(const Person& person) {
    add(person.name);
    add(person.handle);
    for (const std::string& alias : person.aliases) add(alias);
  }

  bool are_in(const std::string& text) const {
    const std::vector<std::string> words = text::words(text::fold_name(text));
    return std::ranges::any_of(words, [&](const std::string& word) {
      return words_.contains(word) ||
             std::ranges::any_of(part_lengths_, [&](std::size_t length) { return has_part(word, length); });
    });
  }

 private:
  // Han, kana and Hangul are written without blanks: there a name is a part of a word.
  void add(const std::string& name) {
    for (std::string& word : text::words(text::fold_name(name))) {
      if (!letters_of_many(word)) continue;
      const bool part = !text::inner_parts(word).empty();
      if (part) part_lengths_.insert(word.size());
      (part ? parts_ : words_).insert(std::move(word));
    }
  }

  bool has_part(const std::string& word, std::size_t length) const {
    for (std::size_t at = 0; at + length <= word.size(); ++at) {
      if (parts_.contains(word.substr(at, length))) return true;
    }
    return false;
  }

  // Folded.
  std::unordered_set<std::string> words_;
  std::unordered_set<std::string> parts_;
  std::set<std::size_t> part_lengths_;  // in bytes
};

// What is written over stays unreadable wherever the file system writes in place.
void overwrite(const char* path) {
  const int descriptor = open(path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC);
  if (descriptor < 0) return;
  struct stat info {};
  if (fstat(descriptor, &info) == 0) {
    const std::string zeros(1 << 16, '\0');
    for (off_t at = 0; at < info.st_size; at += static_cast<off_t>(zeros.size())) {
      const auto length = std::min<off_t>(info.st_size - at, static_cast<off_t>(zeros.size()));
      if (pwrite(descriptor, zeros.data(), static_cast<std::size_t>(length), at) < 0) break;
    }
    fsync(descriptor);
  }
  close(descriptor);
}

}  // namespace

Belongings belongings(const Reader& reader, Id person) {
  Rows rows = database_of(reader).query(
      "SELECT (SELECT count(*) FROM contacts WHERE person = ?1 AND companions = 0),"
      " (SELECT count(*) FROM contacts WHERE person = ?1 AND companions > 0)"
      " + (SELECT count(*) FROM companions WHERE person = ?1),"
      " (SELECT count(*) FROM remarks WHERE person = ?1), (SELECT count(*) FROM promises WHERE person = ?1),"
      " (SELECT count(*) FROM snoozes WHERE person = ?1), (SELECT count(*) FROM intentions WHERE person = "
      "?1)",
      person);
  rows.next();
  return {.contacts = rows.integer(0),
          .shared = rows.integer(1),
          .remarks = rows.integer(2),
          .promises = rows.integer(3),
          .snoozes = rows.integer(4),
          .intentions = rows.integer(5)};
}

std::set<Id> own_entries(const Reader& reader, Id person) {
  Rows rows = database_of(reader).query(
      "SELECT id FROM contacts WHERE person = ?1 AND companions = 0"
      " UNION ALL SELECT id FROM remarks WHERE person = ?1 UNION ALL SELECT id FROM promises WHERE person = "
      "?1"
      " UNION ALL SELECT id FROM snoozes WHERE person = ?1",
      person);
  std::set<Id> ids;
  while (rows.next()) ids.insert(rows.id(0));
  return ids;
}

void Change::leave_shared_contacts(Id person) {
  std::vector<Id> shared;
  Rows rows = database_->query(
      "SELECT id FROM contacts WHERE person = ?1 AND companions > 0"
      " UNION SELECT contact FROM companions WHERE person = ?1",
      person);
  while (rows.next()) shared.push_back(rows.id(0));
  const NameWords words(this->person(person));
  for (const Id id : shared) {
    Contact changed = contact(id);
    std::erase(changed.with, person);
    if (changed.with.empty()) continue;  // a damaged file: it says that others were there, and names nobody
    ++changed.others;
    if (changed.source && words.are_in(*changed.source)) changed.source.reset();
    update(changed);
  }
}

void File::forget(const std::string& uid, std::int64_t at_ms) {
  // Nobody reads or writes until all of it is done. The journal is kept so that it can be written over.
  database_->script("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = PERSIST");
  try {
    Change change(*this);
    if (const auto person = person_of_uid(uid)) change.erase(*person);
    end_history(*database_, at_ms, "forget");
    change.transaction_->commit();
    vacuum();
  } catch (...) {
    let_others_in();
    throw;
  }
}

void Change::erase(Id person) {
  leave_shared_contacts(person);
  touch({person});
  connection_->dirty.touched.names.insert(person);
  for (const char* sql : {"DELETE FROM contacts WHERE person = ?", "DELETE FROM remarks WHERE person = ?",
                          "DELETE FROM promises WHERE person = ?", "DELETE FROM snoozes WHERE person = ?",
                          "DELETE FROM intentions WHERE person = ?", "DELETE FROM details WHERE person = ?",
                          "DELETE FROM dates WHERE person = ?", "DELETE FROM people WHERE id = ?"}) {
    database_->run(sql, person);
  }
  Figures(*this).refresh(*transaction_);
}

// Pages are zeroed where something is deleted, but what SQLite moved from page to page may have left a trace.
void File::scrub() {
  database_->script("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = PERSIST");
  try {
    vacuum();
  } catch (...) {
    let_others_in();
    throw;
  }
}

void File::vacuum() {
  database_->script("VACUUM");
  overwrite(sqlite3_filename_journal(sqlite3_db_filename(database_->handle(), "main")));
  let_others_in();
}

// In this order: SQLite removes a journal only where it may be locked by others again.
void File::let_others_in() noexcept {
  try {
    database_->script("PRAGMA locking_mode = NORMAL; SELECT 1 FROM made_with; PRAGMA journal_mode = DELETE");
  } catch (const Error&) {  // closing the file does the first; the next writer does the second
  }
}

bool is_named_in(const std::string& text, const Person& person) {
  return NameWords(person).are_in(text);
}

int texts_naming(const Reader& reader, const Person& person) {
  const NameWords words(person);
  int texts = 0;
  Rows rows = database_of(reader).query(all_texts);
  while (rows.next()) texts += words.are_in(rows.text(0)) ? 1 : 0;
  return texts;
}

}  // namespace rel::store
