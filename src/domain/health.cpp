#include "rel/health.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace rel {

namespace {

struct NamedPart {
  std::string_view name;
  std::optional<double> value;
};

// In the order in which ties for the weakest are decided.
std::array<NamedPart, 4> named_parts(const HealthParts& parts) {
  return {{{"recency", parts.recency},
           {"promises", parts.promises},
           {"depth", parts.depth},
           {"rhythm", parts.rhythm}}};
}

// What S would be for one conversation a day since the start.
double steady_recent(double age, double T) {
  return 2 * T * (1 - std::exp2(-age / (2 * T)));
}

// S on that day.
double faded_recent(const Sums& sums, Day today) {
  return sums.recent * std::exp2(-days_between(*sums.updated, today) / (2.0 * sums.target));
}

constexpr double talks_of_a_trend = 3;  // N
constexpr int targets_of_a_trend = 4;   // since the start

}  // namespace

double trend_ratio(const Sums& sums, Day today) {
  if (!sums.start || !sums.updated || sums.count <= 0) return 1;
  const double age = days_between(*sums.start, today);
  if (age <= 0) return 1;
  const double since = days_between(*sums.updated, today);
  const double T = sums.target;
  // What each sum would be for a steady rhythm since the start.
  const double s = steady_recent(age, T);
  const double l = 8 * T * (1 - std::exp2(-age / (8 * T)));
  // Both sums fade, S the faster; of each alone nothing might be left.
  const double fading = std::exp2(-since / (2 * T) + since / (8 * T));
  return (sums.recent / s) / (sums.lasting / l) * fading;
}

double recent_frequency(const Sums& sums, Day today) {
  if (!sums.start || !sums.updated || *sums.start >= today) return 0;
  return faded_recent(sums, today) / steady_recent(days_between(*sums.start, today), sums.target);
}

std::optional<double> kept_rhythm(const Sums& sums, Day today) {
  if (!sums.updated) return std::nullopt;
  const double T = sums.target;
  const double age = std::max(0, days_between(*sums.start, today));
  return std::min(1.0, (faded_recent(sums, today) + 1) * T / (steady_recent(age, T) + T));
}

Trend trend_of(double ratio) {
  if (ratio > 1.33) return Trend::more_often;
  return ratio < 0.67 ? Trend::less_often : Trend::steady;
}

bool trend_is_known(const Sums& sums, Day today) {
  return sums.start && sums.count >= talks_of_a_trend &&
         days_between(*sums.start, today) >= targets_of_a_trend * sums.target;
}

std::optional<Trend> trend(const Sums& sums, bool silence_rings, Day today) {
  if (!trend_is_known(sums, today)) return std::nullopt;
  const Trend found = trend_of(trend_ratio(sums, today));
  return silence_rings && found == Trend::more_often ? std::nullopt : std::optional(found);
}

std::string_view word(Trend trend) {
  switch (trend) {
    case Trend::less_often:
      return "less often";
    case Trend::steady:
      return "steady";
    case Trend::more_often:
      return "more often";
  }
  return "steady";
}

std::optional<double> promise_part(const std::vector<Promise>& promises, int overdue, Day today) {
  double kept = 0;
  double dropped = 0;
  for (const Promise& promise : promises) {
    if (!promise.mine) continue;
    if (promise.kept) kept += std::exp2(-days_between(*promise.kept, today) / 365.0);
    if (promise.dropped) dropped += std::exp2(-days_between(*promise.dropped, today) / 365.0);
  }
  if (kept + dropped + overdue <= 0) return std::nullopt;
  return (kept + 2) / (kept + dropped + overdue + 2);
}

HealthParts health_parts(const Sums& sums, std::optional<double> promises, Day today) {
  HealthParts parts{.promises = promises, .rhythm = kept_rhythm(sums, today)};
  if (sums.updated) parts.recency = 6 / (6 + sums.silence(today).value_or(0) / sums.target);
  if (sums.depth_count > 0) parts.depth = (1.8 + sums.depth) / (2 + sums.depth_count);
  return parts;
}

std::string_view weakest(const HealthParts& parts) {
  NamedPart low;
  for (const NamedPart& part : named_parts(parts)) {
    if (part.value && (!low.value || *part.value < *low.value)) low = part;
  }
  return low.name;
}

std::optional<double> health(const HealthParts& parts) {
  if (!parts.recency) return std::nullopt;
  double sum = 0;
  double low = 1;
  int count = 0;
  for (const NamedPart& part : named_parts(parts)) {
    if (!part.value) continue;
    sum += *part.value;
    low = std::min(low, *part.value);
    ++count;
  }
  return 100 * (low + 3 * sum / count) / 4;
}

}  // namespace rel
