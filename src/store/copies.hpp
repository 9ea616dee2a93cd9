// Copies of a file that count only once they were read again and found to be the same.
#pragma once

#include <string>

#include "store/content.hpp"
#include "store/private_file.hpp"

namespace rel::store {

/// Writes what the file at `from` holds into the new file `to`, has it on the disk, reads it again and
/// compares the two: they hold the same to the last row and the same history, and the copy is wholly sound
/// (see check_wholly): what is damaged pushes no sound copy out. Nobody can change `from` meanwhile. Throws
/// FileError or IoError where it can't be read, written, or differs.
Extent copy_verified(const std::string& from, PrivateFile& to);

/// Checks a file wholly: ours, of a version we know, every page and row sound, every reference there, the
/// history unbroken, and what the file holds what that adds up to. Throws FileError with what is wrong first;
/// changes nothing.
Extent check_wholly(const std::string& path);

/// Throws FileError where a journal lies beside the file: whether it belongs to it, nobody can know, and
/// SQLite would write it into the file.
void refuse_journal(const std::string& path);

/// Whether two paths lead to one file; false where one of them leads nowhere.
bool is_same_file(const std::string& one, const std::string& other);

/// Makes a verified copy of the file at `from` in any other place. What is there is replaced only where it is
/// a rel file with no more entries. Throws FileError where it is something else, or the file itself; IoError
/// where it can't be written.
Extent copy_to(const std::string& from, const std::string& place);

}  // namespace rel::store
