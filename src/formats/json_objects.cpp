#include "formats/json_objects.hpp"

#include <charconv>
#include <istream>

#include "formats/ascii.hpp"
#include "formats/json_input.hpp"

namespace rel::formats {
namespace {

using nlohmann::json;

constexpr std::size_t largest_object = 16 * 1024 * 1024;  // bytes

/// Cuts objects out of a stream.
class Cutter {
 public:
  Cutter(std::istream& in, const JsonObjectTakers& takers) : bytes_(*in.rdbuf()), takers_(takers) {}

  void run() {
    constexpr int end = std::char_traits<char>::eof();
    for (int byte = bytes_.sbumpc(); byte != end; byte = bytes_.sbumpc()) {
      if (byte == '\n') ++line_;
      take(static_cast<char>(byte));
    }
    if (depth_ > 0) takers_.problem({begins_, "is cut off here, within an entry"});
  }

 private:
  void take(char c) {
    if (depth_ == 0) {
      if (c != '{') return;
      begins_ = line_;
      object_.clear();
    }
    if (object_.size() <= largest_object) object_ += c;
    if (quoted_) {
      if (!escaped_ && c == '"') quoted_ = false;
      escaped_ = !escaped_ && c == '\\';
      return;
    }
    quoted_ = c == '"';
    if (c == '{') ++depth_;
    if (c == '}' && --depth_ == 0) finish();
  }

  void finish() {
    if (object_.size() > largest_object) return takers_.problem({begins_, "is larger than 16 MiB"});
    const auto shallow = [](int depth, json::parse_event_t, json&) { return depth <= deepest_export; };
    json object;
    try {
      object = json::parse(object_, shallow);
    } catch (const json::exception& error) {
      return takers_.problem({begins_, "is not JSON: " + plain_message(error.what())});
    }
    if (object.is_object()) takers_.take(begins_, object);
  }

  std::streambuf& bytes_;
  const JsonObjectTakers& takers_;
  std::size_t line_ = 1;
  std::size_t begins_ = 1;
  std::size_t depth_ = 0;
  bool quoted_ = false;
  bool escaped_ = false;
  std::string object_;
};

}  // namespace

void read_json_objects(std::istream& in, const JsonObjectTakers& takers) {
  Cutter(in, takers).run();
}

std::string text_at(const json& object, const char* key) {
  const auto found = object.is_object() ? object.find(key) : object.end();
  if (!object.is_object() || found == object.end()) return {};
  if (found->is_string()) return found->get<std::string>();
  return found->is_number_integer() ? std::to_string(found->get<std::int64_t>()) : std::string();
}

std::optional<std::int64_t> number_at(const json& object, const char* key) {
  const std::string text = text_at(object, key);
  std::int64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = read.ec == std::errc() && read.ptr == text.data() + text.size();
  return whole && !text.empty() ? std::optional(number) : std::nullopt;
}

bool begins_json(std::string_view beginning) {
  const std::string_view text = stripped(beginning, " \t\r\n\xEF\xBB\xBF");
  return text.starts_with('{') || text.starts_with('[');
}

std::optional<Moment> civil_moment(std::string_view text) {
  if (text.size() < 16 || (text[10] != 'T' && text[10] != ' ')) return std::nullopt;
  const auto day = day_from_iso(text.substr(0, 10));
  std::string clock(text.substr(11, 5));
  if (clock.starts_with("24")) clock.replace(0, 2, "00");  // some clocks count hours from 1 to 24
  const auto time = time_from_text(clock);
  return day && time ? std::optional(Moment{*day, time}) : std::nullopt;
}

}  // namespace rel::formats
