#include "formats/chat_stamp.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "formats/ascii.hpp"
#include "text/utf8.hpp"

namespace rel::formats {
namespace {

constexpr std::size_t most_compared = 512;  // bytes of a line
constexpr std::size_t longest_unit = 10;    // bytes between minutes and seconds
constexpr std::size_t longest_gap = 40;     // bytes between two numbers, and behind the last

bool is_mark(char32_t c) {
  return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) ||
         c == 0x061C || c == 0xFEFF || c == 0x00AD;
}

bool is_blank(char32_t c) {
  return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F ||
         c == 0x3000 || c == '\t';
}

/// The value of a digit of any script in use; -1 for everything else.
int digit_value(char32_t c) {
  constexpr char32_t zeros[] = {0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66,
                                0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0DE6, 0x0E50, 0x0ED0, 0x0F20,
                                0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0xA9D0, 0xAA50, 0xFF10};
  const auto* zero = std::ranges::find_if(zeros, [&](char32_t z) { return c >= z && c < z + 10; });
  return zero == std::end(zeros) ? -1 : static_cast<int>(c - *zero);
}

struct Number {
  std::size_t begin = 0;
  std::size_t end = 0;
  int value = 0;

  std::size_t figures() const { return end - begin; }
};

/// The numbers at the front of a line, at most six, while they are short and near to each other.
std::vector<Number> numbers_in(std::string_view line, std::size_t from) {
  std::vector<Number> numbers;
  std::size_t last = from;
  for (std::size_t at = from; at < line.size() && at - last <= longest_gap && numbers.size() < 6;) {
    if (!is_digit(line[at])) {
      ++at;
      continue;
    }
    Number number{at, at, 0};
    for (; number.end < line.size() && is_digit(line[number.end]) && number.figures() <= 4; ++number.end)
      number.value = number.value * 10 + (line[number.end] - '0');
    if (number.figures() > 4) break;
    numbers.push_back(number);
    at = last = number.end;
  }
  return numbers;
}

constexpr std::array<std::string_view, 10> day_separators = {"/",  ".",  "-",  "‐",  "–",
                                                             "年", "月", "년", "월", "’"};
constexpr std::array<std::string_view, 8> time_separators = {":", ".", "h", "H", "時", "时", "시", "點"};

template <std::size_t n>
bool is_one_of(const std::array<std::string_view, n>& all, std::string_view text) {
  return std::ranges::find(all, text) != all.end();
}

/// A stamp that is being read: a line and its numbers.
class StampReader {
 public:
  explicit StampReader(std::string_view line) : line_(line), bracket_(line.starts_with('[')) {
    numbers_ = numbers_in(line, bracket_ ? 1 : 0);
  }

  std::optional<ChatStamp> read() {
    if (numbers_.size() < 5) return std::nullopt;
    const std::string_view lead = line_.substr(bracket_ ? 1 : 0, numbers_[0].begin - (bracket_ ? 1 : 0));
    auto stamp = lead.empty() ? day_first() : std::nullopt;
    return stamp ? stamp : time_first(lead);
  }

 private:
  std::string_view gap(std::size_t number) const {
    return line_.substr(numbers_[number].end, numbers_[number + 1].begin - numbers_[number].end);
  }
  bool day_gap(std::size_t number) const { return is_one_of(day_separators, stripped(gap(number), " ")); }
  bool time_gap(std::size_t number) const { return is_one_of(time_separators, stripped(gap(number), " ")); }

  std::optional<WrittenDay> day_at(std::size_t first) const {
    WrittenDay day;
    if (!day_gap(first) || !day_gap(first + 1)) return std::nullopt;
    for (std::size_t i = 0; i < 3; ++i) {
      const Number& number = numbers_[first + i];
      if (number.figures() == 3 || (i == 1 && number.figures() > 2)) return std::nullopt;
      day.numbers[i] = number.value;
    }
    day.year_first = numbers_[first].figures() == 4;
    if (day.year_first && numbers_[first + 2].figures() == 4) return std::nullopt;
    day.separator = stripped(gap(first), " ") == "." ? '.' : '/';
    return day;
  }

