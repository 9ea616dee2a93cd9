#include "commands/review/reading.hpp"

#include <algorithm>
#include <array>

#include "cli/dated_texts.hpp"
#include "cli/typed.hpp"
#include "store/review.hpp"
#include "store/sums.hpp"
#include "store/waiting.hpp"
#include "text/nearest.hpp"

namespace rel::commands {

namespace {

constexpr int default_days = 30;

/// A word for a number of days, whatever the calendar says: one period is then as long as the one before.
struct NamedPeriod {
  std::string_view name;
  int days;
};
constexpr std::array named_periods = {NamedPeriod{"week", 7}, NamedPeriod{"month", 30},
                                      NamedPeriod{"quarter", 91}, NamedPeriod{"year", 365}};

int days_of_period(const std::string& name) {
  std::vector<std::string> names;
  for (const NamedPeriod& one : named_periods) {
    if (one.name == name) return one.days;
    names.emplace_back(one.name);
  }
  const auto near = text::nearest(name, names, 1);
  throw UsageError(cli::named("period", name) + ": not week, month, quarter or year",
                   near.empty() ? "--since DATE for any other" : near.front());
}

std::optional<Day> day_option(const Call& call, std::string_view name) {
  const auto typed = call.args.one(name);
  if (!typed) return std::nullopt;
  return cli::require_date(*typed, cli::named(name, *typed), cli::Tense::past, call.now).day;
}

Day default_since(const std::vector<Review>& reviews, Day until) {
  std::optional<Day> reviewed;
  for (const Review& one : reviews) {
    if (one.until < until) reviewed = std::max(reviewed.value_or(one.until), one.until);
  }
  return reviewed ? plus_days(*reviewed, 1) : plus_days(until, 1 - default_days);
}

std::optional<Review> last_review(const std::vector<Review>& reviews, Day until) {
  const auto last =
      std::find_if(reviews.rbegin(), reviews.rend(), [&](const Review& one) { return one.on <= until; });
  return last == reviews.rend() ? std::nullopt : std::optional(*last);
}

}  // namespace

Period reviewed_period(const Call& call, const std::vector<Review>& reviews) {
  Period period;
  period.until = day_option(call, "until").value_or(call.today());
  if (const auto name = call.args.one("period")) {
    period.since = plus_days(period.until, 1 - days_of_period(*name));
  } else {
    period.since = day_option(call, "since").value_or(default_since(reviews, period.until));
  }
  if (period.since > period.until) {
    throw UsageError("--since " + iso(period.since) + ": lies behind --until " + iso(period.until));
  }
  return period;
}

const Review* review_of(Day today, const std::vector<Review>& reviews) {
  const auto found = std::ranges::find_if(
      reviews, [&](const Review& review) { return review.on == today && review.until == today; });
  return found == reviews.end() ? nullptr : &*found;
}

Material review_material(const store::Reader& store, const Call& call, const Period& period,
                         const std::vector<Review>& reviews) {
  Material material{.today = call.today(), .period = period, .settings = call.settings};
  material.people = store.people_for_figures();
  material.sums = store::sums_of(store, material.people);
  for (std::size_t i = 0; i < material.people.size(); ++i) {
    const Person& person = material.people[i];
    if (!may_differ(person, material.sums[i], call.today())) continue;
    MeanGap gap(person, material.sums[i].start, call.today());
    for (const Contact& talk : store.talks_of(person, gap.since())) gap.take(talk);
    const auto found = fitting_target(gap.days(), target_of(person, call.settings));
    if (found) material.fitting.emplace(person.id, *found);
  }
  material.away_lately = store::away_lately(store, call.today());
  material.last = last_review(reviews, period.until);
  Day from = period.before().since;
  if (material.last) from = std::min(from, material.last->on);
  material.contacts = store.contacts_between(from, period.until);
  material.promises = store::promises(store);
  material.snoozes = store::snoozes_between(store, period.since, period.until);
  material.deep_talks = store::deep_talks(store, period.until);
  return material;
}

}  // namespace rel::commands
