// friends.md.
#include "formats/friends_md.hpp"
#include "fuzz/cards.hpp"

using namespace rel;
using namespace rel::test;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = text_of(data, size);
  formats::looks_like_friends(text);
  const formats::FriendsFile friends = formats::read_friends(text);
  for (const formats::Card& card : friends.friends) must_be_card(card);
  for (const formats::FriendsEvent& event : friends.activities) must_be_utf8(event.text);
  return 0;
}