  /// The place behind a time that begins at a number; nothing where none does.
  std::optional<std::size_t> time_at(std::size_t first, ChatStamp& stamp) const {
    if (first + 1 >= numbers_.size() || !time_gap(first)) return std::nullopt;
    for (const std::size_t i : {first, first + 1})
      if (numbers_[i].figures() > 2) return std::nullopt;
    stamp.hour = numbers_[first].value;
    stamp.minute = numbers_[first + 1].value;
    if (stamp.hour > 24 || stamp.minute > 59) return std::nullopt;
    const std::size_t next = first + 2;
    const std::string_view sign = stripped(gap(first), " ");
    const bool in_words = sign != ":" && sign != ".";  // `21 h 25 min 07 s`
    const bool same_sign = next < numbers_.size() &&
                           (time_gap(first + 1) || (in_words && gap(first + 1).size() <= longest_unit));
    const bool seconds = same_sign && numbers_[next].figures() <= 2 && numbers_[next].value <= 60;
    return seconds ? next + 1 : next;
  }

  std::string separators(std::size_t first, std::size_t end) const {
    std::string all;
    for (std::size_t i = first; i + 1 < end; ++i) all += std::string(stripped(gap(i), " ")) + ' ';
    return all;
  }

  std::optional<ChatStamp> day_first() {
    ChatStamp stamp;
    const auto day = day_at(0);
    const auto end = day ? time_at(3, stamp) : std::nullopt;
    if (!end) return std::nullopt;
    stamp.day = *day;
    stamp.before_time = gap(2);
    stamp.form = "day " + separators(0, 3) + "time " + separators(3, *end);
    return ended(stamp, numbers_[*end - 1].end);
  }

  std::optional<ChatStamp> time_first(std::string_view lead) {
    ChatStamp stamp;
    const auto end = time_at(0, stamp);
    if (!end || *end + 3 > numbers_.size()) return std::nullopt;
    const auto day = day_at(*end);
    if (!day) return std::nullopt;
    stamp.day = *day;
    stamp.before_time = lead;
    stamp.after_time = gap(*end - 1);
    stamp.form = "time " + separators(0, *end) + "day " + separators(*end, *end + 3);
    return ended(stamp, numbers_[*end + 2].end);
  }

  /// The stamp with what ends it: a bracket, a dash, or a colon.
  std::optional<ChatStamp> ended(ChatStamp stamp, std::size_t from) const {
    const std::string_view rest = line_.substr(from);
    constexpr std::array<std::string_view, 4> dashes = {" - ", " – ", " — ", ": "};
    std::size_t at = std::string_view::npos;
    std::string_view mark = "]";
    if (bracket_) {
      at = rest.find(']');
    } else {
      for (const std::string_view dash : dashes) {
        const std::size_t found = rest.find(dash);
        if (found < at) at = found, mark = dash;
      }
    }
    if (at == std::string_view::npos || at > longest_gap) return std::nullopt;
    if (mark == ": " && at > 0) return std::nullopt;
    const std::string_view tail = rest.substr(0, at);
    if (std::ranges::any_of(tail, is_digit)) return std::nullopt;
    stamp.after_time += tail;
    stamp.form += (stamp.day.year_first ? "year first " : "") + std::string(mark);
    stamp.length = from + at + mark.size();
    if (bracket_ && line_.substr(stamp.length).starts_with(' ')) ++stamp.length;
    return stamp;
  }

  std::string_view line_;
  bool bracket_;
  std::vector<Number> numbers_;
};

}  // namespace

std::string plain_line(std::string_view line) {
  std::string out;
  line = line.substr(0, most_compared);
  out.reserve(line.size());
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t begin = at;
    if (static_cast<unsigned char>(line[at]) < 0x80) {
      out += line[at] == '\t' ? ' ' : line[at];
      ++at;
      continue;
    }
    const char32_t c = text::next_code_point(line, at);
    if (is_mark(c)) continue;
    if (is_blank(c)) {
      out += ' ';
    } else if (const int digit = digit_value(c); digit >= 0) {
      out += static_cast<char>('0' + digit);
    } else {
      out += line.substr(begin, at - begin);
    }
  }
  return out;
}

std::optional<ChatStamp> chat_stamp(std::string_view line) {
  if (line.empty()) return std::nullopt;
  return StampReader(line).read();
}

}  // namespace rel::formats
