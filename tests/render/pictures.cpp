#include "render/pictures.hpp"

#include <doctest/doctest.h>

using namespace rel;
using namespace rel::render;

namespace {

Day iso_day(const char* text) {
  return *day_from_iso(text);
}

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t times = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++times;
  return times;
}

bool has(const std::string& text, std::string_view part) {
  return count(text, part) > 0;
}

const std::string hostile = "</svg><script>\"'\u202E";
const std::string harmless = "&lt;/svg&gt;&lt;script&gt;&quot;&#39;\\u{202e}";

}  // namespace

TEST_CASE("a calendar has each day of its months, and a mark for each kind that was talked with") {
  const auto months = months_until(iso_day("2026-11-21"), 2);
  const std::vector<CalendarDay> days = {{iso_day("2026-10-01"), {1, 0, 0, 0}, hostile},
                                         {iso_day("2026-11-20"), {0.5, 0, 1, 0}, "Ann"}};
  const std::string picture =
      calendar_picture(months, days, MarkKinds::tiers, Period{iso_day("2026-11-01"), iso_day("2026-11-21")});
  CHECK(count(picture, "<rect class=\"day\"") == 31);
  CHECK(count(picture, "<rect class=\"day shaded\"") == 21 + 1);  // and one in the legend
  CHECK(has(picture, "<p class=\"name\">October 2026</p>"));
  CHECK(count(picture, "<p class=\"note\">1 day with a talk</p>") == 2);
  CHECK(has(picture, "<g><title>" + harmless + "</title><circle class=\"tier0\""));
  CHECK(has(picture, "<g><title>Ann</title><circle class=\"tier0\""));
  // 1 October 2026 is a Thursday: the fourth column, the first row.
  CHECK(has(picture, "<circle class=\"tier0\" cx=\"69\" cy=\"23\" r=\"4.6\"/>"));
  CHECK(!has(picture, "<script"));
  CHECK(has(picture, " very high</li>"));
  CHECK(has(calendar_picture(months, days, MarkKinds::ways, std::nullopt), " by phone</li>"));
}

TEST_CASE("the bar of a month has a piece for each way, and says its hours") {
  std::vector<MonthOfTalks> months = {{{iso_day("2026-10-01"), iso_day("2026-10-31")}, {300, 60, 0, 0}},
                                      {{iso_day("2026-11-01"), iso_day("2026-11-21")}, {}}};
  const std::string picture = minutes_picture(months);
  CHECK(has(picture, "<g><title>October: 6 h, 5 h met, 1 h by phone</title>"));
  CHECK(has(picture, "<g><title>November: no conversation</title></g>"));
  CHECK(has(picture, ">6</text>"));
  CHECK(has(picture, "6 h of conversation in these months, most of it face to face."));
  months.front().minutes = {25, 0, 0, 0};
  CHECK(has(minutes_picture(months), ">0.4</text>"));
  months.front().minutes = {630, 0, 0, 0};
  CHECK(has(minutes_picture(months), ">11</text>"));
  months.front().minutes = {};
  CHECK(has(minutes_picture(months), "No conversation is logged in these months."));
}

TEST_CASE("a silence has its target, and its excess where there is one") {
  const Period period{iso_day("2026-01-01"), iso_day("2026-01-31")};
  PersonCourse person{.name = hostile,
                      .tier = Tier::high,
                      .target = 10,
                      .points = {{period.since, 0}, {period.until, 30}},
                      .note = "30 days; you wanted 10"};
  const std::string long_one = courses_picture({person}, period);
  CHECK(has(long_one, "<bdi>" + harmless + "</bdi>"));
  CHECK(has(long_one, "<polygon class=\"over\""));
  CHECK(has(long_one, "<h3>Tier high</h3>"));
  CHECK(!has(long_one, "<script"));
  person.points.back().days = 9;
  CHECK(!has(courses_picture({person}, period), "<polygon class=\"over\""));
  CHECK(courses_picture({}, period) == "<p>Nobody is in a tier: nothing is asked of your week.</p>\n");
  const std::string one = course_picture(person, period, {{iso_day("2026-01-11"), {0, 1, 0, 0}, "a call"}},
                                         {iso_day("2026-01-21")});
  CHECK(has(one, "<g><title>a call</title><polygon class=\"mark1\""));
  CHECK(count(one, "<line class=\"touch\"") == 1 + 1);  // and one in the legend
}

TEST_CASE("the four questions stand as before and as now") {
  Talks before{.contacts = 9,
               .conversations = {4, 100},
               .in_person = {1, 60},
               .people = 3,
               .depth = 0.3,
               .minutes_each = 25};
  Talks now{.contacts = 8,
            .conversations = {5, 200},
            .in_person = {2, 120},
            .people = 2,
            .depth = 1.0,
            .minutes_each = 40};
  const std::string picture = questions_picture(before, now);
  CHECK(has(picture, "<desc>before 1 meeting, 1 h, now 2 meetings, 2 h</desc>"));
  CHECK(has(picture, "<p class=\"note\">More time than before.</p>"));
  CHECK(has(picture, "<p class=\"note\">As much time as before.</p>"));  // no calls, neither time
  CHECK(has(picture, "<p class=\"note\">Fewer than before.</p>"));
  CHECK(has(picture, "A conversation took 40 min (before 25 min); 5 of 8 contacts were conversations."));
  CHECK(has(picture, "<circle class=\"ring\" cx=\"10\" cy=\"26\""));
  CHECK(has(picture, "<circle class=\"now\" cx=\"230\" cy=\"26\""));
  const std::string empty = questions_picture({}, {});
  CHECK(has(empty, "No conversation in these days."));
  CHECK(!has(empty, "<circle"));
}

TEST_CASE("parts are bars with words, a week is asked and given") {
  CHECK(has(parts_picture({{"recent", 0.5, "<x>"}}), "<rect class=\"now\" x=\"0\" y=\"0\" width=\"120\""));
  CHECK(has(parts_picture({{"recent", 0.5, "<x>"}}), "<p class=\"note\">&lt;x&gt;</p>"));
  Capacity capacity{.asked = 90};
  CHECK(has(load_picture(capacity), "<desc>asked 90 min a week, given 0 min a week</desc>"));
  CHECK(load_picture({}).empty());
}
