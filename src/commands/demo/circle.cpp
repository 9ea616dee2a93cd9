#include "commands/demo/circle.hpp"

#include <date/date.h>

#include <algorithm>
#include <string_view>

#include "commands/demo/tables.hpp"
#include "commands/demo/talks.hpp"

namespace rel::commands {

namespace {

std::optional<std::string> text_or_none(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional<std::string>(text);
}

/// Writes the circle down.
class Author {
 public:
  explicit Author(Day today) : today_(today) {}

  DemoCircle write() {
    for (const Character& who : demo_people()) introduce(who);
    occasions();
    std::stable_sort(circle_.contacts.begin(), circle_.contacts.end(),
                     [](const Contact& a, const Contact& b) { return a.on < b.on; });
    remarks();
    promises();
    delays();
    reviews();
    return std::move(circle_);
  }

 private:
  Day day(int ago) const { return plus_days(today_, -ago); }
  std::optional<Day> day_if(int ago) const { return ago == never ? std::nullopt : std::optional(day(ago)); }

  Id named(std::string_view name) const {
    const auto who = std::find_if(circle_.people.begin(), circle_.people.end(),
                                  [&](const Person& person) { return person.name == name; });
    return who - circle_.people.begin() + 1;
  }

  std::vector<Id> all_named(std::string_view names) const {
    std::vector<Id> people;
    for (std::size_t begin = 0; begin < names.size();) {
      const std::size_t end = std::min(names.find(';', begin), names.size());
      people.push_back(named(names.substr(begin, end - begin)));
      begin = end + 1;
    }
    return people;
  }

  void introduce(const Character& who) {
    Person person{.name = std::string(who.name), .tier = who.tier, .added = day(who.known)};
    if (who.every > 0) person.every_days = who.every;
    if (!who.phone.empty()) person.phones.emplace_back(who.phone);
    if (!who.email.empty()) person.emails.emplace_back(who.email);
    if (!who.tag.empty()) person.tags.emplace_back(who.tag);
    if (const auto birthday = birthday_of(who)) person.dates.push_back(*birthday);
    person.purpose = text_or_none(who.purpose);
    if (who.real_by_letter) person.real_by = {Channel::letter};
    if (who.tier != Tier::none) person.start = person.added;
    person.considered = person.added;
    person.archived = who.archived;
    person.deceased = who.deceased;
    circle_.people.push_back(person);
    for (Contact& contact : demo_talks(who, static_cast<Id>(circle_.people.size()), today_)) {
      circle_.contacts.push_back(std::move(contact));
    }
  }

  std::optional<YearlyDate> birthday_of(const Character& who) const {
    YearlyDate birthday{.name = "birthday", .month = who.month, .day = who.day};
    if (who.year > 0) birthday.year = who.year;
    if (who.birthday != never) {
      const date::year_month_day near{day(who.birthday)};
      birthday.month = static_cast<unsigned>(near.month());
      birthday.day = static_cast<unsigned>(near.day());
    }
    return birthday.month > 0 ? std::optional(birthday) : std::nullopt;
  }

  void occasions() {
    for (const Occasion& one : demo_occasions()) {
      Contact contact{
          .with = all_named(one.names), .others = one.others, .on = day(one.ago), .channel = one.channel};
      if (one.minutes > 0) contact.minutes = one.minutes;
      contact.kind = one.kind;
      contact.note = text_or_none(one.note);
      circle_.contacts.push_back(contact);
    }
    for (const Feast& feast : demo_feasts()) celebrate(feast);
    for (const Storm& storm : demo_storms()) blow(storm);
  }

  /// The occurrences of a day of the year in the time of the circle, before today.
  std::vector<Day> every_year(unsigned month, unsigned on) const {
    std::vector<Day> days;
    const auto last = date::year_month_day(today_).year();
    for (auto year = last - date::years{2}; year <= last; ++year) {
      const Day one = year / date::month{month} / date::day{on};
      if (one >= day(demo_days) && one < today_) days.push_back(one);
    }
    return days;
  }

  void celebrate(const Feast& feast) {
    for (const Day on : every_year(feast.month, feast.day)) {
      circle_.contacts.push_back({.with = all_named(feast.names),
                                  .others = feast.others,
                                  .on = on,
                                  .channel = Channel::met,
                                  .minutes = feast.minutes,
                                  .note = std::string(feast.note)});
    }
  }

  void blow(const Storm& storm) {
    for (int i = 0; i < storm.messages; ++i) {
      const int ago = storm.from - (storm.from - storm.to) * i / (storm.messages - 1);
      circle_.contacts.push_back({.with = {named(storm.name)},
                                  .on = day(ago),
                                  .channel = Channel::email,
                                  .by = i % 2 == 0 ? Side::them : Side::me});
    }
  }

  void remarks() {
    for (const Told& one : demo_remarks()) {
      circle_.remarks.push_back({.person = named(one.name),
                                 .text = std::string(one.text),
                                 .heard = day(one.ago),
                                 .ask_on = day_if(one.ask_on),
                                 .ask = text_or_none(one.ask),
                                 .used = day_if(one.used),
                                 .done = day_if(one.done)});
    }
  }

  void promises() {
    for (const Pledge& one : demo_promises()) {
      circle_.promises.push_back({.person = named(one.name),
                                  .mine = one.mine,
                                  .text = std::string(one.text),
                                  .given = day(one.given),
                                  .by = day_if(one.by),
                                  .kept = day_if(one.kept),
                                  .dropped = day_if(one.dropped)});
    }
  }

  void delays() {
    for (const Delay& one : demo_delays()) {
      Snooze snooze{
          .person = named(one.name), .on = day(one.on), .until = day(one.until), .counted = !one.agreed};
      (one.agreed ? snooze.agreed : snooze.why) = std::string(one.text);
      circle_.snoozes.push_back(snooze);
    }
    for (const Day back : every_year(8, 23)) {
      circle_.snoozes.push_back(
          {.on = plus_days(back, -20), .until = back, .counted = false, .why = "the holidays"});
    }
  }

  void reviews() {
    for (const Aim& aim : demo_aims()) {
      const Day on = day(aim.review);
      if (circle_.reviews.empty() || circle_.reviews.back().on != on) {
        circle_.reviews.push_back({.on = on, .since = plus_days(on, -89), .until = on});
      }
      const auto whom = aim.name.empty() ? std::nullopt : std::optional(named(aim.name));
      circle_.reviews.back().intentions.push_back({whom, std::string(aim.text)});
    }
  }

  Day today_;
  DemoCircle circle_;
};

}  // namespace

DemoCircle demo_circle(Day today) {
  return Author(today).write();
}

}  // namespace rel::commands
