#include "rel/course.hpp"

#include <algorithm>

#include "rel/credit.hpp"

namespace rel {

std::vector<Day> days_of_talks(const Person& person, const std::vector<Contact>& contacts) {
  std::vector<Day> days;
  if (person.last) days.push_back(*person.last);
  for (const Contact& contact : contacts) {
    if (credit(contact, person) > 0) days.push_back(contact.on);
  }
  std::ranges::sort(days);
  return days;
}

std::vector<SilencePoint> course(const Person& person, const std::vector<Contact>& contacts,
                                 const Period& period) {
  const std::vector<Day> talks = days_of_talks(person, contacts);
  if (talks.empty() || talks.front() > period.until) return {};
  std::vector<SilencePoint> points;
  Day last = talks.front();
  const auto add = [&](Day on) { points.push_back({on, days_between(last, on)}); };
  const auto begin = [&] {
    if (points.empty()) add(std::max(talks.front(), period.since));
  };
  for (const Day talk : talks) {
    if (talk > period.until) break;
    if (talk >= period.since) {
      begin();
      add(talk);
    }
    last = talk;
    if (talk >= period.since) add(talk);
  }
  begin();
  add(period.until);
  points.erase(std::unique(points.begin(), points.end()), points.end());
  return points;
}

}  // namespace rel
