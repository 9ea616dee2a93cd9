#include "formats/chat_lists.hpp"

#include "formats/ascii.hpp"
#include "formats/json_objects.hpp"
#include "formats/json_rows.hpp"
#include "text/utf8.hpp"

namespace rel::formats {
namespace {

using nlohmann::json;

/// Facebook writes every byte of UTF-8 as a character of its own.
std::string mended(const std::string& text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_code_point(text, at);
    if (c > 0xFF) return text;
    bytes += static_cast<char>(c);
  }
  return text::first_invalid_byte(bytes) ? text : bytes;
}

void take_facebook_message(const json& message, std::size_t line, const ChatTakers& takers) {
  ChatEntry entry{.line = line, .sender = mended(text_at(message, "sender_name"))};
  entry.at_ms = number_at(message, "timestamp_ms");
  if (!entry.at_ms || *entry.at_ms < 0 || entry.sender.empty())
    return takers.problem({line, "message of " + (entry.sender.empty() ? "nobody named" : entry.sender) +
                                     ": sender_name or timestamp_ms: is missing"});
  const auto seconds = number_at(message, "call_duration");
  entry.call = seconds.has_value();
  entry.seconds = std::max<std::int64_t>(0, seconds.value_or(0));
  takers.entry(entry);
}

bool holds(std::string_view text, std::string_view key) {
  return text.find('"' + std::string(key) + '"') != std::string_view::npos;
}

}  // namespace

bool looks_like_facebook(std::string_view beginning) {
  return begins_json(beginning) && holds(beginning, "participants") && holds(beginning, "sender_name");
}

bool looks_like_signal(std::string_view beginning) {
  return begins_json(beginning) && holds(beginning, "sender") && holds(beginning, "body") &&
         holds(beginning, "quote") && holds(beginning, "reactions");
}

std::optional<Problem> read_facebook(std::istream& in, const ChatTakers& takers) {
  const auto take = [&](const JsonRow& row) {
    if (row.list == "participants") takers.participant(mended(text_at(row.value, "name")));
    if (row.list == "messages") take_facebook_message(row.value, row.line, takers);
  };
  const auto nothing = [](const std::string&) { return std::optional<std::string>(); };
  return read_json_rows(in, {.list = nothing, .row = take, .head = [](const std::string&, const Json&) {
                               return std::optional<std::string>();
                             }});
}

std::optional<Problem> read_signal(std::istream& in, const ChatTakers& takers) {
  const auto take = [&](std::size_t line, const json& message) {
    ChatEntry entry{.line = line, .sender = text_at(message, "sender")};
    entry.civil = civil_moment(text_at(message, "date"));
    if (entry.sender.empty() || !entry.civil)
      return takers.problem({line, "message of " + (entry.sender.empty() ? "nobody named" : entry.sender) +
                                       ": sender or date: is missing"});
    entry.call = message.value("call", false);
    takers.participant(entry.sender);
    takers.entry(entry);
  };
  read_json_objects(in, {.take = take, .problem = takers.problem});
  return std::nullopt;
}

}  // namespace rel::formats
