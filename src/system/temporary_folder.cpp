#include "system/temporary_folder.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <functional>

#include "base/errors.hpp"

namespace rel::commands {

std::string among_temporary_files(const Env& env, const std::string& name) {
  const std::string folder = env.variable("TMPDIR").value_or("");
  return (folder.empty() ? "/tmp" : folder) + '/' + name;
}

void tidy_up_when_interrupted() {
  store::remove_on_signals();
}

TemporaryFolder::TemporaryFolder(const std::string& beginning, const std::string& content)
    : path_(beginning + "XXXXXX") {
  if (!mkdtemp(path_.data())) throw IoError(beginning + ": " + std::strerror(errno));
  if (content.empty()) return;
  content_ = file(content);
  journal_ = content_ + "-journal";
  for (const std::string& path : {std::cref(path_), std::cref(content_), std::cref(journal_)})
    unless_kept_.emplace_back(path.c_str());
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  if (!kept_) std::filesystem::remove_all(path_, ignored);
}

}  // namespace rel::commands
