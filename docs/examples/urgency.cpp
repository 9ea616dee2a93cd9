// How urgent is a talk with Ann? Facts and a day in, urgency out.
#include <iomanip>
#include <iostream>

#include "rel/due.hpp"

int main() {
  const rel::Day new_year = *rel::day_from_iso("2026-01-01");
  const rel::Person ann{.id = 1, .name = "Ann Lee", .tier = rel::Tier::high, .start = new_year};
  std::vector<rel::Contact> contacts;
  for (const int day : {14, 28, 42, 56})
    contacts.push_back({.with = {ann.id}, .on = rel::plus_days(new_year, day), .minutes = 20});

  const rel::Settings settings;  // the defaults: 30 days for a tier that is high
  const rel::Facts facts{.person = ann, .sums = rel::replay(ann, contacts, {}, settings)};
  std::cout << std::fixed << std::setprecision(3);
  for (const int silence : {0, 14, 30, 60}) {
    const rel::Day today = rel::plus_days(contacts.back().on, silence);
    const rel::DueItem item = rel::look_at(facts, {.today = today, .settings = settings});
    std::cout << rel::iso(today) << "  r = " << item.ratio << "  U = " << item.urgency
              << "  p = " << *item.unusual << (item.ratio >= 1 ? "  due\n" : "\n");
  }
}
