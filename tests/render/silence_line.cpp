#include "render/silence_line.hpp"

#include <doctest/doctest.h>

using namespace rel;
using namespace rel::render;

namespace {

Day day(int n) {
  return day_from_number(n);
}

/// Ten units wide for eleven days, ten high for values to 10: a day and a unit are one.
const Field field{{day(0), day(10)}, {0, 0}, 10, 10, 10};

/// The points as they are written into a picture: `0 9, 4 7`.
std::string written(const std::vector<Point>& points) {
  std::string text;
  for (const Point& point : points)
    text += (text.empty() ? "" : ", ") + number(point.x) + " " + number(point.y);
  return text;
}

}  // namespace

TEST_CASE("a silence climbs, falls with a talk, and is as long as it is in units") {
  const auto line = silence_line({{day(0), 2}, {day(4), 6}, {day(4), 0}, {day(10), 6}}, 2, field);
  CHECK(written(line) == "0 9, 4 7, 4 10, 10 7");
}

TEST_CASE("beyond the upper edge it goes along it") {
  const auto line = silence_line({{day(0), 8}, {day(6), 14}, {day(6), 0}}, 1, field);
  CHECK(written(line) == "0 2, 2 0, 6 0, 6 10");
}

TEST_CASE("what is longer than wanted is an area above the line of the target") {
  const auto line = silence_line({{day(0), 0}, {day(8), 8}, {day(8), 0}, {day(10), 2}}, 1, field);
  const auto areas = areas_above(line, field.y(5));
  REQUIRE(areas.size() == 1);
  CHECK(written(areas[0]) == "5 5, 8 2, 8 5");
  CHECK(areas_above(line, field.y(9)).empty());
}

TEST_CASE("areas at the beginning and at the end are closed") {
  const auto line = silence_line({{day(0), 7}, {day(1), 8}, {day(1), 0}, {day(10), 9}}, 1, field);
  const auto areas = areas_above(line, field.y(6));
  REQUIRE(areas.size() == 2);
  CHECK(written(areas[0]) == "0 4, 0 3, 1 2, 1 4");
  CHECK(written(areas[1]) == "7 4, 10 1, 10 4");
  CHECK(areas_above({}, 5).empty());
}
