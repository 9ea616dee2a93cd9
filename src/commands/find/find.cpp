#include "store/find.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

#include "cli/dated_texts.hpp"
#include "cli/typed.hpp"
#include "commands/commands.hpp"
#include "commands/find/text.hpp"
#include "identity/identity.hpp"
#include "input/naming.hpp"
#include "input/options.hpp"
#include "input/texts.hpp"
#include "input/words.hpp"
#include "rel/id.hpp"
#include "text/ascii.hpp"
#include "text/fold.hpp"
#include "text/joined.hpp"

namespace rel::commands {

namespace {

using store::Passage;
using store::Reader;

constexpr std::size_t fewest_digits = 4;
constexpr int matches_on_a_screen = 20;  // where nothing else is asked for

constexpr cli::OptionSpec find_options[] = {
    {"who", 0, cli::Arity::one, "WHO", "only what is about them: one person, or a group ann,bo",
     cli::ValueKind::person},
    {"since", 0, cli::Arity::one, "DATE", "only entries from that day on", cli::ValueKind::day},
    {"limit", 'n', cli::Arity::one, "N", "at most N matches (on a terminal 20, else all)",
     cli::ValueKind::number},
};

constexpr cli::Example find_examples[] = {
    {"rel find lisbon", "who told you of Lisbon, and when"},
    {"rel find school --who ann", "what you know of Ann's school"},
    {"rel find 555 0101", "whose number it is"},
};

/// The digits of what can be a part of a telephone number, without the zeros that stand for a country or a
/// town; empty for everything else.
std::string dialled(const std::string& typed) {
  if (typed.find_first_not_of("+0123456789 ()-./") != std::string::npos) return "";
  std::string digits = text::digits_of(typed);
  digits.erase(0, digits.find_first_not_of('0'));
  return digits.size() < fewest_digits ? "" : digits;
}

/// What is looked for.
struct Search {
  text::Wanted wanted;
  std::string name_key;  // names are compared as everywhere: `obrien` finds O'Brien
  std::string digits;    // of a telephone number, however it is spaced: `030 123` finds +49 30123; else empty
  std::optional<Day> since;
  std::set<Id> who;  // nobody: about anyone

