#include "invocation/output_files.hpp"

#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "base/errors.hpp"
#include "cli/typed.hpp"
#include "invocation/settings_file.hpp"
#include "store/whose.hpp"
#include "system/input_files.hpp"
#include "system/private_file.hpp"
#include "text/terminal.hpp"

namespace rel::commands {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t buffered = 256 * 1024;  // bytes
constexpr std::string_view ending = ".rel";   // so that what is left over is known in whatever folder

// What others wrote is theirs to replace, but never what holds people, or how rel is to work.
std::string why_never_replaced(const std::string& place, const Call& call) {
  std::error_code problem;
  if (fs::equivalent(place, call.database, problem)) return "is the data file itself";
  if (fs::equivalent(place, settings_path(call.env), problem)) return "is the file of your settings";
  switch (store::kind_of(place)) {
    case store::Kind::sqlites_own:
      return "SQLite keeps such a name for itself";
    case store::Kind::data_file:
      return "is a data file, or a copy of one";
    case store::Kind::database:
      return "is a database of another program";
    case store::Kind::nothing:
    case store::Kind::other:
      break;
  }
  return "";
}

/// Where the file really lies.
std::string place_of(const std::string& path) {
  std::error_code problem;
  const fs::file_status there = fs::status(path, problem);
  if (!fs::exists(there)) {
    if (fs::is_symlink(fs::symlink_status(path, problem))) refuse_file(path, "a link to nothing");
    return path;
  }
  if (!fs::is_regular_file(there)) refuse_file(path, "is there and is not a regular file");
  return fs::canonical(path, problem);
}

void write_at(const std::string& place, const std::function<void(const Sink&)>& work) {
  store::PrivateFile file(place, ending);
  write_pieces([&](std::string_view piece) { file.append(piece); }, work);
  file.sync();
  file.replace();
}

}  // namespace

std::string with_free_name(const Call& call, const std::string& path) {
  std::string line = call.typed;
  const auto at = line.rfind(path);
  if (at == std::string::npos) return "another name";
  return "rel " + line.replace(at, path.size(), store::free_name(path));
}

void write_file(const std::string& path, const Call& call, const std::function<void(const Sink&)>& work) {
  const std::string place = place_of(path);
  if (const std::string why = why_never_replaced(place, call); !why.empty())
    throw IoError(cli::named(path) + ": " + why, with_free_name(call, path));
  write_at(place, work);
}

void write_file(const std::string& path, const std::function<void(const Sink&)>& work) {
  write_at(place_of(path), work);
}

// A folder that can't be listed may be written to all the same.
void sweep_folder(const std::string& folder) {
  try {
    store::PrivateFile::sweep(folder, [](const std::string& name) { return name.ends_with(ending); });
  } catch (const IoError&) {
  }
}

void sweep_beside(const std::string& path) {
  sweep_folder(store::folder_of(path));
}

void write_pieces(const Sink& print, const std::function<void(const Sink&)>& work) {
  std::string piece;
  work([&](std::string_view text) {
    piece += text;
    if (piece.size() < buffered) return;
    print(piece);
    piece.clear();
  });
  print(piece);
}

std::string for_terminal(std::string_view file) {
  std::string lines;
  for (std::size_t i = 0; i < file.size(); ++i) {
    if (file[i] != '\r' || file.substr(i + 1, 1) != "\n") lines += file[i];
  }
  return text::escaped(lines, true);
}

bool means_folder(const std::string& path) {
  std::error_code ignored;
  return path.ends_with('/') || fs::is_directory(path, ignored);
}

void make_folder(const std::string& path) {
  std::error_code problem;
  if (fs::is_directory(path, problem)) return;
  if (mkdir(path.c_str(), 0700) != 0) refuse_file(path, std::strerror(errno));
}

std::string file_stem(const Person& person) {
  constexpr std::size_t longest = 100;
  if (person.handle.size() <= longest) return person.handle;
  return person.handle.substr(0, longest) + '-' + id_text(person.id);
}

}  // namespace rel::commands
