#include "input/texts.hpp"

#include <algorithm>

#include "base/errors.hpp"
#include "cli/typed.hpp"
#include "rel/limits.hpp"
#include "text/ascii.hpp"
#include "text/terminal.hpp"
#include "text/utf8.hpp"

namespace rel::commands {

namespace {

[[noreturn]] void refuse_text(std::string_view what, const std::string& text, const std::string& why) {
  throw UsageError(std::string(what) + (text.empty() ? "" : " " + cli::named(text)) + ": " + why);
}

std::string require_text(const std::string& text, std::string_view what) {
  if (const auto offset = text::first_invalid_byte(text)) {
    refuse_text(what, text, "byte " + std::to_string(*offset) + " is not UTF-8");
  }
  if (text::blank(text)) refuse_text(what, "", "empty");
  return std::string(text::trimmed(text));
}

void refuse_controls(const std::string& text, std::string_view what) {
  for (std::size_t at = 0; at < text.size();) {
    if (text::is_control(text::next_code_point(text, at)))
      refuse_text(what, text, "holds a control character");
  }
}

}  // namespace

std::string require_name(const std::string& text, std::string_view what) {
  const std::string name = require_text(text, what);
  refuse_controls(name, what);
  if (text::grapheme_count(name) > longest_name) {
    refuse_text(what, name, "longer than " + std::to_string(longest_name) + " characters");
  }
  if (name.size() > longest_name_bytes) refuse_text(what, name, "too many marks on its letters");
  return name;
}

std::string require_note(const std::string& text, std::string_view what) {
  if (text.size() > longest_note) refuse_text(what, "", "longer than 1 MiB");
  if (const std::size_t nul = text.find('\0'); nul != std::string::npos) {
    refuse_text(what, "", "holds a NUL byte at offset " + std::to_string(nul));
  }
  return require_text(text, what);
}

std::string require_email(const std::string& text) {
  const std::string address = require_name(text, "e-mail");
  const std::size_t at = address.find('@');
  if (at == std::string::npos || at == 0 || at + 1 == address.size())
    refuse_text("e-mail", address, "is not name@host");
  return address;
}

std::string require_phone(const std::string& text) {
  const std::string number = require_name(text, "phone");
  if (text::digits_of(number).empty()) {
    refuse_text("phone", number, "has no digit");
  }
  return number;
}

}  // namespace rel::commands
