#include "render/capacity_text.hpp"

#include <doctest/doctest.h>

#include "render/view.hpp"

using namespace rel;
using namespace rel::render;

namespace {

Late late(const std::string& name, Tier tier, std::optional<int> every) {
  return {.person = {.handle = name, .name = name, .tier = tier}, .every = every};
}

Capacity asking(double asked, std::optional<double> given, std::optional<double> kept) {
  Capacity capacity{.people = 6, .asked = asked, .given = given, .known_days = 28, .kept = kept};
  if (given) capacity.load = asked / *given;
  return capacity;
}

}  // namespace

TEST_CASE("too little kept: how much, with whom the least, and what would be easier") {
  Capacity capacity = asking(380, 240, 0.63);
  capacity.late = {late("Ann", Tier::very_high, 14), late("Bo", Tier::high, std::nullopt),
                   late("Cy", Tier::moderate, 10)};
  CHECK(capacity_sentence(capacity) ==
        "About 6 in 10 of the talks you wanted took place lately; fewest with Ann, Bo and Cy.");
  CHECK(easier_commands(capacity) == std::vector<std::string>{"rel edit Ann --every 2w",
                                                              "rel edit Bo --tier moderate",
                                                              "rel edit Cy --every 10d"});
  capacity.kept = 0.001;
  CHECK(capacity_sentence(capacity).starts_with("About 1 in 10"));
}

TEST_CASE("where nothing is advised, nothing is said, whatever the minutes are") {
  CHECK(capacity_sentence(asking(380, 24, 0.9)).empty());
  CHECK(easier_commands(asking(380, 24, 0.9)).empty());
  CHECK(capacity_sentence(Capacity{}) == "Nobody is in a tier: nothing is asked of your week.");
}

TEST_CASE("minutes, from ten hours on in hours") {
  CHECK(weekly_text(1) == "1 minute");
  CHECK(weekly_text(599) == "599 minutes");
  CHECK(weekly_text(600) == "10 hours");
}

TEST_CASE("for programs: four keys, null where nothing is known") {
  const auto json = [](const Capacity& capacity) {
    return render_json({.command = "x", .head = {{"capacity", capacity_object(capacity)}}});
  };
  CHECK(json(asking(380, 240, 0.72))
            .find("{\"asked_minutes_per_week\":380.0,\"given_minutes_per_week\":240.0,"
                  "\"load\":1.5833,\"kept\":0.72}") != std::string::npos);
  CHECK(json(asking(60, {}, {})).find("\"given_minutes_per_week\":null,\"load\":null,\"kept\":null") !=
        std::string::npos);
}
