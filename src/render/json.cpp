#include <fmt/compile.h>
#include <fmt/format.h>

#include <array>
#include <cmath>

#include "render/view.hpp"
#include "text/terminal.hpp"
#include "text/utf8.hpp"

namespace rel::render {

namespace {

constexpr std::size_t usual_row = 640;  // bytes

bool needs_no_escape(char c) {
  return c >= ' ' && c < 0x7f && c != '"' && c != '\\';
}

// Beside what JSON asks for, what a terminal must not see; none of it lies above U+FFFF.
void append_character(std::string& json, char32_t c) {
  constexpr std::u32string_view named = U"\"\\\n\t\r\b\f";
  const std::size_t name = named.find(c);
  if (name != std::u32string_view::npos) {
    json += '\\';
    json += "\"\\ntrbf"[name];
  } else if (text::is_control(c)) {
    fmt::format_to(std::back_inserter(json), "\\u{:04x}", static_cast<unsigned>(c));
  } else {
    text::append_utf8(json, c);
  }
}

/// Appends one value after the other to a text.
struct JsonWriter {
  std::string& json;

  void operator()(std::monostate) const { json += "null"; }
  void operator()(bool value) const { json += value ? "true" : "false"; }
  void operator()(std::int64_t value) const { json += fmt::format_int(value).c_str(); }
  // Always with a point, so that readers with types see the same one in every row.
  void operator()(double value) const {
    if (!std::isfinite(value)) return (*this)(std::monostate{});
    std::array<char, 32> digits{};
    const char* end = fmt::format_to(digits.data(), FMT_COMPILE("{}"), value);
    const std::string_view text(digits.data(), static_cast<std::size_t>(end - digits.data()));
    json += text;
    if (text.find_first_of(".e") == std::string_view::npos) json += ".0";
  }
  void operator()(const std::string& value) const {
    json += '"';
    for (std::size_t at = 0; at < value.size();) {
      std::size_t end = at;
      while (end < value.size() && needs_no_escape(value[end])) ++end;
      json.append(value, at, end - at);
      at = end;
      if (at < value.size()) append_character(json, text::next_code_point(value, at));
    }
    json += '"';
  }
  void operator()(const List& list) const {
    char before = '[';
    for (const Value& item : list) {
      json += std::exchange(before, ',');
      std::visit(*this, item.content);
    }
    json += list.empty() ? "[]" : "]";
  }
  void operator()(const Object& object) const {
    char before = '{';
    for (const auto& [key, value] : object) {
      json += std::exchange(before, ',');
      ((json += '"') += key) += "\":";
      std::visit(*this, value.content);
    }
    json += object.empty() ? "{}" : "}";
  }
};

}  // namespace

void append_json(std::string& json, const Object& object) {
  JsonWriter{json}(object);
}

// Each row on a line of its own: `grep` and `diff` work on it.
std::string render_json(const View& view) {
  std::string json;
  json.reserve(view.row_count() * usual_row);
  const JsonWriter write{json};
  Object head = {{"schema", 1}, {"command", view.command}};
  head.insert(head.end(), view.head.begin(), view.head.end());
  write(head);
  if (view.rows_key.empty()) return json + '\n';
  json.pop_back();
  json += fmt::format(",\"{}\":[", view.rows_key);
  const char* separator = "\n";
  view.each_row([&](const Object& row) {
    json += std::exchange(separator, ",\n");
    write(row);
  });
  json += "]}\n";
  return json;
}

}  // namespace rel::render
