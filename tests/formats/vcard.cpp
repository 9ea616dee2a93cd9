#include "formats/vcard.hpp"

#include <doctest/doctest.h>

#include <chrono>

#include "formats/fixtures.hpp"

using namespace rel::formats;
using test::described;
using namespace std::string_view_literals;

namespace {

std::string read(std::string_view bytes) {
  return described(read_vcards(bytes));
}

std::string card(const std::string& name) {
  return "BEGIN:VCARD\nFN:" + name + "\nEND:VCARD\n";
}

}  // namespace

TEST_CASE("files of cards are told by their first line") {
  CHECK(looks_like_vcards("BEGIN:VCARD\r\nVERSION:3.0"));
  CHECK(looks_like_vcards("\xEF\xBB\xBF\n\n begin:vcard \n"));
  CHECK(looks_like_vcards("BEGIN:VCARD"));
  CHECK(looks_like_vcards("B\0E\0G\0I\0N\0:\0V\0C\0A\0R\0D\0\n\0"sv));
  CHECK(looks_like_vcards("\xFE\xFF\0B\0E\0G\0I\0N\0:\0V\0C\0A\0R\0D\0\n"sv));
  CHECK_FALSE(looks_like_vcards("BEGIN:VCARDS\n"));
  CHECK_FALSE(looks_like_vcards("BEGIN:VCALENDAR\n"));
  CHECK_FALSE(looks_like_vcards("x\nBEGIN:VCARD\n"));
  CHECK_FALSE(looks_like_vcards("BEGIN:VCAR"));
  CHECK_FALSE(looks_like_vcards(""));
}

TEST_CASE("cards begin at their lines, whatever is between them") {
  CHECK(read("mail\n" + card("A") + "\nFN:stray\nEND:VCARD\n" + card("B")) == "2: A\n8: B\n");
  CHECK(read("").empty());
}

TEST_CASE("a card inside a card is part of it") {
  CHECK(read("BEGIN:VCARD\nFN:A\n" + card("B") + "TEL:1\nEND:VCARD\n" + card("C")) ==
        "1: A\n  phone 1\n8: C\n- VCARD 1\n");
  CHECK(read("BEGIN:VCARD\nAGENT:\n" + card("B") + "FN:A\nEND:VCARD\n") == "1: A\n- AGENT 1\n");
  CHECK(read("BEGIN:VCARD\nAGENT:BEGIN:VCARD\nFN:B\nEND:VCARD\nFN:A\nEND:VCARD\n") == "1: A\n- AGENT 1\n");
  CHECK(read("BEGIN:VCARD\nFN:A\nAGENT:BEGIN:VCARD\\nFN:B\\nEND:VCARD\nEND:VCARD\n") == "1: A\n- AGENT 1\n");
}

TEST_CASE("a card without an end is a problem and takes nobody with it") {
  CHECK(read("BEGIN:VCARD\nFN:A\nNOTE:x\n" + card("B") + "BEGIN:VCARD\nFN:C\n" + card("D")) ==
        "4: B\n9: D\n1! no END:VCARD\n7! no END:VCARD\n");
  CHECK(read(card("A") + "BEGIN:VCARD\nFN:B\nEND:VCAR") == "1: A\n4! no END:VCARD\n");
}

TEST_CASE("no end is ever found in a file without one") {
  std::string bytes;
  for (int i = 0; i < 1000; ++i) bytes += "BEGIN:VCARD\nFN:x\n";
  const Cards cards = read_vcards(bytes);
  CHECK(cards.cards.empty());
  CHECK(cards.problems.size() == 1000);
}

TEST_CASE("a photograph costs nothing and hides nothing") {
  const std::string data(5'000'000, 'A');
  std::string folded;
  std::string lines;
  for (std::size_t i = 0; i < data.size(); i += 75) {
    folded += data.substr(i, 75) + "\r\n ";
    lines += data.substr(i, 75) + "\r\n";
  }
  for (const std::string& photo : {data, folded, lines}) {
    const std::string bytes = "BEGIN:VCARD\nPHOTO;ENCODING=BASE64:" + photo + "\n\nFN:A\nEND:VCARD\n";
    CHECK(read(bytes) == "1: A\n- PHOTO 1\n");
  }
}

TEST_CASE("time grows with the size of a file, not faster") {
  // Seconds where they should be hundredths: fails for a quadratic reader only, not on a busy machine.
  const auto begin = std::chrono::steady_clock::now();
  const std::string folds = [] {
    std::string out;
    for (int i = 0; i < 500'000; ++i) out += "=\n ";
    return out;
  }();
  const std::string quotes = "\"" + std::string(2'000'000, ':');
  for (const std::string& hostile :
       {folds, quotes, std::string(4'000'000, '\n'), std::string(4'000'000, ' ')}) {
    CHECK(read(card("A") + hostile + "\n" + card("B")).ends_with("B\n"));
    CHECK(read_vcards("BEGIN:VCARD\nFN;QUOTED-PRINTABLE:" + hostile).cards.empty());
  }
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
}
