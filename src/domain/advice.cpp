#include "rel/advice.hpp"

#include <algorithm>

#include "rel/brief.hpp"

namespace rel {

namespace {

constexpr int earliest_proposal = 3;  // days ahead: nobody is pressed

template <class Fits>
std::optional<OpenItem> first_of(const std::vector<OpenItem>& open, Fits fits) {
  const auto found = std::find_if(open.begin(), open.end(), fits);
  return found == open.end() ? std::nullopt : std::optional(*found);
}

bool my_promise(const OpenItem& item) {
  return item.clock == Clock::promise && item.mine;
}

bool waits_too_long(const OpenItem& item) {
  return (my_promise(item) || item.clock == Clock::reply) && item.ratio > 1;
}

std::optional<OpenItem> meeting_to_come(const std::vector<OpenItem>& open) {
  return first_of(open,
                  [](const OpenItem& item) { return item.clock == Clock::agreed && item.late_days <= 0; });
}

// To begin a talk with: what was promised, what they should be asked today, or what they told last.
Advice with_beginning(Advice advice, const Facts& facts, const std::vector<OpenItem>& open, Day today) {
  advice.open = first_of(open, my_promise);
  if (!advice.open) {
    advice.open =
        first_of(open, [](const OpenItem& item) { return item.clock == Clock::ask && item.ratio >= 1; });
  }
  if (!advice.open && facts.last_remark && is_news(*facts.last_remark, today))
    advice.remark = facts.last_remark;
  return advice;
}

Advice mend_promises(const std::vector<OpenItem>& open) {
  auto item = first_of(open, waits_too_long);
  if (!item) item = first_of(open, my_promise);
  if (!item) return {.act = Act::small_promise};
  return {.act = item->clock == Clock::reply ? Act::answer : Act::keep_promise, .open = item};
}

Day same_weekday(Day last, Day from) {
  return plus_days(from, ((days_between(from, last) % 7) + 7) % 7);
}

Advice call(const Facts& facts, const std::vector<OpenItem>& open, Day today) {
  const Advice act = facts.sums.last_talked() ? Advice{.act = Act::call} : Advice{.act = Act::first_talk};
  Advice advice = with_beginning(act, facts, open, today);
  advice.instead_of_messages = facts.sums.touches >= many_touches;
  return advice;
}

Advice act_of(Clock clock, const Facts& facts, const std::vector<OpenItem>& open, Day today) {
  if (clock == Clock::silence) {
    const auto meeting = meeting_to_come(open);
    return meeting ? Advice{.act = Act::keep_day, .open = meeting} : call(facts, open, today);
  }
  const auto item = first_of(open, [&](const OpenItem& one) { return one.clock == clock && one.ratio >= 1; });
  switch (clock) {
    case Clock::reply:
      return {.act = Act::answer, .open = item};
    case Clock::promise:
      return {.act = Act::keep_promise, .open = item};
    case Clock::ask:
      return {.act = Act::ask, .open = item};
    case Clock::agreed:
      return {.act = Act::keep_day, .open = item};
    case Clock::date:
      return {.act = Act::greet, .open = item};
    case Clock::silence:
      break;
  }
  return {};
}

}  // namespace

std::optional<Id> Advice::entry() const {
  if (open) return open->id;
  return remark ? std::optional(remark->id) : std::nullopt;
}

bool all_well(const HealthParts& parts) {
  return std::min({parts.recency.value_or(1), parts.promises.value_or(1), parts.depth.value_or(1),
                   parts.rhythm.value_or(1)}) >= needs_no_mending_from;
}

Advice advise(const Facts& facts, const std::vector<OpenItem>& open, const HealthParts& parts,
              std::optional<Clock> rings, Day today) {
  if (rings) return act_of(*rings, facts, open, today);
  if (all_well(parts)) return {};
  const std::string_view part = weakest(parts);
  if (part == "promises") return mend_promises(open);
  if (const auto meeting = meeting_to_come(open)) return {.act = Act::keep_day, .open = meeting};
  if (part == "depth") return with_beginning({.act = Act::longer_talk}, facts, open, today);
  if (part == "rhythm") {
    return {.act = Act::fixed_day,
            .day = same_weekday(*facts.sums.updated, plus_days(today, earliest_proposal))};
  }
  return call(facts, open, today);
}

}  // namespace rel
