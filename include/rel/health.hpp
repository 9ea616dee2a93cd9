// The health of one relationship from its sums: four parts, of which the weakest counts most. The formulas
// are ours; recency was fitted to public logs of calls and messages.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "rel/entries.hpp"
#include "rel/sums.hpp"

namespace rel {

/// The parts of health, each 0 to 1, in the order in which ties for the weakest are decided; std::nullopt if
/// not known.
struct HealthParts {
  std::optional<double> recency;   ///< R = 6/(6 + a/T): so the chance that contact resumes falls
  std::optional<double> promises;  ///< P; std::nullopt if nothing was promised or is owed too late
  std::optional<double> depth;     ///< D = (1.8 + D̂)/(2 + N_d); std::nullopt if no depth was ever said
  std::optional<double> rhythm;    ///< K, see kept_rhythm()
};

/// Whether conversations have become more or less frequent.
enum class Trend { less_often, steady, more_often };

/// q = (S/s)/(L/l): the recent frequency of conversations divided by the lasting one, with s and l what S and
/// L would be for one conversation a day since the start; 1 if nothing is known.
double trend_ratio(const Sums& sums, Day today);

/// S/s: recent conversations a day, each weighed by its credit; 0 if nothing is known.
double recent_frequency(const Sums& sums, Day today);

/// K = min(1, (S+1)·T/(s+T)), above 0 to 1, with s as in trend_ratio(): how much of the wanted rhythm was
/// kept of late; std::nullopt without a conversation.
std::optional<double> kept_rhythm(const Sums& sums, Day today);

/// more_often above q = 1.33, less_often below 0.67, or else steady.
Trend trend_of(double ratio);
/// Whether enough is known to say a trend: three conversations or more (N), and four targets since the start.
bool trend_is_known(const Sums& sums, Day today);
/// The trend as far as it may be said; std::nullopt if it is not known, or if it would be more_often while
/// the silence clock rings.
std::optional<Trend> trend(const Sums& sums, bool silence_rings, Day today);
/// `less often`, `steady`, `more often`.
std::string_view word(Trend trend);

/// P = (kept+2)/(kept + dropped + overdue + 2), from above 0 to 1, of the user's own among `promises`: kept
/// and dropped ones weigh 2^(−days since/365) each, the `overdue` promises and replies (ratio above 1) 1
/// each. std::nullopt if there are none of these.
std::optional<double> promise_part(const std::vector<Promise>& promises, int overdue, Day today);

/// R, D and K of a person with a target, and the given promises part.
HealthParts health_parts(const Sums& sums, std::optional<double> promises, Day today);

/// The name of the weakest known part: `recency`, `promises`, `depth` or `rhythm`, the first of equals; empty
/// if none is known.
std::string_view weakest(const HealthParts& parts);

/// H = 100·(weakest + 3·mean)/4 of the known parts, 0 to 100; std::nullopt without a conversation.
std::optional<double> health(const HealthParts& parts);

}  // namespace rel
