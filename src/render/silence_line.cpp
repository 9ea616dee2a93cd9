#include "render/silence_line.hpp"

#include <algorithm>

namespace rel::render {

double Field::x(Day day) const {
  return corner.x + width * days_between(period.since, day) / std::max(1, period.days() - 1);
}

double Field::y(double value) const {
  return corner.y + height * (1 - std::min(value, most) / most);
}

std::vector<Point> silence_line(const std::vector<SilencePoint>& points, double unit, const Field& field) {
  std::vector<Point> line;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const double x = field.x(points[i].on);
    const double value = points[i].days / unit;
    const bool leaves = i > 0 && points[i - 1].days / unit < field.most && value > field.most;
    if (leaves) {  // it bends where it reaches the upper edge
      const double from = points[i - 1].days / unit;
      const double x_before = field.x(points[i - 1].on);
      line.push_back({x_before + (x - x_before) * (field.most - from) / (value - from), field.y(field.most)});
    }
    line.push_back({x, field.y(value)});
  }
  return line;
}

std::vector<std::vector<Point>> areas_above(const std::vector<Point>& line, double level) {
  std::vector<std::vector<Point>> areas;
  bool above = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const Point point = line[i];
    const bool now_above = point.y < level;
    if (now_above != above && i > 0) {
      const Point before = line[i - 1];
      const double part = (level - before.y) / (point.y - before.y);
      const Point crossing{before.x + part * (point.x - before.x), level};
      if (now_above) areas.emplace_back();
      areas.back().push_back(crossing);
    } else if (now_above && !above) {  // it begins above
      areas.push_back({{point.x, level}});
    }
    if (now_above) areas.back().push_back(point);
    above = now_above;
  }
  if (above) areas.back().push_back({line.back().x, level});
  return areas;
}

}  // namespace rel::render
