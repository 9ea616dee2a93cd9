#include "commands/identity.hpp"

#include "text/fold.hpp"

namespace rel::commands {

namespace {

constexpr std::size_t least_digits = 6;  // shorter numbers are extensions, not people

}  // namespace

std::string phone_key(const std::string& phone) {
  std::string digits;
  bool plus = false;
  for (const char c : phone) {
    if (c >= '0' && c <= '9') digits += c;
    plus = plus || (c == '+' && digits.empty());
  }
  return digits.size() < least_digits ? "" : (plus ? "tel 00" : "tel ") + digits;
}

std::string email_key(const std::string& email) {
  return "mail " + text::fold(email);
}

std::string name_key(const std::string& name) {
  const std::string folded = text::fold_name(name);
  return folded.empty() ? "" : "name " + folded;
}

}  // namespace rel::commands
