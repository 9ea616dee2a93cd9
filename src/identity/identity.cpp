#include "identity/identity.hpp"

#include "text/fold.hpp"

namespace rel::commands {

// Both are one mailbox.
std::string email_key(std::string_view email) {
  constexpr std::string_view other_name = "@googlemail.com";
  std::string folded = text::fold(email);
  if (folded.ends_with(other_name))
    folded.replace(folded.size() - other_name.size(), std::string::npos, "@gmail.com");
  return "mail " + folded;
}

std::string name_key(std::string_view name) {
  const std::string folded = text::fold_name(name);
  return folded.empty() ? "" : "name " + folded;
}

}  // namespace rel::commands
