#include "render/bars.hpp"

#include <doctest/doctest.h>

using namespace rel;
using namespace rel::render;

namespace {

/// Weeks with these credits, the last of which ends on 24 November 2026.
std::vector<Week> weeks(const std::vector<double>& credits) {
  std::vector<Week> all = weeks_until(*day_from_iso("2026-11-24"), static_cast<int>(credits.size()), {}, {});
  for (std::size_t i = 0; i < credits.size(); ++i) all[i].credit = credits[i];
  return all;
}

}  // namespace

TEST_CASE("a bar is as wide as asked, and full only at the end") {
  CHECK(bar(0, 10) == "..........");
  CHECK(bar(0.64, 10) == "######....");
  CHECK(bar(0.85, 10) == "#########.");
  CHECK(bar(1, 10) == "##########");
  CHECK(bar(0.5, 5) == "###..");
  CHECK(bar(7, 3) == "###");
  CHECK(bar(-1, 3) == "...");
}

TEST_CASE("a sign a week") {
  CHECK(talks_row(weeks({0, 1, .5, 2, 0})) == " #o#");
  CHECK(talks_row(weeks({0, 0})).empty());
  std::vector<Week> touched = weeks({0, 0, 0, 0});
  touched[1].touches = 1;
  touched[2].touches = 2;
  CHECK(touches_row(touched) == " .:");
}

TEST_CASE("months stand above the weeks in which they begin, and none is cut") {
  // Weeks from Wed 30 Sep, 7 Oct, …; the last from Wed 18 Nov.
  CHECK(months_row(weeks(std::vector<double>(8))) == "Oct Nov");
  CHECK(months_row(weeks(std::vector<double>(6))) == "  Nov");
  CHECK(months_row(weeks(std::vector<double>(3))).empty());
  CHECK(months_row(weeks(std::vector<double>(52))) == "Dec  Jan Feb Mar  Apr May Jun  Jul Aug Sep  Oct Nov");
}
