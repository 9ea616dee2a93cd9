// Channels as people type them: the contract's words and their everyday synonyms.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rel/vocabulary.hpp"

namespace rel::cli {

/// The channel for a word or a synonym, whatever its case: `call`, `phone`, `lunch`, `coffee`, `sms`, …
std::optional<Channel> read_channel(std::string_view word);

/// Every word that read_channel knows, for "did you mean" and completion.
std::vector<std::string> channel_words();

}  // namespace rel::cli
