#include "commands/edit/form_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "base/errors.hpp"
#include "cli/typed.hpp"
#include "text/line_escapes.hpp"
#include "text/nearest.hpp"
#include "text/utf8.hpp"

namespace rel::commands {

namespace {

constexpr std::string_view escapes_heading =
    "# \\n is a line break, \\t a tab, \\\\ a backslash, \\u{9b} the character of that number.\n";
constexpr std::string_view continued = "  ";  // begins a line that belongs to the one above

bool is_of_lines(std::string_view key) {
  return key == "purpose";
}

/// A line as it was read, with those that go on below it.
struct ReadLine {
  int number = 0;
  FormKeys::const_iterator key;
  std::string value;
};

[[noreturn]] void refuse_key(int number, const std::string& key, const FormKeys& keys) {
  std::vector<std::string> known;
  for (const auto& [name, repeats] : keys) known.push_back(name);
  const auto near = text::nearest(key, known, 1);
  throw UsageError(fmt::format("line {}: {}: not one of the form's keys", number, cli::named(key)),
                   near.empty() ? "" : near.front());
}

FormKeys::const_iterator key_of(const std::string& line, int number, const FormKeys& keys) {
  const std::size_t colon = line.find(':');
  const std::string name(text::trimmed(line.substr(0, colon)));
  const auto key = std::ranges::find(keys, name, &FormKeys::value_type::first);
  if (colon == std::string::npos || key == keys.end()) refuse_key(number, name, keys);
  return key;
}

std::vector<ReadLine> parted(const std::string& text, const FormKeys& keys) {
  std::vector<ReadLine> lines;
  std::istringstream stream(text);
  int number = 0;
  for (std::string one; std::getline(stream, one);) {
    ++number;
    if (one.ends_with('\r')) one.pop_back();  // of an editor's own
    if (!lines.empty() && one.starts_with(continued)) {
      lines.back().value += '\n' + one.substr(continued.size());
    } else if (!text::blank(one) && !one.starts_with('#')) {
      const auto key = key_of(one, number, keys);
      lines.push_back({number, key, one.substr(one.find(':') + 1)});
    }
  }
  return lines;
}

}  // namespace

FormWriting::FormWriting(const std::vector<FormLine>& lines)
    : escapes_(std::ranges::any_of(lines, [](const FormLine& line) {
        return text::changes_on_a_line(line.value, is_of_lines(line.key));
      })) {}

std::string FormWriting::shown(std::string_view key, const std::string& value) const {
  return escapes_ ? text::escaped_line(value, is_of_lines(key)) : value;
}

std::string FormWriting::meant(std::string_view key, const std::string& value) const {
  const auto text = escapes_ ? text::unescaped_line(value) : std::optional(value);
  if (!text) throw UsageError(fmt::format("{}: {}: a backslash is \\\\ here", key, cli::named(value)));
  return *text;
}

std::string form_text(const std::vector<FormLine>& lines) {
  const FormWriting writing(lines);
  std::string form(writing.escapes() ? escapes_heading : "");
  for (const FormLine& line : lines) {
    form += fmt::format("{}: ", line.key);
    for (const char c : writing.shown(line.key, line.value))
      form += c == '\n' ? fmt::format("\n{}", continued) : std::string(1, c);
    form += '\n';
  }
  return form;
}

FormValues read_form(const std::string& text, const FormKeys& keys) {
  FormValues values;
  for (const ReadLine& line : parted(text, keys)) {
    const auto& [key, repeats] = *line.key;
    const std::string value(text::trimmed(line.value));
    if (value.empty()) continue;
    if (values.contains(key) && !repeats)
      throw UsageError(fmt::format("line {}: {}: stands on two lines", line.number, key));
    values[key].push_back(value);
  }
  return values;
}

}  // namespace rel::commands
