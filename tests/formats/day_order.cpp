#include "formats/day_order.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace rel::formats;

namespace {

/// The day that a text begins with, in that order, and what is left of the text.
std::string read(std::string_view text, DayOrder order) {
  const auto written = take_written_day(text);
  if (!written) return "none";
  const auto day = day_in_order(*written, order);
  return (day ? rel::iso(*day) : "no day") + std::string(text);
}

std::optional<DayOrder> settled(const std::vector<std::string>& days) {
  DayOrderEvidence evidence;
  for (const std::string& text : days) {
    std::string_view rest = text;
    evidence.see(*take_written_day(rest));
  }
  return evidence.order();
}

}  // namespace

TEST_CASE("days in figures") {
  CHECK(read("02/11/2018, 20:15", DayOrder::dmy) == "2018-11-02, 20:15");
  CHECK(read("02/11/2018", DayOrder::mdy) == "2018-02-11");
  CHECK(read("2.11.18,", DayOrder::dmy) == "2018-11-02,");
  CHECK(read("2. 11. 2018 x", DayOrder::dmy) == "2018-11-02 x");
  CHECK(read("2018-11-02", DayOrder::ymd) == "2018-11-02");
  CHECK(read("11/2/75", DayOrder::mdy) == "1975-11-02");
  CHECK(read("30/2/2018", DayOrder::dmy) == "no day");
  for (const char* text :
       {"", "1/2", "1/2/", "12345/1/1", "1/222/2018", "1/2-2018", "2018/1/2018", "x", "1/2/201"}) {
    CAPTURE(text);
    CHECK(read(text, DayOrder::dmy) == "none");
  }
}

TEST_CASE("the days of a file settle their order, or don't") {
  CHECK(settled({"3/4/2018", "13/4/2018"}) == DayOrder::dmy);
  CHECK(settled({"3/4/2018", "4/13/2018"}) == DayOrder::mdy);
  CHECK(settled({"2018-03-04"}) == DayOrder::ymd);
  CHECK(settled({"3.4.2018"}) == DayOrder::dmy);
  CHECK(!settled({"3/4/2018", "5/6/2018"}));
  CHECK(!settled({"13/4/2018", "4/13/2018"}));
}

TEST_CASE("an order has a name of three letters") {
  CHECK(day_order_from("dmy") == DayOrder::dmy);
  CHECK(day_order_from("mdy") == DayOrder::mdy);
  CHECK(day_order_from("ymd") == DayOrder::ymd);
  CHECK_FALSE(day_order_from("dym"));
}
