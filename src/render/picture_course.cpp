#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "render/html_page.hpp"
#include "render/phrases.hpp"
#include "render/pictures.hpp"
#include "render/silence_line.hpp"
#include "render/svg.hpp"

namespace rel::render {

namespace {

constexpr double most_targets = 3;  // the top of a small picture
constexpr double most_days_beyond = 1.15;
constexpr double mark_size = 3.4;

/// The first days of the months of a period.
std::vector<Day> month_beginnings(const Period& period) {
  std::vector<Day> days;
  const date::year_month_day first{period.since};
  for (auto month = first.year() / first.month(); Day{month / 1} <= period.until; month += date::months{1})
    days.push_back(std::max(Day{month / 1}, period.since));
  return days;
}

std::string initial(Day day) {
  return month_name(day).substr(0, 3);
}

void draw_silence(Svg& svg, const PersonCourse& person, double unit, double target, const Field& field) {
  const std::vector<Point> line = silence_line(person.points, unit, field);
  const double level = field.y(target);
  for (const auto& area : areas_above(line, level)) svg.polygon(area, "over");
  svg.line({field.corner.x, level}, {field.corner.x + field.width, level}, "target");
  svg.polyline(line, "silence");
}

std::string small_picture(const PersonCourse& person, const Period& period) {
  Svg svg(160, 74, "Silence with " + person.name + " against the target", person.note);
  const Field field{period, {2, 4}, 156, 54, most_targets};
  for (const Day day : month_beginnings(period)) svg.line({field.x(day), 58}, {field.x(day), 61}, "axis");
  svg.line({2, 58}, {158, 58}, "axis");
  draw_silence(svg, person, person.target, 1, field);
  svg.text({2, 72}, "start", initial(period.since));
  svg.text({158, 72}, "end", initial(period.until));
  return fmt::format(
      "<div class=\"card\">\n<p class=\"name\"><bdi>{}</bdi></p>\n{}\n<p class=\"note\">{}</p>\n</div>\n",
      markup_text(person.name), svg.str(), markup_text(person.note));
}

std::string sample_line(const char* classes, const char* title) {
  Svg svg(12, 12, title, "");
  svg.line({0, 6}, {12, 6}, classes);
  return svg.str();
}

std::vector<LegendEntry> silence_legend() {
  Svg over(12, 12, "longer than wanted", "");
  over.rect({0, 0}, 12, 12, "over");
  return {{sample_line("silence", "silence"), "the silence"},
          {sample_line("target", "target"), "what you wanted at most"},
          {over.str(), "longer than that"}};
}

// A round number of days between two lines of the grid, at most five of them.
int days_between_lines(double most) {
  constexpr std::array steps = {1, 2, 5, 7, 14, 30, 60, 90, 180, 365, 730};
  const auto* const found =
      std::find_if(steps.begin(), steps.end(), [&](int days) { return most <= days * 5; });
  return found == steps.end() ? static_cast<int>(most / 5) + 1 : *found;
}

void draw_grid(Svg& svg, const Field& field) {
  const int step = days_between_lines(field.most);
  for (int days = 0; days <= field.most; days += step) {
    svg.line({field.corner.x, field.y(days)}, {field.corner.x + field.width, field.y(days)},
             days == 0 ? "axis" : "grid");
    svg.text({field.corner.x - 5, field.y(days) + 4}, "end", std::to_string(days));
  }
  for (const Day month : month_beginnings(field.period)) {
    const double x = field.x(month);
    svg.line({x, field.y(0)}, {x, field.y(0) + 4}, "axis");
    if (field.x(field.period.until) - x > 14)
      svg.text({x + 2, field.y(0) + 14}, "start", initial(month).substr(0, 1));
  }
}

void draw_talks(Svg& svg, const std::vector<CalendarDay>& talks, const Field& field, double y) {
  for (const CalendarDay& day : talks) {
    svg.begin(day.with);
    for (std::size_t way = 0; way < day.marks.size(); ++way) {
      const double size = day.marks[way] >= 1 ? mark_size : 0.65 * mark_size;
      if (day.marks[way] > 0) mark(svg, way, {field.x(day.on), y}, size, fmt::format("mark{}", way));
    }
    svg.end();
  }
}

std::vector<LegendEntry> talk_legend() {
  std::vector<LegendEntry> entries;
  for (const Way way : all_ways) {
    Svg svg(12, 12, word(way), "");
    mark(svg, mark_of(way), {6, 6}, 4.4, fmt::format("mark{}", mark_of(way)));
    entries.push_back({svg.str(), std::string(word(way))});
  }
  Svg touch(12, 12, "a message", "");
  touch.line({6, 2}, {6, 10}, "touch");
  entries.push_back({touch.str(), "a message or a moment in a crowd"});
  return entries;
}

}  // namespace

std::string courses_picture(const std::vector<PersonCourse>& people, const Period& period) {
  std::string picture;
  std::optional<Tier> tier;
  for (const PersonCourse& person : people) {
    if (tier != person.tier) {
      picture += (tier ? "</div>\n" : "") + fmt::format("<h3>{}</h3>\n<div class=\"people\">\n",
                                                        markup_text("Tier " + tier_name(person.tier)));
      tier = person.tier;
    }
    picture += small_picture(person, period);
  }
  if (people.empty()) return "<p>Nobody is in a tier: nothing is asked of your week.</p>\n";
  return figure(
      picture + "</div>", legend(silence_legend()),
      "The line climbs a day each day and falls with a conversation, all the way with a real one. The "
      "dashed line is the target of each; the upper edge is three times as long.");
}

std::string course_picture(const PersonCourse& person, const Period& period,
                           const std::vector<CalendarDay>& talks, const std::vector<Day>& touches) {
  double longest = person.target;
  for (const SilencePoint& point : person.points) longest = std::max(longest, 1.0 * point.days);
  Svg svg(360, 214, "Silence with " + person.name + " in days", person.note);
  const Field field{period, {30, 10}, 322, 130, longest * most_days_beyond};
  draw_grid(svg, field);
  draw_silence(svg, person, 1, person.target, field);
  draw_talks(svg, talks, field, 174);
  for (const Day day : touches) svg.line({field.x(day), 190}, {field.x(day), 198}, "touch");
  std::vector<LegendEntry> entries = silence_legend();
  for (LegendEntry& entry : talk_legend()) entries.push_back(std::move(entry));
  return figure(
      "<div class=\"card wide\">\n" + svg.str() + "\n</div>", legend(entries),
      "Days of silence: the line climbs until you talk. Below it stand the conversations, large for a "
      "real one, and messages as strokes: these do not end a silence.");
}

}  // namespace rel::render
