#include "render/health_view.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/bars.hpp"
#include "render/capacity_text.hpp"
#include "render/health_words.hpp"
#include "render/indented.hpp"
#include "render/phrases.hpp"
#include "text/terminal.hpp"

namespace rel::render {

namespace {

constexpr int small_bar = 5;
constexpr int bars_width = 6 + 2 + 5 + 2 + 5 + 2 + 5;  // recent, often, deep, kept
constexpr int year_width = 2 + 13;
constexpr int least_name = 10;

Line dim(std::string text) {
  return {std::move(text), Style::dim};
}

/// How wide things are on this page.
struct Widths {
  int name = 0;
  bool bars = true;
  bool year = true;
};

Widths widths_of(const HealthPage& page) {
  Widths widths;
  int longest = least_name;
  for (const HealthEntry& entry : page.people)
    longest = std::max(longest, text::width(text::escaped(entry.who.facts.person.name)));
  const int room = page.columns - 2 - 2;
  widths.bars = room >= least_name + bars_width;
  widths.year = room >= least_name + bars_width + year_width;
  const int beside = bars_width + (widths.year ? year_width : 0);
  widths.name = widths.bars ? std::min(longest, room - beside) : longest;
  return widths;
}

// Before that day nobody could have talked, as far as the file knows.
Day known_since(const Facts& facts) {
  const Day added = facts.person.added;
  return std::min({added, facts.sums.start.value_or(added), facts.sums.first_talk.value_or(added)});
}

std::string bars_of(const HealthEntry& entry, const Widths& widths) {
  const HealthParts& parts = entry.standing.parts;
  std::string text =
      fmt::format("{:<6}  {:<5}  {:<5}  {:<5}", bar(parts.recency, small_bar), bar(parts.trend, small_bar),
                  bar(parts.depth, small_bar), parts.promises ? bar(*parts.promises, small_bar) : "");
  if (widths.year)
    text += "  " + four_weekly(entry.weeks, entry.standing.target, known_since(entry.who.facts));
  return text;
}

Line heading(const Widths& widths) {
  std::string text =
      std::string(static_cast<std::size_t>(widths.name) + 4, ' ') + "recent  often  deep   kept ";
  if (widths.year) text += "  the last year";
  return {text, Style::heading};
}

// A name too long for its column stands on a line of its own: nothing of it is cut.
void add_name(std::vector<Block>& text, const HealthEntry& entry, const Widths& widths) {
  const std::string name = text::escaped(entry.who.facts.person.name);
  const bool bars = widths.bars && entry.who.sums.conversations > 0;
  const bool fits = text::width(name) <= widths.name;
  if (!bars || !fits) text.emplace_back(Line({{"  " + name, Style::strong}}));
  if (!bars) return;
  text.emplace_back(Line({{"  " + text::padded(fits ? name : "", widths.name), Style::strong},
                          {"  " + bars_of(entry, widths)}}));
}

void add_person(std::vector<Block>& text, const HealthEntry& entry, const HealthPage& page,
                const Widths& widths) {
  const Sums& sums = entry.who.sums;
  add_name(text, entry, widths);
  std::string words = tier_name(entry.who.facts.person.tier);
  if (sums.conversations > 0) words += ", " + std::string(word(entry.standing.trend));
  words += ": " + weakest_words(entry.who, entry.standing, page.today);
  if (entry.standing.cooling(sums)) words += "; a silence unusual for you two";
  add_indented(text, words, 4, page.columns, Style::dim);
  if (page.explain) add_indented(text, health_figures(entry), 4, page.columns, Style::dim);
}

void add_people(std::vector<Block>& text, const HealthPage& page) {
  if (page.people.empty()) return;
  const Widths widths = widths_of(page);
  const bool any_bars = std::any_of(page.people.begin(), page.people.end(), [](const HealthEntry& entry) {
    return entry.who.sums.conversations > 0;
  });
  text.emplace_back(Line());
  if (widths.bars && any_bars) text.emplace_back(heading(widths));
  for (const HealthEntry& entry : page.people) add_person(text, entry, page, widths);
  if (!widths.year || !any_bars) return;
  text.emplace_back(Line());
  text.emplace_back(dim("Four weeks a sign: # as often as you wanted, + less, . none"));
}

std::vector<Block> page_text(const HealthPage& page) {
  std::vector<Block> text;
  if (!page.anyone && !page.for_reader) return text;
  for (std::string& sentence : capacity_sentences(page.capacity))
    text.emplace_back(Line(std::move(sentence)));
  if (!page.anyone) {
    text.emplace_back(dim("rel edit opens everyone as a sheet to choose from."));
    return text;
  }
  add_people(text, page);
  if (page.people.empty() && page.left == 0 && page.for_reader) text.emplace_back(Line("Nobody fits."));
  if (page.left > 0) text.emplace_back(dim(fmt::format("{} more: rel health --all", page.left)));
  if (page.for_reader && !page.people.empty()) {
    text.emplace_back(Line::with_command("One of them closer, and what would help most: ",
                                         "rel health " + page.people.front().who.facts.person.handle,
                                         Style::dim));
  }
  return text;
}

}  // namespace

View health_view(const HealthPage& page, Format format) {
  View view{.command = "health", .rows_key = "people"};
  view.head = {{"as_of", page.today}, {"capacity", capacity_object(page.capacity)}};
  view.columns = health_columns();
  if (format == Format::text) {
    view.text = page_text(page);
  } else {
    for (const HealthEntry& entry : page.people) view.rows.push_back(health_object(entry, page.today));
  }
  return view;
}

}  // namespace rel::render
