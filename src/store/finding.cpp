#include "store/finding.hpp"

namespace rel::store {

std::string why_without(const std::string& path, const Error& error) {
  std::string why = error.what();
  if (why.starts_with(path + ": ")) why.erase(0, path.size() + 2);
  return why;
}

}  // namespace rel::store
