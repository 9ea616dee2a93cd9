#include "render/due_screen.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "rel/brief.hpp"
#include "render/phrases.hpp"
#include "text/joined.hpp"

namespace rel::render {

namespace {

constexpr int days_without_review = 31;
constexpr const char* before_you_call = "before you call: rel prep";

/// How much room there is.
struct Room {
  bool second_lines = true;  ///< what helps stands under each person
  std::size_t catch_up = 0;  ///< at most so many of those whose silence rings
};

Cell reach(const Person& person) {
  if (!person.phones.empty()) return {person.phones.front(), Style::reach};
  return person.emails.empty() ? Cell() : Cell(person.emails.front(), Style::reach);
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

void add_row(Table& table, Cell name, Cell text, Cell where) {
  std::vector<Cell>& row = table.rows.emplace_back();
  row.reserve(3);
  for (Cell* cell : {&name, &text, &where}) row.push_back(std::move(*cell));
}

void add_heading(Table& table, const std::string& text) {
  if (!table.rows.empty()) table.rows.push_back({Cell("")});
  table.rows.push_back({Cell(text, Style::heading)});
}

/// The rows of one page.
class Rows {
 public:
  Rows(Table& table, const DuePage& page, const Room& room) : table_(table), page_(page), room_(room) {}

  /// Somebody with something that has a day: each thing on a line, or the first for all.
  void add_dated(const DueItem& item) {
    std::vector<std::string> reasons;
    for (const OpenItem& open : item.open) {
      if (open.ratio >= 1) reasons.push_back(open_reason(open, item, page_.today));
    }
    if (item.silence_due) reasons.push_back(catch_up_reason(item, page_.today));
    const std::size_t more = reasons.size() - 1;
    if (!room_.second_lines && more > 0)
      reasons = {fmt::format("{}; {} more", reasons.front(), number_word(static_cast<int>(more)))};
    for (std::size_t i = 0; i < reasons.size(); ++i) {
      add_row(table_, i == 0 ? name(item) : Cell(), reasons[i], i == 0 ? reach(item.facts.person) : Cell());
    }
    if (item.silence_due) add_hints(item);
    add_figures(item);
  }

  void add_silent(const DueItem& item) {
    add_row(table_, name(item), catch_up_reason(item, page_.today), reach(item.facts.person));
    add_hints(item);
    add_figures(item);
  }

 private:
  static Cell name(const DueItem& item) { return {item.facts.person.name, Style::strong}; }

  /// What they told last, what stands in the way, how long to expect it to take.
  void add_hints(const DueItem& item) {
    if (!room_.second_lines) return;
    const auto add = [&](const std::string& line) {
      if (!line.empty()) add_row(table_, {}, dim(line), {});
    };
    if (!item.facts.postponements.empty() && item.facts.postponements.back().why)
      add("put off: " + one_line(*item.facts.postponements.back().why));
    if (item.facts.last_remark && is_news(*item.facts.last_remark, page_.today) && !asked_about(item))
      add("told you: " + one_line(item.facts.last_remark->text));
    if (page_.minutes) {
      const bool dearest = item.facts.person.tier == Tier::very_high;
      add(dearest ? "take your time" : "about " + length(item.minutes));
    }
  }

  void add_figures(const DueItem& item) {
    if (page_.explain) add_row(table_, {}, dim(figures(item)), {});
  }

  Table& table_;
  const DuePage& page_;
  const Room& room_;
};

/// Both groups of one day; a day ahead has its date as heading instead.
void add_groups(Table& table, std::span<const DueItem* const> items, const DuePage& page, const Room& room,
                bool ahead) {
  Rows rows(table, page, room);
  const Day day = items.front()->due_on;
  const auto heading = [&](const char* today) {
    add_heading(table, ahead ? weekday_and_day(day, page.today) : std::string(today));
  };
  bool dated = false;
  for (const DueItem* item : items) {
    if (!item->has_day()) continue;
    if (!dated) heading("Today");
    dated = true;
    rows.add_dated(*item);
  }
  std::size_t silent = 0;
  for (const DueItem* item : items) {
    if (item->has_day() || (!ahead && silent == room.catch_up)) continue;
    if (silent == 0 && !(dated && ahead)) heading(page.catching_up ? "Begin with" : "Catch up");
    ++silent;
    rows.add_silent(*item);
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

void add_soft(Table& table, const DuePage& page) {
  if (page.soft.empty() || page.only_first) return;
  add_heading(table, "Getting quiet");
  for (const SoftSign& sign : page.soft)
    add_row(table, Cell(sign.facts.person.name), soft_reason(sign, page.today), reach(sign.facts.person));
}

Table list_of(const DuePage& page, const Room& room) {
  Table table{.columns = {{.most = 22}, {.stretches = true, .cut = !room.second_lines}, {.most = 26}},
              .rows = {}};
  const std::vector<const DueItem*> items = by_day(page);
  for (std::span left(items); !left.empty();) {
    const Day day = left.front()->due_on;
    const auto end = std::ranges::find_if(left, [&](const DueItem* item) { return item->due_on != day; });
    const auto of_day = static_cast<std::size_t>(end - left.begin());
    add_groups(table, left.first(of_day), page, room, day > page.today);
    left = left.subspan(of_day);
  }
  add_soft(table, page);
  return table;
}

std::string names_of(const std::vector<DueItem>& items) {
  return text::joined(items, ", ", [](const DueItem& item) { return item.facts.person.name; });
}

std::string week_day(const WeekDay& day) {
  const std::string& name = day.facts.person.name;
  const std::string when = weekday_name(day.on).substr(0, 3);
  return day.item.clock == Clock::date ? fmt::format("{}'s {} {}", name, week_text(day), when)
                                       : fmt::format("{} with {} {}", week_text(day), name, when);
}

void add_week(std::vector<Block>& text, const DuePage& page) {
  if (page.week.empty() || page.minutes || !page.later.empty()) return;
  text.emplace_back(Line());
  text.emplace_back(Line("This week  " + text::joined(page.week, " · ", week_day)));
}

void add_long(std::vector<Block>& text, const DuePage& page) {
  const DueItem* named = named_of_long(page.quiet_for_long, page.today);
  if (!named) return;
  const auto others = static_cast<int>(page.quiet_for_long.size()) - 1;
  const auto last = named->facts.sums.last_talked();
  std::string line = "Quiet for long: " + named->facts.person.name;
  if (last) line += fmt::format(", {}", counted(days_between(*last, page.today), "day"));
  if (others > 0) line += fmt::format(", and {} more", number_word(others));
  text.emplace_back(Line());
  text.emplace_back(Line::with_command(line + ": ", "rel review", Style::dim));
}

/// What is to be done next, and how many more there are.
void add_next_step(std::vector<Block>& text, const DuePage& page, std::size_t cut) {
  const auto more = static_cast<int>(page.left.size() + cut);
  if (page.minutes && more > 0) {
    text.emplace_back(Line());
    text.emplace_back(
        dim(fmt::format("Did not fit into {}: {}", length(*page.minutes), names_of(page.left))));
    return;
  }
  std::string line = page.for_reader && !page.only_first && !page.shown.empty() ? before_you_call : "";
  if (more > 0) {
    const std::string rest = fmt::format("{} more: {}", more, page.only_first ? "rel due" : "rel due --all");
    line = line.empty() ? rest : fmt::format("{:<55}{}", line, rest);
  }
  if (line.empty()) return;
  text.emplace_back(Line());
  text.emplace_back(dim(line));
}

void add_older(std::vector<Block>& text, const DuePage& page) {
  if (page.older.empty()) return;
  const auto count = static_cast<int>(page.older.size());
  text.emplace_back(Line());
  text.emplace_back(Line::with_command(
      fmt::format("{} {} older than two weeks: ", count, count == 1 ? "thing is" : "things are"),
      "rel due --all", Style::dim));
}

void add_tried(std::vector<Block>& text, const DuePage& page) {
  if (page.tried_today.empty()) return;
  text.emplace_back(Line());
  text.emplace_back(dim("Tried today, again tomorrow: " + text::joined(page.tried_today, ", ")));
}

// On the first day of a week, when the last look back, or the beginning, is more than a month ago.
void add_review(std::vector<Block>& text, const DuePage& page) {
  const auto since = page.looked_back ? page.looked_back : page.began;
  const int days = since ? days_between(*since, page.today) : 0;
  if (days <= days_without_review || date::weekday{page.today} != date::Monday) return;
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
  if (!page.soft.empty()) {
    text.emplace_back(Line());
    text.emplace_back(list_of(page, {}));
  }
  add_next(text, page);
  add_tried(text, page);
  add_review(text, page);
  return text;
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

std::vector<Block> screen(const DuePage& page, const Room& room) {
  std::vector<Block> text = {title(page)};
  if (!page.shown.empty() || !page.soft.empty()) {
    text.emplace_back(Line());
    text.emplace_back(list_of(page, room));
  }
  if (!page.only_first) {
    add_week(text, page);
    add_older(text, page);
    add_long(text, page);
  }
  add_tried(text, page);
  add_review(text, page);
  const std::size_t silent = page.silent();
  add_next_step(text, page, silent - std::min(silent, room.catch_up));
  return text;
}

int lines_of(const std::vector<Block>& text, const Look& look) {
  const std::string shown = render_text(text, look);
  return static_cast<int>(std::ranges::count(shown, '\n'));
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

std::vector<Block> due_screen(const DuePage& page, const Look& look) {
  if (page.discreet) return names_only(page);
  if (page.waiting() == 0) return page.for_reader ? quiet_day(page) : std::vector<Block>{};
  Room room{.catch_up = page.silent()};
  std::vector<Block> text = screen(page, room);
  if (!look.terminal || look.rows == 0) return text;
  const auto too_long = [&] { return lines_of(text, look) - (look.rows - 1); };  // the prompt has a line, too
  if (too_long() <= 0) return text;
  room.second_lines = false;
  text = screen(page, room);
  if (const int excess = too_long(); excess > 0 && page.may_be_cut) {
    room.catch_up -= std::min(room.catch_up, static_cast<std::size_t>(excess));
    text = screen(page, room);
  }
  return text;
}

}  // namespace rel::render
