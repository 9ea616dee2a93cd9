// A calendar of everything that has a day: whom to call next, replies, promises, asks, birthdays.
#include "answer/calendar.hpp"

#include "commands/export/exporting.hpp"
#include "store/waiting.hpp"

namespace rel::commands {

namespace {

template <class Take>
void each_person(const Source& source, const Take& take) {
  if (!source.store) return;
  const DueRules rules{source.today, source.settings, store::away_until(*source.store, source.today)};
  for (const Person& person : source.people) {
    if (person.active()) take(events_of(store::facts_of(*source.store, person.id), rules, latest_day()));
  }
}

void write_calendar(const Source& source, const Sink& sink) {
  sink(formats::calendar_begin());
  each_person(source, [&](const std::vector<NamedEvent>& events) {
    for (const NamedEvent& one : events) sink(formats::event_lines(one.event));
  });
  sink(formats::calendar_end());
}

std::vector<ExportedFile> calendar_files(const Source& source) {
  std::vector<ExportedFile> files;
  each_person(source, [&](const std::vector<NamedEvent>& events) {
    for (const NamedEvent& one : events)
      files.push_back({one.file, [one](const Sink& sink) { sink(calendar_of({one})); }});
  });
  return files;
}

}  // namespace

const ExportFormat calendar_export = {"ics", write_calendar, calendar_files};

}  // namespace rel::commands
