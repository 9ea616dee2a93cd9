// Chats of two as other programs export them in JSON: Facebook's and Instagram's, and those of Signal Desktop
// by signal-export. Of messages nothing is read but who and when.
#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/problem.hpp"
#include "rel/day.hpp"

namespace rel::formats {

/// A message, or a call among them.
struct ChatEntry {
  std::size_t line = 0;
  std::string sender;
  std::optional<std::int64_t> at_ms{};  ///< since 1970
  std::optional<Moment> civil{};        ///< as the exporting computer's clock had it
  bool call = false;
  std::int64_t seconds = 0;  ///< of a call: 0 where nobody talked
};

struct ChatTakers {
  /// Somebody who takes part, before any message of theirs. Facebook names all of them, with the user.
  std::function<void(const std::string& name)> participant;
  std::function<void(const ChatEntry&)> entry;
  /// An entry that can't be taken. The next one is read.
  std::function<void(const Problem&)> problem;
};

bool looks_like_facebook(std::string_view beginning);
bool looks_like_signal(std::string_view beginning);

/// Both read a file to its end, an entry at a time. Return why the reading ended where it is no JSON.
std::optional<Problem> read_facebook(std::istream& in, const ChatTakers& takers);
std::optional<Problem> read_signal(std::istream& in, const ChatTakers& takers);

}  // namespace rel::formats
