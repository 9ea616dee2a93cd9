#include "formats/half_of_day.hpp"

#include <algorithm>
#include <bit>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>

#include "formats/ascii.hpp"
#include "formats/day_periods.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace rel::formats {
namespace {

constexpr std::uint32_t morning = 0x000FFF;
constexpr std::uint32_t afternoon = 0xFFF000;

// Beside CLDR's: what telephones write, or wrote.
constexpr DayPeriod further_periods[] = {
    {"قظ", morning},        {"بظ", afternoon},     {"पूर्वाह्न", morning}, {"अपराह्न", afternoon},
    {"পূর্বাহ্ণ", morning},    {"অপরাহ্ণ", afternoon}, {"মপূ", morning},     {"মউ", afternoon},
    {"पूर्व", morning},       {"अपर", afternoon},    {"মপূৰ্ব", morning},   {"ص", morning},
    {"م", afternoon},       {"पू", morning},        {"मपू", morning},     {"मउ", afternoon},
    {"gb", morning},        {"ptg", afternoon},    {"pg", morning},     {"öö", morning},
    {"ös", afternoon},      {"sa", morning},       {"ch", afternoon},   {"πμ", morning},
    {"μμ", afternoon},      {"上午", morning},     {"下午", afternoon}, {"午前", morning},
    {"午後", afternoon},    {"오전", morning},     {"오후", afternoon}, {"ก่อนเที่ยง", morning},
    {"หลังเที่ยง", afternoon}, {"am", morning},       {"pm", afternoon},   {"dop", morning},
    {"odp", afternoon},     {"de", morning},       {"du", afternoon},   {"fm", morning},
    {"em", afternoon},      {"vm", morning},       {"nm", afternoon}};

/// Whether all of it is of the scripts of Europe and the near east, whose vowels are letters.
bool is_western(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_code_point(text, at);
    if (c >= 0x900 && (c < 0x2000 || c > 0x206F)) return false;  // punctuation is anybody's
  }
  return true;
}

/// The text in one case, without blanks, dots and commas.
std::string squeezed(std::string_view text) {
  std::string out;
  for (const char c : is_western(text) ? text::fold(text) : std::string(text))
    if (std::string_view(" .,;-/()'").find(c) == std::string_view::npos) out += c;
  return out;
}

const std::unordered_map<std::string, std::uint32_t>& known_words() {
  static const auto words = [] {
    std::unordered_map<std::string, std::uint32_t> all;
    for (const DayPeriod& one : day_periods()) all[squeezed(one.word)] |= one.hours;
    for (const DayPeriod& one : further_periods) all[squeezed(one.word)] = one.hours;
    return all;
  }();
  return words;
}

std::optional<std::uint32_t> hours_of(std::string_view text) {
  const std::string word = squeezed(text);
  const auto found = known_words().find(word);
  return word.empty() || found == known_words().end() ? std::nullopt : std::optional(found->second);
}

bool is_east_asian(char32_t c) {
  return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF);
}

/// The hours that any neighbouring words of a text stand for, the longest first.
std::optional<std::uint32_t> hours_in(std::string_view text) {
  std::vector<std::size_t> begins;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = text::next_code_point(text, at);
    const bool after_blank =
        begin == 0 || text[begin - 1] == ' ' || text[begin - 1] == ',' || text[begin - 1] == '.';
    if (c != ' ' && (after_blank || is_east_asian(c))) begins.push_back(begin);
  }
  for (const std::size_t begin : begins) {
    for (std::size_t end = text.size(); end != std::string_view::npos && end > begin;
         end = text.find_last_of(" ,", end - 1)) {
      if (const auto hours = hours_of(text.substr(begin, end - begin))) return hours;
      if (end == 0) break;
    }
  }
  return std::nullopt;
}

}  // namespace

HalvesOfDay::HalvesOfDay(const std::vector<std::string>& words) {
  for (const std::string& around : words) {
    const std::size_t part = around.find('\n');
    const std::string_view before = std::string_view(around).substr(0, part);
    const std::string_view behind = std::string_view(around).substr(part + 1);
    auto hours = hours_in(behind);
    if (!hours) hours = hours_in(before);
    Words found{.hours = hours.value_or(0)};
    for (std::size_t at = 0; at < around.size();)
      if (is_east_asian(text::next_code_point(around, at))) found.year_first = true;
    of_.push_back(found);
  }
}

void HalvesOfDay::see(std::uint32_t words, int hour, const WrittenDay& day, int minute) {
  ++of_[words].seen;
  of_twelve_ = of_twelve_ && hour <= 12;
  of_[words].beyond_twelve = of_[words].beyond_twelve || hour > 12;
  if (of_[words].hours == 0 && of_twelve_) seen_.push_back({words, hour, day, minute});
}

// Two words that no list has, where all hours are of twelve: morning and afternoon, in the order in which
// time goes back least.
void HalvesOfDay::settle() {
  std::vector<std::uint32_t> unknown;
  for (std::uint32_t place = 0; place < of_.size(); ++place)
    if (of_[place].seen > 0 && of_[place].hours == 0) unknown.push_back(place);
  if (!of_twelve_ || unknown.size() < 2) return;
  std::ranges::sort(unknown, [&](auto a, auto b) { return of_[a].seen > of_[b].seen; });
  const bool as_seen = steps_back(unknown[0], unknown[1]) <= steps_back(unknown[1], unknown[0]);
  of_[unknown[0]].hours = as_seen ? morning : afternoon;
  of_[unknown[1]].hours = as_seen ? afternoon : morning;
  guessed_ = true;
}

std::size_t HalvesOfDay::steps_back(std::uint32_t first, std::uint32_t second) const {
  std::size_t steps = 0;
  const Seen* before = nullptr;
  int before_at = 0;
  for (const Seen& one : seen_) {
    if (one.words != first && one.words != second) continue;
    const int at = (one.hour % 12 + (one.words == second ? 12 : 0)) * 60 + one.minute;
    if (before && before->day.numbers == one.day.numbers && at < before_at) ++steps;
    before = &one;
    before_at = at;
  }
  return steps;
}

int HalvesOfDay::hour(std::uint32_t words, int hour) const {
  const std::uint32_t hours = of_[words].hours;
  if (hours == 0 || of_[words].beyond_twelve) return hour % 24;
  const int early = hour % 12;
  const bool may_be_early = (hours >> early & 1U) != 0;
  const bool may_be_late = (hours >> (early + 12) & 1U) != 0;
  if (may_be_early != may_be_late) return may_be_late ? early + 12 : early;
  return std::popcount(hours & afternoon) > std::popcount(hours & morning) ? early + 12 : early;
}

}  // namespace rel::formats
