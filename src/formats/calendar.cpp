#include "formats/calendar.hpp"

#include <algorithm>

#include "formats/ascii.hpp"
#include "formats/charset.hpp"
#include "formats/content_lines.hpp"
#include "formats/vcard_values.hpp"

namespace rel::formats {
namespace {

constexpr std::string_view calendar_beginning = "BEGIN:VCALENDAR";
constexpr std::size_t most_of_a_kind = 10'000;  // attendees and days of one event

std::optional<int> number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    if (!is_digit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::optional<CalendarTime> calendar_time_from(std::string_view text, std::string_view zone) {
  text = stripped(text);
  if (text.size() < 8) return std::nullopt;
  const std::string dashed = std::string(text.substr(0, 4)) + '-' + std::string(text.substr(4, 2)) + '-' +
                             std::string(text.substr(6, 2));
  const auto day = day_from_iso(dashed);
  if (!day) return std::nullopt;
  if (text.size() == 8) return CalendarTime{*day, std::nullopt, ""};
  const bool utc = text.back() == 'Z';
  if (text.size() != (utc ? 16U : 15U) || text[8] != 'T') return std::nullopt;
  const auto hours = number(text.substr(9, 2));
  const auto minutes = number(text.substr(11, 2));
  if (!hours || !minutes || *hours > 23 || *minutes > 59) return std::nullopt;
  return CalendarTime{*day, TimeOfDay{*hours * 60 + *minutes}, utc ? "UTC" : std::string(zone)};
}

namespace {

/// `PT1H30M`, `P1D`, `P2W`, in minutes.
std::optional<int> length_from(std::string_view text) {
  text = stripped(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  if (!text.starts_with('P') || text.size() > 16) return std::nullopt;
  int minutes = 0;
  std::string_view digits;
  for (std::size_t at = 1, begin = 1; at < text.size(); ++at) {
    if (is_digit(text[at])) continue;
    digits = text.substr(begin, at - begin);
    begin = at + 1;
    if (text[at] == 'T') continue;
    if (digits.empty() || digits.size() > 5) return std::nullopt;
    const auto count = number(digits);
    if (!count) return std::nullopt;
    const char unit = text[at];
    minutes += unit == 'W'   ? *count * 10'080
               : unit == 'D' ? *count * 1'440
               : unit == 'H' ? *count * 60
               : unit == 'M' ? *count
                             : 0;
  }
  return minutes;
}

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes), lines_(bytes) {}

  Calendar read() && {
    std::size_t last = 0;
    while (const auto line = lines_.next()) {
      last = line->number;
      take(*line);
    }
    if (inside_) calendar_.cut_off = {last, "the file is cut off here, within an event"};
    if (!inside_ && (open_ > 0 || zone_begin_)) calendar_.cut_off = {last, "the file is cut off here"};
    return std::move(calendar_);
  }

 private:
  static bool is(const ContentLine& line, std::string_view component) {
    return same_word(stripped(line.folded_value), component);
  }

  void take(const ContentLine& line) {
    if (zone_begin_) return take_zone_line(line);
    if (!inside_) {
      if (is(line, "VCALENDAR")) open_ += line.name == "BEGIN" ? 1 : line.name == "END" ? -1 : 0;
      if (line.name == "BEGIN" && is(line, "VTIMEZONE")) {
        zone_begin_ = begin_of(line);
        zone_name_.clear();
      }
      if (line.name == "BEGIN" && is(line, "VEVENT")) {
        inside_ = true;
        depth_ = 0;
        started_ = false;
        meeting_ = Meeting{.line = line.number};
        attendees_.clear();
      }
      return;
    }
    if (line.name == "BEGIN") {
      ++depth_;  // an alarm
    } else if (line.name == "END" && depth_ > 0) {
      --depth_;
    } else if (line.name == "END") {
      finish();
    } else if (depth_ == 0 && line.folded_value.size() <= longest_value) {
      take_property(line);
    }
  }

  // A content line knows its value alone; the line that it stands in begins after the last line break.
  std::size_t begin_of(const ContentLine& line) const {
    const auto value = static_cast<std::size_t>(line.folded_value.data() - bytes_.data());
    const std::size_t before = bytes_.find_last_of("\r\n", value);
    return before == std::string_view::npos ? 0 : before + 1;
  }

  void take_zone_line(const ContentLine& line) {
    if (line.name == "TZID") zone_name_ = line.value();
    if (line.name != "END" || !is(line, "VTIMEZONE")) return;
    const auto end =
        static_cast<std::size_t>(line.folded_value.data() + line.folded_value.size() - bytes_.data());
    if (end - *zone_begin_ <= longest_value)
      calendar_.zones[zone_name_] = std::string(bytes_.substr(*zone_begin_, end - *zone_begin_)) + "\r\n";
    zone_begin_.reset();
  }

  void finish() {
    inside_ = false;
    if (started_)
      calendar_.meetings.push_back(std::move(meeting_));
    else
      ++calendar_.unreadable;
  }

  static void add_times(std::vector<CalendarTime>& times, const ContentLine& line) {
    const std::string value = line.value();
    for (const std::string_view part : split_unescaped(value, ',')) {
      const auto time = calendar_time_from(part.substr(0, part.find('/')), line.parameter("TZID"));
      if (time && times.size() < most_of_a_kind) times.push_back(*time);
    }
  }

  void add_attendee(const ContentLine& line) {
    const std::string_view kind = line.parameter("CUTYPE");
    if (same_word(kind, "ROOM") || same_word(kind, "RESOURCE")) return;
    if (same_word(line.parameter("ROLE"), "NON-PARTICIPANT")) return;
    std::string email = single_line(without_scheme(line.value(), "mailto:"));
    if (const std::string_view named = line.parameter("EMAIL"); !named.empty()) email = named;
    auto& all = meeting_.attendees;
    const bool declined = same_word(line.parameter("PARTSTAT"), "DECLINED");
    const auto known = attendees_.find(upper(email));
    if (known != attendees_.end()) {
      all[known->second].declined |= declined;
    } else if (!email.empty() && all.size() < most_of_a_kind) {
      attendees_[upper(email)] = all.size();
      all.push_back({std::move(email), single_line(to_utf8(line.parameter("CN"), "")), declined});
    }
  }

  void take_property(const ContentLine& line) {
    const auto time = [&] { return calendar_time_from(line.value(), line.parameter("TZID")); };
    const auto text = [&] { return single_line(unescaped(to_utf8(line.value(), ""))); };
    if (line.name == "DTSTART") {
      const auto start = time();
      started_ = start.has_value();
      if (start) meeting_.start = *start;
    } else if (line.name == "DTEND") {
      meeting_.end = time();
    } else if (line.name == "DURATION") {
      meeting_.minutes = length_from(line.value());
    } else if (line.name == "UID") {
      meeting_.uid = text();
    } else if (line.name == "SUMMARY") {
      meeting_.title = text();
    } else if (line.name == "LOCATION" || line.name == "URL" || line.name == "CONFERENCE" ||
               line.name == "X-GOOGLE-CONFERENCE" || line.name == "X-MICROSOFT-SKYPETEAMSMEETINGURL") {
      meeting_.place += text() + ' ';
    } else if (line.name == "STATUS") {
      meeting_.cancelled = is(line, "CANCELLED");
    } else if (line.name == "ATTENDEE" || line.name == "ORGANIZER") {
      add_attendee(line);
    } else if (line.name == "RRULE") {
      meeting_.rules.push_back(line.value());
    } else if (line.name == "RDATE") {
      add_times(meeting_.also_on, line);
    } else if (line.name == "EXDATE") {
      add_times(meeting_.not_on, line);
    } else if (line.name == "RECURRENCE-ID") {
      meeting_.instead_of = time();
    }
  }

  std::string_view bytes_;
  ContentLines lines_;
  Calendar calendar_;
  Meeting meeting_;
  std::map<std::string, std::size_t> attendees_;  // their places, by address
  int open_ = 0;                                  // calendars that have begun and not ended
  bool inside_ = false;                           // an event
  bool started_ = false;                          // whose start is known
  int depth_ = 0;                                 // of components in it
  std::optional<std::size_t> zone_begin_;
  std::string zone_name_;
};

}  // namespace

bool looks_like_calendar(std::string_view beginning) {
  if (beginning.starts_with(utf8_mark)) beginning.remove_prefix(utf8_mark.size());
  const std::string_view line = stripped(beginning).substr(0, calendar_beginning.size() + 1);
  return same_word(stripped(line), calendar_beginning);
}

Calendar read_calendar(std::string_view bytes) {
  return Reader(bytes).read();
}

}  // namespace rel::formats
