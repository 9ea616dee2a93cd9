#include "formats/plain_card.hpp"

#include <doctest/doctest.h>

#include "formats/fixtures.hpp"

using namespace rel::formats;

TEST_CASE("values go in to the letter: what a vCard would take for marks, too") {
  PlainCard card(7);
  CHECK(!card.named());
  card.put("CATEGORIES", "a, b; c");
  CHECK(!card.named());
  card.put_name({"O\\Neill; Jr", "Ann,\nMay", "", "", ""});
  CHECK(card.named());
  card.put("TEL", "+49 30 123456");
  card.put("TEL", "+49-30-123456");
  Cards made;
  std::move(card).finish(made);
  CHECK(test::described(made) == "7: Ann, May O\\Neill; Jr\n  phone +49 30 123456\n  category a, b; c\n");
}

TEST_CASE("a card without a name is told") {
  Cards made;
  PlainCard(3).finish(made);
  CHECK(test::described(made) == "3! has no name\n");
}
