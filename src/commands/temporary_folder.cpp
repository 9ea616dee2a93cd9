#include "commands/temporary_folder.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

namespace rel::commands {

std::string among_temporary_files(const Call& call, const std::string& name) {
  const std::string folder = call.env.variable("TMPDIR").value_or("");
  return (folder.empty() ? "/tmp" : folder) + '/' + name;
}

TemporaryFolder::TemporaryFolder(const std::string& beginning) : path_(beginning + "XXXXXX") {
  if (!mkdtemp(path_.data())) throw IoError(beginning + ": " + std::strerror(errno));
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  if (!kept_) std::filesystem::remove_all(path_, ignored);
}

}  // namespace rel::commands
