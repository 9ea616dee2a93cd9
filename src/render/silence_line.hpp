// A silence as a line in a picture, and what of it lies beyond the target.
#pragma once

#include <vector>

#include "rel/course.hpp"
#include "render/svg.hpp"

namespace rel::render {

/// Where the days of a period and the values from 0 to `most` lie in a picture.
struct Field {
  Period period;
  Point corner;  ///< its upper left one
  double width = 0;
  double height = 0;
  double most = 1;  ///< what is beyond it is drawn at it

  double x(Day day) const;
  double y(double value) const;
};

/// The line of a silence in units of `unit` days.
std::vector<Point> silence_line(const std::vector<SilencePoint>& points, double unit, const Field& field);

/// The areas between the line and a level below it (with a larger y).
std::vector<std::vector<Point>> areas_above(const std::vector<Point>& line, double level);

}  // namespace rel::render
