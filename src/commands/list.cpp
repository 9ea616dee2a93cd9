#include "commands/call.hpp"
#include "commands/list_duplicates.hpp"
#include "commands/options.hpp"
#include "commands/words.hpp"
#include "render/objects.hpp"
#include "render/phrases.hpp"

namespace rel::commands {

namespace {

constexpr cli::OptionSpec options[] = {
    {"tier", 0, cli::Arity::many, "T", "only this tier", cli::ValueKind::tier},
    {"tag", 0, cli::Arity::many, "TAG", "only with this tag; '!work' leaves out", cli::ValueKind::tag},
    {"archived", 0, cli::Arity::flag, "", "those who are archived or deceased instead"},
    {"duplicates", 0, cli::Arity::flag, "", "who may be there twice, and why; rel merge makes them one"},
};

constexpr cli::Example examples[] = {
    {"rel list --tier 1", "the dearest"},
    {"rel list --format tsv | fzf", "to choose from"},
};

std::vector<Person> listed(store::Store& store, const Call& call) {
  const PeopleFilter filter = people_filter(call);
  std::vector<Person> people = store.people();
  std::erase_if(people, [&](const Person& person) {
    return person.active() == call.args.has("archived") || !filter.fits(person);
  });
  sort_by_tier(people);
  return people;
}

std::string rhythm(const Person& person, const Settings& settings) {
  return person.tier == Tier::none ? "" : render::counted(target_of(person, settings), "day");
}

std::string last_talk(const Sums& sums, Day today) {
  return sums.last_real ? render::short_day(*sums.last_real, today) : sums.updated ? "short talks" : "";
}

std::string reach(const Person& person) {
  return !person.phones.empty() ? person.phones.front() : person.emails.empty() ? "" : person.emails.front();
}

std::string standing(const Person& person) {
  return person.deceased ? "deceased" : person.archived ? "archived" : render::tier_name(person.tier);
}

render::Table table_of(store::Store& store, const std::vector<Person>& people, const Call& call) {
  const auto heading = [](const char* text) { return render::Cell(text, render::Style::heading); };
  render::Table table{
      .columns = {{.most = 24}, {.stretches = true}, {}, {}, {}, {.most = 28}}, .rows = {}, .indent = 0};
  table.rows.push_back({heading("handle"), heading("name"), heading("tier"), heading("every"),
                        heading("last talk"), heading("reach")});
  for (const Person& person : people) {
    const Sums sums = store.sums_of(person);
    table.rows.push_back({render::Cell(person.handle), render::Cell(person.name, render::Style::strong),
                          render::Cell(standing(person)), render::Cell(rhythm(person, call.settings)),
                          render::Cell(last_talk(sums, call.today())), render::Cell(reach(person))});
  }
  return table;
}

Exit run_list(Call& call) {
  if (call.args.has("duplicates")) return list_duplicates(call);
  auto store = call.open_to_read();
  const std::vector<Person> people = store ? listed(*store, call) : std::vector<Person>{};
  render::View view{.command = "list", .rows_key = "people"};
  view.columns = {"handle", "name",    "uid",   "tier",       "every_days", "added",
                  "last",   "purpose", "start", "considered", "archived",   "deceased"};
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
                               .options = options,
                               .examples = examples,
                               .most_words = 0},
                              run_list,
                              false};

}  // namespace rel::commands
