#include "render/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "rel/advice.hpp"
#include "rel/credit.hpp"

namespace rel::render {

namespace {

constexpr std::array weekdays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                 "Thursday", "Friday", "Saturday"};
constexpr std::array month_names = {"January", "February", "March",     "April",   "May",      "June",
                                    "July",    "August",   "September", "October", "November", "December"};
constexpr std::size_t times_to_ask = 3;  // postponements
constexpr int named_days = 6;            // further away than this a weekday is no help

std::string_view weekday(Day day) {
  return weekdays[date::weekday{day}.c_encoding()];
}

std::string_view month(Day day) {
  return month_names[static_cast<unsigned>(date::year_month_day{day}.month()) - 1];
}

unsigned day_of_month(Day day) {
  return static_cast<unsigned>(date::year_month_day{day}.day());
}

date::year year(Day day) {
  return date::year_month_day{day}.year();
}

// "last talk 29 Oct, 23 days", and a longer one beside it where that is what the clock waits for.
std::string silence_since(const Sums& sums, Day today) {
  const auto last = sums.last_talked();
  if (!last) return "no talk logged yet";
  const std::string text = "last talk " + short_day(*last, today);
  if (*last > today) return text + ", later than today";  // by this clock
  const std::string when = fmt::format("{}, {}", text, counted(days_between(*last, today), "day"));
  if (sums.last_real == last) return when;
  return when + (sums.last_real ? fmt::format("; a longer one {}", short_day(*sums.last_real, today))
                                : "; only brief ones so far");
}

std::string how_they_reached_out(const Contact& contact) {
  switch (contact.channel) {
    case Channel::call:
    case Channel::video:
      return "called you";
    case Channel::voice:
      return "left you a message";
    case Channel::met:
    case Channel::hello:
    case Channel::event:
      return "came to you";
    case Channel::letter:
    case Channel::email:
    case Channel::chat:
    case Channel::social:
      return "wrote to you";
  }
  return "reached out";
}

// After a talk it is an answer that is owed: they did not call in vain.
std::string reply_reason(const OpenItem& item, const DueItem& of, Day today) {
  const Contact* contact = origin(item, of.facts.replies);
  const bool talked = contact && credit(*contact, of.facts.person) > 0;
  const std::string what = contact ? how_they_reached_out(*contact) : "reached out";
  const std::string why = item.text.empty() ? "" : ": " + one_line(item.text);
  return talked ? fmt::format("an answer owed since {}{}", bare_day(item.on, today), why)
                : fmt::format("{} {}{}", what, near_day(item.on, today), why);
}

std::string promise_reason(const OpenItem& item, const DueItem& of, Day today) {
  const std::string whose = item.mine ? "promised" : "promised to you";
  const Promise* promise = origin(item, of.facts.promises);
  const bool has_day = promise && promise->by;
  const std::string when = has_day ? "for " + bare_day(item.on, today) : near_day(item.on, today);
  return fmt::format("{}, {} {}", item.text, whose, when);
}

std::string date_reason(const OpenItem& item, const DueItem& of, Day today) {
  const std::string text = item.text + (item.late_days > 0 ? " was " : " ") + near_day(item.on, today);
  const auto& dates = of.facts.person.dates;
  const YearlyDate* date = item.place < dates.size() ? &dates[item.place] : nullptr;
  if (!date || date->name != item.text || !date->year) return text;
  const int years = static_cast<int>(year(item.on)) - *date->year;
  return years > 0 ? fmt::format("{}, {}", text, counted(years, "year")) : text;
}

std::string agreed_reason(const OpenItem& item, Day today) {
  const std::string what = item.text.empty() ? "you two agreed on this" : item.text;
  if (item.late_days > 0)
    return fmt::format("{}, agreed for {}: did it happen?", what, bare_day(item.on, today));
  return fmt::format("{}, agreed for {}", what, bare_day(item.on, today));
}

// What they told first, where the question says not all: "surgery on 12 Dec; ask today: how did it go?"
std::string ask_reason(const OpenItem& item, const DueItem& of, Day today) {
  const Remark* ask = origin(item, of.facts.asks);
  const bool told = ask && ask->text != item.text;
  const std::string about = told ? one_line(ask->text) + "; " : "";
  return item.late_days > 0 ? fmt::format("{}ask (since {}): {}", about, bare_day(item.on, today), item.text)
                            : fmt::format("{}ask {}: {}", about, near_day(item.on, today), item.text);
}

}  // namespace

