#include "commands/inbox/line.hpp"

#include <doctest/doctest.h>

using rel::commands::words_of_line;

namespace {

std::vector<std::string> texts(std::string_view line) {
  std::vector<std::string> texts;
  for (const auto& word : words_of_line(line)) texts.push_back(word.text);
  return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("words of a line: quotation marks of every kind hold them together, apostrophes do not") {
  CHECK(texts("ann call 20") == Texts{"ann", "call", "20"});
  CHECK(texts("  \"Ann Lee\"  call") == Texts{"Ann Lee", "call"});
  CHECK(texts("\u201cAnn Lee\u201d: call") == Texts{"Ann Lee:", "call"});
  CHECK(texts("\u201eAnn Lee\u201c, \u00abBo B\u00bb met") == Texts{"Ann Lee,", "Bo B", "met"});
  CHECK(texts("bo can't 'sleep well'") == Texts{"bo", "can't", "'sleep", "well'"});
  CHECK(texts("ann 6\" nails") == Texts{"ann", "6\"", "nails"});
  CHECK(texts("ann \"no end") == Texts{"ann", "\"no", "end"});
  CHECK(texts("").empty());
}

TEST_CASE("a word knows where it begins, with its mark") {
  const auto words = words_of_line("ann \u201cher job\u201d now");
  REQUIRE(words.size() == 3);
  CHECK(words[1].begin == 4);
  CHECK(words[1].quoted);
  CHECK(!words[2].quoted);
}
