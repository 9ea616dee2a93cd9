#include "rel/credit.hpp"

#include <doctest/doctest.h>

#include "support/histories.hpp"

namespace rel::test {
namespace {

using doctest::Approx;

const Person anyone = person_in(Tier::high);

double credit_of(const Contact& contact) {
  return credit(contact, anyone);
}

TEST_CASE("credit: full from twenty minutes on, less in proportion") {
  CHECK(credit_of(call(0, 0)) == 0);
  CHECK(credit_of(call(0, 1)) == Approx(0.05));
  CHECK(credit_of(call(0, 5)) == Approx(0.25));
  CHECK(credit_of(call(0, 19)) == Approx(0.95));
  CHECK(credit_of(call(0, 20)) == 1);
  CHECK(credit_of(call(0, 1440)) == 1);
}

TEST_CASE("credit: up to three others share a talk, known or not") {
  CHECK(credit_of(call(0, 20).together({ann, bo})) == 1);
  CHECK(credit_of(call(0, 20).beside(2)) == 1);
  CHECK(credit_of(call(0, 20).together({ann, bo}).beside(1)) == 1);
  CHECK(credit_of(call(0, 5).beside(2)) == Approx(0.25));
}

TEST_CASE("credit: in a larger company each of the others has three of so many parts") {
  CHECK(credit_of(call(0, 20).together({ann, bo}).beside(2)) == Approx(0.75));
  CHECK(credit_of(call(0, 20).beside(5)) == Approx(0.5));
}

TEST_CASE("credit: the vectors of the model") {
  for (const int others : {2, 3, 4}) CHECK(credit_of(call(0, 30).beside(others - 1)) == 1);
  CHECK(credit_of(call(0, 60).beside(7)) == 1);
  CHECK(credit_of(call(0, 10).beside(4)) == Approx(0.3));
  CHECK(credit_of(call(0, 300).beside(23)) == 1);
  CHECK(credit_of(call(0, 5)) == Approx(0.25));
}

TEST_CASE("credit: thirty minutes where nobody said how long") {
  Contact unknown = call(0).beside(8);
  unknown.minutes.reset();
  CHECK(minutes_of(unknown) == 30);
  CHECK(credit_of(unknown) == Approx(0.5));
}

TEST_CASE("credit: only meetings, calls and video calls are conversations") {
  for (const Channel channel : all_channels) {
    CAPTURE(word(channel));
    const bool talk = channel == Channel::met || channel == Channel::call || channel == Channel::video;
    CHECK(credit_of(contact(channel, 0)) == (talk ? 1 : 0));
  }
}

TEST_CASE("credit: and the channels that the person is real by") {
  Person deaf = person_in(Tier::high);
  deaf.real_by = {Channel::chat, Channel::letter};
  Entry short_chat = chat(0);
  short_chat.minutes = 5;
  CHECK(credit(short_chat, deaf) == Approx(0.25));
  CHECK(credit(contact(Channel::letter, 0), deaf) == 1);
  CHECK(credit(contact(Channel::email, 0), deaf) == 0);
  CHECK(credit(call(0), deaf) == 1);
}

TEST_CASE("credit: the user's word overrides the rule of the channel") {
  CHECK(credit_of(chat(0).real()) == 1);
  CHECK(credit_of(call(0, 1).beside(9).real()) == 1);
  CHECK(credit_of(call(0, 0).real()) == 1);
  CHECK(credit_of(call(0).a_touch()) == 0);
}

TEST_CASE("credit: tries and missed calls have none, an answer owed keeps its own") {
  CHECK(credit_of(tried(0)) == 0);
  CHECK(credit_of(missed(0)) == 0);
  CHECK(credit_of(tried(0).real()) == 0);
  CHECK(credit_of(missed(0).real()) == 0);
  CHECK(credit_of(call(0, 5).owed()) == Approx(0.25));
  CHECK(credit_of(chat(0).owed()) == 0);
}

TEST_CASE("a contact took place unless it was a try or a missed call") {
  CHECK(took_place(chat(0)));
  CHECK(took_place(call(0).owed()));
  CHECK_FALSE(took_place(tried(0)));
  CHECK_FALSE(took_place(missed(0)));
}

TEST_CASE("depth: small 0.3, personal 0.9, deep 1.0, and nothing where nobody said") {
  Contact personal = call(0);
  CHECK_FALSE(depth_value(personal));
  personal.depth = Depth::personal;
  CHECK(depth_value(personal) == 0.9);
  CHECK(depth_value(call(0).small()) == 0.3);
  CHECK(depth_value(call(0).deep()) == 1.0);
}

}  // namespace
}  // namespace rel::test