std::string weekday_name(Day day) {
  return std::string(weekday(day));
}

std::string month_name(Day day) {
  return std::string(month(day));
}

std::string short_day(Day day, Day today) {
  const std::string text = fmt::format("{} {}", day_of_month(day), month(day).substr(0, 3));
  return year(day) == year(today) ? text : fmt::format("{} {}", text, static_cast<int>(year(day)));
}

std::string weekday_and_day(Day day, Day today) {
  return fmt::format("{} {}", weekday(day).substr(0, 3), short_day(day, today));
}

std::string month_day(Day day, Day today) {
  const std::string text = fmt::format("{} {}", day_of_month(day), month(day));
  return year(day) == year(today) ? text : fmt::format("{} {}", text, static_cast<int>(year(day)));
}

std::string long_day(Day day) {
  return fmt::format("{}, {} {}", weekday(day), day_of_month(day), month(day));
}

std::string bare_day(Day day, Day today) {
  const int ahead = days_between(today, day);
  if (ahead == 0) return "today";
  if (ahead == 1) return "tomorrow";
  if (ahead == -1) return "yesterday";
  if (std::abs(ahead) > named_days) return short_day(day, today);
  return (ahead < 0 ? "last " : "") + std::string(weekday(day));
}

std::string near_day(Day day, Day today) {
  const int ahead = days_between(today, day);
  if (std::abs(ahead) <= 1) return bare_day(day, today);
  return "on " + (std::abs(ahead) <= named_days ? std::string(weekday(day)) : short_day(day, today));
}

std::string counted(int count, std::string_view one) {
  return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s");
}

std::string counted_people(int count) {
  return fmt::format("{} {}", count, count == 1 ? "person" : "people");
}

std::string times(int count) {
  constexpr std::array words = {"once",      "twice",       "three times", "four times", "five times",
                                "six times", "seven times", "eight times", "nine times", "ten times"};
  const auto place = static_cast<std::size_t>(count - 1);
  return count >= 1 && place < words.size() ? words[place] : fmt::format("{} times", count);
}

std::string number_word(int count) {
  constexpr std::array words = {"no",    "one",   "two",  "three", "four",   "five",  "six",
                                "seven", "eight", "nine", "ten",   "eleven", "twelve"};
  const auto place = static_cast<std::size_t>(count);
  return place < words.size() ? words[place] : std::to_string(count);
}

std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

std::string length(int minutes) {
  if (minutes < 60 || minutes == 90) return fmt::format("{} min", minutes);
  return minutes % 60 == 0 ? fmt::format("{} h", minutes / 60)
                           : fmt::format("{} h {:02}", minutes / 60, minutes % 60);
}

std::string worth_of(double credit) {
  if (credit >= 1) return "a real conversation";
  if (credit <= 0) return "a touch";
  struct Part {
    double size;
    std::string_view name;
  };
  constexpr std::array parts = {
      Part{0.05, "a twentieth of a"},    Part{0.1, "a tenth of a"},  Part{0.25, "a quarter of a"},
      Part{1 / 3.0, "a third of a"},     Part{0.5, "half a"},        Part{2 / 3.0, "two thirds of a"},
      Part{0.75, "three quarters of a"}, Part{0.9, "nearly a whole"}};
  const auto nearest = std::min_element(parts.begin(), parts.end(), [&](const Part& a, const Part& b) {
    return std::abs(a.size - credit) < std::abs(b.size - credit);
  });
  return fmt::format("{} conversation", nearest->name);
}

