#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "answer/confirm.hpp"
#include "cli/dated_texts.hpp"
#include "cli/typed.hpp"
#include "commands/commands.hpp"
#include "input/naming.hpp"
#include "input/options.hpp"
#include "input/words.hpp"
#include "rel/credit.hpp"
#include "rel/measures.hpp"
#include "render/phrases.hpp"
#include "render/reach.hpp"
#include "store/sums.hpp"
#include "text/joined.hpp"

namespace rel::commands {

namespace {

constexpr cli::OptionSpec show_options[] = {
    {"since", 0, cli::Arity::one, "DATE", "only from that day on", cli::ValueKind::day},
    {"limit", 'n', cli::Arity::one, "N", "only the latest N entries", cli::ValueKind::number},
};

constexpr cli::Example show_examples[] = {
    {"rel show ann", "everything, oldest first"},
    {"rel show ann -n 5", "the latest five entries"},
};

/// One entry of the timeline, for people and for programs.
struct Entry {
  Day on{};
  Id id = 0;
  std::string text;
  std::optional<std::string> note;
  render::Object object;
};

render::Object with_kind(std::string_view kind, render::Object object) {
  // A contact's own kind (tried, missed, owed) keeps a key of its own beside the kind of entry.
  for (auto& [key, value] : object) {
    if (key == "kind") key = "contact_kind";
  }
  object.insert(object.begin(), {"kind", kind});
  return object;
}

std::string state_of(const Promise& promise, Day today) {
  if (promise.kept) return " (kept " + render::near_day(*promise.kept, today) + ")";
  return promise.dropped ? " (dropped)" : "";
}

std::string state_of(const Remark& remark, Day today) {
  return remark.ask_on && remark.done ? " (closed " + render::near_day(*remark.done, today) + ")" : "";
}

std::string contact_text(const store::Reader& store, const Contact& contact, const Person& person,
                         const Sums& sums) {
  std::string text = happened(contact);
  const double w = credit(contact, person);
  if (took_place(contact) && w < 1) text += ", " + render::worth_of(w);
  if (contact.depth) text += ", " + std::string(word(*contact.depth));
  const bool waits = std::find(sums.replies.begin(), sums.replies.end(), contact.id) != sums.replies.end();
  if (waits) text += ", an answer is owed";
  std::vector<Id> others = contact.with;
  std::erase(others, person.id);
  if (!others.empty()) text += ", with " + names_of(store, others);
  if (contact.others > 0)
    text += fmt::format("{}{} more", others.empty() ? ", with " : " and ", contact.others);
  return text;
}

std::vector<Entry> timeline(const store::Reader& store, const Person& person, Day today) {
  const render::HandleOf handle_of = [&](Id id) { return store.handle_of(id); };
  const Sums sums = store::sums_of(store, person);
  std::vector<Entry> entries;
  for (const Contact& contact : store.contacts_of(person.id)) {
    entries.push_back({contact.on, contact.id, contact_text(store, contact, person, sums), contact.note,
                       with_kind("contact", render::entry_object(contact, handle_of))});
  }
  for (const Remark& remark : store.remarks_of(person.id)) {
    entries.push_back({remark.heard, remark.id, sentence(remark) + state_of(remark, today), std::nullopt,
                       with_kind("remark", render::entry_object(remark, handle_of))});
  }
  for (const Promise& promise : store.promises_of(person.id)) {
    entries.push_back({promise.given, promise.id, sentence(promise) + state_of(promise, today), std::nullopt,
                       with_kind("promise", render::entry_object(promise, handle_of))});
  }
  for (const Snooze& snooze : store.snoozes_of(person.id)) {
    entries.push_back({snooze.on, snooze.id, sentence(snooze), std::nullopt,
                       with_kind("snooze", render::entry_object(snooze, handle_of))});
  }
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return std::tie(a.on, a.id) < std::tie(b.on, b.id); });
  return entries;
}

void cut(std::vector<Entry>& entries, const Call& call) {
  if (const auto since = call.args.one("since")) {
    const Day from = cli::require_date(*since, cli::named("since", *since), cli::Tense::past, call.now).day;
    std::erase_if(entries, [&](const Entry& entry) { return entry.on < from; });
  }
  const auto limit = static_cast<std::size_t>(limit_option(call).value_or(no_limit));
  if (entries.size() > limit)
    entries.erase(entries.begin(), entries.end() - static_cast<std::ptrdiff_t>(limit));
}

