#include "commands/find/text.hpp"

#include <algorithm>
#include <limits>
#include <map>

#include "answer/confirm.hpp"
#include "render/phrases.hpp"
#include "store/find.hpp"
#include "text/terminal.hpp"

namespace rel::commands {

namespace {

using store::EntryKind;
using store::Passage;
using store::Reader;

constexpr int widest_name = 18;
constexpr int widest_name_if_narrow = 12;
constexpr int wide_enough = 72;    // columns
constexpr int least_excerpt = 12;  // columns; where a label leaves less, it is left out
constexpr int uncut = std::numeric_limits<int>::max() / 2;
constexpr int gaps = 2 + 3 * 2;  // the indent, and between four columns

/// The text with what was looked for standing out.
std::vector<render::Span> spans(std::string_view text, const text::Wanted& wanted, int columns,
                                render::Style around = render::Style::plain) {
  text::Excerpt cut = text::excerpt(text, wanted, columns);
  return {{std::move(cut.before), around},
          {std::move(cut.match), render::Style::strong},
          {std::move(cut.after), around}};
}

std::string tier_words(const Person& person) {
  if (person.deceased) return "deceased";
  return person.archived             ? "archived"
         : person.tier == Tier::none ? "in no tier"
                                     : render::tier_name(person.tier);
}

/// What else than name and handle a person was found by.
std::string found_by(const Person& person, const std::string& text) {
  const auto among = [&](const std::vector<std::string>& texts) {
    return std::find(texts.begin(), texts.end(), text) != texts.end();
  };
  if (text == person.name || text == person.handle) return "";
  if (among(person.aliases)) return "; also ";
  if (among(person.tags)) return "; tag ";
  return text == person.purpose ? "; why: " : "; ";
}

std::vector<render::Cell> person_row(const Reader& store, const Passage& match, const text::Wanted& wanted) {
  const Person person = store.person(match.id);
  std::vector<render::Span> about = spans(person.handle, wanted, uncut, render::Style::dim);
  about.push_back({", " + tier_words(person), render::Style::dim});
  if (const std::string by = found_by(person, match.text); !by.empty()) {
    about.push_back({by, render::Style::dim});
    for (render::Span& span : spans(match.text, wanted, uncut)) about.push_back(std::move(span));
  }
  return {render::Cell(render::Line(spans(person.name, wanted, uncut))), render::Cell(render::Line(about))};
}

/// What kind of text it is, before it.
std::string label(const Reader& store, const Passage& match) {
  switch (*match.entry) {
    case EntryKind::contact:
      return std::string(word(store.contact(match.id).channel)) + ": ";
    case EntryKind::remark:
      return store.remark(match.id).text == match.text ? "told you: " : "to ask: ";
    case EntryKind::promise:
      return store.promise(match.id).mine ? "you promised: " : "promised you: ";
    case EntryKind::snooze:
      return store.snooze(match.id).why == match.text ? "put off: " : "agreed: ";
    case EntryKind::review:
      return "intended: ";
  }
  return "";
}

/// One entry as it is shown, but for its text.
struct Row {
  std::string day;
  std::string whose;
  std::string label;
  std::string id;
};

/// The names of people, each read once.
class Names {
 public:
  explicit Names(const Reader& store) : store_(store) {}
  const std::string& of(const std::vector<Id>& people) {
    std::string& names = names_[people];
    if (names.empty()) names = people.empty() ? "everyone" : names_of(store_, people);
    return names;
  }

 private:
  const Reader& store_;
  std::map<std::vector<Id>, std::string> names_;
};

Row row_of(const Reader& store, Names& names, const Passage& match, const Call& call) {
  return {.day = render::short_day(match.on, call.today()),
          .whose = names.of(people_of(store, match)),
          .label = label(store, match),
          .id = store.short_id(match.id)};
}

int widest(const std::vector<Row>& rows, std::string Row::*column) {
  int columns = 0;
  for (const Row& row : rows) columns = std::max(columns, text::width(text::escaped(row.*column)));
  return columns;
}

render::Line text_of(const Row& row, const Passage& match, const text::Wanted& wanted, int room) {
  const int beside = room - text::width(row.label);
  if (beside < least_excerpt) return spans(match.text, wanted, std::max(least_excerpt, room));
  std::vector<render::Span> text = spans(match.text, wanted, beside);
  text.insert(text.begin(), {row.label, render::Style::dim});
  return text;
}

render::Table entry_table(const Reader& store, const std::vector<Passage>& entries,
                          const text::Wanted& wanted, const Call& call) {
  const int most_name = call.look.columns < wide_enough ? widest_name_if_narrow : widest_name;
  std::vector<Row> rows;
  Names names(store);
  for (const Passage& match : entries) rows.push_back(row_of(store, names, match, call));
  const int others = gaps + widest(rows, &Row::day) + std::min(widest(rows, &Row::whose), most_name) +
                     widest(rows, &Row::id);
  const int room = call.look.terminal ? call.look.columns - others : uncut;
  render::Table table{.columns = {{}, {.most = most_name}, {.stretches = true}, {}}, .rows = {}};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    table.rows.push_back({render::Cell(rows[i].day, render::Style::dim), render::Cell(rows[i].whose),
                          render::Cell(text_of(rows[i], entries[i], wanted, room)),
                          render::Cell(rows[i].id, render::Style::dim)});
  }
  return table;
}

}  // namespace

std::vector<Id> people_of(const Reader& store, const Passage& match) {
  if (match.group) return store.contact(match.id).with;
  return match.person ? std::vector{*match.person} : std::vector<Id>{};
}

std::vector<render::Block> find_text(const Reader& store, const std::vector<Passage>& matches,
                                     const text::Wanted& wanted, const Call& call) {
  const auto first_entry =
      std::find_if(matches.begin(), matches.end(), [](const Passage& one) { return one.entry.has_value(); });
  std::vector<render::Block> blocks;
  if (first_entry != matches.begin()) {
    render::Table people{.columns = {{}, {.stretches = true}}, .rows = {}};
    for (auto match = matches.begin(); match != first_entry; ++match)
      people.rows.push_back(person_row(store, *match, wanted));
    blocks.emplace_back(std::move(people));
  }
  if (first_entry == matches.end()) return blocks;
  if (!blocks.empty()) blocks.emplace_back(render::Line());
  blocks.emplace_back(entry_table(store, {first_entry, matches.end()}, wanted, call));
  return blocks;
}

}  // namespace rel::commands
