#include "rel/brief.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "rel/credit.hpp"

namespace rel {

namespace {

constexpr int a_year = 365;
constexpr int near = 30;          // days
constexpr int enough_to_say = 3;  // conversations before their usual length is known

Day last_use(const Remark& remark) {
  return std::max({remark.heard, remark.used.value_or(remark.heard), remark.done.value_or(remark.heard)});
}

// Of contacts in their order, the latest that `fits`; their end if none does.
template <class Fits>
std::vector<Contact>::const_iterator latest(const std::vector<Contact>& contacts, Fits fits) {
  const auto found = std::find_if(contacts.rbegin(), contacts.rend(), fits);
  return found == contacts.rend() ? contacts.end() : std::prev(found.base());
}

LatestTalks latest_talks(const Facts& facts, std::vector<Contact> contacts, TimeOfDay day_starts) {
  const Sums& sums = facts.sums;
  std::sort(contacts.begin(), contacts.end(), [&](const Contact& a, const Contact& b) {
    return counts_before(a, b, facts.person, day_starts);
  });
  const auto last = latest(contacts, [&](const Contact& contact) {
    return contact.on == sums.last_talked() && credit(contact, facts.person) > 0;
  });
  if (last == contacts.end()) {
    const auto later = [&](const Contact& contact) { return contact.on < sums.last_talked(); };
    if (sums.last_talked()) std::erase_if(contacts, later);
    return {.since = std::move(contacts)};
  }
  LatestTalks talks{.last = *last, .since = {std::next(last), contacts.cend()}};
  const auto full = latest(contacts, [&](const Contact& contact) {
    return contact.on == sums.last_real && credit(contact, facts.person) >= 1;
  });
  if (full < last) talks.full = *full;
  return talks;
}

std::optional<std::string> note_of_last(const Sums& sums, const std::vector<Contact>& contacts) {
  const auto last = std::ranges::find_if(
      contacts, [&](const Contact& contact) { return sums.last_talk && contact.id == sums.last_talk->id; });
  return last == contacts.end() ? std::nullopt : last->note;
}

std::optional<int> years_at(const YearlyDate& date, Day on) {
  if (!date.year) return std::nullopt;
  const int years = static_cast<int>(date::year_month_day{on}.year()) - *date.year;
  return years > 0 ? std::optional(years) : std::nullopt;
}

}  // namespace

Brief brief_of(const Facts& facts, const std::vector<Contact>& contacts, std::vector<Remark> remarks,
               const DueRules& rules) {
  Brief brief{.now = look_at(facts, rules)};
  brief.talks = latest_talks(facts, contacts, rules.settings.day_starts);
  brief.last_note = note_of_last(facts.sums, contacts);
  brief.remarks = std::move(remarks);
  order_to_tell(brief.remarks);
  brief.openers = openers(brief.remarks, rules.today);
  brief.dates = near_dates(facts.person, rules.today, near);
  if (facts.sums.conversations >= enough_to_say) brief.minutes = brief.now.minutes;
  return brief;
}

std::vector<Remark> without_repeated(std::vector<Remark> remarks) {
  const auto told = [](const Remark& one) { return std::tuple(one.person, one.heard, one.text); };
  std::set<std::tuple<Id, Day, std::string>> asked;
  for (const Remark& one : remarks) {
    if (one.ask_on) asked.insert(told(one));
  }
  std::erase_if(remarks, [&](const Remark& one) { return !one.ask_on && asked.contains(told(one)); });
  return remarks;
}

bool ask_is_open(const Remark& remark) {
  return remark.ask_on && !remark.done;
}

const std::string& question(const Remark& remark) {
  return remark.ask_on && remark.ask ? *remark.ask : remark.text;
}

bool came_back_to(const Remark& remark) {
  return remark.used || remark.done;
}

bool stale(const Remark& remark, Day today) {
  return !remark.fact && !ask_is_open(remark) && days_between(last_use(remark), today) >= a_year;
}

void order_to_tell(std::vector<Remark>& remarks) {
  const auto key = [](const Remark& remark) {
    const bool open = ask_is_open(remark);
    const int group = open ? 0 : came_back_to(remark) ? 2 : 1;
    // What comes first: of asks the earliest day, of the others the latest.
    const int rank = open ? day_number(*remark.ask_on) : -day_number(last_use(remark));
    return std::tuple(group, rank, -remark.id);
  };
  std::sort(remarks.begin(), remarks.end(),
            [&](const Remark& a, const Remark& b) { return key(a) < key(b); });
}

std::vector<Remark> openers(const std::vector<Remark>& remarks, Day today) {
  std::vector<Remark> ordered = without_repeated(remarks);
  order_to_tell(ordered);
  std::vector<Remark> chosen;
  const auto take_first = [&](auto fits) {
    const auto found = std::find_if(ordered.begin(), ordered.end(), fits);
    if (found != ordered.end()) chosen.push_back(*found);
  };
  take_first([&](const Remark& one) { return ask_is_open(one) && *one.ask_on <= today; });
  take_first([&](const Remark& one) { return is_news(one, today); });
  if (chosen.empty()) take_first(ask_is_open);
  return chosen;
}

std::vector<NearDate> near_dates(const Person& person, Day today, int days_ahead) {
  std::vector<NearDate> dates;
  if (person.deceased) return dates;
  for (const YearlyDate& date : person.dates) {
    const Day on = occurrence(date, today);
    const int in_days = days_between(today, on);
    if (in_days >= -days_of_grace && in_days <= days_ahead)
      dates.push_back({date.name, on, in_days, years_at(date, on)});
  }
  std::stable_sort(dates.begin(), dates.end(),
                   [](const NearDate& a, const NearDate& b) { return a.on < b.on; });
  return dates;
}

std::vector<Snooze> postponements(std::vector<Snooze> snoozes, int count) {
  std::erase_if(snoozes, [](const Snooze& snooze) { return !snooze.counted; });
  std::sort(snoozes.begin(), snoozes.end(),
            [](const Snooze& a, const Snooze& b) { return std::tie(a.on, a.id) < std::tie(b.on, b.id); });
  const auto size = static_cast<int>(snoozes.size());
  snoozes.erase(snoozes.begin(), snoozes.end() - std::clamp(count, 0, size));
  return snoozes;
}

}  // namespace rel
