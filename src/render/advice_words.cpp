#include "render/advice_words.hpp"

#include <fmt/format.h>

#include "render/phrases.hpp"
#include "text/terminal.hpp"

namespace rel::render {

namespace {

constexpr int longest_quoted = 72;  // columns of what they told or of a promise

// A first line is enough to know what is meant.
std::string in_short(const std::string& text) {
  return text::shortened(text.substr(0, text.find('\n')), longest_quoted);
}

// How a talk could begin.
std::string beginning(const Advice& advice) {
  if (advice.remark)
    return fmt::format(", and come back to what they told you: {}", in_short(advice.remark->text));
  if (!advice.open) return "";
  const bool asks = advice.open->clock == Clock::ask;
  return (asks ? ", and ask: " : ", and keep a promise: ") + in_short(advice.open->text);
}

// "every Thursday", "every second Thursday", "the first Thursday of each month", or a single day.
std::string proposal(Day day, int target, Day today) {
  const std::string weekday = weekday_name(day);
  if (target <= 10) return fmt::format("every {}, say", weekday);
  if (target <= 20) return fmt::format("every second {}, say", weekday);
  if (target <= 45) return fmt::format("the first {} of each month, say", weekday);
  return fmt::format("{}, say", weekday_and_day(day, today));
}

std::string act_words(const Advice& advice, const Relationship& who, Day today) {
  switch (advice.act) {
    case Act::nothing:
      return "nothing is overdue";
    case Act::first_talk:
      return "call, for a first talk" + beginning(advice);
    case Act::answer:
      return "answer: " + open_words(*advice.open, who, today);
    case Act::keep_promise:
      return "keep your promise: " + in_short(advice.open->text);
    case Act::ask:
      return "ask: " + in_short(advice.open->text);
    case Act::greet:
      return "send a greeting: " + open_words(*advice.open, who, today);
    case Act::small_promise:
      return "promise something small, and keep it";
    case Act::keep_day:
      return "keep the day you have: " + open_words(*advice.open, who, today);
    case Act::call:
      return (advice.instead_of_messages ? "call instead of writing" : "call") + beginning(advice);
    case Act::fixed_day:
      return "propose a fixed day: " + proposal(*advice.day, who.facts.sums.target, today);
    case Act::longer_talk:
      return "a longer talk, without hurry" + beginning(advice);
  }
  return "";
}

}  // namespace

std::string open_words(const OpenItem& item, const Relationship& who, Day today) {
  OpenItem shorter = item;
  shorter.text = in_short(item.text);
  return open_reason(shorter, DueItem{.facts = who.facts}, today);
}

std::string advice_sentence(const Advice& advice, const Relationship& who, Day today) {
  const std::string words = act_words(advice, who, today);
  const bool ended =
      words.ends_with('.') || words.ends_with('?') || words.ends_with('!') || words.ends_with("…");
  return words + (ended ? "" : ".");
}

}  // namespace rel::render
