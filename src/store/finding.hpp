// What an examination finds.
#pragma once

#include <string>
#include <vector>

#include "base/errors.hpp"

namespace rel::store {

/// How much a finding matters: worth knowing, worth a look, or something is wrong.
enum class Severity { notice, warning, error };

/// What leads back to order: nothing is to be done, a copy is to be restored, what was derived can be made
/// anew, what is around the file can be tidied, or the user has to do it.
enum class Way { none, restore, remake, tidy, by_hand };

/// Something found.
struct Finding {
  Severity severity = Severity::error;
  std::string what;
  std::string where;  ///< a row by kind and id, a page, a file
  Way way = Way::restore;
  std::string by_hand;  ///< what the user can do, where that is the way
  bool operator==(const Finding&) const = default;
};
using Findings = std::vector<Finding>;

/// What an error says of a file, without the file's name in front.
std::string why_without(const std::string& path, const Error& error);

}  // namespace rel::store
