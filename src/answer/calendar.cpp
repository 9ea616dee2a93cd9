#include "answer/calendar.hpp"

#include <algorithm>
#include <unordered_map>

#include "formats/ascii.hpp"
#include "invocation/output_files.hpp"
#include "rel/id.hpp"
#include "render/agenda_words.hpp"

namespace rel::commands {

namespace {

constexpr Day no_day_known = date::year{2000} / 1 / 1;  // when a yearly date was entered

/// `wedding day` as `wedding-day`, so that it can stand in a name.
std::string slug(const std::string& text) {
  std::string out = formats::lower(text);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return !formats::is_letter(c) && !formats::is_digit(c); }, '-');
  return out.substr(0, 40);
}

/// The keys that were given, each with the number that was put behind it last.
using Taken = std::unordered_map<std::string, int>;

/// What tells the event from all others of the person.
std::string key_of(const AgendaItem& item, Taken& taken) {
  if (item.id) return id_text(*item.id);
  const std::string name = item.date ? slug(item.date->name) : std::string(word(item.clock));
  if (taken.emplace(name, 1).second) return name;
  for (int number = taken.at(name) + 1;; ++number) {
    std::string key = name + '-' + std::to_string(number);
    if (!taken.emplace(key, 1).second) continue;
    taken.at(name) = number;
    return key;
  }
}

}  // namespace

std::vector<NamedEvent> events_of(const Facts& facts, const DueRules& rules, Day until, bool discreet) {
  const Person& person = facts.person;
  std::vector<NamedEvent> events;
  Taken taken;
  for (const AgendaItem& item : agenda(facts, rules)) {
    const std::string key = key_of(item, taken);
    const int lead = item.date ? rules.settings.date_lead : 0;
    if (plus_days(item.on, -lead) > until) continue;
    formats::CalendarEvent event{.uid = key + (item.id ? "" : '-' + person.uid) + "@rel",
                                 .on = item.date ? first_day(*item.date) : item.on,
                                 .yearly = item.date.has_value(),
                                 .known = item.date ? no_day_known : item.known,
                                 .title = discreet ? person.name : render::agenda_title(item, person),
                                 .text = discreet ? "" : render::agenda_text(item, facts, rules)};
    events.push_back({file_stem(person) + '-' + key + ".ics", std::move(event)});
  }
  return events;
}

std::string calendar_of(const std::vector<NamedEvent>& events) {
  std::string calendar = formats::calendar_begin();
  for (const NamedEvent& one : events) calendar += formats::event_lines(one.event);
  return calendar + formats::calendar_end();
}

}  // namespace rel::commands
