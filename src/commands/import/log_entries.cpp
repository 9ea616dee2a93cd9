#include "commands/import/log_entries.hpp"

#include <algorithm>

#include "cli/typed.hpp"

namespace rel::commands {

namespace {

constexpr TimeOfDay whole_day{24 * 60};
constexpr std::int64_t seconds_of_day = 24LL * 60 * 60;

/// Times of one day in the order in which they came: what is before `day_starts` belongs to its end.
TimeOfDay since_day_began(TimeOfDay time, const Settings& settings) {
  return time < settings.day_starts ? time + whole_day : time;
}

}  // namespace

std::optional<Moment> moment_of_log(const Call& call, const Moment& civil) {
  Moment moment = civil;
  if (moment.time && *moment.time < call.settings.day_starts) moment.day = plus_days(moment.day, -1);
  if (moment.day < earliest_day() || moment.day > plus_days(call.today(), 1)) return std::nullopt;
  return moment;
}

std::optional<Moment> moment_of_log(const Call& call, std::int64_t at_ms) {
  const std::int64_t seconds = at_ms / 1000;
  if (seconds / seconds_of_day > day_number(latest_day())) return std::nullopt;
  return moment_of_log(call, call.env.local_time(seconds));
}

std::optional<formats::DayOrder> day_order(const Call& call) {
  const auto word = call.args.one("dates");
  if (!word) return std::nullopt;
  if (const auto order = formats::day_order_from(*word)) return order;
  throw UsageError(cli::named("dates", *word) + ": not an order of days", "dmy, mdy or ymd");
}

void Touches::add(Id person, const Moment& at, Side by) {
  const auto [place, added] = first_.try_emplace({at.day, person}, First{at.time, by});
  const Settings& settings = import_.call.settings;
  const auto since = [&](const std::optional<TimeOfDay>& time) {
    return since_day_began(time.value_or(TimeOfDay{}), settings);
  };
  if (!added && since(at.time) < since(place->second.time)) place->second = {at.time, by};
}

void Touches::write() {
  for (const auto& [key, first] : first_) {
    import_.progress();
    const auto& [day, person] = key;
    const std::vector<Contact> there = import_.change.contacts_on(person, day, store::Company::counted);
    if (std::any_of(there.begin(), there.end(),
                    [&](const Contact& one) { return one.channel == channel_; })) {
      ++import_.unchanged;
      continue;
    }
    Contact touch{.with = {person}, .on = day, .time = first.time, .channel = channel_, .by = first.by};
    touch.source = source_;
    import_.add(touch);
  }
  first_.clear();
}

}  // namespace rel::commands
