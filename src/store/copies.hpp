// Copies of a file that count only once they were read again and found to be the same.
#pragma once

#include <string>

#include "base/errors.hpp"
#include "store/content.hpp"
#include "system/private_file.hpp"

namespace rel::store {

/// Writes the pages of the file at `from` into the new file `to`, all of one moment; only so long nobody can
/// change `from`. Has them on the disk then, and reads them again: the copy ends with the history that the
/// file ended with, and is wholly sound (see check_wholly), so that it holds what the file held to the last
/// row, so a damaged copy never displaces a sound one. Throws FileError or IoError where it can't be read,
/// written, or differs.
Extent copy_verified(const std::string& from, PrivateFile& to);

/// Checks a file wholly: ours, of a version we know, every page and row sound, every reference there, the
/// history unbroken, and what the file holds what that adds up to. Throws FileError with what is wrong first;
/// changes nothing.
Extent check_wholly(const std::string& path);

/// How much a sound file holds.
Extent extent_at(const std::string& path);

/// Throws FileError where a journal lies beside the file: whether it belongs to it, nobody can know, and
/// SQLite would write it into the file.
void refuse_journal(const std::string& path);

/// Whether two paths lead to one file; false where one of them leads nowhere.
bool is_same_file(const std::string& one, const std::string& other);

/// Thrown where something is at a place that a copy must not replace.
struct NotReplaced : FileError {
  explicit NotReplaced(const std::string& message) : FileError(message, "name another file") {}
};

/// Makes a verified copy of the file at `from` in any other place. What is there is replaced only where it is
/// a copy of that file (see whose.hpp), with no more entries. Throws NotReplaced where it is anything else,
/// FileError where it is the file itself; IoError where it can't be written.
Extent copy_to(const std::string& from, const std::string& place);

}  // namespace rel::store
