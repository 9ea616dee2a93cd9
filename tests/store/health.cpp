#include "store/health.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "rel/standing.hpp"
#include "support/circles.hpp"
#include "support/store_file.hpp"

namespace rel::test {
namespace {

/// All that health looks at, to the last bit of every figure.
std::string told(const Relationship& who) {
  std::ostringstream text;
  const Facts& facts = who.facts;
  text << std::hexfloat << facts.person.handle << ' ' << word(facts.person.tier) << ' ' << facts.sums.target
       << ' ' << facts.sums.quiet_since << ' ' << facts.sums.count << ' ' << who.facts.sums.given << ' '
       << facts.sums.conversations << ' ' << facts.person.active() << '\n';
  if (!has_health(facts.person)) return text.str();
  for (const Contact& reply : facts.replies) text << " reply " << reply.id;
  for (const Promise& one : facts.promises) text << " open " << one.id << one.mine;
  for (const Promise& one : who.closed) text << " closed " << one.id << one.kept.has_value();
  for (const Remark& one : facts.asks) text << " ask " << one.id;
  for (const Snooze& meeting : facts.meetings) text << " snooze " << meeting.id;
  if (facts.last_remark) text << " told " << facts.last_remark->id;
  return text.str();
}

void check_alike(const Reader& store) {
  const std::vector<Relationship> all = store::relationships(store);
  REQUIRE(all.size() == store.people().size());
  for (const Relationship& who : all)
    REQUIRE(told(who) == told(store::relationship(store, who.facts.person.id)));
}

TEST_CASE("everyone is read as if one by one: from kept sums, by other rules, and looking back") {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const StoreFile file;
    File store = file.write();
    fill_circle(store, random, random.between(1, 12));
    check_alike(store);
    Settings others;
    others.tiers[3].target_days = 10;
    Reader by_other_rules = File::open_to_read(file.path, others).value();
    check_alike(by_other_rules);
    const Day until = day(random.between(0, random_days));
    Reader looking_back = file.read();
    looking_back.look_back_to(until);
    check_alike(looking_back);
  }
}

TEST_CASE("contacts from a day on are those of later days, with the group ones") {
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const StoreFile file;
    File store = file.write();
    fill_circle(store, random, 6);
    const Day since = day(random.between(0, random_days));
    for (const Person& person : store.people()) {
      std::vector<Contact> expected = store.contacts_of(person.id);
      std::erase_if(expected, [&](const Contact& entry) { return entry.on < since; });
      std::vector<Contact> found = store.contacts_of(person.id, since);
      std::ranges::sort(expected, {}, &Contact::id);
      std::ranges::sort(found, {}, &Contact::id);
      REQUIRE(found == expected);
    }
  }
}

}  // namespace
}  // namespace rel::test
