#include "cli/channels.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <utility>

namespace {

using namespace rel;
using namespace rel::cli;

std::vector<std::string> words_in(const std::string& text) {
  std::istringstream stream{text};
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

const std::vector<std::pair<Channel, std::string>> expected = {
    {Channel::met,
     "met meet visit visited lunch dinner breakfast brunch coffee tea drinks beer walk hike in-person"},
    {Channel::call, "call phone phoned called telephone ring rang phone-call"},
    {Channel::video, "video skype facetime zoom teams videocall video-call zoom-call"},
    {Channel::voice, "voice voice-message voicenote audio"},
    {Channel::letter, "letter card postcard post parcel"},
    {Channel::email, "email mail e-mail mailed"},
    {Channel::chat,
     "chat sms text texted text-message whatsapp signal telegram message msg dm imessage messenger threema "
     "slack discord"},
    {Channel::social, "social like comment facebook instagram linkedin mastodon twitter"},
    {Channel::hello, "hello hallway hi wave greeting"},
    {Channel::event, "event party concert fair conference wedding meeting crowd funeral"},
};

TEST_CASE("every channel has its words, and no others") {
  std::size_t count = 0;
  for (const auto& [channel, words] : expected) {
    for (const auto& word : words_in(words)) {
      CAPTURE(word);
      CHECK(read_channel(word) == channel);
      ++count;
    }
  }
  CHECK(channel_words().size() == count);
}

TEST_CASE("each listed word is read, and none is listed twice") {
  auto words = channel_words();
  for (const auto& word : words) {
    CAPTURE(word);
    CHECK(read_channel(word).has_value());
  }
  std::ranges::sort(words);
  CHECK(std::ranges::adjacent_find(words) == words.end());
}

TEST_CASE("the words of the contract are listed first") {
  const auto words = channel_words();
  REQUIRE(words.size() >= all_channels.size());
  for (std::size_t i = 0; i < all_channels.size(); ++i) CHECK(words[i] == word(all_channels[i]));
}

TEST_CASE("case makes no difference") {
  CHECK(read_channel("Call") == Channel::call);
  CHECK(read_channel("SMS") == Channel::chat);
  CHECK(read_channel("In-Person") == Channel::met);
  CHECK(read_channel("Video Call") == Channel::video);
  CHECK(read_depth("Deep") == Depth::deep);
  CHECK(read_depth("small talk") == Depth::small);
  CHECK_FALSE(read_depth("talk"));
}

TEST_CASE("words of the log grammar and others are no channels") {
  for (const auto* const word : {"tried", "voicemail", "missed", "owe", "date", "", " ", "call ", " call",
                                 "cal", "calls", "today", "tue", "45m", "me", "deep", "none", "çall"}) {
    CAPTURE(word);
    CHECK_FALSE(read_channel(word).has_value());
  }
}

}  // namespace
