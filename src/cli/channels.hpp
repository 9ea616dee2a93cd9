// Channels and depths as people type them: the contract's words and their everyday synonyms.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rel/vocabulary.hpp"

namespace rel::cli {

/// The channel for a word or a synonym, whatever its case: `call`, `phone`, `lunch`, `video call`, …
std::optional<Channel> read_channel(std::string_view text);

/// The depth of a talk, whatever its case: `small`, `personal`, `deep`, and as one says `small talk`.
std::optional<Depth> read_depth(std::string_view text);

/// Every word that read_channel knows, for "did you mean" and completion.
std::vector<std::string> channel_words();

}  // namespace rel::cli
