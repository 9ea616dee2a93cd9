// How the world dials: the calling code of each country, and what is put before a number at home.
#pragma once

#include <string_view>

namespace rel::commands {

/// How numbers are written in a country.
struct DialPlan {
  std::string_view code;   ///< `49`; empty where the country is not known
  std::string_view trunk;  ///< before an area at home, never from abroad: mostly `0`; may be empty
};

/// The plan of a country by its two letters (ISO 3166), whatever their case.
DialPlan dial_plan(std::string_view country);

}  // namespace rel::commands
