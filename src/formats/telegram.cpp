#include "formats/telegram.hpp"

#include <algorithm>
#include <charconv>
#include <istream>
#include <map>
#include <nlohmann/json.hpp>
#include <vector>

#include "formats/ascii.hpp"
#include "formats/json_input.hpp"
#include "formats/json_rows.hpp"

namespace rel::formats {
namespace {

constexpr std::size_t longest_kept = 1024;                 // bytes
constexpr std::int64_t latest_second = 1'000'000'000'000;  // since 1970
constexpr std::string_view kept_keys[] = {"name", "type",       "id",        "date",         "date_unixtime",
                                          "from", "first_name", "last_name", "phone_number", "from_id"};
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
    const Open done = std::move(open_.back());
    open_.pop_back();
    if (in_list("messages")) take_message(done);
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

  // A service message ("joined", "pinned") has no sender and is none.
  void take_message(const Open& object) const {
    if (object.value("type") != "message" || !takers_.message) return;
    const Open& chat = open_[open_.size() - 2];
    TelegramMessage message{.line = object.line, .chat = chat.value("name"), .chat_type = chat.value("type")};
    message.theirs = object.value("from_id") == "user" + chat.value("id");
    if (!object.values.contains("from_id")) message.theirs = object.value("from") == message.chat;
    const std::string seconds = object.value("date_unixtime");
    std::int64_t at = 0;
    const auto read = std::from_chars(seconds.data(), seconds.data() + seconds.size(), at);
    const bool whole = read.ec == std::errc() && read.ptr == seconds.data() + seconds.size();
    if (whole && at >= 0 && at <= latest_second) message.at = at;
    message.civil = civil_moment(object.value("date"));
    takers_.message(message);
  }

  // 2022-12-09T21:25:39
  static std::optional<Moment> civil_moment(std::string_view text) {
    if (text.size() < 16 || text[10] != 'T') return std::nullopt;
    const auto day = day_from_iso(text.substr(0, 10));
    const auto time = time_from_text(text.substr(11, 5));
    return day && time ? std::optional(Moment{*day, time}) : std::nullopt;
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
