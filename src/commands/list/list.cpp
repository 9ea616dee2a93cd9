#include "commands/commands.hpp"
#include "commands/list/duplicates.hpp"
#include "input/options.hpp"
#include "input/words.hpp"
#include "invocation/invocation.hpp"
#include "rel/brief.hpp"
#include "render/objects.hpp"
#include "render/phrases.hpp"
#include "render/review_words.hpp"
#include "store/sums.hpp"

namespace rel::commands {

namespace {

constexpr int narrowest_with_reach = 76;  // columns
constexpr int wide = 92;                  // from here on addresses are mostly whole

constexpr cli::OptionSpec list_options[] = {
    {"tier", 0, cli::Arity::many, "T", "only this tier", cli::ValueKind::tier},
    {"tag", 0, cli::Arity::many, "TAG", "only with this tag; '!work' leaves out", cli::ValueKind::tag},
    {"archived", 0, cli::Arity::flag, "", "those who are archived or deceased instead"},
    {"duplicates", 0, cli::Arity::flag, "", "who may be there twice, and why; rel merge makes them one"},
    {"stale", 0, cli::Arity::flag, "", "what they told you that nobody came back to for a year instead"},
};

constexpr cli::Exclusion list_exclusions[] = {
    {"duplicates", "archived stale"},
    {"stale", "archived"},
};

constexpr cli::Example list_examples[] = {
    {"rel list --tier 1", "the dearest"},
    {"rel list --stale", "remarks to ask about at last, or to let go"},
    {"rel list --format tsv | fzf", "to choose from"},
};

std::vector<Person> listed(const store::Reader& store, const Call& call) {
  const PeopleFilter filter = people_filter(call);
  std::vector<Person> people = store.people();
  std::erase_if(people, [&](const Person& person) {
    return person.active() == call.args.has("archived") || !filter.fits(person);
  });
  sort_by_tier(people);
  return people;
}

std::string rhythm(const Person& person, const Settings& settings) {
  const bool reminds = person.tier != Tier::none && person.active();
  return reminds ? render::cadence(target_of(person, settings)) : "";
}

std::string last_talk(const Sums& sums, Day today) {
  const auto talk = sums.last_talked();
  return talk ? render::short_day(*talk, today) : "";
}

std::string reach(const Person& person) {
  return !person.phones.empty() ? person.phones.front() : person.emails.empty() ? "" : person.emails.front();
}

std::string tier_text(const Person& person) {
  return person.deceased ? "deceased" : person.archived ? "archived" : render::tier_name(person.tier);
}

render::Cell heading_cell(const char* text) {
  return {text, render::Style::heading};
}

// One line a person, also where names are long: a narrow terminal gets no way to reach them (rel show has
// it).
render::Table table_of(const store::Reader& store, const std::vector<Person>& people, const Call& call) {
  const bool narrow = call.look.terminal && call.look.columns < narrowest_with_reach;
  const int most_reach = call.look.columns < wide ? 16 : 30;
  render::Table table{
      .columns = {{.most = 24}, {.stretches = true, .cut = true}, {}, {}, {}, {.most = most_reach}},
      .rows = {},
      .indent = 0};
  table.rows.push_back({heading_cell("handle"), heading_cell("name"), heading_cell("tier"),
                        heading_cell("every"), heading_cell("last talk"),
                        heading_cell(narrow ? "" : "reach")});
  for (const Person& person : people) {
    const Sums sums = store::sums_of(store, person);
    table.rows.push_back({render::Cell(person.handle), render::Cell(person.name, render::Style::strong),
                          render::Cell(tier_text(person)), render::Cell(rhythm(person, call.settings)),
                          render::Cell(last_talk(sums, call.today())),
                          render::Cell(narrow ? "" : reach(person), render::Style::reach)});
  }
  return table;
}

/// Remarks of the people that nobody came back to for a year, the oldest of each first.
std::vector<Remark> stale_remarks(const store::Reader& store, const std::vector<Person>& people, Day today) {
  std::vector<Remark> stale_ones;
  for (const Person& person : people) {
    for (Remark& remark : store.remarks_of(person.id)) {
      if (stale(remark, today)) stale_ones.push_back(std::move(remark));
    }
  }
  return stale_ones;
}

render::Table table_of(const store::Reader& store, const std::vector<Remark>& remarks, Day today) {
  render::Table table{.columns = {{.most = 22}, {.stretches = true}, {}, {}}, .rows = {}, .indent = 0};
  table.rows.push_back(
      {heading_cell("who"), heading_cell("told you"), heading_cell("heard"), heading_cell("id")});
  for (const Remark& remark : remarks) {
    table.rows.push_back({render::Cell(store.person(remark.person).name, render::Style::strong),
                          render::Cell(render::one_line(remark.text)),
                          render::Cell(render::short_day(remark.heard, today)),
                          render::Cell(store.short_id(remark.id), render::Style::dim)});
  }
  return table;
}

Exit list_stale(Call& call) {
  auto store = call.open_to_read();
  const std::vector<Remark> remarks =
      store ? stale_remarks(*store, listed(*store, call), call.today()) : std::vector<Remark>{};
  render::View view{.command = "list", .rows_key = "remarks"};
  view.columns = {"id", "handle", "text", "heard", "ask_on", "ask", "used", "done"};
  const render::HandleOf handle_of = [&](Id id) { return store->handle_of(id); };
  for (const Remark& remark : remarks) view.rows.push_back(render::entry_object(remark, handle_of));
  if (!remarks.empty()) view.text.emplace_back(table_of(*store, remarks, call.today()));
  if (call.look.terminal && remarks.empty())
    view.text.emplace_back(
        render::Line("Nothing is stale: all that you were told is younger than a year, or you "
                     "came back to it."));
  if (call.look.terminal && !remarks.empty()) {
    view.text.emplace_back(render::Line());
    view.text.emplace_back(render::Line(
        "You came back to it: rel done ID. It no longer matters: rel remove ID…", render::Style::dim));
  }
  call.show(view);
  return Exit::done;
}

Exit run_list(Call& call) {
  if (call.args.has("duplicates")) return list_duplicates(call);
  if (call.args.has("stale")) return list_stale(call);
  auto store = call.open_to_read();
  const std::vector<Person> people = store ? listed(*store, call) : std::vector<Person>{};
  render::View view{.command = "list", .rows_key = "people"};
  view.columns = {"handle",  "name",  "uid",        "tier",     "every_days", "added", "last",
                  "purpose", "start", "considered", "archived", "deceased",   "zone",  "ended"};
  for (const Person& person : people) view.rows.push_back(render::person_object(person));
  if (!people.empty()) {
    view.text.emplace_back(table_of(*store, people, call));
  } else if (call.look.terminal) {
    view.text.emplace_back(render::Line(
        store && store->has_people() ? "Nobody fits." : "Nobody is in the file yet: rel add \"Ann Lee\""));
  }
  call.show(view);
  return Exit::done;
}

}  // namespace

const Command list_command = {{.name = "list",
                               .group = cli::Group::people,
                               .words = "",
                               .summary = "the people in the file",
                               .prose = "By tier, then by name.",
                               .options = list_options,
                               .examples = list_examples,
                               .most_words = 0,
                               .exclusions = list_exclusions,
                               .synonyms = "ls"},
                              run_list,
                              false};

}  // namespace rel::commands
