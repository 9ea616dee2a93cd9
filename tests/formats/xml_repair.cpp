#include "formats/xml_repair.hpp"

#include <doctest/doctest.h>

using rel::formats::XmlRepair;

namespace {

/// What becomes of a document that comes in pieces of so many bytes.
std::string repaired(const std::string& document, std::size_t piece = 1000) {
  XmlRepair repair;
  std::string out;
  for (std::size_t at = 0; at < document.size(); at += piece) repair.put(document.substr(at, piece), out);
  repair.finish(out);
  return out;
}

}  // namespace

TEST_CASE("references to characters that XML does not have are mended, wherever a piece ends") {
  const std::pair<const char*, const char*> texts[] = {
      {"a &#55357;&#56842; b", "a &#128522; b"},
      {"&#xD83D;&#xDE0A;", "&#128522;"},
      {"&#55357; x", "&#65533; x"},
      {"&#56842;", "&#65533;"},
      {"&#55357;&#55357;&#56842;", "&#65533;&#128522;"},
      {"&#55357;&amp;&#56842;", "&#65533;&amp;&#65533;"},
      {"&#0;&#8;&#x1F;&#65535;&#1114112;", "&#65533;&#65533;&#65533;&#65533;&#65533;"},
      {"&#9;&#10;&#13;&#128512;&amp;&lt;", "&#9;&#10;&#13;&#128512;&amp;&lt;"},
      {"&&#0;& &#; &#x; &#99999999999999999999;", "&&#65533;& &#; &#x; &#99999999999999999999;"},
      {"&#55357", "&#55357"},
      {"&#55357;", "&#65533;"},
  };
  for (const auto& [text, expected] : texts) {
    const std::string read = text;
    CAPTURE(read);
    for (const std::size_t piece : {1U, 2U, 3U, 7U, 1000U}) CHECK(repaired(text, piece) == expected);
  }
}

TEST_CASE("of a long value the beginning is kept, text, comments and what follows are whole") {
  const std::string picture(10'000'000, 'A');
  const std::string out = repaired("<a><!-- \"it's <b> --><p data=\"" + picture + "\" x='1'/>\"" + "</a>");
  CHECK(out.size() < 100'000);
  CHECK(out.ends_with("\" x='1'/>\"</a>"));
  CHECK(repaired("<a>" + picture + "</a>").size() == picture.size() + 7);
}

TEST_CASE("a long value ends with a whole character") {
  for (const std::string letter : {"\u00e4", "\u20ac", "\U0001F60A", "&#128522;"}) {
    for (std::size_t before = 65'525; before <= 65'537; ++before) {
      CAPTURE(letter);
      CAPTURE(before);
      const std::string text = std::string(before, 'x') + letter + letter + "y";
      const std::string out = repaired("<a b=\"" + text + "\"/>");
      const std::size_t kept = out.size() - std::string("<a b=\"\"/>").size();
      CHECK(kept <= 65'536);
      CHECK((kept == text.size() || kept >= 65'536 - letter.size()));
      CHECK(std::min(before, kept) + (kept - std::min(before, kept)) / letter.size() * letter.size() ==
            std::min(kept, before + 2 * letter.size()));
      CHECK(out.ends_with("\"/>"));
      CHECK(repaired("<a b=\"" + text + "\"/>", 7) == out);
    }
  }
}

TEST_CASE("a tag without end is told") {
  XmlRepair repair;
  std::string out;
  repair.put("<a " + std::string(2'000'000, 'x'), out);
  CHECK(repair.endless());
}
