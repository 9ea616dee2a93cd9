#include "identity/duplicates.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <set>

using namespace rel;
using namespace rel::commands;

namespace {

Person named(const std::string& name) {
  static int number = 0;
  return {.handle = "p-" + std::to_string(++number), .name = name};
}

/// `why` of the only pair that two people make; "none" where they make none.
std::string why(const Person& one, const Person& other) {
  const auto pairs = likely_duplicates({one, other});
  REQUIRE(pairs.size() <= 1);
  return pairs.empty() ? "none" : std::string(word(pairs.front().why));
}

std::string why_named(const char* one, const char* other) {
  return why(named(one), named(other));
}

std::string why_phones(const char* one, const char* other) {
  Person a = named("Ann");
  Person b = named("Bo");
  a.phones = {one};
  b.phones = {"112", other};
  return why(a, b);
}

/// Pairs by handle, in both orders.
std::set<std::pair<std::string, std::string>> handles(const std::vector<Person>& people) {
  std::set<std::pair<std::string, std::string>> pairs;
  for (const Duplicate& one : likely_duplicates(people))
    pairs.emplace(people[one.keep].handle, people[one.other].handle);
  return pairs;
}

}  // namespace

TEST_CASE("the same number, however it is written") {
  CHECK(why_phones("+49 30 123456", "0049-30-123456") == "phone");
  CHECK(why_phones("+49 30 123456", "030 123456") == "phone");
  CHECK(why_phones("+1 (212) 555-0101", "212 555 0101") == "phone");
  CHECK(why_phones("+49 30 123456", "+49 30 123457") == "none");
  CHECK(why_phones("12345", "12345") == "none");  // an extension
}

TEST_CASE("the same e-mail, the same name, almost the same name") {
  Person a = named("Ann");
  Person b = named("Bo");
  a.emails = {"Ann@Lee.org"};
  b.emails = {"x@y.z", "ann@lee.ORG"};
  CHECK(why(a, b) == "email");
  a.phones = b.phones = {"+49 30 123456"};
  CHECK(why(a, b) == "phone");  // the surest
  CHECK(why_named("Zoë Łukasz", "ZOE LUKASZ") == "name");
  CHECK(why_named("Lee, Ann", "Ann Lee") == "name");
  CHECK(why_named("Jon Smith", "John Smith") == "near-name");
  CHECK(why_named("Ann Meier", "Ann Meyer") == "near-name");
  CHECK(why_named("Meyer, Ann", "Ann Meier") == "near-name");
  CHECK(why_named("Katherine", "Catherine") == "near-name");
  CHECK(why_named("Ann Wieber", "Ann Weiber") == "near-name");  // a swap
  for (const auto& [one, other] : {std::pair("Ann Lee", "Bo Lee"), std::pair("Tom Weber", "Tim Weber"),
                                   std::pair("Anna", "Anne"), std::pair("Room 1234", "Room 1235"),
                                   std::pair("Ann Lee", "Ann Marie Lee"), std::pair("王小明", "王大明")}) {
    CAPTURE(one);
    CHECK(why_named(one, other) == "none");
  }
  Person c = named("Robert Fox");
  Person d = named("Bob");
  c.aliases = {"Bob"};
  CHECK(why(c, d) == "name");
}

TEST_CASE("who stays: in use, in a tier, there for longer") {
  Person old = named("Ann");
  Person tiered = named("Ann");
  tiered.tier = Tier::moderate;
  tiered.added = day_from_number(9);
  Person archived = named("Ann");
  archived.tier = Tier::very_high;
  archived.archived = true;
  Person young = named("Ann");
  young.added = day_from_number(1);
  CHECK(handles({old, tiered}).contains({tiered.handle, old.handle}));
  CHECK(handles({archived, old}).contains({old.handle, archived.handle}));
  CHECK(handles({young, old}).contains({old.handle, young.handle}));
}

TEST_CASE("an office's number says nothing, many of one name are paired with the foremost") {
  std::vector<Person> people;
  for (int i = 0; i < 5; ++i) {
    people.push_back(named("N" + std::to_string(i)));
    people.back().phones = {"+49 30 123456"};
  }
  CHECK(likely_duplicates(people).empty());
  people.pop_back();
  CHECK(likely_duplicates(people).size() == 3);
  for (Person& one : people) one.phones.clear(), one.name = "Mum";
  CHECK(likely_duplicates(people).size() == 3);
}

TEST_CASE("property: nobody is paired with themselves, each pair is there once, the order says nothing") {
  std::mt19937 random(20261122);
  const std::vector<std::string> names = {"Ann Lee",    "Lee Ann", "Anne Lee", "Jon Smith",
                                          "John Smith", "Zoë",     "!!!"};
  const std::vector<std::string> phones = {"+49 30 123456", "030 123456", "12", "+49 40 999999"};
  int pairs = 0;
  for (int n = 0; n < 300; ++n) {
    std::vector<Person> people;
    for (std::size_t left = random() % 12; left > 0; --left) {
      Person person = named(names[random() % names.size()]);
      if (random() % 3 == 0) person.phones = {phones[random() % phones.size()]};
      if (random() % 3 == 0) person.aliases = {names[random() % names.size()]};
      if (random() % 4 == 0) person.emails = {random() % 2 == 0 ? "a@b.c" : "A@B.c"};
      person.tier = all_tiers[random() % 4];
      person.archived = random() % 5 == 0;
      people.push_back(person);
    }
    const auto found = handles(people);
    CHECK(found.size() == likely_duplicates(people).size());
    for (const auto& [keep, other] : found) {
      CHECK(keep != other);
      CHECK_FALSE(found.contains({other, keep}));
    }
    std::shuffle(people.begin(), people.end(), random);
    CHECK(handles(people) == found);
    pairs += static_cast<int>(found.size());
  }
  CHECK(pairs > 300);
}

TEST_CASE("ten thousand people do not cost a hundred million comparisons") {
  std::mt19937 random(1);
  std::vector<Person> people;
  for (int i = 0; i < 10'000; ++i) {
    std::string first = "Xaaaaaaa";
    for (char& letter : first) letter = static_cast<char>('a' + random() % 4);
    people.push_back(named(first + " Weber"));  // all of one family, many a letter apart
    people.back().phones = {"+49 30 " + std::to_string(1'000'000 + i)};
  }
  const auto begin = std::chrono::steady_clock::now();
  CHECK(likely_duplicates(people).size() > 1'000);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));  // all pairs: minutes
}
