#include "formats/phone_lists.hpp"

#include <algorithm>
#include <array>

#include "formats/ascii.hpp"
#include "formats/chat_stamp.hpp"
#include "formats/json_objects.hpp"
#include "formats/table_length.hpp"

namespace rel::formats {
namespace {

using nlohmann::json;

constexpr std::int64_t first_in_ms = 100'000'000'000;  // smaller ones are seconds: 1973 in milliseconds

std::int64_t in_ms(std::int64_t at) {
  return at < first_in_ms ? at * 1000 : at;
}

std::string first_of(const json& object, std::initializer_list<const char*> keys) {
  for (const char* key : keys)
    if (std::string text = text_at(object, key); !text.empty()) return text;
  return {};
}

/// `INCOMING`, `1` and the like.
CallType call_type(std::string_view word) {
  constexpr std::array<std::string_view, 7> words = {"INCOMING", "OUTGOING", "MISSED",  "VOICEMAIL",
                                                     "REJECTED", "BLOCKED",  "EXTERNAL"};
  const auto found = std::ranges::find_if(words, [&](std::string_view one) { return same_word(one, word); });
  if (found != words.end()) return static_cast<CallType>(found - words.begin());
  const bool figure = word.size() == 1 && word[0] >= '1' && word[0] <= '7';
  return figure ? static_cast<CallType>(word[0] - '1') : CallType::other;
}

/// Seconds, `12:34`, `1:02:03`.
std::optional<std::int64_t> seconds_of(const std::string& text) {
  if (all_digits(text) && text.size() < 8) return std::stoll(text);
  if (text.empty()) return std::nullopt;
  return seconds_from(std::ranges::count(text, ':') == 1 ? "0:" + text : text);
}

class ListReader {
 public:
  explicit ListReader(const PhoneTakers& takers) : takers_(takers) {}

  void take(std::size_t line, const json& object) {
    if (object.contains("duration") && takers_.call) return take_call(line, object);
    if (!object.contains("duration") && takers_.message) return take_message(line, object);
  }

 private:
  void refuse(std::size_t line, const std::string& why) const { takers_.problem({line, why}); }

  void take_call(std::size_t line, const json& object) {
    PhoneCall call{.line = line, .number = first_of(object, {"number", "phone_number", "phoneNumber"})};
    const std::string whose = first_of(object, {"name", "__display_name", "display_name", "contact_name"});
    const std::string of = whose.empty() ? call.number : whose;
    call.type = call_type(first_of(object, {"type"}));
    if (call.number.find_first_of("0123456789") == std::string::npos || call.number.starts_with('-'))
      call.number.clear();
    const auto seconds = seconds_of(text_at(object, "duration"));
    if (!seconds) return refuse(line, "call of " + of + ": duration: is no length");
    call.seconds = *seconds;
    const char* key = object.contains("startTS") ? "startTS" : "date";
    if (const auto at = number_at(object, key); at && *at >= 0) {
      call.at_ms = in_ms(*at);
    } else if (const auto civil = civil_moment(plain_line(text_at(object, key)))) {
      call.civil = civil;
      call.at_ms = (std::int64_t{day_number(civil->day)} * 1440 + civil->time->count()) * 60'000;
    } else {
      return refuse(line, "call of " + of + ": " + key + ": is no time");
    }
    takers_.call(call);
  }

  static void add_address(const json& one, std::vector<std::string>& to) {
    const std::string address = one.is_string() ? one.get<std::string>() : text_at(one, "address");
    if (!address.empty() && address != "insert-address-token") to.push_back(address);
  }

  static std::vector<std::string> addresses(const json& object, bool mine) {
    std::vector<std::string> from;
    std::vector<std::string> to;
    for (const char* key : {"sender_address", "__sender_address"})
      if (object.contains(key)) add_address(object[key], from);
    for (const char* key : {"recipient_addresses", "__recipient_addresses", "addresses"}) {
      if (!object.contains(key) || !object[key].is_array()) continue;
      for (const json& one : object[key]) add_address(one, text_at(one, "type") == "137" ? from : to);
    }
    if (mine) return to;
    return to.size() > 1 ? to : from.empty() ? to : from;
  }

  void take_message(std::size_t line, const json& object) {
    const std::string box = first_of(object, {"type", "msg_box", "messageBox"});
    PhoneMessage message{.line = line, .numbers = {}};
    message.mine = box == "2" || same_word(box, "sent");
    message.draft = !message.mine && box != "1" && !same_word(box, "inbox");
    if (const std::string number = first_of(object, {"address", "number"}); !number.empty())
      message.numbers = {number};
    if (message.numbers.empty()) message.numbers = addresses(object, message.mine);
    const std::string whose = message.numbers.empty() ? "nobody known" : message.numbers.front();
    if (const auto at = number_at(object, "date"); at && *at >= 0) {
      message.at_ms = in_ms(*at);
    } else if (const auto civil = civil_moment(plain_line(first_of(object, {"received", "date"})))) {
      message.civil = civil;
    } else {
      return refuse(line, "message of " + whose + ": date: is no time");
    }
    takers_.message(message);
  }

  const PhoneTakers& takers_;
};

bool holds(std::string_view text, std::initializer_list<std::string_view> keys) {
  return std::ranges::all_of(keys, [&](std::string_view key) {
    return text.find('"' + std::string(key) + '"') != std::string_view::npos;
  });
}

}  // namespace

bool looks_like_call_list(std::string_view beginning) {
  if (!begins_json(beginning)) return false;
  return holds(beginning, {"phoneNumber", "startTS"}) || holds(beginning, {"phone_number", "duration"}) ||
         holds(beginning, {"number", "duration", "date", "type"});
}

bool looks_like_message_list(std::string_view beginning) {
  if (!begins_json(beginning) || looks_like_call_list(beginning)) return false;
  return holds(beginning, {"threadid", "number", "received"}) ||
         holds(beginning, {"address", "date", "type"}) || holds(beginning, {"backupType", "date"}) ||
         holds(beginning, {"msg_box", "date"});
}

std::optional<Problem> read_phone_lists(std::istream& in, const PhoneTakers& takers) {
  ListReader reader(takers);
  read_json_objects(in, {.take = [&](std::size_t line, const json& object) { reader.take(line, object); },
                         .problem = takers.problem});
  return std::nullopt;
}

}  // namespace rel::formats
