// The people of most tests of commands.
#pragma once

#include "commands/world.hpp"

namespace rel::test {

/// A world with Ann (very high), Bo (high), Cy (moderate) and Tom (in no tier).
struct Circle : World {
  Circle() {
    json("add 'Ann Lee' --tier 1 --tag choir");
    json("add 'Bo Berg' --tier 2 --tag choir --tag work");
    json("add Cy");
    json("add Tom --tier none");
  }
};

}  // namespace rel::test
