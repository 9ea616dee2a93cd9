#include "render/capacity_text.hpp"

#include <doctest/doctest.h>

#include "render/view.hpp"

using namespace rel;
using namespace rel::render;

namespace {

using Sentences = std::vector<std::string>;

Capacity asking(double asked, std::optional<double> given) {
  Capacity capacity{.asked = asked, .given = given, .known_days = 28, .people = {0, 0, 0, 6}};
  if (given && *given > 0) capacity.load = asked / *given;
  return capacity;
}

}  // namespace

TEST_CASE("too much asked: what would make it fit, never to try harder") {
  Capacity capacity = asking(380, 240);
  capacity.to_move = {0, 0, 0, 3};
  CHECK(capacity_sentences(capacity) ==
        Sentences{"Your tiers ask for 380 minutes a week; you give 240.",
                  "Stretch the targets 1.6 times, or move three people from very high to high."});
  capacity.to_move = {0, 0, 1, 2};
  CHECK(capacity_sentences(capacity)[1] ==
        "Stretch the targets 1.6 times, or move three people one tier down: two from very high, one from "
        "high.");
  capacity.to_move = {0, 1, 0, 0};
  CHECK(capacity_sentences(capacity)[1] ==
        "Stretch the targets 1.6 times, or move one person from moderate to none.");
  capacity.to_move = {};
  CHECK(capacity_sentences(capacity)[1] == "Stretch the targets 1.6 times, or let some people go.");
}

TEST_CASE("the factor is rounded up: by less it would not fit") {
  const auto factor = [](double load) {
    const std::string text = capacity_sentences(asking(100 * load, 100))[1];
    return text.substr(20, text.find(" times") - 20);
  };
  CHECK(factor(1.001) == "1.1");
  CHECK(factor(1.5) == "1.5");
  CHECK(factor(1.51) == "1.6");
  CHECK(factor(2.95) == "3");
  CHECK(factor(9.91) == "10");
  CHECK(factor(10.2) == "11");
  CHECK(factor(123.4) == "124");
  CHECK(capacity_sentences(asking(200, 100))[1].starts_with("Stretch the targets twice, "));
}

TEST_CASE("where it fits, nothing is advised") {
  CHECK(capacity_sentences(asking(80, 140)) ==
        Sentences{"Your tiers ask for 80 minutes a week; you give 140."});
  CHECK(capacity_sentences(asking(1, 1000))[0] == "Your tiers ask for 1 minute a week; you give 17 hours.");
  CHECK(capacity_sentences(asking(720, 600))[0] == "Your tiers ask for 12 hours a week; you give 10.");
  CHECK(capacity_sentences(asking(1, 90))[0] == "Your tiers ask for 1 minute a week; you give 90 minutes.");
  CHECK(capacity_sentences(asking(80, 80)).size() == 1);
}

TEST_CASE("nothing asked, nothing given") {
  CHECK(capacity_sentences(Capacity{}) == Sentences{"Nobody is in a tier: nothing is asked of your week."});
  CHECK(capacity_sentences(asking(60, {})) ==
        Sentences{
            "Your tiers ask for 60 minutes a week; no talk is logged yet, so what you give is not known."});
  CHECK(capacity_sentences(asking(60, 0.3)) ==
        Sentences{"Your tiers ask for 60 minutes a week; there was no talk for a long time."});
  CHECK(capacity_sentences(asking(60, 0.0)).size() == 1);
}

TEST_CASE("for programs: three keys, null where nothing is known") {
  const auto json = [](const Capacity& capacity) {
    return render_json({.command = "x", .head = {{"capacity", capacity_object(capacity)}}});
  };
  CHECK(json(asking(380, 240))
            .find("{\"asked_minutes_per_week\":380.0,\"given_minutes_per_week\":240.0,"
                  "\"load\":1.5833}") != std::string::npos);
  CHECK(json(asking(60, {})).find("\"given_minutes_per_week\":null,\"load\":null") != std::string::npos);
}
