#include "render/health_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "rel/measures.hpp"
#include "render/advice_words.hpp"
#include "render/capacity_text.hpp"
#include "render/phrases.hpp"

namespace rel::render {

namespace {

constexpr int quarter = 13;       // weeks
constexpr int slow_from = 45;     // days: with longer targets three months tell little
constexpr int monthly_from = 20;  // days: with longer targets a week is no measure

DueItem as_due(const Relationship& who, const Standing& standing) {
  DueItem item{.facts = who.facts};
  item.silence = standing.silence;
  item.target = standing.target;
  return item;
}

int rounded_rhythm(const Sums& sums) {
  return std::max(1, static_cast<int>(std::lround(*own_rhythm(sums))));
}

std::string quiet_words(const Sums& sums, Day today) {
  if (!sums.last_real) return "Only short talks so far.";
  const int days = days_between(*sums.last_real, today);
  if (sums.brief_minutes > 0)
    return fmt::format("{} of talk in {}.", counted(sums.brief_minutes, "minute"), counted(days, "day"));
  return fmt::format("Quiet for {}.", counted(days, "day"));
}

std::string usual_words(const Sums& sums, const Standing& standing) {
  if (!own_rhythm(sums)) return fmt::format(" You wanted every {}.", counted(standing.target, "day"));
  const std::string usual =
      fmt::format(" Between you two about {} {} usual", counted(rounded_rhythm(sums), "day"),
                  rounded_rhythm(sums) == 1 ? "is" : "are");
  return usual +
         (standing.cooling(sums) ? ": this is cooling." : fmt::format("; you wanted {}.", standing.target));
}

std::string weak_headline(const Relationship& who, const Standing& standing) {
  if (standing.weakest == "promises") {
    if (standing.overdue.empty()) return "You talk; a promise of yours was let go.";
    return standing.overdue.front().clock == Clock::reply ? "You talk; an answer of yours is waited for."
                                                          : "You talk; a promise of yours waits.";
  }
  if (standing.weakest == "depth") return "You talk, mostly about small things.";
  return who.sums.conversations == 1 ? "You talked once so far." : "You talk less often than you used to.";
}

std::string kept_words(const Relationship& who) {
  const auto kept =
      std::count_if(who.closed.begin(), who.closed.end(), [](const Promise& p) { return p.kept; });
  const auto dropped = static_cast<std::ptrdiff_t>(who.closed.size()) - kept;
  std::string text = kept > 0 ? fmt::format("{} kept", kept) : "";
  if (dropped > 0) text += fmt::format("{}{} dropped", text.empty() ? "" : ", ", dropped);
  return text;
}

int talks_in(const std::vector<Week>& weeks, std::size_t from, std::size_t to) {
  int talks = 0;
  for (std::size_t i = from; i < to; ++i) talks += weeks[i].conversations;
  return talks;
}

// The trend looks at more than two spans of time; where these seem to say otherwise, they speak for
// themselves.
bool agrees(Trend trend, int lately, int before) {
  if (trend == Trend::more_often) return lately >= before;
  if (trend == Trend::less_often) return lately <= before;
  return trend_of((lately + 0.5) / (before + 0.5)) == Trend::steady;
}

double minutes_in(const std::vector<Week>& weeks, std::size_t from, std::size_t to) {
  double minutes = 0;
  for (std::size_t i = from; i < to; ++i) minutes += weeks[i].minutes;
  return minutes / static_cast<double>(to - from);
}

}  // namespace

std::string part_name(std::string_view part) {
  if (part == "recency") return "recent";
  if (part == "depth") return "deep";
  return part == "trend" ? "often" : std::string(part);
}

std::string headline(const Relationship& who, const Standing& standing, Day today) {
  const Sums& sums = who.sums;
  if (sums.conversations == 0) return "No talk is logged yet.";
  if (says_rhythm(who, standing)) return quiet_words(sums, today) + usual_words(sums, standing);
  if (!all_well(standing.parts)) return weak_headline(who, standing);
  return "All is well between you two.";
}

bool says_rhythm(const Relationship& who, const Standing& standing) {
  return standing.silence >= standing.target || standing.cooling(who.sums);
}

std::string recent_words(const Relationship& who, const Standing& standing, Day today) {
  if (who.sums.last_real == today) return "talked today; you wanted every " + counted(standing.target, "day");
  return silence_reason(as_due(who, standing), today);
}

std::string promises_words(const Relationship& who, const Standing& standing, Day today) {
  return standing.overdue.empty() ? kept_words(who) : open_words(standing.overdue.front(), who, today);
}

std::string depth_words(const Sums& sums) {
  const double mean = sums.count > 0 ? sums.depth / sums.count : 0;
  if (mean >= 0.95) return "mostly deep";
  if (mean >= 0.85) return "mostly personal";
  return mean >= 0.6 ? "between small talk and personal" : "mostly small talk";
}

std::string often_words(const std::vector<Week>& weeks, const Sums& sums, Trend trend, int target) {
  const std::size_t window = target > slow_from ? 2 * quarter : quarter;
  const std::size_t now = weeks.size() - window;
  const int lately = talks_in(weeks, now, weeks.size());
  const int before = talks_in(weeks, now - window, now);
  const int months = target > slow_from ? 6 : 3;
  if (!sums.first_talk || *sums.first_talk >= weeks[now].first)  // nobody knows of a time before
    return fmt::format("{} in {} months", counted(lately, "talk"), months);
  const std::string text =
      fmt::format("{} in {} months, {} in the {} before", counted(lately, "talk"), months, before, months);
  return agrees(trend, lately, before) ? fmt::format("{}: {}", text, word(trend)) : text;
}

std::string weakest_words(const Relationship& who, const Standing& standing, Day today) {
  if (who.sums.conversations == 0) return recent_words(who, standing, today);
  if (all_well(standing.parts)) {
    const bool due = standing.silence >= standing.target;
    return due ? recent_words(who, standing, today) : "nothing needs mending";
  }
  if (standing.weakest == "promises") return promises_words(who, standing, today);
  if (standing.weakest == "depth") return depth_words(who.sums);
  if (standing.weakest == "recency") return recent_words(who, standing, today);
  return "talks have become rarer";
}

std::string change_sentence(const ChangeSince& change, Day since) {
  std::string text;
  const auto add = [&](std::string_view words) { text += (text.empty() ? "" : ", ") + std::string(words); };
  if (change.talks != Trend::steady) add(word(change.talks));
  if (change.depth != 0) add(change.depth > 0 ? "deeper" : "shallower");
  if (change.promises != 0) add(change.promises > 0 ? "promises better kept" : "promises less well kept");
  return fmt::format("Since {}: {}.", month_name(since), text.empty() ? "as it was" : text);
}

std::string began_sentence(const Sums& sums) {
  if (sums.began_known < 2) return "";  // of one talk there is nothing to compare
  const int mine = sums.began_known - sums.began_them;
  if (mine == sums.began_known) return fmt::format("You began all {} talks.", mine);
  if (mine == 0) return fmt::format("They began all {} talks.", sums.began_known);
  return fmt::format("You began {} of {} talks.", mine, sums.began_known);
}

std::string rhythm_sentence(const Sums& sums, int target) {
  if (!own_rhythm(sums)) return "";
  return fmt::format("A full talk about every {}; you wanted {}.", counted(rounded_rhythm(sums), "day"),
                     target);
}

std::string minutes_sentence(const std::vector<Week>& weeks, int target) {
  const bool monthly = target > monthly_from;
  const double weeks_in_unit = monthly ? 52 / 12.0 : 1;
  const std::size_t now = weeks.size() - quarter;
  const double lately = minutes_in(weeks, now, weeks.size()) * weeks_in_unit;
  const double before = minutes_in(weeks, 0, now) * weeks_in_unit;
  const std::string_view unit = monthly ? "month" : "week";
  if (before < 0.5)
    return lately < 0.5 ? "" : fmt::format("About {} a {} in 3 months.", weekly_text(lately), unit);
  if (lately < 0.5)
    return fmt::format("No talk in 3 months; about {} a {} in the 9 before.", weekly_text(before), unit);
  return fmt::format("About {} a {} in 3 months; {} in the 9 before.", weekly_text(lately), unit,
                     weekly_text(before));
}

std::string without_health(const Person& person) {
  if (person.deceased) return "What you two had together stays.";
  return person.archived ? "Archived: nothing is asked of you."
                         : "In no tier: kept, and nothing is asked of you.";
}

}  // namespace rel::render
