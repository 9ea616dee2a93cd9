#include "store/generations.hpp"

#include <set>

namespace rel::store {

namespace {

Day monday_of(Day day) {
  return day - (date::weekday{day} - date::Monday);
}

}  // namespace

std::vector<bool> kept_generations(const std::vector<Day>& newest_first) {
  std::vector<bool> kept;
  std::set<Day> days;
  std::set<Day> weeks;
  for (const Day day : newest_first) {
    const bool new_day = days.insert(day).second && days.size() <= days_kept;
    const bool new_week = weeks.insert(monday_of(day)).second && weeks.size() <= weeks_kept;
    kept.push_back(kept.size() < newest_kept || new_day || new_week);
  }
  return kept;
}

}  // namespace rel::store
