// Whatever is done to a file of cards, reading it neither crashes nor lets a broken name through.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

#include "formats/fixtures.hpp"
#include "text/utf8.hpp"

using namespace rel::formats;

namespace {

std::vector<std::string> all_fixtures() {
  std::vector<std::filesystem::path> names;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(REL_TEST_DATA) / "vcard")) {
    names.push_back(entry.path());
  }
  std::ranges::sort(names);
  std::vector<std::string> files;
  for (const auto& name : names) files.push_back(test::fixture(name));
  return files;
}

bool sound(const std::string& text) {
  return !rel::text::first_invalid_byte(text) && !rel::text::blank(text) &&
         text.find('\0') == std::string::npos;
}

bool sound(const Card& card) {
  const auto all_sound = [](const std::vector<std::string>& list) {
    return std::ranges::all_of(list, [](const std::string& text) { return sound(text); });
  };
  return sound(card.name) && rel::text::grapheme_count(card.name) <= 200 && all_sound(card.nicknames) &&
         all_sound(card.phones) && all_sound(card.emails) && all_sound(card.categories) &&
         (card.uid.empty() || sound(card.uid));
}

bool all_sound(const Cards& cards) {
  return std::ranges::all_of(cards.cards, [](const Card& card) { return sound(card); });
}

class Mutations {
 public:
  std::string of(std::string bytes) {
    for (std::size_t count = below(8) + 1; count > 0 && !bytes.empty(); --count) change(bytes);
    return bytes;
  }

 private:
  std::size_t below(std::size_t end) { return random_() % end; }

  void change(std::string& bytes) {
    const std::size_t at = below(bytes.size());
    const std::size_t length = std::min(below(64) + 1, bytes.size() - at);
    switch (below(4)) {
      case 0:
        bytes[at] = static_cast<char>(below(256));
        break;
      case 1:
        bytes[at] = "\r\n \t:;=\",\\\0\x80"[below(12)];
        break;
      case 2:
        bytes.erase(at, length);
        break;
      default:
        bytes.insert(below(bytes.size()), bytes.substr(at, length));
        break;
    }
  }

  std::mt19937 random_{20261102};
};

}  // namespace

TEST_CASE("every fixture looks like cards") {
  const std::vector<std::string> files = all_fixtures();
  REQUIRE(files.size() >= 17);
  CHECK(std::ranges::all_of(files, [](const std::string& file) { return looks_like_vcards(file); }));
}

TEST_CASE("files that were damaged") {
  Mutations mutations;
  for (const std::string& file : all_fixtures()) {
    for (int i = 0; i < 2000; ++i) {
      const std::string damaged = mutations.of(file);
      looks_like_vcards(damaged);
      REQUIRE(all_sound(read_vcards(damaged)));
    }
  }
}

TEST_CASE("files that were cut off give whole cards only") {
  // Cards inside others come out on their own where the outer card is cut off.
  const std::set<std::string> inner = {"Paul Martin", "Inner"};
  for (const std::string& file : all_fixtures()) {
    std::set<std::string> whole;
    for (const Card& card : read_vcards(file).cards) whole.insert(test::described(card));
    for (std::size_t length = 0; length < file.size(); ++length) {
      const Cards cards = read_vcards(std::string_view(file).substr(0, length));
      REQUIRE(all_sound(cards));
      for (const Card& card : cards.cards) {
        REQUIRE((whole.contains(test::described(card)) || inner.contains(card.name)));
      }
    }
  }
}
