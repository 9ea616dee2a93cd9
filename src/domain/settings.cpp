#include "rel/settings.hpp"

namespace rel {

int target_of(const Person& person, const Settings& settings) {
  return person.every_days.value_or(settings.rule(person.tier).target_days);
}

double worth(Tier tier) {
  switch (tier) {
    case Tier::very_high:
      return 4;
    case Tier::high:
      return 2;
    case Tier::moderate:
    case Tier::none:
      return 1;
  }
  return 1;
}

}  // namespace rel
