#include "cli/typed.hpp"

#include "text/terminal.hpp"
#include "text/utf8.hpp"

namespace rel::cli {

namespace {

constexpr int widest_shown = 60;
// Enough bytes for 60 columns of anything written by people; measuring a whole argument would be a waste.
constexpr std::size_t enough_bytes = 4096;

}  // namespace

std::string named(std::string_view typed) {
  const std::string shown = text::shortened(text::escaped(typed.substr(0, enough_bytes)), widest_shown);
  return text::blank(typed) ? '"' + shown + '"' : shown;
}

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