  bool in(std::string_view text) { return wanted.in(text); }
  bool in_name(std::string_view name) {
    return in(name) || (!name_key.empty() && text::fold_name(name).find(name_key) != std::string::npos) ||
           (!digits.empty() && text::digits_of(name).find(digits) != std::string::npos);
  }
};

Search search_of(const Call& call, const std::string& typed) {
  Search search{.wanted = text::Wanted(typed),
                .name_key = text::fold_name(typed),
                .digits = dialled(typed),
                .since = {},
                .who = {}};
  if (search.wanted.empty()) throw UsageError(cli::named(typed) + ": nothing to look for", "rel find lisbon");
  if (const auto since = call.args.one("since"))
    search.since = cli::require_date(*since, cli::named("since", *since), cli::Tense::past, call.now).day;
  return search;
}

bool about_them(const Reader& store, const Search& search, const Passage& passage) {
  const std::vector<Id> people = people_of(store, passage);
  return std::any_of(people.begin(), people.end(), [&](Id id) { return search.who.contains(id); });
}

std::vector<Passage> matching_people(const Reader& store, Search& search) {
  std::vector<Person> people;
  std::map<Id, Passage> passages;
  for (Passage& passage :
       store::people_whose(store, [&](std::string_view name) { return search.in_name(name); })) {
    people.push_back(store.person(passage.id));
    passages.emplace(passage.id, std::move(passage));
  }
  sort_by_tier(people);
  std::vector<Passage> sorted;
  for (const Person& person : people) sorted.push_back(std::move(passages.at(person.id)));
  return sorted;
}

std::vector<Passage> matching_entries(const Reader& store, Search& search) {
  std::vector<Passage> entries = store::entries_whose(
      store, [&](std::string_view text) { return search.in(text); }, search.since.value_or(earliest_day()));
  std::sort(entries.begin(), entries.end(),
            [](const Passage& a, const Passage& b) { return std::tie(a.on, a.id) > std::tie(b.on, b.id); });
  return entries;
}

/// People by tier and name, then entries, newest first.
std::vector<Passage> all_matches(const Reader& store, Search& search) {
  std::vector<Passage> matches;
  if (!search.since) matches = matching_people(store, search);
  std::vector<Passage> entries = matching_entries(store, search);
  std::move(entries.begin(), entries.end(), std::back_inserter(matches));
  if (!search.who.empty())
    std::erase_if(matches, [&](const Passage& one) { return !about_them(store, search, one); });
  return matches;
}

std::size_t limit(const Call& call) {
  const bool on_screen = call.look.terminal && call.format == render::Format::text;
  return static_cast<std::size_t>(limit_option(call).value_or(on_screen ? matches_on_a_screen : no_limit));
}

std::string_view kind_of(const Passage& match) {
  if (!match.entry) return row_table<Person>.one;
  return store::with_kind(*match.entry, []<class Entry>(const Entry&) { return row_table<Entry>.one; });
}

render::Object object_of(const Reader& store, const Passage& match) {
  render::List handles;
  for (const Id person : people_of(store, match)) handles.emplace_back(store.handle_of(person));
  return {{"kind", kind_of(match)},
          {"id", match.entry ? render::Value(id_text(match.id)) : render::Value()},
          {"handle", handles.empty() ? render::Value() : handles.front()},
          {"handles", handles},
          {"on", match.entry ? render::Value(match.on) : render::Value()},
          {"text", match.text}};
}

/// For whoever sits before it: that there is more, or nothing.
void add_rest(render::View& view, std::optional<Reader>& store, std::size_t all, std::size_t shown,
              const std::string& typed, const Call& call) {
  if (!store || !store->has_people()) {
    view.text.emplace_back(render::Line("Nobody is in the file yet: rel add \"Ann Lee\""));
  } else if (all == 0) {
    view.text.emplace_back(render::Line("Nothing was found about " + typed + "."));
    const std::string near = text::joined(near_handles(*store, typed), ", ");
    if (!near.empty()) view.text.emplace_back(render::Line("Near to it: " + near, render::Style::dim));
  } else if (all > shown) {
    const std::string how =
        call.args.has("limit") ? "" : ": rel " + call.typed + " -n " + std::to_string(all);
    view.text.emplace_back(render::Line(std::to_string(all - shown) + " more" + how, render::Style::dim));
  }
}

std::set<Id> require_who(std::optional<Reader>& store, const std::string& who) {
  if (!store) throw NotFound(cli::named(who) + ": nobody is in the file yet", "rel add \"Ann Lee\"");
  std::set<Id> people;
  for (const store::NameMatch& match : find_people(*store, who)) people.insert(match.person);
  return people;
}

Exit run_find(Call& call) {
  if (call.args.words.empty()) throw UsageError("find: what?", "rel find lisbon");
  const std::string typed = require_note(joined_words(call, 0), "what to find");
  Search search = search_of(call, typed);
  const std::size_t most = limit(call);
  auto store = call.open_to_read();
  if (const auto who = call.args.one("who")) search.who = require_who(store, *who);
  std::vector<Passage> matches = store ? all_matches(*store, search) : std::vector<Passage>{};
  const std::size_t all = matches.size();
  if (all > most) matches.resize(most);

  render::View view{
      .command = "find", .rows_key = "matches", .columns = {"kind", "id", "handle", "on", "text"}};
  if (call.format == render::Format::text) {
    if (store) view.text = find_text(*store, matches, search.wanted, call);
    if (call.look.terminal) add_rest(view, store, all, most, typed, call);
  } else {
    for (const Passage& match : matches) view.rows.push_back(object_of(*store, match));
  }
  call.show(view);
  return Exit::done;
}

}  // namespace

const Command search_command = {
    {.name = "find",
     .group = cli::Group::people,
     .words = "TEXT…",
     .summary = "a text in names, notes, remarks and promises",
     .prose =
         "Case and accents do not matter, and any part of a word is enough. It is looked for in names, "
         "handles, aliases, phones, e-mails, tags and purposes of people, who stand first; then in notes, "
         "remarks and their questions, promises, reasons of snoozes, what was agreed, and intentions, "
         "newest first.",
     .options = find_options,
     .examples = find_examples,
     .synonyms = "search"},
    run_find,
    false};

}  // namespace rel::commands
