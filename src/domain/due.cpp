#include "rel/due.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>
#include <utility>

#include "rel/measures.hpp"
#include "rel/sorting.hpp"

namespace rel {

namespace {

constexpr int days_agreed_lasts = 3;  // a meeting agreed on is past after this many days

OpenItem reply_item(const Contact& owed, const Facts& facts, const DueRules& rules) {
  const TierRule& rule = rules.settings.rule(facts.person.tier);
  const Day on = plus_days(owed.on, rule.respond_days);
  return {.clock = Clock::reply,
          .id = owed.id,
          .text = owed.note.value_or(""),
          .on = owed.on,
          .late_days = days_between(on, rules.today),
          .ratio = reply_ratio(owed, rule, rules.today)};
}

OpenItem promise_item(const Promise& promise, const Facts& facts, const DueRules& rules) {
  OpenItem item{.clock = Clock::promise,
                .id = promise.id,
                .mine = promise.mine,
                .text = promise.text,
                .on = promise.by.value_or(promise.given)};
  item.late_days = promise.by ? days_between(*promise.by, rules.today) : 0;
  if (promise.mine) {
    item.ratio =
        promise_ratio(promise, facts.person.tier, target_of(facts.person, rules.settings), rules.today);
  }
  return item;
}

OpenItem ask_item(const Remark& remark, const DueRules& rules) {
  return {.clock = Clock::ask,
          .id = remark.id,
          .text = remark.ask.value_or(remark.text),
          .on = *remark.ask_on,
          .late_days = days_between(*remark.ask_on, rules.today),
          .ratio = day_ratio(*remark.ask_on, rules.today)};
}

std::optional<OpenItem> date_item(const YearlyDate& date, const Facts& facts, const DueRules& rules) {
  const double ratio = date_ratio(date, rules.settings.date_lead, facts.sums.last_mine, rules.today);
  if (ratio <= 0) return std::nullopt;
  const Day on = occurrence(date, rules.today);
  return OpenItem{.clock = Clock::date,
                  .text = date.name,
                  .on = on,
                  .late_days = days_between(on, rules.today),
                  .ratio = ratio};
}

// A conversation on the day or after it ends what was agreed; so does time.
std::optional<OpenItem> agreed_item(const Snooze& meeting, const Facts& facts, const DueRules& rules) {
  const Day day = meeting.until;
  const int late = days_between(day, rules.today);
  if (late > days_agreed_lasts || (facts.sums.updated && *facts.sums.updated >= day)) return std::nullopt;
  return OpenItem{.clock = Clock::agreed,
                  .id = meeting.id,
                  .text = meeting.agreed.value_or(""),
                  .on = day,
                  .late_days = late,
                  .ratio = day_ratio(day, rules.today)};
}

double ringing_silence(const Facts& facts, const DueRules& rules) {
  const auto silence = facts.sums.silence(rules.today);
  if (!silence || facts.person.tier == Tier::none) return 0;
  if (facts.sums.snoozed_until && rules.today < *facts.sums.snoozed_until) return 0;
  if (rules.away_until && rules.today < *rules.away_until) return 0;
  return silence_ratio(*silence, target_of(facts.person, rules.settings), facts.sums.postponed);
}

bool tried_today(const Facts& facts, const DueRules& rules) {
  return facts.sums.last_try == rules.today;
}

// The clocks that a try without answer damps, and on its day stops.
bool waits_for_answer(Clock clock) {
  return clock == Clock::silence || clock == Clock::reply;
}

double damped(double full, const DueItem& item, const Settings& settings) {
  const auto tried = item.facts->sums.last_try;
  if (!tried || !waits_for_answer(item.clock)) return full;
  return full * damping(days_between(*tried, item.due_on), target_of(item.facts->person, settings));
}

// On the day and by the clock that the item is due.
void fill_figures(DueItem& item, const Settings& settings) {
  const Person& person = item.facts->person;
  item.urgency = damped(urgency(worth(person.tier), item.ratio), item, settings);
  item.silence = item.facts->sums.silence(item.due_on);
  if (person.tier != Tier::none) {
    item.target = target_of(person, settings);
    if (item.silence) item.unusual = usualness(item.facts->sums, *item.silence);
  }
  item.minutes =
      static_cast<int>(std::lround(expected_minutes(item.facts->sums, settings.rule(person.tier).minutes)));
}

}  // namespace

std::vector<OpenItem> open_items(const Facts& facts, const DueRules& rules) {
  std::vector<OpenItem> items;
  for (const Contact& owed : facts.replies) items.push_back(reply_item(owed, facts, rules));
  for (const Promise& promise : facts.promises) items.push_back(promise_item(promise, facts, rules));
  for (const Remark& remark : facts.asks) items.push_back(ask_item(remark, rules));
  for (const Snooze& meeting : facts.meetings) {
    if (auto agreed = agreed_item(meeting, facts, rules)) items.push_back(*std::move(agreed));
  }
  if (facts.person.tier != Tier::none) {
    for (const YearlyDate& date : facts.person.dates) {
      if (auto item = date_item(date, facts, rules)) items.push_back(std::move(*item));
    }
  }
  std::stable_sort(items.begin(), items.end(),
                   [](const OpenItem& a, const OpenItem& b) { return a.ratio > b.ratio; });
  return items;
}

bool DueItem::has_day() const {
  if (clock != Clock::silence) return true;
  return std::any_of(open.begin(), open.end(), [&](const OpenItem& item) { return item.ratio >= 1; });
}

namespace {

// What is open on a day, and the clock that rings the loudest.
void fill_clocks(DueItem& item, const DueRules& rules) {
  const Facts& facts = *item.facts;
  item.due_on = rules.today;
  item.open = open_items(facts, rules);
  const bool waits = tried_today(facts, rules);
  item.clock = Clock::silence;
  item.ratio = waits ? 0 : ringing_silence(facts, rules);
  item.silence_due = item.ratio >= 1;
  for (const OpenItem& open : item.open) {
    if ((waits && waits_for_answer(open.clock)) || open.ratio <= item.ratio) continue;
    item.ratio = open.ratio;
    item.clock = open.clock;
  }
}

void look_ahead(DueItem& item, DueRules rules, int days) {
  for (; days > 0 && item.ratio < 1; --days) {
    rules.today = plus_days(rules.today, 1);
    fill_clocks(item, rules);
  }
}

// Fills the item for the first day on which a clock rings; false where none does.
bool rings(DueItem& item, const DueRules& rules, int days_ahead) {
  if (!item.facts->person.active()) return false;
  fill_clocks(item, rules);
  if (item.ratio < 1 && days_ahead > 0) look_ahead(item, rules, days_ahead);
  if (item.ratio < 1) return false;
  fill_figures(item, rules.settings);
  return true;
}

}  // namespace

DueItem look_at(Facts facts, const DueRules& rules) {
  DueItem item{.facts = std::move(facts)};
  fill_clocks(item, rules);
  fill_figures(item, rules.settings);
  return item;
}

std::optional<DueItem> assess(Facts facts, const DueRules& rules) {
  return assess_ahead(std::move(facts), rules, 0);
}

std::optional<DueItem> assess_ahead(Facts facts, const DueRules& rules, int days_ahead) {
  DueItem item{.facts = std::move(facts)};
  if (!rings(item, rules, days_ahead)) return std::nullopt;
  return item;
}

bool waits_after_try(const Facts& facts, const DueRules& rules) {
  if (!facts.person.active() || !tried_today(facts, rules) || assess(facts, rules)) return false;
  Facts untried = facts;
  untried.sums.last_try.reset();
  return assess(untried, rules).has_value();
}

namespace {

/// What began to ring already, by which each thing is told once. Dates have no id, but a name.
class Told {
 public:
  explicit Told(const DueItem& item) : silent_(item.silence_due) {
    for (const OpenItem& open : item.open) {
      if (open.ratio >= 1) is_new(open);
    }
  }
  bool is_new(const OpenItem& open) {
    return known_.emplace(open.clock, open.id, open.id ? "" : open.text).second;
  }
  bool is_new_silence(bool rings) { return rings && !std::exchange(silent_, true); }

