#include "render/due_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <span>

#include "rel/brief.hpp"
#include "render/due_object.hpp"
#include "render/phrases.hpp"
#include "text/joined.hpp"

namespace rel::render {

namespace {

constexpr int days_without_review = 31;
constexpr const char* before_you_call = "before you call: rel prep";

Cell reach(const Person& person) {
  if (!person.phones.empty()) return {person.phones.front(), Style::reach};
  return person.emails.empty() ? Cell() : Cell(person.emails.front(), Style::reach);
}

Cell name_cell(const DueItem& item) {
  return {item.facts.person.name, Style::strong};
}

Cell id_cell(const std::optional<Id>& id, const ShortId& short_id) {
  return id ? Cell(short_id(*id), Style::dim) : Cell();
}

std::string figures(const DueItem& item) {
  std::string text = fmt::format("{} {:.2f}, urgency {:.2f}", word(item.clock), item.ratio, item.urgency);
  if (item.silence) text += fmt::format(", silence {:.1f}", *item.silence);
  if (item.target) text += fmt::format(" of {}", *item.target);
  if (item.unusual) text += fmt::format(", unusual {:.3f}", *item.unusual);
  return text + fmt::format(", about {} min", item.minutes);
}

/// Whether an ask of theirs says what they told last.
bool asked_about(const DueItem& item) {
  return std::ranges::any_of(item.facts.asks,
                             [&](const Remark& ask) { return ask.text == item.facts.last_remark->text; });
}

/// What helps with someone who was long enough ago, under the reason.
std::vector<std::string> hints(const DueItem& item, const DuePage& page) {
  std::vector<std::string> lines;
  const auto add = [&](std::string line) {
    if (!line.empty()) lines.push_back(std::move(line));
  };
  const Sums& sums = item.facts.sums;
  add(call_instead(sums));
  add(put_off(item.facts.postponements, page.today));
  if (item.facts.last_remark && is_news(*item.facts.last_remark, page.today) && !asked_about(item))
    add("told you: " + one_line(item.facts.last_remark->text));
  if (page.minutes && item.facts.person.tier != Tier::very_high) add("about " + length(item.minutes));
  if (page.minutes && item.facts.person.tier == Tier::very_high) add("take your time");
  return lines;
}

void add_row(Table& table, Cell name, Cell text, Cell id, Cell where) {
  std::vector<Cell>& row = table.rows.emplace_back();
  row.reserve(4);
  for (Cell* cell : {&name, &text, &id, &where}) row.push_back(std::move(*cell));
}

void add_hints(Table& table, const DueItem& item, const DuePage& page) {
  for (std::string& hint : hints(item, page)) add_row(table, {}, dim(std::move(hint)), {}, {});
}

void add_figures(Table& table, const DueItem& item, const DuePage& page) {
  if (page.explain) add_row(table, {}, dim(figures(item)), {}, {});
}

// Everything of theirs that rings, each on a row of its own so that its id stands beside it.
void add_dated(Table& table, const DueItem& item, const DuePage& page, const ShortId& short_id) {
  bool first = true;
  for (const OpenItem& open : item.open) {
    if (open.ratio < 1) continue;
    add_row(table, first ? name_cell(item) : Cell(), open_reason(open, item, page.today),
            id_cell(open.id, short_id), first ? reach(item.facts.person) : Cell());
    first = false;
  }
  if (item.silence_due) {
    add_row(table, {}, silence_reason(item, page.today), {}, {});
    add_hints(table, item, page);
  }
  add_figures(table, item, page);
}

void add_silent(Table& table, const DueItem& item, const DuePage& page) {
  add_row(table, name_cell(item), silence_reason(item, page.today), {}, reach(item.facts.person));
  add_hints(table, item, page);
  add_figures(table, item, page);
}

void add_heading(Table& table, const std::string& text) {
  if (!table.rows.empty()) table.rows.push_back({Cell("")});
  table.rows.push_back({Cell(text, Style::heading)});
}

std::string heading(const std::string& text, const std::optional<Day>& ahead, Day today) {
  return ahead ? weekday_and_day(*ahead, today) : text;
}

/// The two groups of one day; a day ahead has its date as heading instead.
void add_groups(Table& table, std::span<const DueItem* const> items, const DuePage& page,
                std::optional<Day> ahead, const ShortId& short_id) {
  const bool welcome_back = page.days_away && !ahead;
  bool dated = false;
  for (const DueItem* item : items) {
    if (!item->has_day()) continue;
    if (!dated) add_heading(table, heading("Has a day", ahead, page.today));
    dated = true;
    add_dated(table, *item, page, short_id);
  }
  bool silent = false;
  for (const DueItem* item : items) {
    if (item->has_day()) continue;
    if (!silent && !(dated && ahead)) {
      add_heading(table, heading(welcome_back ? "Begin with" : "Long enough ago", ahead, page.today));
    }
    silent = true;
    add_silent(table, *item, page);
  }
}

/// All that is shown, day by day.
std::vector<const DueItem*> by_day(const DuePage& page) {
  std::vector<const DueItem*> items;
  for (const DueItem& item : page.shown) items.push_back(&item);
  for (const DueItem& item : page.later) items.push_back(&item);
  std::ranges::stable_sort(items, {}, [](const DueItem* item) { return item->due_on; });
  return items;
}

Table list_of(const DuePage& page, const ShortId& short_id) {
  Table table{.columns = {{.most = 22}, {.stretches = true}, {}, {.most = 26}}, .rows = {}};
  const std::vector<const DueItem*> items = by_day(page);
  for (std::span left(items); !left.empty();) {
    const Day day = left.front()->due_on;
    const auto end = std::ranges::find_if(left, [&](const DueItem* item) { return item->due_on != day; });
    const auto of_day = static_cast<std::size_t>(end - left.begin());
    add_groups(table, left.first(of_day), page, day > page.today ? std::optional(day) : std::nullopt,
               short_id);
    left = left.subspan(of_day);
  }
  return table;
}

std::string names_of(const std::vector<DueItem>& items) {
  return text::joined(items, ", ", [](const DueItem& item) { return item.facts.person.name; });
}

void add_left(std::vector<Block>& text, const DuePage& page) {
  if (page.left.empty()) return;
  const auto count = static_cast<int>(page.left.size());
  text.emplace_back(Line());
  if (page.minutes) {
    text.emplace_back(
        dim(fmt::format("Did not fit into {}: {}", length(*page.minutes), names_of(page.left))));
  } else if (page.only_first) {
    text.emplace_back(dim(fmt::format("{} more: rel due", count)));
  } else if (page.days_away) {
    text.emplace_back(Line(fmt::format("{} more went quiet while you were away.", count)));
    text.emplace_back(dim("Two or three a day is plenty: rel due --all"));
  } else {
    const std::string more = fmt::format("{} more can wait a little: rel due --all", count);
    text.emplace_back(dim(page.for_reader ? fmt::format("{:<55}{}", more, before_you_call) : more));
  }
}

void add_tried(std::vector<Block>& text, const DuePage& page) {
  if (page.tried_today.empty()) return;
  text.emplace_back(Line());
  text.emplace_back(dim("Tried today, again tomorrow: " + text::joined(page.tried_today, ", ")));
}

// Not once a year: said when the last look back, or the beginning, is more than a month ago.
void add_review(std::vector<Block>& text, const DuePage& page) {
  const auto since = page.looked_back ? page.looked_back : page.began;
  const int days = since ? days_between(*since, page.today) : 0;
  if (days <= days_without_review) return;
  const std::string ago = days < 60 ? fmt::format("{} weeks", days / 7) : fmt::format("{} months", days / 30);
  text.emplace_back(Line());
  text.emplace_back(dim(page.looked_back
                            ? fmt::format("last review {} ago: rel review", ago)
                            : fmt::format("first entry {} ago, no review yet: rel review", ago)));
}

void add_next(std::vector<Block>& text, const DuePage& page) {
  if (page.next.empty()) return;
  Table table{.columns = {{}, {.most = 22}, {.stretches = true}}, .rows = {}};
  for (const DueItem& item : page.next) {
    table.rows.push_back(
        {Cell(weekday_and_day(item.due_on, page.today), Style::dim), Cell(item.facts.person.name),
         Cell(item.clock == Clock::silence ? counted(item.target.value_or(0), "day") : first_open(item))});
  }
  text.emplace_back(Line());
  text.emplace_back(std::move(table));
}

std::vector<Block> quiet_day(const DuePage& page) {
  if (page.people <= 0) return newcomers_words();
  std::vector<Block> text = {Line("Nobody is waiting.", Style::strong)};
  if (page.away_until) {
    text.emplace_back(
        dim(fmt::format("You are away until {}.", weekday_and_day(*page.away_until, page.today))));
  }
  if (!page.anyone_in_a_tier) {
    text.emplace_back(Line());
    text.emplace_back(Line("Nobody is in a tier yet: rel edit opens everyone as a sheet to choose from."));
  }
  add_next(text, page);
  add_tried(text, page);
  add_review(text, page);
  return text;
}

void add_footer(std::vector<Block>& text, const DuePage& page) {
  const bool said = !page.left.empty() && !page.minutes;  // beside who can wait, or not on coming back
  if (!page.for_reader || page.shown.empty() || said) return;
  text.emplace_back(Line());
  text.emplace_back(dim(before_you_call));
}

Line title(const DuePage& page) {
  std::vector<Span> spans = {{long_day(page.today), Style::strong}};
  if (page.days_away)
    spans.push_back({fmt::format("   back after {}", counted(*page.days_away, "day")), Style::dim});
  return spans;
}

std::vector<Block> names_only(const DuePage& page) {
  std::vector<Block> text;
  for (const DueItem& item : page.shown) text.emplace_back(Line(item.facts.person.name));
  return text;
}

std::vector<Block> page_text(const DuePage& page, const ShortId& short_id) {
  if (page.discreet) return names_only(page);
  if (page.shown.empty() && page.left.empty())
    return page.for_reader ? quiet_day(page) : std::vector<Block>{};
  std::vector<Block> text = {title(page)};
  if (!page.shown.empty()) {
    text.emplace_back(Line());
    text.emplace_back(list_of(page, short_id));
  }
  add_left(text, page);
  add_tried(text, page);
  add_review(text, page);
  add_footer(text, page);
  return text;
}

int total_minutes(const DuePage& page) {
  const auto add = [](int sum, const DueItem& item) { return sum + item.minutes; };
  return std::accumulate(page.left.begin(), page.left.end(),
                         std::accumulate(page.shown.begin(), page.shown.end(), 0, add), add);
}

Object totals(const DuePage& page) {
  return {{"as_of", page.today}, {"waiting", page.waiting()}, {"minutes", total_minutes(page)}};
}

void add_soft(Object& head, const DuePage& page) {
  List soft;
  for (const SoftSign& sign : page.soft) soft.emplace_back(soft_object(sign, page.today));
  List week;
  for (const WeekDay& day : page.week) week.emplace_back(week_object(day));
  head.emplace_back("soft", std::move(soft));
  head.emplace_back("week", std::move(week));
}

}  // namespace

std::vector<Block> newcomers_words() {
  Table next{.columns = {{}, {.stretches = true}}, .rows = {}};
  next.rows = {{"rel add \"Ann Lee\" --tier 1", "someone to talk with weekly"},
               {"rel import contacts.vcf", "or your address book"},
               {"rel log ann call 45m \"...\"", "after you talked"},
               {"rel", "each morning: whom to call"}};
  return {Line("Nobody is in rel yet. Begin with who matters:", Style::strong), std::move(next)};
}

View due_view(const DuePage& page, Format format, const ShortId& short_id) {
  View view{.command = "due", .head = totals(page), .rows_key = "items"};
  view.columns = {"handle",        "name",      "tier",         "urgency",        "ratio",       "clock",
                  "due_on",        "reason",    "silence_days", "last_talk_days", "target_days", "long",
                  "touches_since", "postponed", "unusual",      "minutes",        "phone",       "email"};
  if (format == Format::json) add_soft(view.head, page);
  if (format == Format::text) {
    view.text = page_text(page, short_id);
  } else {
    view.later_rows = {page.shown.size(), [&page](const TakeRow& take) {
                         for (const DueItem& item : page.shown) take(due_object(item, page.today));
                       }};
  }
  return view;
}

View count_view(const DuePage& page) {
  return {.command = "due",
          .head = totals(page),
          .columns = {"waiting", "minutes"},
          .rows = {totals(page)},
          .text = {Line(std::to_string(page.waiting()))}};
}

}  // namespace rel::render
