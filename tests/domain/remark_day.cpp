#include <doctest/doctest.h>

#include "rel/brief.hpp"
#include "support/histories.hpp"

namespace rel::test {
namespace {

using namespace date::literals;

const Day heard = 2026_y / 10 / 29;  // a Thursday

TEST_CASE("a remark names its day in one of the usual ways") {
  const auto named = [](const char* text) { return named_day(text, heard); };
  CHECK(named("surgery on 12 Dec") == Day{2026_y / 12 / 12});
  CHECK(named("surgery on December 2nd, early") == Day{2026_y / 12 / 2});
  CHECK(named("moves (Sept 1)") == Day{2027_y / 9 / 1});
  CHECK(named("29 Oct") == heard);
  CHECK(named("the exam is 2026-11-20.") == Day{2026_y / 11 / 20});
  CHECK(named("concert on Saturday") == Day{2026_y / 10 / 31});
  CHECK(named("every Thursday") == Day{2026_y / 11 / 5});
  CHECK(named("flies tomorrow, back 9 Nov") == Day{2026_y / 11 / 9});
}

TEST_CASE("a remark without a day names none") {
  for (const char* text :
       {"", "new job", "may come in spring", "12 people", "gift idea: Moka pot", "31 Feb", "room 2026-13-40",
        "her sons are 3 and 5", "marching band 12", "decides 4 times"}) {
    CAPTURE(text);
    CHECK_FALSE(named_day(text, heard));
  }
}

TEST_CASE("a remark is news until its day has passed, and until somebody comes back to it") {
  Remark remark{.id = 1, .person = ann, .text = "surgery on 12 Dec", .heard = heard};
  CHECK(is_news(remark, 2026_y / 12 / 12));
  CHECK_FALSE(is_news(remark, 2026_y / 12 / 13));
  remark.text = "new job";
  CHECK(is_news(remark, 2027_y / 12 / 13));
  Remark used = remark;
  used.used = heard;
  CHECK_FALSE(is_news(used, heard));
  Remark fact = remark;
  fact.fact = true;
  CHECK_FALSE(is_news(fact, heard));
  Remark asks = remark;
  asks.ask_on = heard;
  CHECK_FALSE(is_news(asks, heard));
}

TEST_CASE("whose day has passed is nothing to begin with") {
  const std::vector<Remark> remarks = {
      {.id = 1, .person = ann, .text = "new job", .heard = heard},
      {.id = 2, .person = ann, .text = "concert on Saturday", .heard = heard}};
  CHECK(openers(remarks, heard).front().id == 2);
  CHECK(openers(remarks, plus_days(heard, 3)).front().id == 1);
}

}  // namespace
}  // namespace rel::test
