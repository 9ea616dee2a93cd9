#include "commands/import/summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "cli/typed.hpp"
#include "identity/duplicates.hpp"
#include "render/objects.hpp"
#include "render/phrases.hpp"
#include "text/fold.hpp"
#include "text/joined.hpp"

namespace rel::commands {

namespace {

std::vector<std::pair<std::string, std::size_t>> most_first(
    const std::map<std::string, std::size_t>& counts) {
  std::vector<std::pair<std::string, std::size_t>> sorted(counts.begin(), counts.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  return sorted;
}

/// `Ann Lee, Bo Chen and 3 more`; empty where it is nobody's.
std::string some_of(const std::vector<std::string>& names, std::size_t most) {
  std::string text = text::joined(std::span(names).first(std::min(most, names.size())), ", ");
  if (names.size() > most) text += fmt::format(" and {} more", names.size() - most);
  return text;
}

constexpr std::size_t most_whose = 3;  // names behind a reason

std::vector<std::pair<std::string_view, const formats::Dropped*>> most_first(const formats::Drops& drops) {
  std::vector<std::pair<std::string_view, const formats::Dropped*>> sorted;
  for (const auto& [what, dropped] : drops) sorted.emplace_back(what, &dropped);
  std::ranges::stable_sort(sorted, std::greater<>(), [](const auto& one) { return one.second->times; });
  return sorted;
}

std::string what_was_dropped(const Import& import) {
  std::string text;
  for (const auto& [what, dropped] : most_first(import.dropped)) {
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", dropped->times, what);
    if (!dropped->whose.empty()) text += fmt::format(" ({})", some_of(dropped->whose, most_whose));
  }
  return text;
}

render::List objects_of(const formats::Drops& drops) {
  render::List list;
  for (const auto& [what, dropped] : most_first(drops))
    list.emplace_back(render::Object{{"what", what}, {"times", dropped->times}, {"whose", dropped->whose}});
  return list;
}

/// Who may be meant by a name that nobody has: the one person whose first name it is.
class FirstNames {
 public:
  explicit FirstNames(const Import& import) {
    if (import.strangers.empty()) return;
    for (const Person& person : import.change.people()) {
      const std::vector<std::string> words = text::words(text::fold_name(person.name));
      if (words.empty()) continue;
      const auto [place, fresh] = handles_.try_emplace(words.front(), person.handle);
      if (!fresh) place->second.clear();
    }
  }

  std::string handle(const std::string& stranger) const {
    const std::vector<std::string> words = text::words(text::fold_name(stranger));
    const auto found = words.size() == 1 ? handles_.find(words.front()) : handles_.end();
    return found == handles_.end() ? std::string() : found->second;
  }

 private:
  std::map<std::string, std::string> handles_;  // by first name; empty where several have it
};

render::List stranger_objects(const Import& import, const FirstNames& first_names) {
  render::List list;
  for (const auto& [name, times] : most_first(import.strangers)) {
    const std::string handle = first_names.handle(name);
    list.emplace_back(render::Object{{"name", name},
                                     {"times", times},
                                     {"may_be", handle.empty() ? render::Value() : render::Value(handle)}});
  }
  return list;
}

/// Whom nobody here knows, those with the most first, and how to say who they are.
void list_strangers(std::vector<render::Block>& text, const Import& import, const FirstNames& first_names) {
  if (import.strangers.empty()) return;
  constexpr std::size_t most_named = 20;
  const auto line = [&](const std::string& what) {
    text.emplace_back(render::Line("  " + what, render::Style::dim));
  };
  line(fmt::format("unknown here: {}; --as 'NAME=WHO', or rel edit WHO --phone, --email, --alias",
                   import.strangers.size()));
  std::size_t named = 0;
  for (const auto& [name, times] : most_first(import.strangers)) {
    if (named++ == most_named) break;
    const std::string handle = first_names.handle(name);
    const std::string hint =
        handle.empty() ? "" : fmt::format(": --as {}?", cli::shell_word(name + '=' + handle));
    line(fmt::format("  {} ({}){}", name, times, hint));
  }
  if (import.strangers.size() > most_named)
    line(fmt::format("  and {} more (--format json names them all)", import.strangers.size() - most_named));
}

/// `3 people, 1 contact`, where more than people came.
std::string kinds_added(const Import& import) {
  static constexpr std::pair<std::string_view, std::string_view> kinds[] = {
      {"people", "person"},    {"contacts", "contact"}, {"remarks", "remark"},
      {"promises", "promise"}, {"snoozes", "snooze"},   {"reviews", "review"}};
  std::string text;
  for (const auto& [several, one] : kinds) {
    const auto found = import.added.find(several);
    if (found == import.added.end() || found->second == 0) continue;
    text +=
        fmt::format("{}{} {}", text.empty() ? "" : ", ", found->second, found->second == 1 ? one : several);
  }
  return text;
}

std::size_t total(const std::map<std::string_view, std::size_t>& counts) {
  std::size_t sum = 0;
  for (const auto& [kind, count] : counts) sum += count;
  return sum;
}

std::size_t total(const formats::Drops& drops) {
  std::size_t sum = 0;
  for (const auto& [what, dropped] : drops) sum += dropped.times;
  return sum;
}

/// A line for each reason.
void list_what_was_skipped(std::vector<render::Block>& text, const Import& import) {
  const auto line = [&](const std::string& what) {
    text.emplace_back(render::Line("  " + what, render::Style::dim));
  };
  if (import.left_out > 0) line(fmt::format("skipped: left out by --only ({})", import.left_out));
  for (const auto& [what, left] : most_first(import.passed_over)) {
    const std::string whose = left->whose.empty() ? "" : ": " + some_of(left->whose, most_whose);
    line(fmt::format("skipped: {} ({}){}", what, left->times, whose));
  }
  if (!import.files_passed_over.empty()) {
    const std::vector<std::string> names(import.files_passed_over.begin(), import.files_passed_over.end());
    line(fmt::format("skipped: files that rel does not read: {} ({})", some_of(names, 5), names.size()));
  }
}

void list_what_stayed(std::vector<render::Block>& text, const Import& import) {
  if (import.kept_count == 0) return;
  constexpr std::size_t most_named = 5;
  const auto named = std::span(import.kept).first(std::min(most_named, import.kept.size()));
  std::string names = text::joined(named, ", ");
  if (import.kept_count > most_named) names += fmt::format(" and {} more", import.kept_count - most_named);
  text.emplace_back(render::Line("  different here, and left as they are: " + names));
}

/// How many pairs of a new person and anyone else may be one person.
std::size_t likely_twice(const Import& import) {
  if (import.new_people.empty()) return 0;
  std::set<Id> are_new;
  for (const Person& person : import.new_people) are_new.insert(person.id);
  std::vector<Person> people = import.change.people();
  std::erase_if(people, [&](const Person& person) { return are_new.contains(person.id); });
  const std::size_t first_new = people.size();
  people.insert(people.end(), import.new_people.begin(), import.new_people.end());
  const std::vector<Duplicate> pairs = likely_duplicates(people);
  return static_cast<std::size_t>(std::count_if(pairs.begin(), pairs.end(), [&](const Duplicate& pair) {
    return std::max(pair.keep, pair.other) >= first_new;
  }));
}

render::List offered_objects(const Import& import) {
  render::List list;
  const render::HandleOf handle_of = [&](Id id) { return import.change.handle_of(id); };
  for (const Contact& contact : import.offered) {
    render::Object object = render::entry_object(contact, handle_of);
    object.erase(object.begin());  // the id that it does not have yet
    list.emplace_back(std::move(object));
  }
  return list;
}

void list_offered(std::vector<render::Block>& text, const Import& import) {
  if (import.offered_count == 0) return;
  const Day today = import.call.today();
  render::Table table{.columns = {{}, {.most = 30}, {}, {.stretches = true}}, .rows = {}};
  for (const Contact& contact : import.offered) {
    std::string names =
        text::joined(contact.with, ", ", [&](Id person) { return import.change.person(person).name; });
    if (contact.others > 0) names += fmt::format(" and {} more", contact.others);
    table.rows.push_back(
        {render::Cell(render::weekday_and_day(contact.on, today) + ' ' + clock_text(*contact.time)),
         render::Cell(std::move(names)), render::Cell(render::length(*contact.minutes)),
         render::Cell(contact.note.value_or(""))});
  }
  const auto count = static_cast<int>(import.offered_count);
  text.emplace_back(
      render::Line(fmt::format("{} with people of yours:", render::counted(count, "past event"))));
  text.emplace_back(std::move(table));
  if (import.offered_count > import.offered.size())
    text.emplace_back(
        render::Line(fmt::format("  and {} more", import.offered_count - import.offered.size())));
  text.emplace_back(
      render::Line("None of them is written yet. If these were talks: --meetings", render::Style::dim));
}

}  // namespace

render::View summary(const Import& import) {
  const bool dry = import.call.args.has("dry-run");
  const std::size_t added = total(import.added);
  const std::size_t twice = likely_twice(import);
  const std::size_t skipped =
      import.left_out + import.kept_count + total(import.passed_over) + import.files_passed_over.size();
  const FirstNames first_names(import);
  render::View view{.command = "import", .rows_key = "wrote", .columns = {"kind", "handle", "name", "tier"}};
  view.head = {{"dry_run", dry},
               {"new", added},
               {"updated", import.updated.size()},
               {"unchanged", import.unchanged},
               {"skipped", skipped},
               {"failed", import.failed},
               {"unknown", import.strangers.size()},
               {"strangers", stranger_objects(import, first_names)},
               {"skipped_why", objects_of(import.passed_over)},
               {"left_out", objects_of(import.dropped)},
               {"notes", import.remarks},
               {"duplicates", twice},
               {"kept", import.kept},
               {"offered", offered_objects(import)},
               {"problems", import.problems}};
  for (const Person& person : import.new_people) view.rows.push_back(render::wrote_person(person));
  for (const Person& person : import.updated) view.rows.push_back(render::wrote_person(person));

  const auto line = [&](std::string text, render::Style style = render::Style::plain) {
    view.text.emplace_back(render::Line(std::move(text), style));
  };
  line(fmt::format("{}{} new, {} updated, {} unchanged, {} skipped, {} failed", dry ? "would be: " : "",
                   added, import.updated.size(), import.unchanged, skipped, import.failed),
       render::Style::strong);
  if (added > import.new_people.size()) line("  new: " + kinds_added(import), render::Style::dim);
  list_what_was_skipped(view.text, import);
  list_strangers(view.text, import, first_names);
  list_what_stayed(view.text, import);
  for (const std::string& remark : import.remarks) line("  " + remark, render::Style::dim);
  for (const std::string& problem : import.problems) line("  failed: " + problem);
  if (import.failed > import.problems.size())
    line(fmt::format("  and {} more", import.failed - import.problems.size()));
  list_offered(view.text, import);
  if (!import.dropped.empty()) line("  left out: " + what_was_dropped(import), render::Style::dim);
  const bool all_in_none = std::all_of(import.new_people.begin(), import.new_people.end(),
                                       [](const Person& person) { return person.tier == Tier::none; });
  if (!dry && !import.new_people.empty() && all_in_none)
    line("They are in no tier yet. Choose your circle: rel edit", render::Style::dim);
  if (twice > 0)
    line(fmt::format("{} may be there twice: rel list --duplicates",
                     render::counted(static_cast<int>(twice), "new one")),
         render::Style::dim);
  return view;
}

}  // namespace rel::commands