void add_fact(render::Table& table, const char* name, render::Line value) {
  const bool any = std::any_of(value.spans.begin(), value.spans.end(),
                               [](const render::Span& span) { return !span.text.empty(); });
  if (any) table.rows.push_back({render::Cell(name, render::Style::dim), render::Cell(std::move(value))});
}

std::string yearly(const YearlyDate& date) {
  std::string text = fmt::format("{} {:02}-{:02}", date.name, date.month, date.day);
  return date.year ? fmt::format("{} ({})", text, *date.year) : text;
}

std::string clock_of(const store::Reader& store, const Person& person, const Call& call) {
  std::string text = person.tier == Tier::none ? "in no tier"
                                               : "tier " + render::tier_name(person.tier) + ", every " +
                                                     render::counted(target_of(person, call.settings), "day");
  if (const auto rhythm = own_rhythm(store::sums_of(store, person))) {
    text += "; a full talk about every " +
            render::counted(std::max(1, static_cast<int>(std::lround(*rhythm))), "day");
  }
  return text;
}

std::string last_talked(const store::Reader& store, const Person& person, Day today) {
  const auto day = store::sums_of(store, person).last_talked();
  return day ? render::weekday_and_day(*day, today) : "";
}

render::Table facts_of(const store::Reader& store, const Person& person, const Call& call) {
  render::Table table{.columns = {{}, {.stretches = true}}, .rows = {}};
  add_fact(table, "talked", last_talked(store, person, call.today()));
  add_fact(table, "clock", clock_of(store, person, call));
  add_fact(table, "now", next_due(store, person, call));
  add_fact(table, "why", person.purpose.value_or(""));
  add_fact(table, "reach", render::reach_line(person));
  add_fact(table, "also", text::joined(person.aliases, ", "));
  add_fact(table, "tags", text::joined(person.tags, ", "));
  add_fact(table, "dates", text::joined(person.dates, ", ", yearly));
  add_fact(table, "real by", text::joined(person.real_by, ", ", [](Channel one) { return word(one); }));
  return table;
}

render::Table table_of(const store::Reader& store, const std::vector<Entry>& entries, Day today) {
  render::Table table{.columns = {{}, {.stretches = true}, {}}, .rows = {}};
  for (const Entry& entry : entries) {
    table.rows.push_back({render::Cell(render::weekday_and_day(entry.on, today), render::Style::dim),
                          render::Cell(entry.text),
                          render::Cell(store.short_id(entry.id), render::Style::dim)});
    if (!entry.note) continue;
    for (std::size_t begin = 0; begin < entry.note->size();) {
      const std::size_t end = std::min(entry.note->find('\n', begin), entry.note->size());
      table.rows.push_back(
          {render::Cell(""), render::Cell("  " + entry.note->substr(begin, end - begin)), render::Cell("")});
      begin = end + 1;
    }
  }
  return table;
}

Exit run_show(Call& call) {
  if (call.args.words.empty()) throw UsageError("show: whom?", "rel show ann");
  const std::string who = joined_words(call, 0);
  auto store = call.open_to_read();
  if (!store) throw NotFound(cli::named(who) + ": nobody is in the file yet", "rel add \"Ann Lee\"");
  const Person person = store->person(find_person(*store, who).person);
  std::vector<Entry> entries = timeline(*store, person, call.today());
  cut(entries, call);

  render::View view{
      .command = "show", .head = {{"person", render::person_object(person)}}, .rows_key = "entries"};
  view.columns = render::entry_columns();
  view.text.emplace_back(render::Line({{person.name, render::Style::strong},
                                       {"  " + person.handle +
                                            (person.deceased   ? ", deceased"
                                             : person.archived ? ", archived"
                                                               : ""),
                                        render::Style::dim}}));
  view.text.emplace_back(facts_of(*store, person, call));
  if (!entries.empty()) {
    view.text.emplace_back(render::Line());
    view.text.emplace_back(table_of(*store, entries, call.today()));
  }
  for (Entry& entry : entries) view.rows.push_back(std::move(entry.object));
  call.show(view);
  return Exit::done;
}

}  // namespace

const Command show_command = {
    {.name = "show",
     .group = cli::Group::people,
     .words = "WHO",
     .summary = "everything about one person, in one timeline",
     .prose = "Contacts, remarks, promises and snoozes, oldest first, each with its id.",
     .options = show_options,
     .examples = show_examples},
    run_show,
    false};

}  // namespace rel::commands
