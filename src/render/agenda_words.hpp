// What an event of a calendar says: read on any day, so that no day in it is "today".
#pragma once

#include <string>

#include "rel/agenda.hpp"

namespace rel::render {

/// `Ann Lee: the Calvino book`.
std::string agenda_title(const AgendaItem& item, const Person& person);

/// What stands below: since when and for when, and how to reach the person, a line each. `facts` are those
/// that the item was made of.
std::string agenda_text(const AgendaItem& item, const Facts& facts, const DueRules& rules);

}  // namespace rel::render
