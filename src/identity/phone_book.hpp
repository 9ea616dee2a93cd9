// Telephone numbers, however two programs write them: which are the same, and whose is it.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "rel/person.hpp"

namespace rel::commands {

/// Two spellings of one number have one key: `+49 30 123456`, `0049-30-123456`. An extension counts: whoever
/// has another one is somebody else. Empty for a number of less than six digits: an extension, not a person.
std::string phone_key(std::string_view phone);

/// The last digits, by which two numbers are likely to be the same; empty for an extension.
std::string phone_end(const std::string& phone);

/// A telephone number without its punctuation.
struct PhoneNumber {
  std::string digits;          ///< after the `+` or `00`, or as they are dialled at home
  bool international = false;  ///< they begin with a calling code
  bool operator==(const PhoneNumber&) const = default;
};

/// Reads `+44 (0)7700 900123`, `00 44…`, `07700-900123`, `tel:+44…`: whatever stands between digits is passed
/// over, and so is an extension. Where `country` (two letters) is known, a number as dialled there becomes an
/// international one. No digits where the text holds less than six: an extension or a service, nobody.
PhoneNumber phone_number(std::string_view text, const std::string& country);

/// Everyone's numbers. One that lacks its calling code reaches the same telephone as one that ends with it,
/// from seven digits on.
class PhoneBook {
 public:
  PhoneBook(const std::vector<Person>& people, std::string country);

  /// The places among the people of whoever has this number: mostly one, or nobody.
  std::vector<std::size_t> who(const std::string& text) const;

 private:
  std::string country_;
  /// With the places of whom they are, by their last digits: those that may be the same stand together.
  std::unordered_map<std::string, std::vector<std::pair<PhoneNumber, std::size_t>>> by_end_;
};

}  // namespace rel::commands
