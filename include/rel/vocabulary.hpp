// The enumerations of the model, and their words in files, in JSON and on the command line.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace rel {

/// How much a person matters to the user. People in `none` are kept, but never due for silence.
enum class Tier { none, moderate, high, very_high };

/// How two people were in contact.
enum class Channel { met, call, video, voice, letter, email, chat, social, hello, event };

/// How deep a conversation went.
enum class Depth { small, personal, deep };

/// Who began a contact.
enum class Side { me, them };

/// What a contact counts as, if the user overrides the rule of its channel: a conversation or a touch.
enum class Counts { real, touch };

/// What became of a contact: it took place, nobody answered the user, the user missed it, or the user owes an
/// answer.
enum class ContactKind { contact, tried, missed, owed };

/// All of them, in the order of the enumeration.
inline constexpr std::array all_tiers = {Tier::none, Tier::moderate, Tier::high, Tier::very_high};
inline constexpr std::array all_channels = {Channel::met,    Channel::call,  Channel::video, Channel::voice,
                                            Channel::letter, Channel::email, Channel::chat,  Channel::social,
                                            Channel::hello,  Channel::event};

/// The last value of each enumeration; its argument only chooses which.
constexpr Tier last_of(Tier) {
  return Tier::very_high;
}
constexpr Channel last_of(Channel) {
  return Channel::event;
}
constexpr Depth last_of(Depth) {
  return Depth::deep;
}
constexpr Side last_of(Side) {
  return Side::them;
}
constexpr Counts last_of(Counts) {
  return Counts::touch;
}
constexpr ContactKind last_of(ContactKind) {
  return ContactKind::owed;
}

/// The word for a value: `very-high`, `call`, `personal`, `me`, `real`, `tried`, …
std::string_view word(Tier tier);
std::string_view word(Channel channel);
std::string_view word(Depth depth);
std::string_view word(Side side);
std::string_view word(Counts counts);
std::string_view word(ContactKind kind);

/// The value for a word, in exactly this spelling; std::nullopt for any other text. Tiers are also `1`, `2`
/// and `3`, from the highest down.
std::optional<Tier> tier_from(std::string_view text);
std::optional<Channel> channel_from(std::string_view text);
std::optional<Depth> depth_from(std::string_view text);
std::optional<Side> side_from(std::string_view text);
std::optional<Counts> counts_from(std::string_view text);
std::optional<ContactKind> contact_kind_from(std::string_view text);

}  // namespace rel
