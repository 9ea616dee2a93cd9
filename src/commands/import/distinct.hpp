// A list in which each value stands once, however many there are.
#pragma once

#include <set>
#include <utility>
#include <vector>

namespace rel::commands {

template <class T>
class Distinct {
 public:
  /// False where it is there already.
  bool add(const T& value) {
    if (!seen_.insert(value).second) return false;
    values_.push_back(value);
    return true;
  }

  const std::vector<T>& values() const { return values_; }

 private:
  std::vector<T> values_;
  std::set<T> seen_;
};

}  // namespace rel::commands
