#include <doctest/doctest.h>

#include "store/change.hpp"
#include "support/store_file.hpp"

namespace rel::test {
namespace {

TEST_CASE("a group is found by its tag whatever the case, and goes with its snoozes") {
  const StoreFile file;
  File store = file.write();
  const Id ann = added(store, someone("ann"));
  change(store, [&](Change& change) {
    Group choir{.tag = "Chœur", .tier = Tier::high, .every_days = 14, .purpose = "songs", .added = day(9)};
    change.set(choir);
    Snooze later{.on = day(10), .until = day(20), .group = "Chœur"};
    change.add(later);
    Snooze hers{.person = ann, .on = day(10), .until = day(20)};
    change.add(hers);
  });
  const auto choir = store.group("CHŒUR");
  REQUIRE(choir);
  CHECK(choir->every_days == 14);
  CHECK(store.absences().empty());  // a snooze of a group is none of everyone
  CHECK(store.snoozes_of_nobody().size() == 1);
  change(store, [&](Change& change) { change.remove(*choir); });
  CHECK(store.groups().empty());
  CHECK(store.snoozes_of_nobody().empty());
  CHECK(store.snoozes_of(ann).size() == 1);
}

}  // namespace
}  // namespace rel::test
