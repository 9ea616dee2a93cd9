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

std::string private_folder(const Call& call) {
  std::string name = call.env.variable("TMPDIR").value_or("/tmp") + "/rel-XXXXXX";
  if (!mkdtemp(name.data())) throw IoError(name + ": " + std::strerror(errno));
  return name;
}

void write_private(const std::string& path, const std::string& text) {
  {
    std::ofstream file(path, std::ios::binary);
    file << text;
    if (!file.flush()) throw IoError(path + ": can't be written");
  }
  chmod(path.c_str(), 0600);
}

std::string editor_of(const Call& call) {
  for (const char* name : {"VISUAL", "EDITOR"}) {
    const auto value = call.env.variable(name);
    if (value && !text::blank(*value)) return *value;
  }
  return "editor";
}

}  // namespace

Draft::Draft(const Call& call, const std::string& name, const std::string& text)
    : folder_(private_folder(call)) {
  path_ = folder_ + "/" + name;
  write_private(path_, text);
  const std::string editor = editor_of(call);
  const int status = call.env.run_program(editor, path_);
  std::ifstream file(path_, std::ios::binary);
  if (status == 0 && file) {
    std::ostringstream content;
    content << file.rdbuf();
    text_ = content.str();
    return;
  }
  // The destructor does not run for an object that was not made: the draft stays.
  const std::string why = status != 0 ? "ended with status " + std::to_string(status) : "left no file behind";
  throw IoError("editor " + editor + ": " + why + "; nothing was changed",
                file ? "your draft is kept: " + path_ : "set VISUAL or EDITOR");
}

Draft::~Draft() {
  std::error_code ignored;
  if (!kept_) std::filesystem::remove_all(folder_, ignored);
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
