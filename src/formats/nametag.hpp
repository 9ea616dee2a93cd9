// The JSON export of Nametag: people, and entries of a journal about them.
#pragma once

#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/dropped.hpp"
#include "formats/problem.hpp"
#include "formats/vcard.hpp"

namespace rel::formats {

/// An entry of the journal.
struct NametagEntry {
  std::size_t line = 0;
  Day on{};
  std::string text;
  std::vector<std::size_t> people;  ///< places among the people
};

struct NametagExport {
  std::vector<Card> people;
  std::vector<NametagEntry> journal;
  std::vector<Problem> problems;
  Drops dropped;
};

bool looks_like_nametag(std::string_view beginning);

NametagExport read_nametag(std::istream& in, const DateReading& reading);

}  // namespace rel::formats
