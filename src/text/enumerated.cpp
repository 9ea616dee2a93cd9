#include "text/enumerated.hpp"

namespace rel::text {

std::string enumerated(const std::vector<std::string>& parts, std::string_view before_last) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += i + 1 < parts.size() ? ", " : " " + std::string(before_last) + " ";
    text += parts[i];
  }
  return text;
}

}  // namespace rel::text
