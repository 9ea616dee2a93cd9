#include "store/schema.hpp"

#include "store/version_1.hpp"
#include "store/version_2.hpp"

namespace rel::store {

namespace {

// Every date was kept as if typed: whoever imported them has had them ring so far.
constexpr std::array to_version_2 = {Filling{"people", "SELECT *, NULL, NULL FROM old.people"},
                                     Filling{"dates", "SELECT *, 0 FROM old.dates"},
                                     Filling{"remarks", "SELECT *, 0, NULL, NULL FROM old.remarks"},
                                     Filling{"promises", "SELECT *, NULL FROM old.promises"},
                                     Filling{"snoozes", "SELECT *, NULL, NULL FROM old.snoozes"}};

constexpr std::array all_versions = {Version{version_1, {}}, Version{version_2, to_version_2}};

}  // namespace

std::span<const Version> versions() {
  return all_versions;
}

}  // namespace rel::store
