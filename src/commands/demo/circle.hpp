// A made-up circle to play with: two dozen people and eighteen months with them, the same for the same day.
#pragma once

#include <string>
#include <vector>

#include "rel/entries.hpp"

namespace rel::commands {

/// The circle before it is in a file. Ids of people are their places in `people`, from 1 on; entries have no
/// ids yet, and people no handles.
struct DemoCircle {
  std::vector<Person> people;
  std::vector<Contact> contacts;
  std::vector<Remark> remarks;
  std::vector<Promise> promises;
  std::vector<Snooze> snoozes;
  std::vector<Review> reviews;
};

/// The circle as it stands on `today`: nothing in it happened later. Some friendships deepen in it and some
/// cool, one tier asks for too much, August is quiet and December full, and something of every kind is open.
DemoCircle demo_circle(Day today);

}  // namespace rel::commands
