#include <fmt/format.h>

#include <algorithm>

#include "render/html_page.hpp"
#include "render/phrases.hpp"
#include "render/pictures.hpp"
#include "render/svg.hpp"

namespace rel::render {

namespace {

constexpr double day_step = 20;  // from day to day
constexpr double day_gap = 2;    // between two days
constexpr double letters = 14;   // above the days
constexpr double strong = 4.6;   // a real conversation
constexpr double faint = 2.8;    // a brief one
constexpr double beside = 5;     // from the middle of a day, where it has several marks
constexpr int weeks_of_month = 6;

std::string_view css(MarkKinds kinds) {
  return kinds == MarkKinds::tiers ? "tier" : "mark";
}

std::string name_of(MarkKinds kinds, std::size_t kind) {
  if (kinds == MarkKinds::ways) return std::string(word(all_ways[kind]));
  return kind < 3 ? tier_name(all_tiers[3 - kind]) : "in no tier";
}

// Monday is the first day of a week.
int column_of(Day day) {
  return static_cast<int>(date::weekday{day}.iso_encoding()) - 1;
}

Point corner_of(Day day, Day first) {
  const int place = column_of(first) + days_between(first, day);
  const int week = place / 7;
  return {place % 7 * day_step, letters + week * day_step};
}

// One mark stands in the middle, two beside each other, three and four in a square.
std::vector<Point> places(Point middle, std::size_t count) {
  const auto [x, y] = middle;
  if (count == 1) return {middle};
  if (count == 2) return {{x - beside, y}, {x + beside, y}};
  return {
      {x - beside, y - beside}, {x + beside, y - beside}, {x - beside, y + beside}, {x + beside, y + beside}};
}

void draw_marks(Svg& svg, const CalendarDay& day, Point corner, MarkKinds kinds) {
  const auto count = static_cast<std::size_t>(
      std::count_if(day.marks.begin(), day.marks.end(), [](double one) { return one > 0; }));
  const auto spots =
      places({corner.x + (day_step - day_gap) / 2, corner.y + (day_step - day_gap) / 2}, count);
  const double scale = count > 1 ? 0.8 : 1;
  std::size_t spot = 0;
  svg.begin(day.with);
  for (std::size_t kind = 0; kind < day.marks.size(); ++kind) {
    if (day.marks[kind] <= 0) continue;
    mark(svg, kind, spots[spot++], scale * (day.marks[kind] >= 1 ? strong : faint),
         fmt::format("{}{}", css(kinds), kind));
  }
  svg.end();
}

std::string month_picture(const Period& month, const std::vector<CalendarDay>& days, MarkKinds kinds,
                          std::optional<Period> shaded) {
  const std::string title = fmt::format("{} {}", month_name(month.since),
                                        static_cast<int>(date::year_month_day{month.since}.year()));
  const auto talked =
      std::count_if(days.begin(), days.end(), [&](const CalendarDay& day) { return month.holds(day.on); });
  const std::string count =
      talked == 0 ? "no talk" : counted(static_cast<int>(talked), "day") + " with a talk";
  Svg svg(7 * day_step - day_gap, letters + weeks_of_month * day_step - day_gap, title, count);
  for (int i = 0; i < 7; ++i)
    svg.text({i * day_step + (day_step - day_gap) / 2, 9}, "middle",
             std::string_view("MTWTFSS").substr(static_cast<std::size_t>(i), 1));
  for (Day day = month.since; day <= month.until; day = plus_days(day, 1)) {
    svg.rect(corner_of(day, month.since), day_step - day_gap, day_step - day_gap,
             shaded && shaded->holds(day) ? "day shaded" : "day");
  }
  for (const CalendarDay& day : days) {
    if (month.holds(day.on)) draw_marks(svg, day, corner_of(day.on, month.since), kinds);
  }
  return card(title, svg.str(), count);
}

std::string sample(std::size_t kind, MarkKinds kinds) {
  Svg svg(12, 12, name_of(kinds, kind), "");
  mark(svg, kind, {6, 6}, strong, fmt::format("{}{}", css(kinds), kind));
  return svg.str();
}

}  // namespace

std::size_t mark_of(Tier tier) {
  return 3 - static_cast<std::size_t>(tier);
}

std::size_t mark_of(Way way) {
  return static_cast<std::size_t>(way);
}

std::string calendar_picture(const std::vector<Period>& months, const std::vector<CalendarDay>& days,
                             MarkKinds kinds, std::optional<Period> shaded) {
  std::string picture = "<div class=\"months\">\n";
  for (const Period& month : months) picture += month_picture(month, days, kinds, shaded);
  std::vector<LegendEntry> entries;
  for (std::size_t kind = 0; kind < 4; ++kind) entries.push_back({sample(kind, kinds), name_of(kinds, kind)});
  if (shaded) {
    Svg ground(12, 12, "these days", "");
    ground.rect({0, 0}, 12, 12, "day shaded");
    entries.push_back({ground.str(), "the days of this review"});
  }
  return figure(
      picture + "</div>", legend(entries),
      "A mark for each day with a conversation: large for a real one, small for a brief one. Messages "
      "and meetings in a crowd are not in it. Point at a mark to see more.");
}

}  // namespace rel::render
