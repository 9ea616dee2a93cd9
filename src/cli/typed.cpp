#include "cli/typed.hpp"

#include "text/terminal.hpp"
#include "text/utf8.hpp"

namespace rel::cli {

std::string named(std::string_view option, std::string_view value) {
  const std::string name = option_name(option);
  return value.empty() ? name : name + " " + named(value);
}

std::string shell_word(std::string_view text) {
  if (!text.empty() && text.find_first_of(" \t\n\"'\\$`&|;<>()*?[]#~!{}") == std::string_view::npos)
    return std::string(text);
  std::string quoted(text);
  for (std::size_t at = quoted.find('\''); at != std::string::npos; at = quoted.find('\'', at + 4)) {
    quoted.replace(at, 1, "'\\''");
  }
  return "'" + quoted + "'";
}

std::string option_name(std::string_view option) {
  return option == "limit" ? "-n" : "--" + std::string(option);
}

}  // namespace rel::cli
