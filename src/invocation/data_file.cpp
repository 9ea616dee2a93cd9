#include "invocation/data_file.hpp"

#include <filesystem>

#include "cli/typed.hpp"
#include "store/whose.hpp"

namespace rel::commands {

namespace {

// A link leads to a file whose folder has its copies. One that leads to no file is left to whoever opens it.
std::string behind_link(const std::string& path) {
  std::error_code problem;
  if (!std::filesystem::is_symlink(path, problem)) return path;
  const auto file = std::filesystem::canonical(path, problem);
  return problem || !std::filesystem::is_regular_file(file, problem) ? path : file.string();
}

}  // namespace

void refuse_sqlites_name(const std::string& file, const std::string& typed, const std::string& way) {
  if (store::kind_of(file) != store::Kind::sqlites_own) return;
  throw UsageError(cli::named(typed) + ": SQLite keeps such a name for itself",
                   way + cli::shell_word(store::free_name(file)));
}

void set_data_file(Call& call, const std::string& named) {
  call.database = behind_link(named);
  if (call.database != named) call.link = named;
  refuse_sqlites_name(call.database, named, "rel --db ");
}

}  // namespace rel::commands
