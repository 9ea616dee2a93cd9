#include "identity/identity.hpp"

#include "text/fold.hpp"

namespace rel::commands {

std::string digits_in(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits;
}

bool has_plus(std::string_view phone) {
  return phone.find('+') < phone.find_first_of("0123456789");
}

std::string phone_key(std::string_view phone) {
  const std::string digits = digits_in(phone);
  return digits.size() < least_digits ? "" : (has_plus(phone) ? "tel 00" : "tel ") + digits;
}

std::string email_key(std::string_view email) {
  return "mail " + text::fold(email);
}

std::string name_key(std::string_view name) {
  const std::string folded = text::fold_name(name);
  return folded.empty() ? "" : "name " + folded;
}

}  // namespace rel::commands
