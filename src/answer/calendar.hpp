// What rel knows of days, as events of a calendar.
#pragma once

#include <string>
#include <vector>

#include "formats/calendar_writer.hpp"
#include "rel/agenda.hpp"

namespace rel::commands {

/// An event, and the name of a file for it alone.
struct NamedEvent {
  std::string file;
  formats::CalendarEvent event;
};

/// The events of one person until a day. `facts` holds how to reach them. `discreet`: names only.
std::vector<NamedEvent> events_of(const Facts& facts, const DueRules& rules, Day until,
                                  bool discreet = false);

/// A whole calendar of these events.
std::string calendar_of(const std::vector<NamedEvent>& events);

}  // namespace rel::commands
