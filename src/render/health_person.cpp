#include "render/health_person.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "rel/measures.hpp"
#include "render/bars.hpp"
#include "render/capacity_text.hpp"
#include "render/health_words.hpp"
#include "render/phrases.hpp"

namespace rel::render {

namespace {

using ShortId = std::function<std::string(Id)>;

constexpr int bar_width = 10;
constexpr int label_width = 2 + 5 + 1;  // indent, "talks", a blank
constexpr int fewest_weeks = 12;

Line dim(std::string text) {
  return {std::move(text), Style::dim};
}

Line title(const PersonHealth& person) {
  const Person& who = person.entry.who.facts.person;
  std::string rest = "  " + tier_name(who.tier);
  if (has_health(who)) rest += ", every " + counted(person.entry.standing.target, "day");
  if (!who.active()) rest = who.deceased ? "  deceased" : "  archived";
  return Line({{who.name, Style::strong}, {who.tier == Tier::none && who.active() ? "" : rest, Style::dim}});
}

void add_part(Table& table, std::string_view part, double value, const std::string& words,
              const std::string& id = "") {
  table.rows.push_back(
      {Cell(part_name(part)), Cell(bar(value, bar_width)), Cell(words), Cell(id, Style::dim)});
}

Table parts_table(const PersonHealth& person, Day today, const ShortId& short_id) {
  const auto& [who, standing, weeks] = person.entry;
  const HealthParts& parts = standing.parts;
  Table table{.columns = {{}, {}, {.stretches = true}, {}}, .rows = {}};
  add_part(table, "recency", parts.recency, recent_words(who, standing, today));
  add_part(table, "trend", parts.trend, often_words(weeks, standing.trend));
  if (parts.promises) {
    const auto& overdue = standing.overdue;
    add_part(table, "promises", *parts.promises, promises_words(who, standing, today),
             overdue.empty() ? "" : short_id(*overdue.front().id));
  }
  add_part(table, "depth", parts.depth, depth_words(who.facts.sums));
  return table;
}

std::string within_row(const std::vector<bool>& within) {
  std::string text;
  for (const bool one : within) text += one ? '-' : ' ';
  return text.substr(0, text.find_last_not_of(' ') + 1);
}

// The latest weeks that fit beside their labels.
void add_year(std::vector<Block>& text, const PersonHealth& person, int columns) {
  const std::vector<Week>& all = person.entry.weeks;
  const auto count = static_cast<std::ptrdiff_t>(std::clamp<std::size_t>(
      static_cast<std::size_t>(std::max(0, columns - label_width)), fewest_weeks, all.size()));
  const std::vector<Week> weeks(all.end() - count, all.end());
  const std::vector<bool> within(person.within_target.end() - count, person.within_target.end());
  text.emplace_back(dim("        " + months_row(weeks)));
  text.emplace_back(Line("  talks " + talks_row(weeks)));
  text.emplace_back(Line("  touch " + touches_row(weeks)));
  text.emplace_back(Line("  line  " + within_row(within)));
  text.emplace_back(
      dim(fmt::format("  A sign a week: # a full talk, o a shorter one, . a message or hello (: "
                      "several); the line breaks where it was longer than {}.",
                      counted(person.entry.standing.target, "day"))));
}

void add_if(std::vector<Block>& text, const std::string& sentence) {
  if (!sentence.empty()) text.emplace_back(Line("  " + sentence));
}

void add_advice(std::vector<Block>& text, const PersonHealth& person, Day today, const ShortId& short_id) {
  const auto& [who, standing, weeks] = person.entry;
  const Advice& advice = standing.advice;
  if (advice.act == Act::nothing) {
    text.emplace_back(Line("Nothing needs mending."));
    return;
  }
  std::vector<Span> spans = {{"What would help most: " + advice_sentence(advice, who, today), Style::strong}};
  if (advice.entry()) spans.push_back({"  " + short_id(*advice.entry()), Style::dim});
  text.emplace_back(Line(std::move(spans)));
  text.emplace_back(dim("  before you talk: rel prep " + who.facts.person.handle));
}

std::vector<Block> person_text(const PersonHealth& person, const HealthPage& page, const ShortId& short_id) {
  const auto& [who, standing, weeks] = person.entry;
  const Sums& sums = who.facts.sums;
  std::vector<Block> text = {title(person)};
  if (!has_health(who.facts.person)) {
    text.emplace_back(Line(without_health(who.facts.person)));
    return text;
  }
  text.emplace_back(Line(headline(who, standing, page.today)));
  if (sums.conversations > 0) {
    text.emplace_back(Line());
    text.emplace_back(parts_table(person, page.today, short_id));
    if (page.explain) text.emplace_back(dim("  " + health_figures(person.entry)));
    text.emplace_back(Line());
    add_year(text, person, page.columns);
    text.emplace_back(Line());
    add_if(text, rhythm_sentence(sums, standing.target));
    add_if(text, began_sentence(sums));
    add_if(text, minutes_sentence(weeks));
    if (person.change) add_if(text, change_sentence(*person.change, person.before));
  }
  text.emplace_back(Line());
  add_advice(text, person, page.today, short_id);
  return text;
}

List weeks_list(const std::vector<Week>& weeks) {
  List list;
  for (const Week& week : weeks) {
    list.emplace_back(Object{{"first", week.first},
                             {"conversations", week.conversations},
                             {"minutes", week.minutes},
                             {"touches", week.touches}});
  }
  return list;
}

}  // namespace

View person_health_view(const PersonHealth& person, const HealthPage& page, Format format,
                        const ShortId& short_id) {
  View view = health_view(page, format);
  if (format == Format::text) {
    view.text = person_text(person, page, short_id);
    return view;
  }
  Object object = health_object(person.entry, page.today);
  const auto rhythm = own_rhythm(person.entry.who.facts.sums);
  object.emplace_back("own_rhythm_days", rhythm ? Value(rounded(*rhythm)) : Value());
  object.emplace_back("weeks", weeks_list(person.entry.weeks));
  view.rows.push_back(std::move(object));
  return view;
}

}  // namespace rel::render
