// How days, lengths and figures are said to people.
#pragma once

#include <string>

#include "rel/due.hpp"
#include "rel/soft.hpp"

namespace rel::render {

/// `Sunday`; `November`.
std::string weekday_name(Day day);
std::string month_name(Day day);

/// `29 Oct`; with the year where it is not this one: `29 Oct 2025`.
std::string short_day(Day day, Day today);

/// `Sat 28 Nov`; with the year where it is not this one.
std::string weekday_and_day(Day day, Day today);

/// `24 November`; with the year where it is not this one.
std::string month_day(Day day, Day today);

/// `Tuesday, 24 November`.
std::string long_day(Day day);

/// `today`, `yesterday`, `tomorrow`, `on Sunday` within six days before or after, else `on 29 Oct`.
std::string near_day(Day day, Day today);
/// The same after "for", "since" or "by": `today`, `Sunday`, `last Sunday`, `29 Oct`.
std::string bare_day(Day day, Day today);

/// `1 day`, `26 days`.
std::string counted(int count, std::string_view one);

/// `1 person`, `26 people`.
std::string counted_people(int count);

/// `once`, `twice`, `three times`, … `11 times`.
std::string times(int count);

/// `three`; from thirteen on in digits.
std::string number_word(int count);

/// A text with line breaks as one line.
std::string one_line(std::string text);

/// `45 min`, `1 h 30`.
std::string length(int minutes);

/// What a credit between 0 and 1 amounts to: `a real conversation`, `half a conversation`, `a touch`, …
std::string worth_of(double credit);

/// `very high`, `high`, `moderate`, `none`.
std::string tier_name(Tier tier);

/// Why someone is due, in words, for the clock that is furthest along.
std::string reason(const DueItem& item, Day today);

/// Why the silence clock rings or will: `last talk 29 Oct, 26 days; you wanted 7`.
std::string silence_reason(const DueItem& item, Day today);

/// The same as short as it goes: `16 days, every 7`.
std::string short_silence_reason(const Sums& sums, int target, Day today);

/// The same with how often it was put off, or else the messages since: `16 days, every 7; 11 messages since`.
std::string catch_up_reason(const DueItem& item, Day today);

/// Why someone is worth a word: `23 days; usually about 12 between you`.
std::string soft_reason(const SoftSign& sign, Day today);

/// Their own rhythm G/N in whole days, at least 1; of sums with a conversation.
int usual_days(const Sums& sums);

/// What a day of the week ahead is for: `birthday`, `dinner`.
std::string week_text(const WeekDay& day);

/// How often the silence was put off since the last real conversation, since when and what for; from the
/// third time on it asks what stands in the way. Empty where it never was.
std::string put_off(const std::vector<Snooze>& postponements, Day today);

/// `5 messages since you last talked: call instead`; empty for fewer touches than that.
std::string call_instead(const Sums& sums);

/// What is open and furthest along, as short as it goes: its text, or the name of its clock.
std::string first_open(const DueItem& item);

/// One open item in words: `the Calvino book, promised for Friday`.
std::string open_reason(const OpenItem& item, const DueItem& of, Day today);

}  // namespace rel::render
