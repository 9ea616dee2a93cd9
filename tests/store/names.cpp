#include <doctest/doctest.h>

#include <set>

#include "support/store_file.hpp"
#include "text/fold.hpp"

namespace rel::test {
namespace {

using store::NameMatch;

using Handles = std::set<std::string>;

Handles handles(const std::vector<NameMatch>& matches) {
  Handles found;
  for (const NameMatch& match : matches) CHECK(found.insert(match.handle).second);
  return found;
}

Person with_aliases(Person person, std::vector<std::string> aliases) {
  person.aliases = std::move(aliases);
  return person;
}

/// People whose names are hard to find.
struct Circle {
  StoreFile file;
  File store = file.write();
  Id ann = added(store, with_aliases(someone("ann-lee", "Ann Lee"), {"Mum", "Dr. Lee-Roth"}));
  Id zoe = added(store, someone("zoe", "Zoë O'Brien"));
  Id wang = added(store, with_aliases(someone("person-1", "王小明"), {"明哥"}));
  Id lee = added(store, someone("lee", "Anna Lee"));

  Handles named(NameRank rank, const std::string& key) { return handles(store.named(rank, key)); }
  Handles beginning(const std::string& typed) {
    return handles(store.name_begins(typed, text::fold_name(typed)));
  }
};

TEST_CASE("a handle is found as it is, and only as a handle") {
  Circle circle;
  CHECK(circle.named(NameRank::handle, "ann-lee") == Handles{"ann-lee"});
  CHECK(circle.named(NameRank::handle, "lee") == Handles{"lee"});
  CHECK(circle.named(NameRank::handle, "ann").empty());
  CHECK(circle.named(NameRank::full_name, "ann-lee").empty());
  CHECK(circle.store.handle_taken("ann-lee"));
  CHECK_FALSE(circle.store.handle_taken("ann"));
}

TEST_CASE("whoever has a name in common comes in the order of names") {
  Circle circle;
  added(circle.store, someone("aa", "Zed Lee"));
  std::vector<std::string> found;
  for (const NameMatch& match : circle.store.named(NameRank::word, "lee")) found.push_back(match.name);
  CHECK(found == std::vector<std::string>{"Ann Lee", "Anna Lee", "Zed Lee"});
  const Id first = added(circle.store, someone("ab", "Aaron Lee"));
  CHECK(circle.store.named(NameRank::word, "lee").front().person == first);
}

TEST_CASE("names and aliases are found folded, whole and by word") {
  Circle circle;
  CHECK(circle.named(NameRank::full_name, "ann lee") == Handles{"ann-lee"});
  CHECK(circle.named(NameRank::full_name, "zoe obrien") == Handles{"zoe"});
  CHECK(circle.named(NameRank::full_name, "Ann Lee").empty());
  CHECK(circle.named(NameRank::alias, "mum") == Handles{"ann-lee"});
  CHECK(circle.named(NameRank::alias, "dr lee roth") == Handles{"ann-lee"});
  CHECK(circle.named(NameRank::word, "roth") == Handles{"ann-lee"});
  CHECK(circle.named(NameRank::word, "obrien") == Handles{"zoe"});
  CHECK(circle.named(NameRank::word, "mum") == Handles{"ann-lee"});
  CHECK(circle.named(NameRank::word, "mu").empty());
}

TEST_CASE("a word that is there twice finds its person once") {
  Circle circle;
  CHECK(circle.named(NameRank::word, "lee") == Handles{"ann-lee", "lee"});
}

TEST_CASE("any ending of a Chinese name is a part of it") {
  Circle circle;
  CHECK(circle.named(NameRank::full_name, "王小明") == Handles{"person-1"});
  CHECK(circle.named(NameRank::part, "小明") == Handles{"person-1"});
  CHECK(circle.named(NameRank::part, "明") == Handles{"person-1"});
  CHECK(circle.named(NameRank::part, "哥") == Handles{"person-1"});
  CHECK(circle.named(NameRank::part, "王小").empty());
  CHECK(circle.beginning("小") == Handles{"person-1"});
  CHECK(circle.beginning("哥") == Handles{"person-1"});
}

TEST_CASE("the beginning of a handle, name, alias or word finds everyone of whom it is one") {
  Circle circle;
  CHECK(circle.beginning("an") == Handles{"ann-lee", "lee"});
  CHECK(circle.beginning("ann-") == Handles{"ann-lee", "lee"});  // folded: "ann", which begins "anna", too
  CHECK(circle.beginning("le") == Handles{"ann-lee", "lee"});
  CHECK(circle.beginning("ro") == Handles{"ann-lee"});
  CHECK(circle.beginning("MU") == Handles{"ann-lee"});
  CHECK(circle.beginning("ZOË O") == Handles{"zoe"});
  CHECK(circle.beginning("nn").empty());
  CHECK(handles(circle.store.name_begins("person-", "")) == Handles{"person-1"});
}

TEST_CASE("what stands for anything in patterns of SQL stands for itself") {
  Circle circle;
  CHECK(handles(circle.store.name_begins("%", "%")).empty());
  CHECK(handles(circle.store.name_begins("_", "_")).empty());
  CHECK(handles(circle.store.name_begins("*", "*")).empty());
}

TEST_CASE("after a rename the new name is found, and the old one no more") {
  Circle circle;
  Person ann = circle.store.person(circle.ann);
  ann.handle = "ann-roth";
  ann.name = "Ann 王";
  ann.aliases = {"Mama"};
  changed(circle.store, ann);
  for (const NameRank rank :
       {NameRank::handle, NameRank::alias, NameRank::full_name, NameRank::word, NameRank::part}) {
    for (const char* gone : {"ann-lee", "ann lee", "mum", "dr lee roth", "roth"}) {
      CHECK(circle.named(rank, gone).empty());
    }
  }
  CHECK(circle.named(NameRank::handle, "ann-roth") == Handles{"ann-roth"});
  CHECK(circle.named(NameRank::full_name, "ann 王") == Handles{"ann-roth"});
  CHECK(circle.named(NameRank::alias, "mama") == Handles{"ann-roth"});
  CHECK(circle.named(NameRank::word, "lee") == Handles{"lee"});

  circle.store.undo(test_time);
  CHECK(circle.named(NameRank::alias, "mama").empty());
  CHECK(circle.named(NameRank::alias, "mum") == Handles{"ann-lee"});
}

TEST_CASE("someone whose adding was undone is not found") {
  Circle circle;
  circle.store.undo(test_time);
  CHECK(circle.named(NameRank::word, "lee") == Handles{"ann-lee"});
  CHECK_FALSE(circle.store.handle_taken("lee"));
  circle.store.redo(test_time);
  CHECK(circle.named(NameRank::word, "lee") == Handles{"ann-lee", "lee"});
}

TEST_CASE("a match tells tier and whether they are active, everyone comes by name") {
  Circle circle;
  Person ann = circle.store.person(circle.ann);
  ann.tier = Tier::very_high;
  ann.archived = true;
  changed(circle.store, ann);
  const NameMatch match = circle.store.named(NameRank::handle, "ann-lee").front();
  CHECK(match.person == circle.ann);
  CHECK(match.name == "Ann Lee");
  CHECK(match.tier == Tier::very_high);
  CHECK_FALSE(match.active);

  std::vector<std::string> names;
  for (const NameMatch& one : circle.store.everyone()) names.push_back(one.name);
  CHECK(names == std::vector<std::string>{"Ann Lee", "Anna Lee", "Zoë O'Brien", "王小明"});
}

TEST_CASE("a name of which folding leaves nothing leaves no empty key") {
  Circle circle;
  added(circle.store, with_aliases(someone("person-2", "!!!"), {"", "…"}));
  CHECK(circle.named(NameRank::full_name, "").empty());
  CHECK(circle.named(NameRank::alias, "").empty());
  CHECK(circle.named(NameRank::handle, "person-2") == Handles{"person-2"});
}

}  // namespace
}  // namespace rel::test
