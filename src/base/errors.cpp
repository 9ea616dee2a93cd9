#include "base/errors.hpp"

namespace rel {

std::string without_nul(const std::string& text) {
  std::string shown;
  for (const char c : text) shown += c == '\0' ? "\\u{0}" : std::string(1, c);
  return shown;
}

}  // namespace rel
