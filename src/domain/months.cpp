#include "rel/months.hpp"

#include <date/date.h>

#include <algorithm>
#include <numeric>

#include "rel/credit.hpp"

namespace rel {

std::vector<Period> months_until(Day until, int count) {
  const date::year_month_day last{until};
  auto month = last.year() / last.month() - date::months{count - 1};
  std::vector<Period> months;
  for (int i = 0; i < count; ++i, month += date::months{1}) {
    const Day end{month / date::last};
    months.push_back({Day{month / 1}, std::min(end, until)});
  }
  return months;
}

Period whole(const std::vector<Period>& months) {
  return {months.front().since, months.back().until};
}

Way way_of(Channel channel) {
  switch (channel) {
    case Channel::met:
      return Way::met;
    case Channel::call:
      return Way::call;
    case Channel::video:
      return Way::video;
    default:
      return Way::other;
  }
}

std::string_view word(Way way) {
  constexpr std::array words = {"met", "by phone", "by video", "otherwise"};
  return words[static_cast<std::size_t>(way)];
}

int MonthOfTalks::total() const {
  return std::accumulate(minutes.begin(), minutes.end(), 0);
}

std::vector<MonthOfTalks> talks_by_month(const std::vector<Period>& months,
                                         const std::vector<Contact>& contacts, const PeopleById& people) {
  std::vector<MonthOfTalks> talks;
  for (const Period& month : months) talks.push_back({.month = month});
  for (const Contact& contact : contacts) {
    const auto in = std::find_if(talks.begin(), talks.end(),
                                 [&](const MonthOfTalks& one) { return one.month.holds(contact.on); });
    if (in == talks.end() || best_credit(contact, people) <= 0) continue;
    in->minutes[static_cast<std::size_t>(way_of(contact.channel))] += minutes_of(contact);
  }
  return talks;
}

}  // namespace rel
