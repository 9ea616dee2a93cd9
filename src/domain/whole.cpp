#include "domain/whole.hpp"

#include <cmath>

namespace rel {

int rounded_down(double value) {
  constexpr double most = 1e9;
  if (!(value > -most)) return static_cast<int>(-most);  // what is no number, too
  return value < most ? static_cast<int>(std::floor(value)) : static_cast<int>(most);
}

}  // namespace rel
