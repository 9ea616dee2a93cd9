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
constexpr int gap_columns = 2;
constexpr int bars_columns = 4 * gap_columns + 7 + 6 + 9 + 8;
constexpr int beside_name = 2 * gap_columns + bars_columns + least_words;

// A narrow terminal shows who needs what, and no bars.
bool has_room_for_bars(const HealthPage& page) {
  return !page.for_reader || page.columns >= least_name + beside_name;
}

// What is not known is blank, not full.
std::string bars_of(const Standing& standing, const HealthParts& parts) {
  std::array<std::optional<double>, 4> values = {std::nullopt, parts.rhythm, parts.depth, parts.promises};
  if (parts.recency) values[0] = silence_bar(standing);
  std::string text;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto width = static_cast<int>(std::strlen(headings[i])) + (i > 0 ? gap_columns : 0);
    const std::string picture = values[i] ? bar(*values[i], part_columns) : "";
    text += text::padded((i > 0 ? std::string(gap_columns, ' ') : "") + picture, width);
  }
  return text;
}

std::string heading() {
  std::string text;
  for (const char* one : headings) text += (text.empty() ? "" : std::string(gap_columns, ' ')) + one;
  return text;
}

Cell figures_of(const HealthEntry& entry, int columns) {
  std::vector<Block> blocks;
  add_indented(blocks, health_figures(entry), 4, columns, Style::dim);
  std::vector<Line> lines;
  for (Block& block : blocks) lines.push_back(std::get<Line>(std::move(block)));
  return lines;
}

Table people_table(const HealthPage& page) {
  const bool bars = has_room_for_bars(page);
  const int names = bars ? std::clamp(page.columns - beside_name, least_name, longest_name) : least_name;
  Table table{.columns = {{.most = names}, {.stretches = true, .cut = true}}, .rows = {}};
  if (bars) {
    table.columns.insert(table.columns.begin() + 1, Column{});
    table.rows.push_back({Cell(), Cell(heading(), Style::heading), Cell()});
  }
  for (const HealthEntry& entry : page.people) {
    std::vector<Cell>& row = table.rows.emplace_back();
    row.emplace_back(entry.who.facts.person.name, Style::strong);
    if (bars) row.emplace_back(bars_of(entry.standing, entry.standing.parts));
    row.push_back(dim(one_line(need_words(entry.who, entry.standing, page.today))));
    if (page.explain) table.rows.push_back({figures_of(entry, page.columns)});
  }
  return table;
}

void add_people(std::vector<Block>& text, const HealthPage& page) {
  if (page.people.empty()) return;
  if (!text.empty()) text.emplace_back(Line());
  text.emplace_back(people_table(page));
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
