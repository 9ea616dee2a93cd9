#include "rel/due.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "domain/open_items.hpp"

namespace rel {

bool DueItem::has_day() const {
  if (clock != Clock::silence) return true;
  return std::any_of(open.begin(), open.end(), [&](const OpenItem& item) { return item.ratio >= 1; });
}

namespace {

// Fills the item for the first day on which a clock rings; false where none does.
bool rings(DueItem& item, const DueRules& rules, int days_ahead) {
  const Facts& facts = item.facts;
  if (!facts.person.active()) return false;
  find_loudest(item, facts, rules);
  if (item.ratio >= 1) {
    item.open = open_items(facts, rules);
  } else {
    if (days_ahead == 0) return false;
    DueRules then = rules;
    for (int days = 0; days < days_ahead && item.ratio < 1; ++days) {
      then.today = plus_days(then.today, 1);
      find_loudest(item, facts, then);
    }
    if (item.ratio < 1) return false;
    item.open = open_items(facts, then);
  }
  fill_figures(item, rules.settings);
  return true;
}

}  // namespace

DueItem look_at(Facts facts, const DueRules& rules) {
  DueItem item{.facts = std::move(facts)};
  find_loudest(item, item.facts, rules);
  item.open = open_items(item.facts, rules);
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
  if (!facts.person.active() || facts.sums.last_try != rules.today || assess(facts, rules)) return false;
  Facts untried = facts;
  untried.sums.last_try.reset();
  return assess(untried, rules).has_value();
}

namespace {

/// What began to ring already, by which each thing is told once.
class Told {
 public:
  bool is_new(const Ticking& open) {
    std::vector<bool>& known = known_[static_cast<std::size_t>(open.clock)];
    if (known.size() <= open.place) known.resize(open.place + 1);
    if (known[open.place]) return false;
    known[open.place] = true;
    return true;
  }
  bool is_new_silence(bool rings) { return rings && !std::exchange(silent_, true); }

 private:
  std::array<std::vector<bool>, static_cast<std::size_t>(Clock::date) + 1> known_;
  bool silent_ = false;
};

/// What begins to ring on a day.
std::vector<Ticking> beginning(const Facts& facts, const DueRules& rules, Told& told) {
  std::vector<Ticking> all = all_open(facts, rules);
  std::erase_if(all, [&](const Ticking& open) { return open.ratio < 1 || !told.is_new(open); });
  return all;
}

/// The facts without their lists.
Facts bare(const Facts& facts) {
  Facts one{.person = facts.person, .sums = facts.sums, .meetings = facts.meetings, .put_off = facts.put_off};
  one.person.dates.clear();
  one.sums.replies.clear();
  return one;
}

// The places are then those among what was chosen.
Facts with_only(Facts chosen, std::vector<Ticking>& open, const Facts& facts) {
  const auto move_over = [](Ticking& one, const auto& from, auto& to) {
    to.push_back(from[one.place]);
    one.place = to.size() - 1;
  };
  for (Ticking& one : open) {
    if (one.clock == Clock::reply) move_over(one, facts.replies, chosen.replies);
    if (one.clock == Clock::promise) move_over(one, facts.promises, chosen.promises);
    if (one.clock == Clock::ask) move_over(one, facts.asks, chosen.asks);
    if (one.clock == Clock::date) move_over(one, facts.person.dates, chosen.person.dates);
  }
  return chosen;
}

}  // namespace

// Copying all the facts is expensive: done at most once, for the day of the silence.
std::vector<DueItem> later_items(const DueItem& item, DueRules rules, Day until) {
  std::vector<DueItem> later;
  const Facts& facts = item.facts;
  const Facts others = bare(facts);
  Told told;
  told.is_new_silence(item.silence_due);
  rules.today = item.due_on;
  beginning(facts, rules, told);
  for (rules.today = plus_days(item.due_on, 1); rules.today <= until;
       rules.today = plus_days(rules.today, 1)) {
    DueItem then;
    find_loudest(then, facts, rules);
    then.silence_due = told.is_new_silence(then.silence_due);
    std::vector<Ticking> open = beginning(facts, rules, told);
    if (open.empty() && !then.silence_due) continue;
    then.facts = then.silence_due ? facts : with_only(others, open, facts);
    then.open = loudest_first(std::move(open), then.facts, rules);
    then.clock = then.open.empty() ? Clock::silence : then.open.front().clock;
    fill_figures(then, rules.settings);
    later.push_back(std::move(then));
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
  std::ranges::stable_sort(items, {}, [](const DueItem& item) {
    const double longest_first = -item.silence.value_or(0);
    return std::tuple(item.due_on, -item.urgency, longest_first, std::string_view(item.facts.person.name));
  });
}

std::vector<DueItem> due_list(std::vector<Facts> people, const DueRules& rules, int days_ahead) {
  std::vector<DueItem> items;
  items.reserve(people.size());
  for (Facts& facts : people) {
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
