#include "formats/vcard_dates.hpp"

#include <doctest/doctest.h>

using rel::YearlyDate;
using rel::formats::yearly_date_from_vcard;

namespace {

YearlyDate on(unsigned month, unsigned day, std::optional<int> year = std::nullopt) {
  return {"", month, day, year};
}

}  // namespace

TEST_CASE("dates with a year") {
  for (const char* text : {"19800412", "1980-04-12", " 1980-04-12 ", "1980-04-12T00:00:00Z",
                           "19800412T000000", "1980-04-12 00:00:00.000", "1980-04-12T00:00:00+02:00"}) {
    CAPTURE(text);
    CHECK(yearly_date_from_vcard(text, "") == on(4, 12, 1980));
  }
}

TEST_CASE("dates without a year") {
  for (const char* text :
       {"--0412", "--04-12", "--0412T10", "1604-04-12", "00000412", "0001-04-12", "2200-04-12"}) {
    CAPTURE(text);
    CHECK(yearly_date_from_vcard(text, "") == on(4, 12));
  }
  CHECK(yearly_date_from_vcard("--0229", "") == on(2, 29));
}

TEST_CASE("the first and the last year") {
  CHECK(yearly_date_from_vcard("1899-12-31", "") == on(12, 31));
  CHECK(yearly_date_from_vcard("1900-01-01", "") == on(1, 1, 1900));
  CHECK(yearly_date_from_vcard("2199-12-31", "") == on(12, 31, 2199));
}

TEST_CASE("the year that Apple says is none") {
  CHECK(yearly_date_from_vcard("1604-02-29", "1604") == on(2, 29));
  CHECK(yearly_date_from_vcard("1900-02-29", "1900") == on(2, 29));
  CHECK(yearly_date_from_vcard("1980-04-12", "1604") == on(4, 12, 1980));
}

TEST_CASE("what is no date") {
  for (const char* text : {"",           "1980",          "0412",      "1980-04",     "198004",
                           "---12",      "--04",          "1980-0412", "198004-12",   "1980-4-12",
                           "1980-02-30", "1981-02-29",    "--0230",    "1980-00-12",  "1980-13-12",
                           "1980-04-00", "T102200",       "19800412x", "1980-04-123", "1980-04-12Tea",
                           "-0412",      "12 April 1980", "circa 1800"}) {
    CAPTURE(text);
    CHECK_FALSE(yearly_date_from_vcard(text, ""));
  }
}
