// What became of a program that was run.
#pragma once

#include <string>

#include "system/env.hpp"
#include "text/utf8.hpp"

namespace rel::commands {

/// Why it failed: the first line that it said, if any.
inline std::string why_not(const Ended& ended) {
  if (!ended.problem.empty()) return ended.problem;
  const std::string said(text::trimmed(ended.err.substr(0, ended.err.find('\n'))));
  return said.empty() ? "ended with status " + std::to_string(ended.status) : said;
}

}  // namespace rel::commands
