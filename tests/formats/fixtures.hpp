// The files of tests/data/vcard, and what was read from them as text that a test can compare.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "formats/vcard.hpp"

namespace rel::formats::test {

inline std::string fixture(const std::filesystem::path& name) {
  std::ifstream file(std::filesystem::path(REL_TEST_DATA) / "vcard" / name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline std::string described(const Card& card) {
  std::string out = std::to_string(card.line) + ": " + card.name + '\n';
  if (!card.uid.empty()) out += "  uid " + card.uid + '\n';
  for (const std::string& text : card.nicknames) out += "  nickname " + text + '\n';
  for (const std::string& text : card.phones) out += "  phone " + text + '\n';
  for (const std::string& text : card.emails) out += "  email " + text + '\n';
  for (const std::string& text : card.categories) out += "  category " + text + '\n';
  for (const YearlyDate& date : card.dates) {
    out += "  " + date.name + ' ' + (date.year ? std::to_string(*date.year) : "?") + '-' +
           std::to_string(date.month) + '-' + std::to_string(date.day) + '\n';
  }
  if (card.deceased) out += "  deceased\n";
  for (const std::string& text : card.facts) out += "  fact " + text + '\n';
  return out;
}

/// Everything that was read, with a line for each thing.
inline std::string described(const Cards& cards) {
  std::string out;
  for (const Card& card : cards.cards) out += described(card);
  for (const CardProblem& problem : cards.problems) {
    out += std::to_string(problem.line) + "! " + problem.why + '\n';
  }
  for (const auto& [name, count] : cards.dropped)
    out += "- " + name + ' ' + std::to_string(count.times) + '\n';
  return out;
}

/// The same for a fixture, as a raw string literal has it: after a line break.
inline std::string read_fixture(const char* name) {
  return '\n' + described(read_vcards(fixture(name)));
}

}  // namespace rel::formats::test
