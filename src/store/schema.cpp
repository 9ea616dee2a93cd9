#include "store/schema.hpp"

#include "store/version_1.hpp"

namespace rel::store {

namespace {

constexpr std::array all_versions = {Version{version_1, {}}};

}  // namespace

std::span<const Version> versions() {
  return all_versions;
}

}  // namespace rel::store
