#include "commands/import/guessed_channel.hpp"

#include <fmt/format.h>

#include <cstdint>

#include "cli/channels.hpp"
#include "text/ascii.hpp"

namespace rel::commands {

Channel guessed_channel(const std::string& text) {
  std::string word;
  for (const char c : text + ' ') {
    const bool letter = text::is_letter(c) || c == '-';
    if (letter) word += c;
    if (letter || word.empty()) continue;
    if (const auto channel = cli::read_channel(word)) return *channel;
    word.clear();
  }
  return Channel::met;
}

// FNV-1a.
std::string fingerprint(const std::string& text) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return fmt::format("{:016x}", hash);
}

}  // namespace rel::commands
