// A circle with a past, for tests of health.
#pragma once

#include "commands/circle.hpp"

namespace rel::test {

inline std::vector<std::string> handles(const Json& health) {
  std::vector<std::string> all;
  for (const Json& person : health.at("people")) all.push_back(person.at("handle"));
  return all;
}

using Handles = std::vector<std::string>;

/// Ann was talked with weekly until a month ago, Bo lately, Cy never; Tom is in no tier.
struct Talked : Circle {
  Talked() {
    for (const char* on : {"2026-08-28", "2026-09-04", "2026-09-11", "2026-09-18", "2026-09-25", "2026-10-02",
                           "2026-10-09", "2026-10-16", "2026-10-23"})
      json(std::string("log ann met 40m --by me ") + on);
    json("log bo call 30m 2026-11-15");
    json("log tom call 30m 2026-11-15");
  }
};

}  // namespace rel::test
