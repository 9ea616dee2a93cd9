#include "cli/channels.hpp"

#include <algorithm>
#include <array>

#include "cli/scanning.hpp"

namespace rel::cli {
namespace {

using enum Channel;

struct ChannelWord {
  std::string_view word;
  Channel channel;
};

/// The contract's words come first, so that "did you mean" prefers them to a synonym that is as near.
constexpr auto table = std::to_array<ChannelWord>({
    {"met", met},
    {"call", call},
    {"video", video},
    {"voice", voice},
    {"letter", letter},
    {"email", email},
    {"chat", chat},
    {"social", social},
    {"hello", hello},
    {"event", event},
    // met
    {"meet", met},
    {"visit", met},
    {"visited", met},
    {"lunch", met},
    {"dinner", met},
    {"breakfast", met},
    {"brunch", met},
    {"coffee", met},
    {"tea", met},
    {"drinks", met},
    {"beer", met},
    {"walk", met},
    {"hike", met},
    {"in-person", met},
    // call
    {"phone", call},
    {"phoned", call},
    {"called", call},
    {"telephone", call},
    {"ring", call},
    {"rang", call},
    {"phone-call", call},
    // video
    {"skype", video},
    {"facetime", video},
    {"zoom", video},
    {"teams", video},
    {"videocall", video},
    {"video-call", video},
    {"zoom-call", video},
    // voice
    {"voice-message", voice},
    {"voicenote", voice},
    {"audio", voice},
    // letter
    {"card", letter},
    {"postcard", letter},
    {"post", letter},
    {"parcel", letter},
    // email
    {"mail", email},
    {"e-mail", email},
    {"mailed", email},
    // chat
    {"sms", chat},
    {"text", chat},
    {"texted", chat},
    {"text-message", chat},
    {"whatsapp", chat},
    {"signal", chat},
    {"telegram", chat},
    {"message", chat},
    {"msg", chat},
    {"dm", chat},
    {"imessage", chat},
    {"messenger", chat},
    {"threema", chat},
    {"slack", chat},
    {"discord", chat},
    // social
    {"like", social},
    {"comment", social},
    {"facebook", social},
    {"instagram", social},
    {"linkedin", social},
    {"mastodon", social},
    {"twitter", social},
    // hello
    {"hallway", hello},
    {"hi", hello},
    {"wave", hello},
    {"greeting", hello},
    // event: a meeting is a crowd, not a conversation of two
    {"party", event},
    {"concert", event},
    {"fair", event},
    {"conference", event},
    {"wedding", event},
    {"meeting", event},
    {"crowd", event},
    {"funeral", event},
});

constexpr bool lists(std::string_view word) {
  return std::ranges::find(table, word, &ChannelWord::word) != table.end();
}

constexpr bool all_differ() {
  return std::ranges::all_of(
      table, [](std::string_view word) { return std::ranges::count(table, word, &ChannelWord::word) == 1; },
      &ChannelWord::word);
}

static_assert(all_differ());
static_assert(!lists("tried") && !lists("voicemail") && !lists("missed") && !lists("owe"),
              "these words of `rel log` say what became of a contact");

}  // namespace

std::optional<Channel> read_channel(std::string_view text) {
  std::string word = text::lower(text);
  std::ranges::replace(word, ' ', '-');
  const auto* const found = std::ranges::find(table, word, &ChannelWord::word);
  if (found == table.end()) return std::nullopt;
  return found->channel;
}

std::optional<Depth> read_depth(std::string_view text) {
  const std::string lowered = text::lower(text);
  constexpr std::string_view talk = " talk";
  return depth_from(lowered.ends_with(talk) ? lowered.substr(0, lowered.size() - talk.size()) : lowered);
}

std::vector<std::string> channel_words() {
  std::vector<std::string> words;
  words.reserve(table.size());
  for (const auto& entry : table) words.emplace_back(entry.word);
  return words;
}

}  // namespace rel::cli
