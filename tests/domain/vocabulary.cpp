#include "rel/vocabulary.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using namespace rel;

template <class Value>
struct Expected {
  Value value;
  std::string_view text;
};

/// Each value has its word and each word its value; nothing near a word has one.
template <class Value, class From>
void check_words(const std::vector<Expected<Value>>& expected, From from) {
  for (const auto& entry : expected) {
    const std::string_view text = entry.text;
    CAPTURE(text);
    CHECK(word(entry.value) == text);
    CHECK(from(text) == entry.value);
    std::string capital{text};
    capital[0] = static_cast<char>(capital[0] - 'a' + 'A');
    CHECK_FALSE(from(capital).has_value());
    CHECK_FALSE(from(std::string{text} + " ").has_value());
    CHECK_FALSE(from(text.substr(1)).has_value());
  }
  for (const auto* const text : {"", "0", "4", "nothing"}) CHECK_FALSE(from(text).has_value());
}

TEST_CASE("tiers") {
  check_words<Tier>({{Tier::none, "none"},
                     {Tier::moderate, "moderate"},
                     {Tier::high, "high"},
                     {Tier::very_high, "very-high"}},
                    tier_from);
  CHECK(tier_from("1") == Tier::very_high);
  CHECK(tier_from("2") == Tier::high);
  CHECK(tier_from("3") == Tier::moderate);
  CHECK_FALSE(tier_from("01").has_value());
}

TEST_CASE("channels") {
  check_words<Channel>({{Channel::met, "met"},
                        {Channel::call, "call"},
                        {Channel::video, "video"},
                        {Channel::voice, "voice"},
                        {Channel::letter, "letter"},
                        {Channel::email, "email"},
                        {Channel::chat, "chat"},
                        {Channel::social, "social"},
                        {Channel::hello, "hello"},
                        {Channel::event, "event"}},
                       channel_from);
  CHECK_FALSE(channel_from("phone").has_value());
}

TEST_CASE("depths") {
  check_words<Depth>({{Depth::small, "small"}, {Depth::personal, "personal"}, {Depth::deep, "deep"}},
                     depth_from);
}

TEST_CASE("sides") {
  check_words<Side>({{Side::me, "me"}, {Side::them, "them"}}, side_from);
}

TEST_CASE("what a contact counts as") {
  check_words<Counts>({{Counts::real, "real"}, {Counts::touch, "touch"}}, counts_from);
}

TEST_CASE("kinds of contact") {
  check_words<ContactKind>({{ContactKind::contact, "contact"},
                            {ContactKind::tried, "tried"},
                            {ContactKind::missed, "missed"},
                            {ContactKind::owed, "owed"}},
                           contact_kind_from);
}

}  // namespace
