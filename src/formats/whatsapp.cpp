#include "formats/whatsapp.hpp"

#include <algorithm>
#include <istream>
#include <unordered_map>

#include "formats/ascii.hpp"
#include "formats/charset.hpp"
#include "formats/lines.hpp"

namespace rel::formats {
namespace {

constexpr std::size_t longest_sender = 200;  // bytes
constexpr std::size_t most_senders = 10'000;

// What WhatsApp strews: directional marks, and blanks that are not to be broken.
constexpr std::string_view marks[] = {"\xE2\x80\x8E", "\xE2\x80\x8F", "\xE2\x80\xAA", "\xE2\x80\xAB",
                                      "\xE2\x80\xAC", "\xE2\x81\xA8", "\xE2\x81\xA9", "\xEF\xBB\xBF"};
constexpr std::string_view blanks[] = {"\xE2\x80\xAF", "\xC2\xA0"};

/// The line without marks, every blank a plain one.
std::string plain(std::string_view line) {
  std::string out;
  while (!line.empty()) {
    const auto begins = [&](std::string_view what) { return line.starts_with(what); };
    if (const auto* mark = std::ranges::find_if(marks, begins); mark != std::end(marks)) {
      line.remove_prefix(mark->size());
    } else if (const auto* blank = std::ranges::find_if(blanks, begins); blank != std::end(blanks)) {
      out += ' ';
      line.remove_prefix(blank->size());
    } else {
      out += line.front();
      line.remove_prefix(1);
    }
  }
  return out;
}

/// A number of one or two figures.
std::optional<int> take_figures(std::string_view& text) {
  std::size_t length = 0;
  while (length < text.size() && length < 2 && is_digit(text[length])) ++length;
  if (length == 0) return std::nullopt;
  const int value = length == 2 ? (text[0] - '0') * 10 + (text[1] - '0') : text[0] - '0';
  text.remove_prefix(length);
  return value;
}

/// `AM`, `pm`, `a. m.` and their like: true for the afternoon.
std::optional<bool> take_half_of_day(std::string_view& text) {
  std::string_view rest = text;
  take(rest, " ");
  if (rest.empty() || (upper(rest[0]) != 'A' && upper(rest[0]) != 'P')) return std::nullopt;
  const bool afternoon = upper(rest[0]) == 'P';
  rest.remove_prefix(1);
  take(rest, ".");
  take(rest, " ");
  if (rest.empty() || upper(rest[0]) != 'M') return std::nullopt;
  rest.remove_prefix(1);
  take(rest, ".");
  text = rest;
  return afternoon;
}

/// `20:15`, `20:15:33`, `20.15`, `8:15 PM`, in minutes since midnight.
std::optional<std::int16_t> take_time(std::string_view& text) {
  const auto hour = take_figures(text);
  if (!hour || (!take(text, ":") && !take(text, "."))) return std::nullopt;
  const auto minute = take_figures(text);
  if (!minute || *minute > 59) return std::nullopt;
  if (take(text, ":") || take(text, ".")) {
    if (!take_figures(text)) return std::nullopt;
  }
  int of_day = *hour;
  if (const auto afternoon = take_half_of_day(text)) {
    if (*hour < 1 || *hour > 12) return std::nullopt;
    of_day = *hour % 12 + (*afternoon ? 12 : 0);
  }
  if (of_day > 23) return std::nullopt;
  return static_cast<std::int16_t>(of_day * 60 + *minute);
}

/// What stands before a message.
struct Stamp {
  WrittenDay day;
  std::int16_t minute = 0;
};

/// `02/11/2018, 20:15`, with `,` or a blank between, or the time first.
std::optional<Stamp> take_day_and_time(std::string_view& text) {
  std::string_view rest = text;
  if (const auto day = take_written_day(rest)) {
    take(rest, ",");
    take(rest, " ");
    const auto time = take_time(rest);
    if (!time) return std::nullopt;
    text = rest;
    return Stamp{*day, *time};
  }
  const auto time = take_time(rest);
  if (!time || !take(rest, ", ")) return std::nullopt;
  const auto day = take_written_day(rest);
  if (!day) return std::nullopt;
  text = rest;
  return Stamp{*day, *time};
}

/// The stamp at the front of a line, in brackets or before ` - `.
std::optional<Stamp> take_stamp(std::string_view& line) {
  const bool brackets = take(line, "[");
  const auto stamp = take_day_and_time(line);
  if (!stamp) return std::nullopt;
  const bool ended = brackets ? take(line, "] ") : take(line, " - ") || take(line, ": ");
  return ended ? stamp : std::nullopt;
}

/// `Ann Lee: …`; nothing for what WhatsApp says by itself.
std::optional<std::string> sender_of(std::string_view rest) {
  const std::size_t end = rest.find(": ");
  const std::size_t bare = rest.ends_with(':') ? rest.size() - 1 : std::string_view::npos;
  const std::size_t at = std::min(end, bare);
  if (at == std::string_view::npos || at == 0 || at > longest_sender) return std::nullopt;
  const std::string_view name = stripped(rest.substr(0, at), " ~");
  return name.empty() ? std::nullopt : std::optional(std::string(name));
}

/// Whether the messages follow each other in this order, none after `latest`.
bool follow_each_other(const WhatsAppChat& chat, DayOrder order, Day latest) {
  Day before = earliest_day();
  for (const WhatsAppMessage& message : chat.messages) {
    const auto day = day_in_order(message.day, order);
    if (!day || *day < before || *day > latest) return false;
    before = *day;
  }
  return true;
}

}  // namespace

bool looks_like_whatsapp(std::string_view beginning) {
  const std::string line = plain(stripped(beginning.substr(0, beginning.find('\n'))));
  std::string_view rest = line;
  return take_stamp(rest).has_value();
}

WhatsAppChat read_whatsapp(std::istream& in) {
  WhatsAppChat chat;
  std::unordered_map<std::string, std::uint32_t> places;
  for (Lines lines(in); lines.next();) {
    const std::string text = plain(stripped(lines.line()));
    std::string_view rest = text;
    const auto stamp = take_stamp(rest);
    const auto sender = stamp ? sender_of(rest) : std::nullopt;
    if (!sender) continue;
    if (places.size() >= most_senders && !places.contains(*sender)) continue;
    const auto [place, fresh] =
        places.try_emplace(to_utf8(*sender, ""), static_cast<std::uint32_t>(chat.senders.size()));
    if (fresh) chat.senders.push_back(place->first);
    chat.evidence.see(stamp->day);
    chat.messages.push_back({stamp->day, stamp->minute, place->second});
  }
  return chat;
}

std::optional<DayOrder> order_of_days(const WhatsAppChat& chat, Day latest) {
  if (const auto settled = chat.evidence.order()) return settled;
  std::optional<DayOrder> only;
  for (const DayOrder order : {DayOrder::dmy, DayOrder::mdy}) {
    if (!chat.evidence.fits(order) || !follow_each_other(chat, order, latest)) continue;
    if (only) return std::nullopt;
    only = order;
  }
  return only;
}

}  // namespace rel::formats
