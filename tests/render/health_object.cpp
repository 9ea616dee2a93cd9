#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "render/health_view.hpp"

using namespace rel;
using namespace rel::render;
using Json = nlohmann::json;

namespace {

const Day tuesday = *day_from_iso("2026-11-24");

Json json(const HealthEntry& entry) {
  return Json::parse(render_json({.command = "health", .head = {{"it", health_object(entry, tuesday)}}}))
      .at("it");
}

HealthEntry someone(Tier tier) {
  HealthEntry entry;
  entry.who.facts.person = {.handle = "ann", .name = "Ann", .tier = tier};
  entry.who.facts.sums = {
      .target = 7, .start = plus_days(tuesday, -14), .quiet_since = day_number(tuesday) - 14.0};
  return entry;
}

}  // namespace

TEST_CASE("health has the keys of the contract in its order") {
  HealthEntry entry = someone(Tier::very_high);
  Sums& sums = entry.who.facts.sums;
  sums.updated = sums.last_real = sums.start;
  sums.conversations = 1;
  sums.recent = 1;
  entry.standing = standing(entry.who, {.today = tuesday});
  const Object object = health_object(entry, tuesday);
  const std::vector<std::string_view> keys = {
      "handle",       "name",           "tier",        "health",  "weakest",    "parts",         "trend",
      "silence_days", "last_talk_days", "target_days", "unusual", "they_began", "conversations", "advice"};
  REQUIRE(object.size() >= keys.size());
  for (std::size_t i = 0; i < keys.size(); ++i) CHECK(object[i].first == keys[i]);
  const Json one = json(entry);
  CHECK(one.at("parts").at("recency") == 0.75);  // 6/(6+2)
  CHECK(one.at("parts").at("promises").is_null());
  CHECK(one.at("parts").at("depth").is_null());
  CHECK(one.at("parts").at("rhythm") == 0.75);
  CHECK(one.at("health") == 75);
  CHECK(one.at("weakest") == "recency");
  CHECK(one.at("trend").is_null());
  CHECK(one.at("last_talk_days") == 14);
  CHECK(one.at("silence_days") == 14);
  CHECK(one.at("target_days") == 7);
  CHECK(one.at("they_began") == 0.5);
  CHECK(one.at("conversations") == 1);
  CHECK(one.at("advice") == "call.");
  CHECK(one.at("advice_id").is_null());
}

TEST_CASE("whom nothing is known of has no health, and is not ranked") {
  HealthEntry entry = someone(Tier::very_high);
  entry.standing = standing(entry.who, {.today = tuesday});
  const Json one = json(entry);
  for (const char* key : {"health", "weakest", "trend", "last_talk_days"}) CHECK(one.at(key).is_null());
  for (const char* part : {"recency", "rhythm", "depth", "promises"})
    CHECK(one.at("parts").at(part).is_null());
  CHECK(one.at("advice") == "call, for a first talk.");
}

TEST_CASE("who has no health has no figures of it") {
  const Json one = json(someone(Tier::none));
  for (const char* key : {"health", "weakest", "parts", "trend", "target_days", "unusual"})
    CHECK(one.at(key).is_null());
  CHECK(one.at("advice") == "In no tier: kept, and nothing is asked of you.");
}

TEST_CASE("the columns of TSV are flat") {
  const HealthEntry entry = someone(Tier::high);
  for (const std::string_view column : health_columns()) {
    const Object object = health_object(entry, tuesday);
    const auto found =
        std::find_if(object.begin(), object.end(), [&](const auto& pair) { return pair.first == column; });
    REQUIRE(found != object.end());
    CHECK(found->second.flat());
  }
}
