#include "store/ids.hpp"

#include <doctest/doctest.h>

#include <regex>
#include <set>

namespace rel::test {
namespace {

using store::IdMaker;

TEST_CASE("ids grow within one process, however fast they are made") {
  IdMaker ids;
  Id latest = 0;
  bool growing = true;
  for (int i = 0; i < 100'000; ++i) {
    const Id id = ids.next();
    growing = growing && id > latest;
    latest = id;
  }
  CHECK(growing);  // and so no two are equal
}

TEST_CASE("ids made in one microsecond by two machines differ, but for one pair in 2048") {
  std::set<Id> made;
  for (int machine = 0; machine < 1000; ++machine) made.insert(IdMaker().next());
  CHECK(made.size() > 980);
}

TEST_CASE("the low bits of ids are spread, so that a few characters tell them apart") {
  IdMaker ids;
  std::set<Id> beginnings;
  for (int i = 0; i < 1000; ++i) beginnings.insert(ids.next() & ((1 << 18) - 1));
  CHECK(beginnings.size() > 900);
}

TEST_CASE("uids are random ones of version 4") {
  const std::regex version_4("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  std::set<std::string> uids;
  for (int i = 0; i < 1000; ++i) {
    const std::string uid = store::new_uid();
    CHECK(std::regex_match(uid, version_4));
    uids.insert(uid);
  }
  CHECK(uids.size() == 1000);
}

}  // namespace
}  // namespace rel::test
