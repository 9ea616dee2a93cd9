#include "rel/course.hpp"

#include <algorithm>

#include "rel/credit.hpp"
#include "rel/sums.hpp"

namespace rel {

namespace {

/// A conversation as the silence feels it.
struct Turn {
  Day on{};
  double w = 0;
};

std::vector<Turn> turns(const Person& person, std::vector<Contact> contacts, const Settings& settings) {
  std::erase_if(contacts, [&](const Contact& contact) { return credit(contact, person) <= 0; });
  std::sort(contacts.begin(), contacts.end(), [&](const Contact& a, const Contact& b) {
    return counts_before(a, b, person, settings.day_starts);
  });
  std::vector<Turn> turns;
  for (const Contact& contact : contacts) turns.push_back({contact.on, credit(contact, person)});
  return turns;
}

// `last` comes before whatever was logged on its day.
void add_last(std::vector<Turn>& turns, Day last) {
  const auto place =
      std::find_if(turns.begin(), turns.end(), [&](const Turn& turn) { return turn.on >= last; });
  turns.insert(place, {last, 1});
}

}  // namespace

std::vector<SilencePoint> course(const Person& person, const std::vector<Contact>& contacts,
                                 const Period& period, const Settings& settings) {
  std::vector<Turn> all = turns(person, contacts, settings);
  const auto start = start_day(person, all.empty() ? std::nullopt : std::optional(all.front().on));
  if (!start || *start > period.until) return {};
  if (person.last) add_last(all, *person.last);
  double quiet_since = day_number(*start);
  std::vector<SilencePoint> points;
  const auto add = [&](Day on) { points.push_back({on, day_number(on) - quiet_since}); };
  bool begun = false;
  const auto begin = [&] {
    if (!begun) add(std::max(*start, period.since));
    begun = true;
  };
  for (const Turn& turn : all) {
    if (turn.on > period.until) break;
    if (turn.on >= period.since) {
      begin();
      add(turn.on);
    }
    quiet_since = quiet_since_after(quiet_since, turn.on, turn.w);
    if (turn.on >= period.since) add(turn.on);
  }
  begin();
  add(period.until);
  points.erase(std::unique(points.begin(), points.end()), points.end());
  return points;
}

}  // namespace rel
