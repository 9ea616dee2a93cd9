#include "render/health_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "render/bars.hpp"
#include "render/capacity_text.hpp"
#include "render/health_words.hpp"
#include "render/indented.hpp"
#include "render/phrases.hpp"
#include "text/joined.hpp"
#include "text/terminal.hpp"

namespace rel::render {

namespace {

constexpr int part_columns = 6;
constexpr int least_name = 8;
constexpr int longest_name = 22;
constexpr int least_words = 20;  // columns for what is needed, on a terminal
constexpr std::array headings = {"silence", "rhythm", "said deep", "promises"};
constexpr int indent = 2;
constexpr int bars_columns = 4 * indent + 7 + 6 + 9 + 8;

// A narrow terminal shows who needs what, and no bars.
bool has_room_for_bars(const HealthPage& page) {
  return !page.for_reader || page.columns >= 2 * indent + least_name + bars_columns + least_words;
}

int name_columns(const HealthPage& page) {
  int longest = 0;
  for (const HealthEntry& entry : page.people)
    longest = std::max(longest, text::width(text::escaped(entry.who.facts.person.name)));
  if (!page.for_reader) return longest;
  const int beside = 2 * indent + least_words + (has_room_for_bars(page) ? bars_columns : 0);
  return std::min({longest, longest_name, std::max(least_name, page.columns - beside)});
}

// What is not known is blank, not full.
std::string bars_of(const Standing& standing, const HealthParts& parts) {
  std::array<std::optional<double>, 4> values = {std::nullopt, parts.rhythm, parts.depth, parts.promises};
  if (parts.recency) values[0] = silence_bar(standing);
  std::string text;
  for (std::size_t i = 0; i < values.size(); ++i) {
    text += std::string(indent, ' ') + text::padded(values[i] ? bar(*values[i], part_columns) : "",
                                                    static_cast<int>(std::strlen(headings[i])));
  }
  return text;
}

Line heading(int names) {
  std::string text(static_cast<std::size_t>(indent + names), ' ');
  for (const char* one : headings) text += std::string(indent, ' ') + one;
  return {text, Style::heading};
}

Line line_of(const HealthEntry& entry, const HealthPage& page, int names) {
  const auto cut = [&](const std::string& text, int columns) {
    return page.for_reader ? text::shortened(text, std::max(1, columns)) : text;
  };
  const bool bars = has_room_for_bars(page);
  const std::string name = cut(text::escaped(entry.who.facts.person.name), names);
  const std::string words = text::escaped(one_line(need_words(entry.who, entry.standing, page.today)));
  const int left = page.columns - indent - names - indent - (bars ? bars_columns : 0);
  return Line({{std::string(indent, ' ') + text::padded(name, names), Style::strong},
               {bars ? bars_of(entry.standing, entry.standing.parts) : ""},
               {std::string(indent, ' ') + cut(words, left), Style::dim}});
}

void add_people(std::vector<Block>& text, const HealthPage& page) {
  if (page.people.empty()) return;
  if (!text.empty()) text.emplace_back(Line());
  const int names = name_columns(page);
  if (has_room_for_bars(page)) text.emplace_back(heading(names));
  for (const HealthEntry& entry : page.people) {
    text.emplace_back(line_of(entry, page, names));
    if (page.explain) add_indented(text, health_figures(entry), 4, page.columns, Style::dim);
  }
}

// Those who take no line.
void add_counted(std::vector<Block>& text, const HealthPage& page) {
  std::vector<std::string> parts;
  if (page.left > 0) parts.push_back(fmt::format("{} more", page.left));
  if (page.fine > 0)
    parts.push_back(fmt::format("{} {} as you wanted", page.fine, page.fine == 1 ? "is" : "are"));
  if (page.without_talk > 0) parts.push_back(fmt::format("{} without a talk yet", page.without_talk));
  if (parts.empty()) return;
  text.emplace_back(
      Line::with_command("  " + text::joined(parts, ", ") + ": ", "rel health --all", Style::dim));
}

void add_capacity(std::vector<Block>& text, const Capacity& capacity) {
  if (capacity.late.empty()) return;
  text.emplace_back(Line(capacity_sentence(capacity)));
  for (const std::string& command : easier_commands(capacity))
    text.emplace_back(Line::with_command("  to ask for less: ", command, Style::dim));
}

std::vector<Block> page_text(const HealthPage& page) {
  std::vector<Block> text;
  if (!page.anyone) {
    if (!page.for_reader) return text;
    text.emplace_back(Line(capacity_sentence(page.capacity)));
    text.emplace_back(dim("rel edit opens everyone as a sheet to choose from."));
    return text;
  }
  add_capacity(text, page.capacity);
  add_people(text, page);
  add_counted(text, page);
  if (text.empty() && page.for_reader) text.emplace_back(Line("Nobody fits."));
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
