#include "store/find.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "support/circles.hpp"

namespace rel::test {
namespace {

using store::Passage;

bool everything(std::string_view) {
  return true;
}

store::TextTest holds(const std::string& part) {
  return [part](std::string_view text) { return text.find(part) != std::string_view::npos; };
}

/// What was found, in a fixed order.
std::multiset<std::string> texts(const std::vector<Passage>& passages) {
  std::multiset<std::string> all;
  for (const Passage& passage : passages) all.insert(passage.text);
  return all;
}

using Texts = std::multiset<std::string>;

/// A file with Ann and Bo, and an entry of each kind.
struct Circle {
  StoreFile file;
  File store = file.write();
  Id ann = added(store, ann_lee());
  Id bo = added(store, someone("bo", "Bo"));

  static Person ann_lee() {
    Person person = someone("ann", "Ann Lee");
    person.aliases = {"Annie"};
    person.phones = {"+49 30 1"};
    person.emails = {"ann@lee.org"};
    person.tags = {"choir"};
    person.real_by = {Channel::letter};
    person.purpose = "my sister";
    return person;
  }
};

}  // namespace

TEST_CASE("a person is found once, by the first text that fits") {
  Circle circle;
  CHECK(texts(store::people_whose(circle.store, everything)) == Texts{"Ann Lee", "Bo"});
  CHECK(texts(store::people_whose(circle.store, holds("nn"))) == Texts{"Ann Lee"});
  for (const char* text : {"ann", "Annie", "+49 30 1", "ann@lee.org", "choir", "my sister"}) {
    const auto is = [&](std::string_view one) { return one == text; };
    CHECK(texts(store::people_whose(circle.store, is)) == Texts{text});
  }
  CHECK(store::people_whose(circle.store, holds("letter")).empty());  // a channel is no text
  const Passage passage = store::people_whose(circle.store, holds("Bo")).front();
  CHECK_FALSE(passage.entry);
  CHECK(passage.id == circle.bo);
  CHECK(passage.person == circle.bo);
}

TEST_CASE("entries of every kind are found, each once, with its day, its person and the whole text") {
  Circle circle;
  File& store = circle.store;
  Contact dinner{.with = {circle.ann, circle.bo}, .on = day(1), .note = "note x"};
  Contact silent{.with = {circle.ann}, .on = day(2)};
  Remark remark{.person = circle.ann, .text = "remark x", .heard = day(3), .ask_on = day(9), .ask = "ask x"};
  Promise promise{.person = circle.bo, .text = "promise x", .given = day(4)};
  Snooze why{.person = circle.bo, .on = day(5), .until = day(9), .why = "why x"};
  Snooze away{.on = day(6), .until = day(9), .agreed = "agreed x"};
  Review review{.on = day(7), .since = day(0), .until = day(7), .intentions = {{circle.bo, "intention x"}}};
  change(store, [&](Change& change) {
    for (Contact* contact : {&dinner, &silent}) change.add(*contact);
    change.add(remark);
    change.add(promise);
    for (Snooze* snooze : {&why, &away}) change.add(*snooze);
    change.add(review);
  });
  const std::vector<Passage> found = store::entries_whose(store, holds("x"), day(0));
  CHECK(texts(found) == Texts{"note x", "remark x", "promise x", "why x", "agreed x", "intention x"});
  CHECK(texts(store::entries_whose(store, holds("ask"), day(0))) == Texts{"ask x"});
  CHECK(texts(store::entries_whose(store, holds("x"), day(5))) == Texts{"why x", "agreed x", "intention x"});

  const auto of = [&](const std::string& text) { return *std::ranges::find(found, text, &Passage::text); };
  CHECK(of("note x").entry == EntryKind::contact);
  CHECK(of("note x").id == dinner.id);
  CHECK(of("note x").group);
  CHECK(of("note x").person == circle.ann);
  CHECK(of("remark x").entry == EntryKind::remark);
  CHECK_FALSE(of("remark x").group);
  CHECK(of("promise x").on == day(4));
  CHECK(of("why x").person == circle.bo);
  CHECK_FALSE(of("agreed x").person);
  CHECK(of("intention x").entry == EntryKind::review);
  CHECK(of("intention x").id == review.id);
}

TEST_CASE("looking back leaves out what came later") {
  Circle circle;
  Person late = someone("late", "Late");
  late.added = day(20);
  added(circle.store, late);
  added(circle.store, Remark{.person = circle.ann, .text = "old", .heard = day(9)});
  added(circle.store, Remark{.person = circle.ann, .text = "new", .heard = day(11)});
  Reader past = circle.file.read();
  past.look_back_to(day(10));
  CHECK(texts(store::entries_whose(past, everything, day(0))) == Texts{"old"});
  CHECK(texts(store::people_whose(past, everything)) == Texts{"Ann Lee", "Bo"});
}

TEST_CASE("every byte of a text is looked at and given back") {
  Circle circle;
  for (const std::string& text : hostile_texts) {
    added(circle.store, Remark{.person = circle.ann, .text = text, .heard = day(0)});
    const auto is = [&](std::string_view one) { return one == text; };
    const auto found = store::entries_whose(circle.store, is, day(0));
    REQUIRE(found.size() == 1);
    CHECK(found.front().text == text);
  }
}

}  // namespace rel::test