std::string tier_name(Tier tier) {
  return tier == Tier::very_high ? "very high" : std::string(word(tier));
}

std::string silence_reason(const DueItem& item, Day today) {
  const Sums& sums = item.facts.sums;
  const std::string since = silence_since(sums, today);
  if (!item.target) return since;
  if (!sums.last_talked()) return since + "; you wanted every " + counted(*item.target, "day");
  // After a number of days the second one needs no unit.
  const bool unit_named = sums.last_real == sums.last_talked();
  return since + "; you wanted " + (unit_named ? std::to_string(*item.target) : counted(*item.target, "day"));
}

std::string short_silence_reason(const Sums& sums, int target, Day today) {
  const auto last = sums.last_talked();
  if (!last) return fmt::format("no talk logged yet, every {}", target);
  const std::string text = fmt::format("{}, every {}", counted(days_between(*last, today), "day"), target);
  return sums.last_real == last ? text : text + ", brief";
}

std::string catch_up_reason(const DueItem& item, Day today) {
  const Sums& sums = item.facts.sums;
  std::string text = short_silence_reason(sums, item.target.value_or(sums.target), today);
  if (sums.postponed > 0) return text + "; put off " + times(sums.postponed);
  return sums.touches < many_touches ? text : fmt::format("{}; {} messages since", text, sums.touches);
}

std::string soft_reason(const SoftSign& sign, Day today) {
  const Sums& sums = sign.facts.sums;
  switch (sign.sign) {
    case Sign::cooling: {
      const std::string days = counted(days_between(*sums.last_talked(), today), "day");
      return fmt::format("{}; usually about {} between you", days, usual_days(sums));
    }
    case Sign::messages:
      return fmt::format("{} messages since you last talked", sums.touches);
    case Sign::owed:
      return fmt::format("{}, promised to you for {}", one_line(sign.promise->text),
                         bare_day(sign.promise->on, today));
  }
  return "";
}

int usual_days(const Sums& sums) {
  return std::max(1, static_cast<int>(std::lround(sums.gaps / sums.count)));
}

std::string week_text(const WeekDay& day) {
  if (day.item.clock == Clock::agreed) return day.item.text.empty() ? "a meeting" : day.item.text;
  return day.item.text;
}

std::string put_off(const std::vector<Snooze>& postponements, Day today) {
  if (postponements.empty()) return "";
  const Snooze& last = postponements.back();
  const bool once = postponements.size() == 1;
  std::string text = fmt::format("put off {} {} {}", times(static_cast<int>(postponements.size())),
                                 once ? "on" : "since", short_day(postponements.front().on, today));
  if (last.why) text += (once ? ": " : ", last: ") + one_line(*last.why);
  if (postponements.size() >= times_to_ask) text += "; what stands in the way?";
  return text;
}

std::string call_instead(const Sums& sums) {
  if (sums.touches < many_touches) return "";
  return fmt::format("{} messages since you last talked: call instead", sums.touches);
}

std::string open_reason(const OpenItem& item, const DueItem& of, Day today) {
  switch (item.clock) {
    case Clock::reply:
      return reply_reason(item, of, today);
    case Clock::promise:
      return promise_reason(item, of, today);
    case Clock::ask:
      return ask_reason(item, of, today);
    case Clock::agreed:
      return agreed_reason(item, today);
    case Clock::date:
      return date_reason(item, of, today);
    case Clock::silence:
      break;
  }
  return silence_reason(of, today);
}

std::string first_open(const DueItem& item) {
  if (item.open.empty()) return "";
  const OpenItem& first = item.open.front();
  return first.text.empty() ? std::string(word(first.clock)) : first.text;
}

std::string reason(const DueItem& item, Day today) {
  if (item.clock == Clock::silence) return silence_reason(item, today);
  const auto ringing = std::find_if(item.open.begin(), item.open.end(),
                                    [&](const OpenItem& open) { return open.clock == item.clock; });
  return ringing == item.open.end() ? silence_reason(item, today) : open_reason(*ringing, item, today);
}

}  // namespace rel::render
