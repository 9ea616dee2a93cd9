#include "commands/health/pages.hpp"

#include "answer/pages.hpp"
#include "answer/year.hpp"
#include "rel/credit.hpp"
#include "render/advice_words.hpp"
#include "render/capacity_text.hpp"
#include "render/health_words.hpp"
#include "render/html_blocks.hpp"
#include "render/phrases.hpp"

namespace rel::commands {

namespace {

using render::HealthEntry;

std::string days_text(const Period& year, Day today) {
  return "as of " + render::weekday_and_day(today, today) + "; pictures from " +
         render::short_day(year.since, today) + " on";
}

std::string parts(const HealthEntry& entry, Day today) {
  const HealthParts& parts = entry.standing.parts;
  const Sums& sums = entry.who.facts.sums;
  std::vector<render::PartBar> bars = {{render::part_name("recency"), render::silence_bar(entry.standing),
                                        render::recent_words(entry.who, entry.standing, today)}};
  const auto add = [&](std::string_view part, const std::optional<double>& value, std::string words) {
    if (value) bars.push_back({render::part_name(part), *value, std::move(words)});
  };
  add("rhythm", parts.rhythm,
      render::often_words(entry.weeks, sums, entry.standing.trend, entry.standing.target));
  add("depth", parts.depth, render::depth_words(sums));
  add("promises", parts.promises, render::promises_words(entry.who, entry.standing, today));
  return render::parts_picture(bars);
}

std::vector<Day> touch_days(const std::vector<Contact>& contacts, const Person& person, const Period& year) {
  std::vector<Day> days;
  for (const Contact& contact : contacts) {
    if (year.holds(contact.on) && took_place(contact) && credit(contact, person) <= 0)
      days.push_back(contact.on);
  }
  return days;
}

// Nothing to measure where nobody talked yet.
bool has_parts(const HealthEntry& entry) {
  return has_health(entry.who.facts.person) && entry.who.facts.sums.conversations > 0;
}

std::string advice_lead(const HealthEntry& entry, Day today) {
  if (entry.standing.advice.act == Act::nothing) return "";
  return "What would help most: " + render::advice_sentence(entry.standing.advice, entry.who, today);
}

void add_health(render::Page& page, const HealthEntry& entry, Day today) {
  if (!has_health(entry.who.facts.person)) {
    page.leads = {render::without_health(entry.who.facts.person)};
    return;
  }
  page.leads = {render::headline(entry.who, entry.standing, today), advice_lead(entry, today)};
  if (has_parts(entry)) page.sections.push_back({"What it rests on", "", parts(entry, today)});
}

/// Those with whom something can be mended, as they are shown: the weakest first.
std::string weakest_first(const render::HealthPage& shown) {
  render::Table table{.columns = {{}, {}, {.stretches = true}}, .rows = {}};
  for (const HealthEntry& entry : shown.people) {
    if (entry.standing.advice.act == Act::nothing) continue;
    table.rows.push_back(
        {render::Cell(entry.who.facts.person.name, render::Style::strong),
         render::Cell(render::need_words(entry.who, entry.standing, shown.today)),
         render::Cell(render::advice_sentence(entry.standing.advice, entry.who, shown.today))});
  }
  const std::size_t well = shown.people.size() - table.rows.size();
  const std::string with = table.rows.empty() ? "everyone" : render::counted(static_cast<int>(well), "other");
  std::vector<render::Block> blocks = {table};
  if (well > 0) blocks.emplace_back(render::Line("With " + with + " nothing is overdue."));
  return render::blocks_html(blocks);
}

std::vector<Person> people_of(const render::HealthPage& shown) {
  std::vector<Person> people;
  for (const HealthEntry& entry : shown.people) people.push_back(entry.who.facts.person);
  return people;
}

}  // namespace

render::Page health_person_page(const store::Reader& store, const Call& call, const HealthEntry& entry) {
  const Day today = call.today();
  const Person& person = entry.who.facts.person;
  const std::vector<Period> months = months_until(today, months_shown);
  const Period year = whole(months);
  const std::vector<Contact> contacts = store.figures_of(person.id);
  const auto talks = days_by_way(contacts_in(contacts, year), person);
  render::Page page{.title = person.name, .subtitle = days_text(year, today), .footer = footer_of(call)};
  add_health(page, entry, today);
  if (has_health(person)) {
    page.sections.push_back({"The silence", "",
                             render::course_picture(course_of(person, contacts, year, call.settings), year,
                                                    talks, touch_days(contacts, person, year))});
  }
  const std::vector<Person> only = {person};
  page.sections.push_back({"The year in conversations", "",
                           render::calendar_picture(months, talks, render::MarkKinds::ways, std::nullopt)});
  page.sections.push_back(
      {"How you talked", "", render::minutes_picture(talks_by_month(months, contacts, by_id(only)))});
  return page;
}

render::Page health_page(const store::Reader* store, const Call& call, const render::HealthPage& shown) {
  const std::vector<Period> months = months_until(call.today(), months_shown);
  const Period year = whole(months);
  const std::vector<Person> people = people_of(shown);
  const auto contacts = store ? store->contacts_between(year.since, year.until) : std::vector<Contact>{};
  const auto courses =
      store ? courses_of(*store, people, year, call.settings) : std::vector<render::PersonCourse>{};
  render::Page page{.title = "How your relationships stand",
                    .subtitle = days_text(year, call.today()),
                    .leads = {render::capacity_sentence(shown.capacity)},
                    .footer = footer_of(call)};
  if (shown.capacity.asked > 0)
    page.sections.push_back({"Your week", "", render::load_picture(shown.capacity)});
  if (!people.empty()) page.sections.push_back({"Whom to turn to first", "", weakest_first(shown)});
  page.sections.push_back({"Silences", "", render::courses_picture(courses, year)});
  page.sections.push_back({"The year in conversations", "",
                           render::calendar_picture(months, days_by_tier(contacts, people),
                                                    render::MarkKinds::tiers, std::nullopt)});
  page.sections.push_back(
      {"How you talked", "", render::minutes_picture(talks_by_month(months, contacts, by_id(people)))});
  return page;
}

}  // namespace rel::commands