 private:
  std::set<std::tuple<Clock, std::optional<Id>, std::string>> known_;
  bool silent_;
};

}  // namespace

std::vector<DueItem> later_items(const DueItem& item, DueRules rules, Day until) {
  std::vector<DueItem> later;
  Told told(item);
  DueItem then = item;  // one for all days: its facts are dear to copy
  for (rules.today = plus_days(item.due_on, 1); rules.today <= until;
       rules.today = plus_days(rules.today, 1)) {
    fill_clocks(then, rules);
    then.silence_due = told.is_new_silence(then.silence_due);
    std::erase_if(then.open, [&](const OpenItem& open) { return open.ratio < 1 || !told.is_new(open); });
    if (then.open.empty() && !then.silence_due) continue;
    then.clock = then.open.empty() ? Clock::silence : then.open.front().clock;
    fill_figures(then, rules.settings);
    later.push_back(then);
  }
  return later;
}

const DueItem* first_as_shown(const std::vector<DueItem>& ranked) {
  if (ranked.empty()) return nullptr;
  const auto dated = std::ranges::find_if(
      ranked, [&](const DueItem& item) { return item.due_on == ranked.front().due_on && item.has_day(); });
  return dated == ranked.end() ? &ranked.front() : &*dated;
}

void rank(std::vector<DueItem>& items) {
  sort_by_key(items, [](const DueItem& item) {
    const double longest_first = -item.silence.value_or(0);
    return std::tuple(item.due_on, -item.urgency, longest_first, std::string_view(item.facts->person.name));
  });
}

std::vector<DueItem> due_list(std::vector<Apart<Facts>> people, const DueRules& rules, int days_ahead) {
  std::vector<DueItem> items;
  items.reserve(people.size());
  for (Apart<Facts>& facts : people) {
    items.push_back({.facts = std::move(facts)});
    if (!rings(items.back(), rules, days_ahead)) items.pop_back();
  }
  rank(items);
  return items;
}

namespace {

// Whoever has a day fits; of the others, whom `fits` says. Those who are left close up where they are.
template <class Fits>
Fitted split(std::vector<DueItem> ranked, const Fits& fits) {
  Fitted fitted;
  std::size_t left = 0;
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    if (ranked[i].has_day() || fits(ranked[i])) {
      fitted.taken.push_back(std::move(ranked[i]));
    } else {
      if (left != i) ranked[left] = std::move(ranked[i]);
      ++left;
    }
  }
  ranked.erase(ranked.begin() + static_cast<std::ptrdiff_t>(left), ranked.end());
  fitted.left = std::move(ranked);
  return fitted;
}

}  // namespace

Fitted fit_minutes(std::vector<DueItem> ranked, int minutes) {
  return split(std::move(ranked), [&](const DueItem& item) {
    const bool fits = item.minutes <= minutes;
    if (fits) minutes -= item.minutes;
    return fits;
  });
}

Fitted fit_count(std::vector<DueItem> ranked, int count) {
  if (ranked.size() <= static_cast<std::size_t>(std::max(0, count))) return {std::move(ranked), {}};
  return split(std::move(ranked), [&](const DueItem&) { return count-- > 0; });
}

void keep_first(Fitted& fitted) {
  const DueItem* first = first_as_shown(fitted.taken);
  if (!first) return;
  const auto place = fitted.taken.begin() + (first - fitted.taken.data());
  std::rotate(fitted.taken.begin(), place, place + 1);
  fitted.left.insert(fitted.left.begin(), std::make_move_iterator(fitted.taken.begin() + 1),
                     std::make_move_iterator(fitted.taken.end()));
  fitted.taken.erase(fitted.taken.begin() + 1, fitted.taken.end());
}

}  // namespace rel
