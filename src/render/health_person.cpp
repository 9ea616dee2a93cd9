#include "render/health_person.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "rel/measures.hpp"
#include "render/advice_words.hpp"
#include "render/bars.hpp"
#include "render/health_words.hpp"
#include "render/indented.hpp"
#include "render/phrases.hpp"

namespace rel::render {

namespace {

constexpr int bar_columns = 10;
constexpr int label_width = 2 + 5 + 1;  // indent, "talks", a blank
constexpr int fewest_weeks = 12;

Line title(const PersonHealth& person) {
  const Person& who = person.entry.who.facts.person;
  std::string rest = "  " + tier_name(who.tier);
  if (has_health(who)) rest += ", every " + counted(person.entry.standing.target, "day");
  if (!who.active()) rest = who.deceased ? "  deceased" : "  archived";
  return Line({{who.name, Style::strong}, {who.tier == Tier::none && who.active() ? "" : rest, Style::dim}});
}

// What is not known takes no line.
Table parts_table(const PersonHealth& person, Day today, const ShortId& short_id) {
  const auto& [who, standing, weeks] = person.entry;
  const HealthParts& parts = standing.parts;
  Table table{.columns = {{}, {}, {.stretches = true}, {}}, .rows = {}};
  const auto add = [&](std::string_view part, const std::optional<double>& value, const std::string& words,
                       const std::string& id = "") {
    if (value)
      table.rows.push_back(
          {Cell(part_name(part)), Cell(bar(*value, bar_columns)), Cell(words), Cell(id, Style::dim)});
  };
  add("recency", silence_bar(standing), recent_words(who, standing, today));
  add("rhythm", parts.rhythm, often_words(weeks, who.facts.sums, standing.trend, standing.target));
  add("promises", parts.promises, promises_words(who, standing, today),
      standing.overdue.empty() ? "" : short_id(*standing.overdue.front().id));
  add("depth", parts.depth, depth_words(who.facts.sums));
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
  const auto row = [&](const std::string& label, const std::string& signs, Style style = Style::plain) {
    if (!signs.empty()) text.emplace_back(Line(label + signs, style));
  };
  row("        ", months_row(weeks), Style::dim);
  row("  talks ", talks_row(weeks));
  row("  touch ", touches_row(weeks));
  row("  line  ", within_row(within));
  const std::string target = counted(person.entry.standing.target, "day");
  add_indented(text, "# full talk   o shorter   . message or hello   : several", 2, columns, Style::dim);
  add_indented(text, "One sign a week; the line breaks where it was longer than " + target + ".", 2, columns,
               Style::dim);
}

void add_sentences(std::vector<Block>& text, const PersonHealth& person, int columns) {
  const auto& [who, standing, weeks] = person.entry;
  const Sums& sums = who.facts.sums;
  if (!says_rhythm(who, standing)) add_indented(text, rhythm_sentence(sums, standing.target), 2, columns);
  add_indented(text, began_sentence(sums), 2, columns);
  add_indented(text, minutes_sentence(weeks, standing.target), 2, columns);
  if (person.change) add_indented(text, change_sentence(*person.change, person.before), 2, columns);
}

// What to type for the act, or behind it.
std::string next_command(const Advice& advice, const Person& person, const ShortId& short_id) {
  const bool closes = advice.act == Act::answer || advice.act == Act::keep_promise;
  return closes ? "when it is done: rel done " + short_id(*advice.open->id)
                : "before you talk: rel prep " + person.handle;
}

void add_advice(std::vector<Block>& text, const PersonHealth& person, Day today, const ShortId& short_id) {
  const auto& [who, standing, weeks] = person.entry;
  const Advice& advice = standing.advice;
  if (advice.act == Act::nothing) {
    text.emplace_back(Line("Nothing is overdue."));
    return;
  }
  std::vector<Span> spans = {{"What would help most: " + advice_sentence(advice, who, today), Style::strong}};
  if (advice.entry()) spans.push_back({"  " + short_id(*advice.entry()), Style::dim});
  text.emplace_back(Line(std::move(spans)));
  text.emplace_back(dim("  " + next_command(advice, who.facts.person, short_id)));
}

std::vector<Block> person_text(const PersonHealth& person, const HealthPage& page, const ShortId& short_id) {
  const auto& [who, standing, weeks] = person.entry;
  const Sums& sums = who.facts.sums;
  std::vector<Block> text = {title(person)};
  if (!has_health(who.facts.person)) {
    text.emplace_back(Line(without_health(who.facts.person)));
    text.emplace_back(
        dim("  rel " + (who.facts.person.active() ? "edit " + who.facts.person.handle + " --tier 3"
                                                  : "show " + who.facts.person.handle)));
    return text;
  }
  text.emplace_back(Line(headline(who, standing, page.today)));
  if (sums.conversations > 0) {
    text.emplace_back(Line());
    text.emplace_back(parts_table(person, page.today, short_id));
    if (page.explain) add_indented(text, health_figures(person.entry), 2, page.columns, Style::dim);
    text.emplace_back(Line());
    add_year(text, person, page.columns);
    text.emplace_back(Line());
    add_sentences(text, person, page.columns);
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
  std::optional<double> rhythm = own_rhythm(person.entry.who.facts.sums);
  if (rhythm) rhythm = rounded(*rhythm);
  object.emplace_back("own_rhythm_days", rhythm);
  object.emplace_back("weeks", weeks_list(person.entry.weeks));
  view.rows.push_back(std::move(object));
  return view;
}

}  // namespace rel::render
