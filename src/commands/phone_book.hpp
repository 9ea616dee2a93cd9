// Whose number is it, however two programs write it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "rel/person.hpp"

namespace rel::commands {

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

/// Whether two numbers reach the same telephone. One that lacks its calling code is the same as one that ends
/// with it, from seven digits on.
bool same_telephone(const PhoneNumber& a, const PhoneNumber& b);

/// Everyone's numbers.
class PhoneBook {
 public:
  PhoneBook(const std::vector<Person>& people, std::string country);

  /// The places among the people of whoever has this number: mostly one, or nobody.
  std::vector<std::size_t> who(const std::string& text) const;

 private:
  struct Entry {
    PhoneNumber number;
    std::size_t place;
  };

  std::string country_;
  std::map<std::string, std::vector<Entry>> by_ending_;
};

}  // namespace rel::commands
