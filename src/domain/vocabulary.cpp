#include "rel/vocabulary.hpp"

#include <algorithm>
#include <cstddef>

namespace rel {
namespace {

template <class Value>
struct Entry {
  Value value;
  std::string_view word;
};

template <class Value, std::size_t size>
using Table = std::array<Entry<Value>, size>;

/// Whether the table has every value once and in the enum's order, so that a value is its own index.
template <class Value, std::size_t size>
constexpr bool complete(const Table<Value, size>& table, Value last) {
  for (std::size_t i = 0; i < size; ++i) {
    if (static_cast<std::size_t>(table[i].value) != i || table[i].word.empty()) return false;
  }
  return size == static_cast<std::size_t>(last) + 1;
}

constexpr Table<Tier, 4> tiers{{{Tier::none, "none"},
                                {Tier::moderate, "moderate"},
                                {Tier::high, "high"},
                                {Tier::very_high, "very-high"}}};
static_assert(complete(tiers, Tier::very_high) && tiers.size() == all_tiers.size());

constexpr Table<Channel, 10> channels{{{Channel::met, "met"},
                                       {Channel::call, "call"},
                                       {Channel::video, "video"},
                                       {Channel::voice, "voice"},
                                       {Channel::letter, "letter"},
                                       {Channel::email, "email"},
                                       {Channel::chat, "chat"},
                                       {Channel::social, "social"},
                                       {Channel::hello, "hello"},
                                       {Channel::event, "event"}}};
static_assert(complete(channels, Channel::event) && channels.size() == all_channels.size());

constexpr Table<Depth, 3> depths{
    {{Depth::small, "small"}, {Depth::personal, "personal"}, {Depth::deep, "deep"}}};
static_assert(complete(depths, Depth::deep));

constexpr Table<Side, 2> sides{{{Side::me, "me"}, {Side::them, "them"}}};
static_assert(complete(sides, Side::them));

constexpr Table<Counts, 2> ways_to_count{{{Counts::real, "real"}, {Counts::touch, "touch"}}};
static_assert(complete(ways_to_count, Counts::touch));

constexpr Table<ContactKind, 4> contact_kinds{{{ContactKind::contact, "contact"},
                                               {ContactKind::tried, "tried"},
                                               {ContactKind::missed, "missed"},
                                               {ContactKind::owed, "owed"}}};
static_assert(complete(contact_kinds, ContactKind::owed));

template <class Value, std::size_t size>
std::string_view word_in(const Table<Value, size>& table, Value value) {
  return table[static_cast<std::size_t>(value)].word;
}

template <class Value, std::size_t size>
std::optional<Value> value_in(const Table<Value, size>& table, std::string_view text) {
  const auto* const found = std::ranges::find(table, text, &Entry<Value>::word);
  if (found == table.end()) return std::nullopt;
  return found->value;
}

}  // namespace

std::string_view word(Tier tier) {
  return word_in(tiers, tier);
}
std::string_view word(Channel channel) {
  return word_in(channels, channel);
}
std::string_view word(Depth depth) {
  return word_in(depths, depth);
}
std::string_view word(Side side) {
  return word_in(sides, side);
}
std::string_view word(Counts counts) {
  return word_in(ways_to_count, counts);
}
std::string_view word(ContactKind kind) {
  return word_in(contact_kinds, kind);
}

std::optional<Tier> tier_from(std::string_view text) {
  if (text == "1") return Tier::very_high;
  if (text == "2") return Tier::high;
  if (text == "3") return Tier::moderate;
  return value_in(tiers, text);
}
std::optional<Channel> channel_from(std::string_view text) {
  return value_in(channels, text);
}
std::optional<Depth> depth_from(std::string_view text) {
  return value_in(depths, text);
}
std::optional<Side> side_from(std::string_view text) {
  return value_in(sides, text);
}
std::optional<Counts> counts_from(std::string_view text) {
  return value_in(ways_to_count, text);
}
std::optional<ContactKind> contact_kind_from(std::string_view text) {
  return value_in(contact_kinds, text);
}

}  // namespace rel
