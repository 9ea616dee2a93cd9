// Files that commands write: seen by nobody else, and never half of one.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "invocation/invocation.hpp"

namespace rel::commands {

/// Takes a text piece by piece.
using Sink = std::function<void(std::string_view)>;

/// Writes a file, readable by its owner alone: beside its place first, and put there when all of it is on the
/// disk. A regular file that is there is replaced; a link is followed. Throws IoError where it can't be
/// written, and where something is there that is no file, or that is never replaced: a data file, whosever,
/// any other database, the settings. Nothing is changed then.
void write_file(const std::string& path, const Call& call, const std::function<void(const Sink&)>& work);

/// The same for a name that only rel gives.
void write_file(const std::string& path, const std::function<void(const Sink&)>& work);

/// The command as it was typed, with a name that is free instead of `path`: what to try where that is taken.
std::string with_free_name(const Call& call, const std::string& path);

/// Removes what commands that were killed left in a folder, or in the one that a file is in.
void sweep_folder(const std::string& folder);
void sweep_beside(const std::string& path);

/// Hands what `work` writes to `print` in large pieces.
void write_pieces(const Sink& print, const std::function<void(const Sink&)>& work);

/// What a file would hold, as a terminal is shown it: line breaks as they are, and nothing else raw that
/// could steer a terminal. A file or a program gets it to the byte.
std::string for_terminal(std::string_view file);

/// Whether `path` means a folder: there is one, or it ends in `/`.
bool means_folder(const std::string& path);

/// Makes a folder, readable by its owner alone, unless it is there. Throws IoError where it can't be made.
void make_folder(const std::string& path);

/// The beginning of a file's name for what belongs to a person: the handle, where it is not too long.
std::string file_stem(const Person& person);

}  // namespace rel::commands
