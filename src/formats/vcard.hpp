// vCard 2.1, 3.0 and 4.0 as real programs write them (RFC 2426, RFC 6350, and what they do instead).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/dropped.hpp"
#include "formats/vcard_dates.hpp"
#include "rel/person.hpp"

namespace rel::formats {

/// What one card says about one person, in UTF-8, in the order of the card, without doubles.
struct Card {
  std::size_t line = 0;  ///< where it begins in its file, from 1
  std::string uid;       ///< empty where the card has none
  std::string name;      ///< from FN, or built from N, NICKNAME, ORG, EMAIL or TEL; never empty
  std::vector<std::string> nicknames;
  std::vector<std::string> phones;
  std::vector<std::string> emails;
  std::vector<std::string> categories;
  std::vector<YearlyDate> dates;  ///< birthday, anniversary, and what else has a name
  bool deceased = false;
  std::vector<std::string> facts;  ///< notes, work, where they live, who belongs to them: in plain words
};

/// A card that could not be read.
struct CardProblem {
  std::size_t line = 0;  ///< where it begins in its file, from 1
  std::string why;
};

/// Everything that a file of cards holds.
struct Cards {
  std::vector<Card> cards;
  std::vector<CardProblem> problems;
  /// Properties that were not taken, by name in upper case, how often and of whom: of the cards above only.
  /// Behind a date that can't be read stands what it says.
  /// `GROUP` counts cards that are groups; `AGENT` and `VCARD` count cards inside others.
  Drops dropped;
};

/// Whether the bytes look like a file of cards, in any encoding that read_vcards knows.
bool looks_like_vcards(std::string_view bytes);

/// Reads every card of a file. Never throws for its content: a card that is broken becomes a problem and the
/// next one is read. A file with a byte order mark is in that encoding; else every property is in the charset
/// that it claims, else UTF-8, and CP1252 where its bytes are not that.
Cards read_vcards(std::string_view bytes, const DateReading& reading = {});

}  // namespace rel::formats
