// What is wrong with a file that is read, and where.
#pragma once

#include <cstddef>
#include <string>

namespace rel::formats {

/// Why a row, or a whole file, can't be taken.
struct Problem {
  std::size_t line = 0;  ///< from 1
  std::string why;       ///< may hold what the file holds: escape it before showing
};

}  // namespace rel::formats
