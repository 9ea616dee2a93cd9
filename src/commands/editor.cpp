#include "commands/editor.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "text/utf8.hpp"

namespace rel::commands {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t longest_draft = 64 * 1024 * 1024;  // bytes

std::string private_folder(const Call& call) {
  std::string name = call.env.variable("TMPDIR").value_or("/tmp") + "/rel-XXXXXX";
  if (!mkdtemp(name.data())) throw IoError(name + ": " + std::strerror(errno));
  return name;
}

void write_private(const std::string& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  chmod(path.c_str(), 0600);
  file << text;
  if (!file.flush()) throw IoError(path + ": can't be written");
}

std::string editor_of(const Call& call) {
  for (const char* name : {"VISUAL", "EDITOR"}) {
    const auto value = call.env.variable(name);
    if (value && !text::blank(*value)) return *value;
  }
  // Debian's own choice, which expects somebody to be there.
  if (!call.can_ask())
    throw UsageError("editor: no terminal is there for one",
                     "options do the same; else VISUAL or EDITOR names one");
  return "editor";
}

}  // namespace

// The first constructor makes the object, so that the destructor tidies up whatever fails after it.
Draft::Draft(const Call& call, const std::string& name, const std::string& text)
    : Draft(private_folder(call)) {
  const std::string editor = editor_of(call);
  path_ = folder_ + "/" + name;
  write_private(path_, text);
  const std::string why = read_back(call.env.run_program(editor, path_));
  if (!why.empty()) keep(Exit::io, "editor " + editor + ": " + why + "; nothing was changed", "");
}

std::string Draft::read_back(int status) {
  if (status != 0) return "ended with status " + std::to_string(status);
  std::error_code problem;
  if (!fs::exists(path_, problem)) return "left no file behind";
  if (!fs::is_regular_file(path_, problem)) return "left something that is not a file";
  if (fs::file_size(path_, problem) > longest_draft) return "left more than 64 MiB";
  std::ifstream file(path_, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  text_ = content.str();
  return file ? "" : "left a file that can't be read";
}

void Draft::keep(Exit exit, const std::string& message, const std::string& advice) {
  std::error_code problem;
  kept_ = !fs::is_empty(folder_, problem);
  const std::string& what = fs::exists(path_, problem) ? path_ : folder_;
  const std::string kept = kept_ ? "your draft is kept: " + what : "set VISUAL or EDITOR";
  throw Error(exit, message, advice.empty() ? kept : advice + "; " + kept);
}

Draft::~Draft() {
  std::error_code ignored;
  if (!kept_) fs::remove_all(folder_, ignored);
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
