#include "formats/calendar_zone.hpp"

#include <algorithm>

#include "formats/ascii.hpp"
#include "formats/content_lines.hpp"
#include "formats/recurrence.hpp"
#include "formats/vcard_values.hpp"
#include "formats/windows_zones.hpp"

namespace rel::formats {
namespace {

constexpr std::string_view others[] = {"BYSECOND", "RSCALE", "X-"};  // parts of rules that no zone has
constexpr std::size_t days_of_a_rule = 40 * 366;  // in which every yearly rule that ever comes to pass does

/// `20261029T190000` or `20261029T190000Z`; years begin with 1, because programs write 16010101 for the
/// beginning.
bool is_zone_time(std::string_view text) {
  if (text.ends_with('Z')) text.remove_suffix(1);
  return text.size() == 15 && text[8] == 'T' && text[0] >= '1' && all_digits(text.substr(0, 8)) &&
         all_digits(text.substr(9));
}

bool are_times(std::string_view list) {
  return std::ranges::all_of(split_unescaped(list, ','), is_zone_time);
}

/// `+0100`, `-003000`.
bool is_offset(std::string_view text) {
  return (text.starts_with('+') || text.starts_with('-')) && (text.size() == 5 || text.size() == 7) &&
         all_digits(text.substr(1));
}

/// Yearly in a month, as zones are.
bool is_rule(std::string_view text) {
  auto rule = recurrence_from(text);
  const std::string words = upper(text);
  const bool more = std::ranges::any_of(
      others, [&](std::string_view word) { return words.find(word) != std::string::npos; });
  if (!rule || more || rule->every != RecurrenceRule::Every::year || rule->interval != 1 ||
      !rule->months.any() || rule->weeks.any() || rule->days_of_year.any() || rule->places.any() ||
      rule->hours.any() || rule->minutes.any())
    return false;
  rule->until.reset();
  Effort effort{days_of_a_rule, 1};
  const CalendarTime start{date::year{1980} / 1 / 1, std::nullopt, ""};
  return !occurrences(*rule, start, latest_day(), effort).empty();
}

/// Whether a line can be reckoned with; one that says nothing about time is left out.
enum class Use { keep, leave_out, refuse };

Use use_of(const ContentLine& line, const std::string& value) {
  const auto keep_if = [](bool good) { return good ? Use::keep : Use::refuse; };
  if (line.encoding != Encoding::plain) return Use::leave_out;
  if (line.name == "DTSTART") return keep_if(is_zone_time(value));
  if (line.name == "RDATE") return keep_if(are_times(value));
  if (line.name == "TZOFFSETFROM" || line.name == "TZOFFSETTO") return keep_if(is_offset(value));
  if (line.name == "RRULE") return keep_if(is_rule(value));
  if (line.name == "BEGIN" || line.name == "END")
    return keep_if(same_word(value, "STANDARD") || same_word(value, "DAYLIGHT"));
  return Use::leave_out;
}

}  // namespace

std::optional<std::string> plain_zone(std::string_view zone, std::size_t& parts_left) {
  std::string plain = "BEGIN:VTIMEZONE\r\nTZID:zone\r\n";
  bool any = false;
  ContentLines lines(zone);
  for (auto line = lines.next(); line; line = lines.next()) {
    const std::string value(stripped(line->value()));
    if (same_word(value, "VTIMEZONE") && (line->name == "BEGIN" || line->name == "END")) continue;
    const Use use = use_of(*line, value);
    if (use == Use::refuse) return std::nullopt;
    if (use == Use::leave_out) continue;
    if (line->name == "BEGIN") {
      if (parts_left == 0) return std::nullopt;
      --parts_left;
      any = true;
    }
    plain += line->name + ':' + value + "\r\n";
  }
  return any ? std::optional(plain + "END:VTIMEZONE\r\n") : std::nullopt;
}

std::vector<std::string> zone_spellings(std::string_view name) {
  const std::string_view plain = stripped(name, " \t\"");
  std::vector<std::string> all = {std::string(plain)};
  const std::string_view numberless = plain.substr(0, plain.find_last_not_of("0123456789") + 1);
  for (const std::string_view windows : {plain, stripped(numberless)}) {
    const char* zone = zone_of_windows(windows);
    if (zone) all.emplace_back(zone);
  }
  for (std::size_t slash = plain.find('/'); slash != std::string_view::npos;
       slash = plain.find('/', slash + 1)) {
    const std::string_view end = plain.substr(slash + 1);
    if (end.find('/') != std::string_view::npos) all.emplace_back(end);
  }
  return all;
}

}  // namespace rel::formats
