// Who may be due: read through indices, so that neither the past nor people who are quiet cost anything.
#pragma once

#include <optional>
#include <vector>

#include "rel/clocks.hpp"
#include "store/reader.hpp"

namespace rel::store {

/// Whether those are wanted, too, of whom soft_signs() or week_ahead() may have something to say.
enum class Signs { left_out, wanted };

/// Everyone who may be due between `today` and `days_ahead` days later, with what the clocks look at.
/// What no clock looks at is left to read_details(), add_last_remark() and add_postponements().
std::vector<Facts> waiting(const Reader& reader, Day today, int days_ahead, Signs signs = Signs::left_out);
/// One person with what the clocks look at.
Facts facts_for_clocks(const Reader& reader, const Person& one);
/// One person with everything.
Facts facts_of(const Reader& reader, Id id);
/// The last thing they told that the user has not come back to.
void add_last_remark(const Reader& reader, Facts& facts);
/// The postponements that count since the last real conversation.
void add_postponements(const Reader& reader, Facts& facts);

/// Days of the user's own, whoever they are with.
struct OwnDays {
  std::optional<Day> away_until;  ///< they are away, if this is later than today
  std::optional<Day> reviewed;    ///< of the last review
  std::optional<Day> began;       ///< when the first contact was entered, or its person was added
};
/// The user's own days, as of `today`.
OwnDays own_days(const Reader& reader, Day today);
/// Whether the user was away within days_without_advice of `today`: said so, or entered nothing for
/// days_of_absence.
bool away_lately(const Reader& reader, Day today);
/// The day until which the user is away, as of `today`.
std::optional<Day> away_until(const Reader& reader, Day today);

}  // namespace rel::store
