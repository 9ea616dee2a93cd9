#include "rel/advice.hpp"

#include <algorithm>

namespace rel {

namespace {

constexpr int many_touches = 5;
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
Advice with_beginning(Advice advice, const Facts& facts, const std::vector<OpenItem>& open) {
  advice.open = first_of(open, my_promise);
  if (!advice.open) {
    advice.open =
        first_of(open, [](const OpenItem& item) { return item.clock == Clock::ask && item.ratio >= 1; });
  }
  if (!advice.open && facts.last_remark) advice.remark = *facts.last_remark;
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

}  // namespace

std::optional<Id> Advice::entry() const {
  if (open) return open->id;
  return remark ? std::optional(remark->id) : std::nullopt;
}

bool all_well(const HealthParts& parts) {
  return std::min({parts.recency, parts.promises.value_or(1), parts.depth, parts.trend}) >= well;
}

Advice advise(const Facts& facts, const std::vector<OpenItem>& open, const HealthParts& parts, Day today) {
  const ClockSums& sums = facts.sums;
  const bool talked = sums.conversations > 0;
  if (talked && all_well(parts)) return {};
  const std::string_view part = weakest(parts);
  if (talked && part == "promises") return mend_promises(open);
  if (const auto meeting = meeting_to_come(open)) return {.act = Act::keep_day, .open = meeting};
  if (!talked) return with_beginning({.act = Act::first_talk}, facts, open);
  if (part == "depth") return with_beginning({.act = Act::longer_talk}, facts, open);
  if (part == "trend") {
    return {.act = Act::fixed_day, .day = same_weekday(*sums.updated, plus_days(today, earliest_proposal))};
  }
  return with_beginning({.act = Act::call, .instead_of_messages = sums.touches >= many_touches}, facts, open);
}

}  // namespace rel
