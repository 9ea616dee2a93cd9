#include "formats/xml.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <stdexcept>
#include <string>

using namespace rel::formats;

namespace {

/// The elements of a document with their attribute `n`, and what was wrong with it.
std::string read(const std::string& document) {
  std::istringstream in(document);
  std::string out;
  const auto problem = read_xml(in, [&](const XmlElement& element) {
    out += std::to_string(element.line()) + ' ' + std::string(element.name());
    if (const auto value = element.attribute("n")) out += '=' + std::string(*value);
    out += "; ";
  });
  return problem ? out + '!' + std::to_string(problem->line) + ' ' + problem->why : out;
}

}  // namespace

TEST_CASE("elements with their lines and attributes, mended") {
  CHECK(read("<a>\n<b n='1 &amp; 2'/>\n  <c n=\"&#55357;&#56842;&#0;\" m='x'/></a>") ==
        "1 a; 2 b=1 & 2; 3 c=\xF0\x9F\x98\x8A\xEF\xBF\xBD; ");
}

TEST_CASE("what is no XML is refused with its line") {
  CHECK(read("<a>\n<b n='1'/>\n") == "1 a; 2 b=1; !3 is not XML: no element found");
  CHECK(read("") == "!1 is not XML: no element found");
  CHECK(read("<a>\n</b>") == "1 a; !2 is not XML: mismatched tag");
  CHECK(read("<a n='&x;'/>") == "!1 is not XML: undefined entity");
  CHECK(read(std::string("<a>\0</a>", 8)) == "1 a; !1 is not XML: not well-formed (invalid token)");
}

TEST_CASE("a document type is refused before any entity is made") {
  CHECK(read("<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;\">]><a n='&y;'/>") ==
        "!1 declares a document type, which may hold anything");
}

TEST_CASE("depth and tags have their limits") {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  CHECK(read(deep).ends_with("is nested too deeply"));
  CHECK(read("<a " + std::string(3'000'000, 'x')).ends_with("a tag of more than 1 MiB: is it XML?"));
}

TEST_CASE("what the taker throws comes through the parser") {
  std::istringstream in("<a/>");
  CHECK_THROWS_AS(read_xml(in, [](const XmlElement&) { throw std::runtime_error("stop"); }),
                  std::runtime_error);
}
