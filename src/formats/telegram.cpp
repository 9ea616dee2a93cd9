#include "formats/telegram.hpp"

#include <algorithm>
#include <charconv>
#include <istream>
#include <map>
#include <nlohmann/json.hpp>
#include <vector>

#include "formats/ascii.hpp"
#include "formats/json_input.hpp"
#include "formats/json_objects.hpp"
#include "formats/json_rows.hpp"

namespace rel::formats {
namespace {

constexpr std::size_t longest_kept = 1024;                 // bytes
constexpr std::int64_t latest_second = 1'000'000'000'000;  // since 1970
constexpr std::string_view kept_keys[] = {
    "name",          "type",    "id",           "date",   "date_unixtime", "from",     "first_name",
    "last_name",     "from_id", "phone_number", "action", "actor",         "actor_id", "duration_seconds",
    "discard_reason"};
constexpr std::string_view chat_types[] = {"personal_chat",  "private_group",   "private_supergroup",
                                           "public_channel", "private_channel", "public_supergroup",
                                           "saved_messages", "bot_chat"};

/// Takes the library's events. Of each object only the few values that matter are kept, while it is open.
class TelegramReader {
 public:
  TelegramReader(const TelegramTakers& takers, const std::size_t& line) : takers_(takers), line_(line) {}

  std::optional<Problem> problem() && { return std::move(problem_); }

  static bool null() { return true; }
  static bool boolean(bool) { return true; }
  bool number_integer(Json::number_integer_t value) { return keep(std::to_string(value)); }
  bool number_unsigned(Json::number_unsigned_t value) { return keep(std::to_string(value)); }
  static bool number_float(Json::number_float_t, const std::string&) { return true; }
  bool string(std::string& value) { return value.size() > longest_kept || keep(value); }
  bool binary(Json::binary_t&) { return refuse("is not JSON"); }

  bool start_object(std::size_t) { return open(false); }
  bool start_array(std::size_t) { return open(true); }
  bool end_array() {
    open_.pop_back();
    return true;
  }
  bool end_object() {
    Open done = std::move(open_.back());
    open_.pop_back();
    if (in_list("messages")) keep_message(done);
    for (const Open& message : done.waiting) take_message(message, done);
    if (in_list("list") && open_.size() >= 3 && open_[open_.size() - 3].key == "contacts") take_contact(done);
    return true;
  }
  bool key(std::string& name) {
    open_.back().key = std::move(name);
    return true;
  }

  bool parse_error(std::size_t, const std::string&, const Json::exception& error) {
    return refuse("is not JSON: " + plain_message(error.what()));
  }

 private:
  /// A list or an object that is not at its end yet.
  struct Open {
    bool list = false;
    std::size_t line = 0;
    std::string key;  // the one read last
    std::map<std::string, std::string, std::less<>> values;
    std::vector<Open> waiting;  // messages of a chat that is not named yet

    std::string value(std::string_view name) const {
      const auto found = values.find(name);
      return found == values.end() ? std::string() : found->second;
    }
  };

  bool refuse(const std::string& why) {
    problem_ = Problem{line_, why};
    return false;
  }

  bool open(bool list) {
    if (open_.size() == deepest_export) return refuse("is nested too deeply");
    open_.push_back({list, line_, {}, {}});
    return true;
  }

  bool keep(const std::string& value) {
    if (open_.empty() || open_.back().list) return true;
    const std::string& key = open_.back().key;
    if (std::ranges::find(kept_keys, key) != std::end(kept_keys)) open_.back().values[key] = value;
    return true;
  }

  /// Whether what just ended stood in a list of that name.
  bool in_list(std::string_view name) const {
    return open_.size() >= 2 && open_.back().list && open_[open_.size() - 2].key == name;
  }

  // Whose messages they are may stand behind them.
  void keep_message(Open& object) {
    Open& chat = open_[open_.size() - 2];
    const bool known =
        chat.values.contains("name") && chat.values.contains("type") && chat.values.contains("id");
    if (known && chat.waiting.empty()) return take_message(object, chat);
    chat.waiting.push_back(std::move(object));
  }

  /// Ids are `user111`, or, in older exports, a number that holds 111 in its lower half.
  static bool same_user(std::string_view from, std::string_view chat) {
    take(from, "user");
    std::uint64_t number = 0;
    const auto read = std::from_chars(from.data(), from.data() + from.size(), number);
    if (read.ec != std::errc() || read.ptr != from.data() + from.size()) return false;
    return from == chat || std::to_string(number & 0xFFFFFFFFU) == chat;
  }

  // Of service messages ("joined", "pinned") only calls are any.
  void take_message(const Open& object, const Open& chat) const {
    const bool call = object.value("type") == "service" && object.value("action") == "phone_call";
    if ((object.value("type") != "message" && !call) || !takers_.message) return;
    TelegramMessage message{.line = object.line, .chat = chat.value("name"), .chat_type = chat.value("type")};
    const std::string from = object.value(call ? "actor_id" : "from_id");
    const std::string name = object.value(call ? "actor" : "from");
    message.theirs = same_user(from, chat.value("id")) || name == message.chat;
    message.call = call;
    const std::string length = object.value("duration_seconds");
    if (call && length.size() < 10)
      std::from_chars(length.data(), length.data() + length.size(), message.seconds);
    const std::string seconds = object.value("date_unixtime");
    std::int64_t at = 0;
    const auto read = std::from_chars(seconds.data(), seconds.data() + seconds.size(), at);
    const bool whole = read.ec == std::errc() && read.ptr == seconds.data() + seconds.size();
    if (whole && at >= 0 && at <= latest_second) message.at = at;
    message.civil = civil_moment(object.value("date"));
    takers_.message(message);
  }

  void take_contact(const Open& object) const {
    if (!takers_.contact) return;
    const std::string first = object.value("first_name");
    const std::string last = object.value("last_name");
    takers_.contact(
        {first + (first.empty() || last.empty() ? "" : " ") + last, object.value("phone_number")});
  }

  const TelegramTakers& takers_;
  const std::size_t& line_;
  std::optional<Problem> problem_;
  std::vector<Open> open_;
};

}  // namespace

bool looks_like_telegram(std::string_view beginning) {
  if (!stripped(beginning, " \t\r\n\xEF\xBB\xBF").starts_with('{')) return false;
  if (beginning.find("\"personal_information\"") != std::string_view::npos) return true;
  return std::ranges::any_of(chat_types, [&](std::string_view type) {
    return beginning.find('"' + std::string(type) + '"') != std::string_view::npos;
  });
}

std::optional<Problem> read_telegram(std::istream& in, const TelegramTakers& takers) {
  std::size_t line = 1;
  TelegramReader reader(takers, line);
  Json::sax_parse(CountedBytes(in.rdbuf(), &line), CountedBytes(), &reader);
  return std::move(reader).problem();
}

}  // namespace rel::formats
