#include "store/schema.hpp"

#include "store/version_1.hpp"

namespace rel::store {

namespace {

constexpr std::array all = {Version{version_1, {}}};

}  // namespace

std::span<const Version> versions() {
  return all;
}

}  // namespace rel::store
