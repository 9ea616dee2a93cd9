#include "commands/list/duplicates.hpp"

#include <fmt/format.h>

#include "identity/duplicates.hpp"
#include "input/options.hpp"
#include "render/phrases.hpp"
#include "store/sums.hpp"

namespace rel::commands {

namespace {

/// Two records that may be one person.
struct Pair {
  Person keep;
  Person other;
  Likeness why = Likeness::phone;
};

// The one in a tier stays; of two in one, or in none, the one with whom more conversations are logged.
bool should_swap(const store::Reader& store, const Pair& pair) {
  const bool alike = pair.keep.active() == pair.other.active() &&
                     (pair.keep.tier == Tier::none) == (pair.other.tier == Tier::none);
  return alike &&
         store::sums_of(store, pair.other).conversations > store::sums_of(store, pair.keep).conversations;
}

std::vector<Pair> pairs_in(const store::Reader& store, const Call& call) {
  const PeopleFilter filter = people_filter(call);
  const std::vector<Person> people = store.people();
  std::vector<Pair> pairs;
  for (const Duplicate& one : likely_duplicates(people)) {
    Pair pair{people[one.keep], people[one.other], one.why};
    if (!filter.fits(pair.keep) && !filter.fits(pair.other)) continue;
    if (should_swap(store, pair)) std::swap(pair.keep, pair.other);
    pairs.push_back(std::move(pair));
  }
  return pairs;
}

std::string reason(Likeness why) {
  switch (why) {
    case Likeness::phone:
      return "the same phone";
    case Likeness::email:
      return "the same e-mail";
    case Likeness::name:
      return "the same name";
    case Likeness::near_name:
      return "almost the same name";
  }
  return "";
}

render::Object object_of(const Pair& pair) {
  return {{"keep", pair.keep.handle},
          {"keep_name", pair.keep.name},
          {"other", pair.other.handle},
          {"other_name", pair.other.name},
          {"why", word(pair.why)}};
}

std::vector<render::Cell> row_of(const Pair& pair) {
  using render::Line;
  using render::Style;
  return {render::Cell(
              std::vector<Line>{Line(pair.keep.name, Style::strong), Line(pair.other.name, Style::strong)}),
          render::Cell(std::vector<Line>{
              Line(reason(pair.why)),
              Line(fmt::format("rel merge {} {}", pair.keep.handle, pair.other.handle), Style::dim)})};
}

}  // namespace

Exit list_duplicates(Call& call) {
  auto store = call.open_to_read();
  const std::vector<Pair> pairs = store ? pairs_in(*store, call) : std::vector<Pair>{};
  render::View view{.command = "list",
                    .rows_key = "duplicates",
                    .columns = {"keep", "keep_name", "other", "other_name", "why"}};
  render::Table table{.columns = {{.most = 30}, {.stretches = true}}, .rows = {}, .indent = 0};
  for (const Pair& pair : pairs) {
    view.rows.push_back(object_of(pair));
    if (!table.rows.empty()) table.rows.push_back({render::Cell("")});
    table.rows.push_back(row_of(pair));
  }
  view.text.emplace_back(std::move(table));
  if (call.look.terminal) {
    view.text.emplace_back(render::Line(
        pairs.empty()
            ? "Nobody seems to be there twice."
            : "Not the same? Leave them: nothing is merged by itself, and rel undo takes a merge back.",
        render::Style::dim));
  }
  call.show(view);
  return Exit::done;
}

}  // namespace rel::commands
