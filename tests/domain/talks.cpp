#include "rel/talks.hpp"

#include <doctest/doctest.h>

#include <tuple>

#include "support/histories.hpp"

namespace rel::test {
namespace {

using doctest::Approx;

constexpr Period november{day_from_number(30), day_from_number(59)};

std::vector<Person> two_people() {
  Person other = person_in(Tier::high);
  other.id = bo;
  return {person_in(Tier::high), other};
}

Talks talks(const std::vector<Contact>& contacts, const Period& period = november) {
  const std::vector<Person> people = two_people();
  return talks_in(period, contacts, by_id(people));
}

TEST_CASE("a period: both days included, and as many just before") {
  CHECK(november.days() == 30);
  CHECK(november.holds(day(30)));
  CHECK(november.holds(day(59)));
  CHECK_FALSE(november.holds(day(29)));
  CHECK_FALSE(november.holds(day(60)));
  CHECK(november.before() == Period{day(0), day(29)});
  CHECK(Period{day(7), day(7)}.before() == Period{day(6), day(6)});
}

TEST_CASE("talks: by channel, a group once, tries and missed calls not at all") {
  Contact meeting = contact(Channel::met, 31);
  meeting.minutes = 60;
  meeting.with = {ann, bo};
  Contact video = contact(Channel::video, 32);
  video.minutes = 10;
  const Talks found =
      talks({meeting, video, call(33, 20), chat(34), tried(35), missed(36), call(29), call(60)});
  CHECK(found.contacts == 4);
  CHECK(found.in_person == Amount{1, 60});
  CHECK(found.calls == Amount{2, 30});
  CHECK(found.conversations == Amount{3, 90});
  CHECK(found.people == 2);
  CHECK(*found.minutes_each == 30);
  CHECK(*found.share == 0.75);
}

TEST_CASE("depth: weighed by credit") {
  CHECK(*talks({call(31, 20).deep(), call(32, 5).small()}).depth == Approx((1 + 0.25 * 0.3) / 1.25));
  CHECK(*talks({call(31).deep(), call(32)}).depth == 1);
  CHECK_FALSE(talks({call(31)}).depth);
}

TEST_CASE("talks: what counts as a touch is none, and what is real is one, whatever the channel") {
  CHECK(talks({call(31).a_touch()}).conversations.count == 0);
  CHECK(talks({contact(Channel::letter, 31).real()}).conversations.count == 1);
}

TEST_CASE("an empty period holds nothing, and nothing is known of its depth") {
  const Talks none = talks({});
  CHECK(none.contacts == 0);
  CHECK_FALSE(none.depth);
  CHECK_FALSE(none.minutes_each);
  CHECK_FALSE(none.share);
  CHECK(*talks({chat(31)}).share == 0);
  CHECK_FALSE(balance(none, talks({call(31)})));
}

TEST_CASE("more and less: by number, then by minutes beyond a tenth") {
  CHECK(direction(2, 3) == Direction::grew);
  CHECK(direction(3, 3) == Direction::stayed);
  CHECK(direction(Amount{2, 100}, Amount{1, 500}) == Direction::fell);
  CHECK(direction(Amount{2, 100}, Amount{2, 109}) == Direction::stayed);
  CHECK(direction(Amount{2, 100}, Amount{2, 111}) == Direction::stayed);  // of the larger of the two
  CHECK(direction(Amount{2, 100}, Amount{2, 112}) == Direction::grew);
}

TEST_CASE("deeper or shallower: nothing where of one of them nothing was said") {
  const Talks none = talks({call(31)});
  Contact one = call(31);
  one.depth = Depth::personal;
  const Talks personal = talks({one});
  CHECK_FALSE(direction_of_depth(none, personal));
  CHECK_FALSE(direction_of_depth(personal, none));
  CHECK(direction_of_depth(personal, talks({call(31).deep()})) == Direction::grew);
  CHECK(direction_of_depth(personal, talks({call(31).small()})) == Direction::fell);
  CHECK(direction_of_depth(personal, personal) == Direction::stayed);
}

TEST_CASE("balance: quality that goes both ways is mixed") {
  const std::vector<Contact> few = {call(31, 20), call(32, 20)};
  const std::vector<Contact> longer = {call(31, 60), chat(33), chat(34), chat(35)};
  const Balance found = balance(talks(few), talks(longer)).value();
  CHECK(found.quantity == Direction::grew);
  CHECK(found.quality == Direction::stayed);
  CHECK(found.mixed);
  CHECK(found.depth == Direction::stayed);
  CHECK(found.length == Direction::grew);
  CHECK(found.share == Direction::fell);
}

TEST_CASE("balance: quantity is contacts, quality fell where some of its three figures fell and none grew") {
  const std::vector<Contact> good = {call(31, 60), call(32, 60)};
  const std::vector<Contact> much = {call(31, 10), call(32, 10), chat(33), chat(34), chat(35)};
  const auto words = [](const std::vector<Contact>& before, const std::vector<Contact>& now) {
    const Balance found = balance(talks(before), talks(now)).value();
    return std::tuple(found.quantity, found.quality, found.mixed);
  };
  CHECK(words(good, much) == std::tuple(Direction::grew, Direction::fell, false));
  CHECK(words(much, good) == std::tuple(Direction::fell, Direction::grew, false));
  CHECK(words(good, good) == std::tuple(Direction::stayed, Direction::stayed, false));
}

Direction opposite(Direction direction) {
  return direction == Direction::fell   ? Direction::grew
         : direction == Direction::grew ? Direction::fell
                                        : Direction::stayed;
}

TEST_CASE("property: periods that change places change every word, the order of entries changes nothing") {
  Random random(7);
  for (int round = 0; round < 10'000; ++round) {
    std::vector<Contact> contacts;
    for (int left = random.between(0, 12); left > 0; --left)
      contacts.push_back(random_contact(random, left, day(random.between(0, 59))));
    const Talks before = talks(contacts, november.before());
    const Talks now = talks(contacts);
    CHECK(direction(before.calls, now.calls) == opposite(direction(now.calls, before.calls)));
    CHECK(direction(before.in_person, now.in_person) == opposite(direction(now.in_person, before.in_person)));
    const auto there = balance(before, now);
    const auto back = balance(now, before);
    REQUIRE(there.has_value() == back.has_value());
    if (there) {
      CHECK(there->quantity == opposite(back->quantity));
      CHECK(there->quality == opposite(back->quality));
    }
    random.shuffle(contacts);
    const Talks shuffled = talks(contacts);
    CHECK(shuffled.conversations == now.conversations);
    CHECK(shuffled.contacts == now.contacts);
    CHECK(shuffled.people == now.people);
    CHECK(shuffled.depth.value_or(0) == Approx(now.depth.value_or(0)));
    CHECK(now.in_person.count + now.calls.count <= now.conversations.count);
    CHECK(now.conversations.count <= now.contacts);
  }
}

}  // namespace
}  // namespace rel::test
