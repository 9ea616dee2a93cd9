// The last twelve months, as pictures show them.
#pragma once

#include <vector>

#include "invocation/invocation.hpp"
#include "render/pictures.hpp"

namespace rel::commands {

inline constexpr int months_shown = 12;

/// Those of the contacts that lie in the period.
std::vector<Contact> contacts_in(std::vector<Contact> contacts, const Period& period);

/// Days with conversations, marked by the tiers of those who were there.
std::vector<render::CalendarDay> days_by_tier(const std::vector<Contact>& contacts,
                                              const std::vector<Person>& people);

/// Days with conversations with one person, marked by the ways of talking.
std::vector<render::CalendarDay> days_by_way(const std::vector<Contact>& contacts, const Person& person);

/// The silence of one person over a period, from all their contacts.
render::PersonCourse course_of(const Person& person, const std::vector<Contact>& contacts,
                               const Period& period, const Settings& settings);

/// The same of everyone who has a target, the dearest tier first, in it by name.
std::vector<render::PersonCourse> courses_of(const store::Reader& store, std::vector<Person> people,
                                             const Period& period, const Settings& settings);

}  // namespace rel::commands
