#include "formats/content_lines.hpp"

#include <algorithm>

#include "formats/ascii.hpp"
#include "formats/charset.hpp"
#include "formats/folding.hpp"
#include "formats/quoted_printable.hpp"

namespace rel::formats {
namespace {

// No program writes so much before the colon; bounds what a broken file can cost.
constexpr std::size_t longest_head = 16 * 1024;
constexpr std::size_t longest_property = 64;

struct Head {
  std::string text;        // unfolded
  std::size_t length = 0;  // in the folded line, with the colon
};

// What comes before the colon. A colon in quotes is part of a parameter, unless that quote never ends.
std::optional<Head> split_head(std::string_view folded) {
  std::optional<Head> in_quotes;
  Head head;
  bool quoted = false;
  while (head.length < folded.size() && head.text.size() <= longest_head) {
    if (const std::size_t fold = fold_length(folded, head.length)) {
      head.length += fold;
      continue;
    }
    const char c = folded[head.length++];
    if (c == ':' && !quoted) return head;
    if (c == ':' && !in_quotes) in_quotes = head;
    if (c == '"') quoted = !quoted;
    head.text += c;
  }
  return in_quotes;
}

std::vector<std::string_view> split_parameters(std::string_view head) {
  std::vector<std::string_view> parts;
  bool quoted = false;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (head[i] == '"') quoted = !quoted;
    if (head[i] != ';' || quoted) continue;
    parts.push_back(head.substr(begin, i - begin));
    begin = i + 1;
  }
  parts.push_back(head.substr(begin));
  return parts;
}

std::optional<Encoding> encoding_word(std::string_view word) {
  if (same_word(word, "QUOTED-PRINTABLE")) return Encoding::quoted_printable;
  if (same_word(word, "BASE64") || same_word(word, "B")) return Encoding::base64;
  if (same_word(word, "8BIT") || same_word(word, "7BIT")) return Encoding::plain;
  return std::nullopt;
}

Parameter parameter_from(std::string_view text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos) {
    const std::string_view word = stripped(text);
    return {encoding_word(word) ? "ENCODING" : "TYPE", std::string(word)};
  }
  Parameter parameter{upper(stripped(text.substr(0, equals))),
                      std::string(stripped(text.substr(equals + 1)))};
  std::erase(parameter.value, '"');
  return parameter;
}

bool is_name(std::string_view text) {
  return !text.empty() && text.size() <= longest_property && std::ranges::all_of(text, [](char c) {
    return is_letter(c) || is_digit(c) || c == '-' || c == '_';
  });
}

// The line without its value; nothing where it has no name.
std::optional<ContentLine> line_from_head(std::string_view head) {
  const std::vector<std::string_view> parts = split_parameters(head);
  const std::size_t dot = parts.front().rfind('.');
  const bool grouped = dot != std::string_view::npos;
  const std::string_view name = grouped ? parts.front().substr(dot + 1) : parts.front();
  if (!is_name(name)) return std::nullopt;
  ContentLine line;
  line.name = upper(name);
  if (grouped) line.group = parts.front().substr(0, dot);
  for (auto part = parts.begin() + 1; part != parts.end(); ++part)
    line.parameters.push_back(parameter_from(*part));
  line.encoding = encoding_word(line.parameter("ENCODING")).value_or(Encoding::plain);
  return line;
}

}  // namespace

std::string_view ContentLine::parameter(std::string_view parameter_name) const {
  const auto found = std::ranges::find(parameters, parameter_name, &Parameter::name);
  return found == parameters.end() ? std::string_view{} : std::string_view(found->value);
}

std::string ContentLine::value() const {
  if (encoding != Encoding::quoted_printable) return unfolded(folded_value);
  return decode_quoted_printable(unfolded_quoted_printable(folded_value));
}

std::optional<ContentLine> ContentLines::next() {
  while (!at_end()) {
    // Files that were put together have one before each of their parts.
    if (bytes_.substr(at_).starts_with(utf8_mark)) at_ += utf8_mark.size();
    const std::size_t begin = at_;
    const std::size_t number = taken_ + 1;
    take_line();
    take_folds();
    const auto taken = [&] {
      return std::string_view(bytes_.data() + begin, last_line_.data() + last_line_.size());
    };
    const auto head = split_head(taken());
    auto line = head ? line_from_head(head->text) : std::nullopt;
    if (!line) continue;
    take_rest(line->encoding);
    line->number = number;
    line->folded_value = taken().substr(head->length);
    return line;
  }
  return std::nullopt;
}

std::string_view ContentLines::peek_line() const {
  std::size_t end = at_;
  while (end < bytes_.size() && bytes_[end] != '\n' && bytes_[end] != '\r') ++end;
  return bytes_.substr(at_, end - at_);
}

void ContentLines::take_line() {
  last_line_ = peek_line();
  at_ += last_line_.size();
  at_ += break_length(bytes_, at_);
  ++taken_;
}

void ContentLines::take_folds() {
  while (!at_end() && (bytes_[at_] == ' ' || bytes_[at_] == '\t')) take_line();
}

// Two encodings may go on at the first column: quoted-printable after a soft line break, and base64 of
// vCard 2.1 up to an empty line. Not all programs write that empty line, but no base64 has a colon.
void ContentLines::take_rest(Encoding encoding) {
  while (!at_end()) {
    if (encoding == Encoding::quoted_printable && !ends_with_soft_break(last_line_)) return;
    if (encoding == Encoding::base64) {
      const std::string_view line = peek_line();
      if (line.empty() || line.find(':') != std::string_view::npos) return;
    }
    if (encoding == Encoding::plain) return;
    take_line();
    take_folds();
  }
}

}  // namespace rel::formats
