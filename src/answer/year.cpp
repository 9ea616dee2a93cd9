#include "answer/year.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "answer/confirm.hpp"
#include "input/options.hpp"
#include "rel/credit.hpp"
#include "render/phrases.hpp"

namespace rel::commands {

namespace {

/// The days of a calendar as they fill with talks.
class Days {
 public:
  void add(const Contact& contact, const std::string& with, std::size_t kind, double credit) {
    render::CalendarDay& day = days_[contact.on];
    day.on = contact.on;
    day.marks[kind] = std::max(day.marks[kind], credit);
    day.with += (day.with.empty() ? iso(contact.on) + ": " : "; ") + with + ", " + happened(contact);
  }

  std::vector<render::CalendarDay> all() const {
    std::vector<render::CalendarDay> all;
    for (const auto& [on, day] : days_) all.push_back(day);
    return all;
  }

 private:
  std::map<Day, render::CalendarDay> days_;
};

std::string note_of(int days, int target) {
  return fmt::format("{}; you wanted {}", render::counted(days, "day"), target);
}

}  // namespace

std::vector<Contact> contacts_in(std::vector<Contact> contacts, const Period& period) {
  std::erase_if(contacts, [&](const Contact& contact) { return !period.holds(contact.on); });
  return contacts;
}

std::vector<render::CalendarDay> days_by_tier(const std::vector<Contact>& contacts,
                                              const std::vector<Person>& people) {
  const PeopleById known = by_id(people);
  Days days;
  for (const Contact& contact : contacts) {
    for (const Id id : contact.with) {
      const auto person = known.find(id);
      if (person == known.end()) continue;
      const double w = credit(contact, *person->second);
      if (w > 0) days.add(contact, person->second->name, render::mark_of(person->second->tier), w);
    }
  }
  return days.all();
}

std::vector<render::CalendarDay> days_by_way(const std::vector<Contact>& contacts, const Person& person) {
  Days days;
  for (const Contact& contact : contacts) {
    const double w = credit(contact, person);
    if (w > 0) days.add(contact, person.name, render::mark_of(way_of(contact.channel)), w);
  }
  return days.all();
}

render::PersonCourse course_of(const Person& person, const std::vector<Contact>& contacts,
                               const Period& period, const Settings& settings) {
  render::PersonCourse shown{.name = person.name, .tier = person.tier, .target = target_of(person, settings)};
  shown.points = course(person, contacts, period);
  if (!shown.points.empty()) shown.note = note_of(shown.points.back().days, shown.target);
  return shown;
}

std::vector<render::PersonCourse> courses_of(const store::Reader& store, std::vector<Person> people,
                                             const Period& period, const Settings& settings) {
  std::erase_if(people, [](const Person& person) { return !person.active() || person.tier == Tier::none; });
  sort_by_tier(people);
  std::vector<render::PersonCourse> courses;
  for (const Person& person : people)
    courses.push_back(course_of(person, store.figures_of(person.id), period, settings));
  return courses;
}

}  // namespace rel::commands
