#include "identity/identity.hpp"

#include "text/fold.hpp"

namespace rel::commands {

std::string email_key(std::string_view email) {
  return "mail " + text::fold(email);
}

std::string name_key(std::string_view name) {
  const std::string folded = text::fold_name(name);
  return folded.empty() ? "" : "name " + folded;
}

}  // namespace rel::commands
