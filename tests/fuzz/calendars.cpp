// Calendars: their events, the series of these, and their zones, which libical works out.
#include "formats/calendar.hpp"
#include "formats/calendar_clock.hpp"
#include "fuzz/cards.hpp"

using namespace rel;
using namespace rel::test;

namespace {

constexpr std::size_t most = 200;   // times of a series
constexpr std::size_t events = 20;  // of an input whose series are followed

void check(const formats::Meeting& meeting) {
  must_be_utf8(meeting.uid + meeting.title + meeting.place);
  must(meeting.minutes.value_or(0) >= 0, "a length is not negative");
  must(!meeting.start.time || meeting.start.time->count() < 24 * 60, "a time is one of a day");
  for (const formats::Attendee& attendee : meeting.attendees)
    must(!attendee.email.empty(), "who was asked has an address");
}

void follow(formats::CalendarClock& clock, const formats::Meeting& meeting) {
  if (!clock.knows(meeting.start)) return;
  clock.seconds(meeting.start);
  for (const std::string& rule : meeting.rules) {
    formats::Effort effort{100'000, most};
    const auto times = clock.series(meeting.start, rule, fuzz_day, effort);
    must(times.size() <= most, "no more times than asked for");
    for (const formats::CalendarTime& time : times) {
      must(time.day <= fuzz_day, "a series ends where it was asked to");
      must(time.time.has_value() == meeting.start.time.has_value(), "a series keeps to times or to days");
      clock.seconds(time);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = text_of(data, size);
  formats::looks_like_calendar(text);
  const formats::Calendar calendar = formats::read_calendar(text);
  formats::CalendarClock clock(calendar.zones);
  for (std::size_t i = 0; i < calendar.meetings.size(); ++i) {
    check(calendar.meetings[i]);
    if (i < events) follow(clock, calendar.meetings[i]);
  }
  return 0;
}
