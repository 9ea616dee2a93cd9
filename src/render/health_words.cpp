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

std::string quiet_words(const Sums& sums, Day today) {
  const Day last = *sums.last_talked();
  const int days = days_between(last, today);
  const std::string when = days == 0   ? "You talked today"
                           : days == 1 ? "You talked yesterday"
                                       : fmt::format("You last talked {} ago", counted(days, "day"));
  if (sums.last_real == last) return when + '.';
  return when + (sums.last_real ? fmt::format(", briefly; longer on {}.", short_day(*sums.last_real, today))
                                : ", and only briefly so far.");
}

std::string usual_words(const Sums& sums, const Standing& standing) {
  const std::string wanted = fmt::format(" You wanted every {}", counted(standing.target, "day"));
  if (!own_rhythm(sums)) return wanted + '.';
  return fmt::format("{}; usually it is about {}.", wanted, usual_days(sums));
}

std::string promise_headline(const Standing& standing) {
  if (standing.overdue.empty()) return "You talk; a promise of yours was dropped.";
  return standing.overdue.front().clock == Clock::reply ? "You're in touch, but owe a reply."
                                                        : "You're in touch, but a promise of yours is late.";
}

std::string weak_headline(const Relationship& who, const Standing& standing, Day today) {
  if (standing.weakest == "promises") return promise_headline(standing);
  if (standing.weakest == "depth") return "You talk, mostly about small things.";
  if (standing.weakest == "rhythm") return "You talk less often than you wanted.";
  return quiet_words(who.facts.sums, today) + usual_words(who.facts.sums, standing);
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
  if (part == "recency") return "silence";
  return part == "depth" ? "said deep" : std::string(part);
}

double silence_bar(const Standing& standing) {
  return std::max(0.0, 1 - standing.silence_in_targets() / 2);
}

std::string headline(const Relationship& who, const Standing& standing, Day today) {
  const Sums& sums = who.facts.sums;
  if (!sums.last_talked()) return "No talk is logged yet.";
  if (says_rhythm(who, standing)) return quiet_words(sums, today) + usual_words(sums, standing);
  if (!all_well(standing.parts)) return weak_headline(who, standing, today);
  return standing.rings ? "You talk as often as you wanted." : "Nothing is overdue.";
}

bool says_rhythm(const Relationship& who, const Standing& standing) {
  if (standing.silence_rings) return true;
  return !standing.rings && standing.silence && is_cooling(who.facts.sums, *standing.silence);
}

std::string recent_words(const Relationship& who, const Standing& standing, Day today) {
  if (who.facts.sums.last_real == today)
    return "talked today; you wanted every " + counted(standing.target, "day");
  return silence_reason(as_due(who, standing), today);
}

std::string promises_words(const Relationship& who, const Standing& standing, Day today) {
  return standing.overdue.empty() ? kept_words(who) : open_words(standing.overdue.front(), who, today);
}

std::string depth_words(const Sums& sums) {
  if (sums.depth_count <= 0) return "";
  const double mean = sums.depth / sums.depth_count;
  if (mean >= 0.95) return "mostly deep";
  if (mean >= 0.85) return "mostly personal";
  return mean >= 0.6 ? "between small talk and personal" : "mostly small talk";
}

std::string often_words(const std::vector<Week>& weeks, const Sums& sums, std::optional<Trend> trend,
                        int target) {
  const std::size_t window = target > slow_from ? 2 * quarter : quarter;
  const std::size_t now = weeks.size() - window;
  const int lately = talks_in(weeks, now, weeks.size());
  const int before = talks_in(weeks, now - window, now);
  const int months = target > slow_from ? 6 : 3;
  if (!sums.first_talk || *sums.first_talk >= weeks[now].first)  // nobody knows of a time before
    return fmt::format("{} in {} months", counted(lately, "talk"), months);
  const std::string text =
      fmt::format("{} in {} months, {} in the {} before", counted(lately, "talk"), months, before, months);
  return trend && agrees(*trend, lately, before) ? fmt::format("{}: {}", text, word(*trend)) : text;
}

std::string need_words(const Relationship& who, const Standing& standing, Day today) {
  const Sums& sums = who.facts.sums;
  const Advice& advice = standing.advice;
  switch (advice.act) {
    case Act::nothing:
      return sums.last_talked() ? short_silence_reason(sums, standing.target, today) : "no talk logged yet";
    case Act::first_talk:
    case Act::call:
      return short_silence_reason(sums, standing.target, today) + ": call";
    case Act::answer:
    case Act::keep_promise:
    case Act::ask:
    case Act::greet:
    case Act::keep_day:
      return open_words(*advice.open, who, today);
    case Act::small_promise:
      return "promises: " + kept_words(who);
    case Act::longer_talk:
      return depth_words(sums) + "; a longer talk";
    case Act::fixed_day:
      return "less often than wanted; a fixed day";
  }
  return "";
}

std::string change_sentence(const ChangeSince& change, Day since) {
  std::string text;
  const auto add = [&](std::string_view words) { text += (text.empty() ? "" : ", ") + std::string(words); };
  if (change.talks && change.talks != Trend::steady) add(word(*change.talks));
  if (change.depth != 0) add(change.depth > 0 ? "deeper" : "shallower");
  if (change.promises != 0) add(change.promises > 0 ? "promises better kept" : "promises less well kept");
  if (text.empty() && !change.talks) return "";
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
  return fmt::format("A full talk about every {}; you wanted {}.", counted(usual_days(sums), "day"), target);
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
