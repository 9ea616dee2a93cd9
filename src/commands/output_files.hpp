// Files that commands write: seen by nobody else, and never half of one.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace rel::commands {

/// Takes a text piece by piece.
using Sink = std::function<void(std::string_view)>;

/// Writes a file, readable by its owner alone: beside its place first, and put there when all of it is on the
/// disk. A regular file that is there is replaced; a link is followed. Throws IoError where it can't be
/// written, where something else than a file is there, and where it is `database`: nothing is changed then.
void write_file(const std::string& path, const std::string& database,
                const std::function<void(const Sink&)>& work);

/// Hands what `work` writes to `print` in large pieces.
void write_pieces(const Sink& print, const std::function<void(const Sink&)>& work);

/// What a file would hold, as a terminal is shown it: line breaks as they are, and nothing else raw that
/// could steer a terminal. A file or a program gets it to the byte.
std::string for_terminal(std::string_view file);

/// Whether `path` means a folder: there is one, or it ends in `/`.
bool means_folder(const std::string& path);

/// Makes a folder, readable by its owner alone, unless it is there. Throws IoError where it can't be made.
void make_folder(const std::string& path);

}  // namespace rel::commands
