#include "commands/identity.hpp"

#include "text/fold.hpp"

namespace rel::commands {

std::string email_key(const std::string& email) {
  return "mail " + text::fold(email);
}

std::string name_key(const std::string& name) {
  const std::string folded = text::fold_name(name);
  return folded.empty() ? "" : "name " + folded;
}

}  // namespace rel::commands
