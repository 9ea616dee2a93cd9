#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "cli/dates.hpp"
#include "cli/told.hpp"

namespace {

using namespace rel::cli;

TEST_CASE("how many words are a date") {
  struct Case {
    std::vector<std::string> words;
    std::size_t in_past;
    std::size_t in_future;
  };
  const std::vector<Case> cases = {
      {{"3d", "ago", "call"}, 2, 2},
      {{"last", "tue", "45m"}, 2, 2},
      {{"call"}, 0, 0},
      {{}, 0, 0},
      {{""}, 0, 0},
      {{"", "today"}, 0, 0},
      {{"2", "nov", "19:30"}, 3, 3},
      {{"2", "nov", "2025", "19:30", "x"}, 4, 4},
      {{"11-02", "19:30", "x"}, 2, 2},
      {{"yesterday", "call", "45m"}, 1, 1},
      {{"yesterday", "19:30", "19:30"}, 2, 2},
      {{"yesterday", "25:61"}, 2, 2},
      {{"in", "2w", "call"}, 2, 2},
      {{"in", "call"}, 0, 0},
      {{"last", "week", "call"}, 2, 2},
      {{"02-30", "call"}, 1, 1},
      {{"02-30", "19:30", "call"}, 2, 2},
      {{"2026-12-24T10:00", "call"}, 1, 1},
      {{"3d ago"}, 1, 1},
      {{"3d ago", "19:30"}, 1, 1},
      {{"yesterday", "19:30 or so"}, 1, 1},
      {{"3d", "", "ago"}, 1, 1},
      {{"dinner at nine", "today"}, 0, 0},
      {{"3d", "ago\n"}, 1, 1},
      {{"7:30", "pm", "yesterday", "call"}, 3, 3},
      {{"sun", "2", "weeks", "ago", "20"}, 4, 4},
      {{"on", "the", "day", "before", "yesterday", "at", "7:30", "pm", "x"}, 8, 8},
      {{"nov", "2,", "2026", "she"}, 3, 3},
  };
  for (const auto& [words, in_past, in_future] : cases) {
    std::string joined;
    for (const auto& word : words) joined += "[" + word + "]";
    CAPTURE(joined);
    CHECK(words_of_date(words, past, tuesday) == in_past);
    CHECK(words_of_date(words, future, tuesday) == in_future);
  }
}

}  // namespace
