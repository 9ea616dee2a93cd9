#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "render/html_page.hpp"
#include "render/phrases.hpp"
#include "render/pictures.hpp"
#include "render/svg.hpp"

namespace rel::render {

namespace {

constexpr double left = 40;  // of the first bar
constexpr double step = 27;  // from bar to bar
constexpr double bar_width = 19;
constexpr double top = 16;
constexpr double tall = 150;  // of the longest bar
constexpr double picture_height = 190;

// A round number of hours between two lines of the grid, at most five of them.
int hours_between_lines(int most_minutes) {
  constexpr std::array steps = {1, 2, 5, 10, 20, 50, 100, 200};
  const auto fits = [&](int hours) { return most_minutes <= hours * 60 * 5; };
  const auto found = std::find_if(steps.begin(), steps.end(), fits);
  return found == steps.end() ? most_minutes / 300 + 1 : *found;
}

// Tenths only where they matter.
std::string hours(int minutes) {
  const double tenths = static_cast<double>(std::lround(minutes / 6.0)) / 10;
  return tenths < 10 ? fmt::format("{:g}", tenths) : fmt::format("{}", std::lround(minutes / 60.0));
}

std::string told(const MonthOfTalks& month) {
  std::string text = month_name(month.month.since) + ": ";
  if (month.total() == 0) return text + "no conversation";
  text += length(month.total());
  for (const Way way : all_ways) {
    const int minutes = month.minutes[static_cast<std::size_t>(way)];
    if (minutes > 0) text += fmt::format(", {} {}", length(minutes), word(way));
  }
  return text;
}

void draw_bar(Svg& svg, const MonthOfTalks& month, double x, double per_minute) {
  svg.begin(told(month));
  double y = top + tall;
  for (std::size_t way = 0; way < month.minutes.size(); ++way) {
    const double high = month.minutes[way] * per_minute;
    if (high <= 0) continue;
    y -= high;
    svg.rect({x, y}, bar_width, high, fmt::format("way{}", way));
  }
  svg.end();
  if (month.total() > 0) svg.text({x + bar_width / 2, y - 4}, "middle", hours(month.total()));
}

std::string sample(Way way) {
  Svg svg(12, 12, word(way), "");
  svg.rect({1, 1}, 10, 10, fmt::format("way{}", mark_of(way)));
  return svg.str();
}

std::string caption(const std::vector<MonthOfTalks>& months) {
  int all = 0;
  std::array<int, all_ways.size()> by_way{};
  for (const MonthOfTalks& month : months) {
    all += month.total();
    for (std::size_t way = 0; way < by_way.size(); ++way) by_way[way] += month.minutes[way];
  }
  if (all == 0) return "No conversation is logged in these months.";
  const auto most = static_cast<std::size_t>(std::max_element(by_way.begin(), by_way.end()) - by_way.begin());
  return fmt::format(
      "{} of conversation in these months, most of it {}. The number above a bar is its hours; a "
      "talk in a group counts once. The last month is as far as it went.",
      length(all), most == 0 ? "face to face" : std::string(word(all_ways[most])));
}

}  // namespace

std::string minutes_picture(const std::vector<MonthOfTalks>& months) {
  int most = 0;
  for (const MonthOfTalks& month : months) most = std::max(most, month.total());
  const int grid = hours_between_lines(most);
  const double per_minute = tall / std::max({most, grid * 60, 1});
  std::string description;
  for (const MonthOfTalks& month : months) description += told(month) + ". ";
  const double width = left + static_cast<double>(months.size()) * step;
  Svg svg(width, picture_height, "Hours of conversation by month and way", description);
  for (int at = 0; at <= std::max(most, grid * 60); at += grid * 60) {
    const double y = top + tall - at * per_minute;
    svg.line({left - 6, y}, {width, y}, at == 0 ? "axis" : "grid");
    svg.text({left - 10, y + 4}, "end", at == 0 ? "0" : hours(at) + " h");
  }
  double x = left;
  for (const MonthOfTalks& month : months) {
    draw_bar(svg, month, x, per_minute);
    svg.text({x + bar_width / 2, picture_height - 8}, "middle", month_name(month.month.since).substr(0, 3));
    x += step;
  }
  std::vector<LegendEntry> entries;
  for (const Way way : all_ways) entries.push_back({sample(way), std::string(word(way))});
  return figure("<div class=\"card wide\">\n" + svg.str() + "\n</div>", legend(entries), caption(months));
}

}  // namespace rel::render
