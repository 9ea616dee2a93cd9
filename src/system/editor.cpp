#include "system/editor.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "system/input_files.hpp"
#include "system/private_file.hpp"
#include "text/utf8.hpp"

namespace rel::commands {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t random_letters = 6;
constexpr std::uintmax_t longest_draft = 64 * 1024 * 1024;  // bytes

void write_private(const std::string& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  chmod(path.c_str(), 0600);
  file << text;
  if (!file.flush()) throw IoError(path + ": can't be written");
}

// Drafts of one data file are told from those of others by a number made of its path (FNV-1a).
std::string folder_name(const std::string& database) {
  std::uint32_t number = 2166136261;
  for (const char c : database) number = (number ^ static_cast<unsigned char>(c)) * 16777619;
  return fmt::format("rel-{:08x}", number);
}

/// Whether a folder among the temporary files is that of a draft, whose names begin so.
bool holds_draft(const std::string& beginning, const std::string& folder, const std::string& name) {
  struct stat info {};
  return name.size() == beginning.size() + random_letters && name.starts_with(beginning) &&
         lstat((folder + name).c_str(), &info) == 0 && S_ISDIR(info.st_mode) && info.st_uid == geteuid() &&
         (info.st_mode & 0777) == 0700;
}

std::string draft_text(const std::string& path) {
  std::error_code problem;
  if (!fs::is_regular_file(fs::symlink_status(path, problem)) || fs::file_size(path, problem) > longest_draft)
    return "";
  return read_file(path);
}

std::string editor_of(const Env& env) {
  for (const char* name : {"VISUAL", "EDITOR"}) {
    const auto value = env.variable(name);
    if (value && !text::blank(*value)) return *value;
  }
  // Debian's own choice, which expects somebody to be there.
  if (!env.ask)
    throw UsageError("editor: no terminal is there for one",
                     "options do the same; else VISUAL or EDITOR names one");
  return "editor";
}

}  // namespace

Draft::Draft(const Env& env, const std::string& database, const std::string& name, const std::string& text)
    : folder_(among_temporary_files(env, folder_name(database))), path_(folder_.file(name)) {
  const std::string editor = editor_of(env);
  write_private(path_, text);
  const std::string why = read_back(env.run_program(editor, path_));
  if (!why.empty()) keep(Exit::io, "editor " + editor + ": " + why + "; nothing was changed", "");
}

std::string Draft::read_back(int status) {
  if (status != 0) return "ended with status " + std::to_string(status);
  std::error_code problem;
  if (!fs::exists(path_, problem)) return "left no file behind";
  if (!fs::is_regular_file(path_, problem)) return "left something that is not a file";
  if (fs::file_size(path_, problem) > longest_draft) return "left more than 64 MiB";
  try {
    text_ = read_file(path_);
  } catch (const IoError&) {
    return "left a file that can't be read";
  }
  return "";
}

void Draft::keep(Exit exit, const std::string& message, const std::string& advice) {
  std::error_code problem;
  const bool any = !fs::is_empty(folder_.path(), problem);
  if (any) folder_.keep();
  const std::string& what = fs::exists(path_, problem) ? path_ : folder_.path();
  const std::string kept = any ? "your draft is kept: " + what : "set VISUAL or EDITOR";
  throw Error(exit, message, advice.empty() ? kept : advice + "; " + kept);
}

std::vector<std::string> kept_drafts(const Env& env, const std::string& database,
                                     const std::function<bool(const std::string&)>& wanted) {
  const std::string folder = among_temporary_files(env, "");
  std::vector<std::string> found;
  try {
    for (const std::string& name : store::names_in(folder)) {
      if (!holds_draft(folder_name(database), folder, name)) continue;
      for (const std::string& file : store::names_in(folder + name)) {
        const std::string path = folder + name + '/' + file;
        if (wanted(draft_text(path))) found.push_back(path);
      }
    }
  } catch (const IoError&) {  // what can't be read is out of reach
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::string without_comments(const std::string& text) {
  std::istringstream lines(text);
  std::string kept;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with('#')) kept += line + '\n';
  }
  return std::string(text::trimmed(kept));
}

}  // namespace rel::commands
