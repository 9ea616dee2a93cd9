#include "render/agenda_words.hpp"

#include <fmt/format.h>

#include "render/phrases.hpp"

namespace rel::render {

namespace {

// With its year: who reads it may do so years later.
std::string dated(Day day) {
  const date::year_month_day ymd{day};
  return fmt::format("{} {}", short_day(day, day), static_cast<int>(ymd.year()));
}

std::string promise_words(const AgendaItem& item, const Facts& facts) {
  const bool has_day = facts.promises[item.place].by.has_value();
  return fmt::format("promised {}on {}{}", item.mine ? "" : "to you ", dated(item.known),
                     has_day ? " for " + dated(item.meant) : "");
}

// Where the question is not the remark itself, what they told stands below it.
std::string ask_words(const AgendaItem& item, const Facts& facts) {
  const Remark& remark = facts.asks[item.place];
  return fmt::format("told you on {}{}", dated(item.known), remark.ask ? ": " + one_line(remark.text) : "");
}

std::string silence_words(const AgendaItem& item, const Facts& facts, DueRules rules) {
  rules.today = item.on;
  return silence_reason(look_at(facts, rules), item.on);
}

std::string why(const AgendaItem& item, const Facts& facts, const DueRules& rules) {
  switch (item.clock) {
    case Clock::silence:
      return silence_words(item, facts, rules);
    case Clock::reply:
      return fmt::format("they reached out on {}; not answered yet", dated(item.known));
    case Clock::promise:
      return promise_words(item, facts);
    case Clock::ask:
      return ask_words(item, facts);
    case Clock::agreed:
      return fmt::format("agreed on {}", dated(item.known));
    case Clock::date:
      return item.date->year ? fmt::format("since {}", *item.date->year) : "";
  }
  return "";
}

}  // namespace

std::string agenda_title(const AgendaItem& item, const Person& person) {
  const std::string text = one_line(item.text);
  const auto about = [&](std::string_view otherwise) {
    return person.name + ": " + (text.empty() ? std::string(otherwise) : text);
  };
  switch (item.clock) {
    case Clock::silence:
      return person.name + ": time to talk";
    case Clock::reply:
      return person.name + ": answer" + (text.empty() ? "" : " (" + text + ")");
    case Clock::promise:
      return item.mine ? about("") : person.name + " promised: " + text;
    case Clock::ask:
    case Clock::date:
      return about("");
    case Clock::agreed:
      return about("agreed");
  }
  return person.name;
}

std::string agenda_text(const AgendaItem& item, const Facts& facts, const DueRules& rules) {
  std::string text = why(item, facts, rules);
  const auto add = [&](const std::string& line) { text += (text.empty() ? "" : "\n") + line; };
  for (const std::string& phone : facts.person.phones) add(phone);
  for (const std::string& email : facts.person.emails) add(email);
  return text;
}

}  // namespace rel::render
