#include "input/options.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include "cli/channels.hpp"
#include "cli/durations.hpp"
#include "cli/typed.hpp"
#include "input/texts.hpp"
#include "text/fold.hpp"
#include "text/nearest.hpp"

namespace rel::commands {

namespace {

[[noreturn]] void refuse_value(const std::string& text, const std::string& why, const std::string& instead) {
  throw UsageError(cli::named(text) + ": " + why, instead);
}

/// The value of a reading; refuses what has another shape with `why`.
template <class T>
T require(const cli::Reading<T>& reading, const std::string& text, const std::string& why,
          const std::string& instead) {
  if (const auto* refused = std::get_if<cli::Refused>(&reading))
    refuse_value(text, refused->why, refused->instead);
  if (std::holds_alternative<cli::NotThis>(reading)) refuse_value(text, why, instead);
  return std::get<T>(reading);
}

YearlyDate require_yearly(const std::string& text, Day today) {
  YearlyDate date =
      require(cli::read_yearly_date(text), text, "not a day of the year", "04-12 or 1980-04-12");
  if (!date.year) return date;
  const Day first = date::year{*date.year} / static_cast<int>(date.month) / static_cast<int>(date.day);
  if (first > today) refuse_value(text, "lies in the future", "04-12 or 1980-04-12");
  return date;
}

bool has_tag(const Person& person, const std::string& tag) {
  const std::string folded = text::fold(tag);
  return std::any_of(person.tags.begin(), person.tags.end(),
                     [&](const std::string& one) { return text::fold(one) == folded; });
}

}  // namespace

std::optional<int> number_option(const Call& call, std::string_view name, int least, int most) {
  const auto text = call.args.one(name);
  if (!text) return std::nullopt;
  int value = 0;
  const auto [end, problem] = std::from_chars(text->data(), text->data() + text->size(), value);
  if (problem != std::errc{} || end != text->data() + text->size() || value < least || value > most) {
    throw UsageError(cli::named(name, *text) + ": takes a whole number from " + std::to_string(least) +
                     " to " + std::to_string(most));
  }
  return value;
}

std::optional<int> limit_option(const Call& call) {
  constexpr int most = 1'000'000;
  return number_option(call, "limit", 0, most);
}

Tier require_tier(const std::string& text) {
  if (const auto tier = tier_from(text::fold(text))) return *tier;
  std::vector<std::string> words;
  for (const Tier tier : all_tiers) words.emplace_back(word(tier));
  const auto near = text::nearest(text, words, 1);
  refuse_value(text, "not a tier: very-high (1), high (2), moderate (3) or none",
               near.empty() ? "" : near.front());
}

int require_cadence(const std::string& text) {
  return require(cli::read_days(text), text, "not a cadence", "10d, 3w or 2m");
}

int require_minutes(const std::string& text) {
  return require(cli::read_minutes(text), text, "not a duration", "45m or 1h30");
}

Channel require_channel(const std::string& text) {
  if (const auto channel = cli::read_channel(text)) return *channel;
  const auto near = text::nearest(text, cli::channel_words(), 1);
  refuse_value(
      text, "not a channel",
      near.empty() ? "met, call, video, voice, letter, email, chat, social, hello, event" : near.front());
}

std::vector<Channel> require_channels(const std::string& text) {
  std::vector<Channel> channels;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t comma = std::min(text.find(',', begin), text.size());
    const Channel channel = require_channel(text.substr(begin, comma - begin));
    if (std::find(channels.begin(), channels.end(), channel) == channels.end()) channels.push_back(channel);
    begin = comma + 1;
  }
  return channels;
}

YearlyDate require_named_date(const std::string& text, Day today) {
  const std::string trimmed = require_name(text, "date");
  for (std::size_t blank = trimmed.find(' '); blank != std::string::npos;
       blank = trimmed.find(' ', blank + 1)) {
    const std::string day = trimmed.substr(blank + 1);
    if (std::holds_alternative<cli::NotThis>(cli::read_yearly_date(day))) continue;
    YearlyDate date = require_yearly(day, today);
    date.name = require_name(trimmed.substr(0, blank), "date");
    return date;
  }
  refuse_value(text, "a date has a name and a day", "\"wedding 06-14\"");
}

YearlyDate require_birthday(const std::string& text, Day today) {
  YearlyDate date = require_yearly(text, today);
  date.name = "birthday";
  return date;
}

bool PeopleFilter::fits(const Person& person) const {
  if (!tiers.empty() && std::find(tiers.begin(), tiers.end(), person.tier) == tiers.end()) return false;
  return std::all_of(tags.begin(), tags.end(), [&](const std::string& tag) {
    return tag.starts_with('!') ? !has_tag(person, tag.substr(1)) : has_tag(person, tag);
  });
}

void sort_by_tier(std::vector<Person>& people) {
  std::map<Id, std::string> keys;
  for (const Person& person : people) keys[person.id] = text::fold_name(person.name);
  std::stable_sort(people.begin(), people.end(), [&](const Person& a, const Person& b) {
    return a.tier != b.tier ? a.tier > b.tier : keys.at(a.id) < keys.at(b.id);
  });
}

PeopleFilter people_filter(const Call& call) {
  PeopleFilter filter;
  for (const std::string& tier : call.args.all("tier")) filter.tiers.push_back(require_tier(tier));
  for (const std::string& tag : call.args.all("tag")) {
    const bool without = tag.starts_with('!');
    filter.tags.push_back((without ? "!" : "") + require_name(without ? tag.substr(1) : tag, "tag"));
  }
  return filter;
}

}  // namespace rel::commands
