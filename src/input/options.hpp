// Reading the values of options that several commands share. All throw UsageError for what they can't
// understand.
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "invocation/invocation.hpp"

namespace rel::commands {

/// A whole number from `least` to `most`; nothing where the option is not given.
std::optional<int> number_option(const Call& call, std::string_view name, int least, int most);

/// Instead of a number of rows where nothing limits them.
inline constexpr int no_limit = std::numeric_limits<int>::max();

/// How many rows -n asks for; nothing where it is not given.
std::optional<int> limit_option(const Call& call);

/// A tier by its word or number.
Tier require_tier(const std::string& text);

/// A cadence in days: `3w`, `10d`.
int require_cadence(const std::string& text);

/// The length of a conversation in minutes.
int require_minutes(const std::string& text);

/// A channel by its word or a synonym.
Channel require_channel(const std::string& text);

/// Channels joined by commas.
std::vector<Channel> require_channels(const std::string& text);

/// A yearly date such as `wedding 06-14`: its name and its day.
YearlyDate require_named_date(const std::string& text, Day today);

/// A birthday: `04-12` or `1980-04-12`.
YearlyDate require_birthday(const std::string& text, Day today);

/// Which people a command is about: those in one of the tiers (all, where none is named) and with all the
/// tags; a tag that begins with `!` leaves out.
struct PeopleFilter {
  std::vector<Tier> tiers;
  std::vector<std::string> tags;
  bool fits(const Person& person) const;
  bool empty() const { return tiers.empty() && tags.empty(); }
};

/// The dearest tier first, in it by name whatever the case and accents.
void sort_by_tier(std::vector<Person>& people);

/// The filter of `--tier` and `--tag`.
PeopleFilter people_filter(const Call& call);

}  // namespace rel::commands
