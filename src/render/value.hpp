// A value of JSON, as far as our output needs one.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "rel/day.hpp"

namespace rel::render {

struct Value;
using List = std::vector<Value>;
/// Keys are literals; their order is the order of output.
using Object = std::vector<std::pair<std::string_view, Value>>;

/// Null, a truth value, a number, a text, a list or an object.
struct Value {
  std::variant<std::monostate, bool, std::int64_t, double, std::string, List, Object> content;

  Value() = default;
  Value(bool value) : content(value) {}
  Value(std::integral auto value) : content(static_cast<std::int64_t>(value)) {}
  Value(double value) : content(value) {}
  Value(const char* text) : content(std::string(text)) {}
  Value(std::string_view text) : content(std::string(text)) {}
  Value(std::string text) : content(std::move(text)) {}
  Value(Day day) : content(iso(day)) {}
  Value(TimeOfDay time) : content(clock_text(time)) {}
  Value(List list) : content(std::move(list)) {}
  Value(Object object) : content(std::move(object)) {}
  template <class T>
  Value(const std::optional<T>& value) {
    if (value) *this = Value(*value);
  }
  Value(const std::vector<std::string>& texts) : content(List(texts.begin(), texts.end())) {}

  /// Neither a list nor an object.
  bool flat() const { return content.index() < 5; }
};

/// `value` with at most four decimals: what the figures of the model are shown with.
double rounded(double value);
/// The same of what may be nothing: null then.
Value rounded_or_null(const std::optional<double>& value);

}  // namespace rel::render
