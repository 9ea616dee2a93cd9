#include <nlohmann/json.hpp>

#include "render/view.hpp"
#include "text/terminal.hpp"
#include "text/utf8.hpp"

namespace rel::render {

namespace {

using Json = nlohmann::ordered_json;

Json json_from(const Value& value);

struct ToJson {
  Json operator()(std::monostate) const { return nullptr; }
  Json operator()(const List& list) const {
    Json json = Json::array();
    for (const Value& item : list) json.push_back(json_from(item));
    return json;
  }
  Json operator()(const Object& object) const {
    Json json = Json::object();
    for (const auto& [key, value] : object) json[std::string(key)] = json_from(value);
    return json;
  }
  Json operator()(const auto& plain) const { return plain; }
};

Json json_from(const Value& value) {
  return std::visit(ToJson{}, value.content);
}

// What a terminal must not see can only stand inside strings, where JSON has an escape for it.
std::string without_controls(const std::string& json) {
  std::string safe;
  for (std::size_t at = 0; at < json.size();) {
    const std::size_t begin = at;
    const char32_t c = text::next_code_point(json, at);
    if (c >= 0x7f && text::is_control(c)) {
      constexpr std::string_view digits = "0123456789abcdef";
      safe += "\\u";
      for (int shift = 12; shift >= 0; shift -= 4) safe += digits[(c >> shift) & 15];
    } else {
      safe.append(json, begin, at - begin);
    }
  }
  return safe;
}

std::string written(const Json& json) {
  return without_controls(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace

// Each row on a line of its own: `grep` and `diff` work on it.
std::string render_json(const View& view) {
  Object head = {{"schema", 1}, {"command", view.command}};
  head.insert(head.end(), view.head.begin(), view.head.end());
  std::string json = written(json_from(Value(head)));
  if (view.rows_key.empty()) return json + '\n';
  json.pop_back();
  json += ",\"" + std::string(view.rows_key) + "\":[";
  const char* separator = "\n";
  for (const Object& row : view.rows) {
    json += separator + written(json_from(Value(row)));
    separator = ",\n";
  }
  return json + "]}\n";
}

}  // namespace rel::render
