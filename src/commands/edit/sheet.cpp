#include "commands/edit/sheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "answer/confirm.hpp"
#include "cli/dated_texts.hpp"
#include "cli/typed.hpp"
#include "input/options.hpp"
#include "input/person_options.hpp"
#include "rel/measures.hpp"
#include "render/capacity_text.hpp"
#include "render/phrases.hpp"
#include "store/sums.hpp"
#include "system/editor.hpp"
#include "text/terminal.hpp"
#include "text/utf8.hpp"

namespace rel::commands {

namespace {

constexpr std::size_t longest_sheet = 16 * 1024 * 1024;
constexpr std::string_view unset = "-";
constexpr std::size_t sheet_columns = 4;

constexpr std::string_view sheet_heading =
    "# Your circle, one line a person. Change the first three columns and save.\n"
    "#   tier   1 very-high: every week; 2 high: month; 3 moderate: season; none\n"
    "#   every  your own cadence instead: 10d, 6w; - for the tier's\n"
    "#   last   the last real conversation: 2026-10-29, 29 oct, 3w; - if not known\n"
    "# Who stands on no line stays as they are. Fewer is better.\n"
    "#\n";

std::string cadence_text(const std::optional<int>& days) {
  return days ? fmt::format("{}d", *days) : std::string(unset);
}

std::string last_text(const std::optional<Day>& day) {
  return day ? iso(*day) : std::string(unset);
}

/// One line of a sheet as the user left it.
struct SheetLine {
  std::string handle;
  Tier tier = Tier::none;
  std::optional<int> every_days;
  std::optional<Day> last;
};
using Lines = std::vector<SheetLine>;

using Shown = std::map<std::string_view, const Person*>;

Shown by_handle(const std::vector<Person>& people) {
  Shown shown;
  for (const Person& person : people) shown[person.handle] = &person;
  return shown;
}

using Fields = std::vector<std::string>;

/// The fields before the `#`, of which a date may be several words: tier, cadence, last day and handle. Fewer
/// where they are missing.
Fields fields_of(const std::string& line) {
  std::istringstream words(line.substr(0, line.find('#')));
  Fields fields;
  for (std::string word; words >> word;) fields.push_back(word);
  while (fields.size() > sheet_columns) {
    fields[2] += ' ' + fields[3];
    fields.erase(fields.begin() + 3);
  }
  return fields;
}

Fields shown_fields(const Person& person) {
  return {std::string(word(person.tier)), cadence_text(person.every_days), last_text(person.last),
          person.handle};
}

/// A line as it is meant. What stands there as it was shown of `shown` is not looked at: an archive may hold
/// what nobody may type.
SheetLine line_from(const Fields& fields, const Person* shown, const Call& call) {
  if (fields.size() < sheet_columns) throw UsageError("four columns are needed: tier every last handle");
  const Fields before = shown ? shown_fields(*shown) : Fields(sheet_columns);
  SheetLine line{.handle = fields.back()};
  line.tier = fields[0] == before[0] ? shown->tier : require_tier(fields[0]);
  if (fields[1] == before[1]) {
    line.every_days = shown->every_days;
  } else if (fields[1] != unset) {
    line.every_days = require_cadence(fields[1]);
  }
  if (fields[2] == before[2]) {
    line.last = shown->last;
  } else if (fields[2] != unset) {
    line.last = cli::require_date(fields[2], fields[2], cli::Tense::past, call.now).day;
  }
  return line;
}

std::vector<Person> chosen(const store::Reader& store, const Call& call) {
  const PeopleFilter filter = people_filter(call);
  std::vector<Person> people = store.people();
  std::erase_if(people, [&](const Person& person) { return !person.active() || !filter.fits(person); });
  sort_by_tier(people);
  return people;
}

Person person_of(const store::Reader& store, const std::string& handle) {
  for (const store::NameMatch& match : store.named(store::NameRank::handle, handle))
    return store.person(match.person);
  throw NotFound(cli::named(handle) + ": no such handle; the sheet names people by it", "rel list");
}

bool differs(const Person& person, const SheetLine& line) {
  return person.tier != line.tier || person.every_days != line.every_days || person.last != line.last;
}

/// What a sheet changed: people, and for each new `last` the day understood.
struct Changed {
  std::vector<Person> people;
  std::vector<std::string> days;
};

/// The sheet of these people: `tier every last handle # name`.
std::string sheet_text(const std::vector<Person>& people) {
  // A single long handle does not push everyone's name off the screen.
  constexpr std::size_t most = 20;
  std::size_t widest = 6;
  for (const Person& person : people) widest = std::max(widest, std::min(most, person.handle.size()));
  std::string text(sheet_heading);
  text += fmt::format("# {:<8} {:<6} {:<11} {:<{}}   name\n", "tier", "every", "last", "handle", widest);
  for (const Person& person : people) {
    text +=
        fmt::format("{:<10} {:<6} {:<11} {:<{}} # {}\n", word(person.tier), cadence_text(person.every_days),
                    last_text(person.last), person.handle, widest, text::escaped(person.name));
  }
  return text;
}

/// Reads a sheet on which these people were shown, or nobody. Throws UsageError with the line's number where
/// what was changed can't be understood, or someone is named twice.
Lines read_sheet(const std::string& text, const std::vector<Person>& shown, const Call& call) {
  if (const auto offset = text::first_invalid_byte(text)) {
    throw UsageError("sheet: byte " + std::to_string(*offset) + " is not UTF-8");
  }
  const Shown before = by_handle(shown);
  Lines lines;
  std::set<std::string> seen;
  std::istringstream stream(text);
  int number = 0;
  for (std::string line; std::getline(stream, line);) {
    ++number;
    const Fields fields = fields_of(line);
    if (fields.empty()) continue;
    const auto known = before.find(fields.back());
    try {
      lines.push_back(line_from(fields, known == before.end() ? nullptr : known->second, call));
    } catch (const UsageError& error) {
      throw UsageError("line " + std::to_string(number) + ": " + error.what(), error.advice());
    }
    if (!seen.insert(lines.back().handle).second) {
      throw UsageError("line " + std::to_string(number) + ": " + lines.back().handle +
                       " stands on two lines");
    }
  }
  return lines;
}

/// Leaves only the lines that differ from those that were shown: the others say nothing about their people.
/// Throws UsageError where somebody whose line was changed is not as shown any more.
void keep_changed(Lines& lines, const std::vector<Person>& shown, const store::Reader& store) {
  const Shown before = by_handle(shown);
  std::erase_if(lines, [&](const SheetLine& line) {
    const auto found = before.find(line.handle);
    return found != before.end() && !differs(*found->second, line);
  });
  for (const SheetLine& line : lines) {
    const auto found = before.find(line.handle);
    if (found == before.end()) continue;
    const Person& was = *found->second;
    if (differs(person_of(store, line.handle), {was.handle, was.tier, was.every_days, was.last}))
      refuse_changed_meanwhile(line.handle);
  }
}

/// Writes the lines that changed something.
Changed apply_sheet(store::Change& change, const Lines& lines, const Call& call) {
  Changed changed;
  const PeopleFilter filter = people_filter(call);
  std::vector<Person>& people = changed.people;
  std::vector<Tier> tiers;
  for (const SheetLine& line : lines) {
    Person person = person_of(change, line.handle);
    if (!differs(person, line)) continue;
    if (!filter.fits(person))
      throw UsageError(line.handle + ": is none of those whom --tier and --tag select");
    if (person.every_days != line.every_days) person.considered = call.today();
    person.every_days = line.every_days;
    if (line.last && person.last != line.last)
      changed.days.push_back(person.name + ": last talked on " + cli::echoed({*line.last, std::nullopt}));
    person.last = line.last;
    people.push_back(std::move(person));
    tiers.push_back(line.tier);
  }
  // Behind the cadences, which count for the spread of start days.
  set_tiers(change, people, tiers, call);
  for (const Person& person : people) change.update(person);
  return changed;
}

struct Circle {
  int people = 0;
  double minutes = 0;  // a week
};

Circle circle_of(const store::Reader& store, const Settings& settings) {
  Circle circle;
  for (const Person& person : store.people()) {
    if (!person.active() || person.tier == Tier::none) continue;
    ++circle.people;
    circle.minutes += weekly_minutes(store::sums_of(store, person), target_of(person, settings),
                                     settings.rule(person.tier).minutes);
  }
  return circle;
}

void save(Call& call, store::File& store, const std::string& text, const std::vector<Person>& shown) {
  const Lines read = read_sheet(text, shown, call);
  Changed changed;
  Circle circle;
  const auto apply = [&](store::Change& change) {
    Lines lines = read;
    keep_changed(lines, shown, change);
    changed = apply_sheet(change, lines, call);
  };
  call.change(store, apply, [&] { circle = circle_of(store, call.settings); });
  Confirmation answer(call, store, "edit");
  const auto lines_changed = static_cast<int>(changed.people.size());
  answer.say(lines_changed == 0 ? "nothing changed" : render::counted(lines_changed, "line") + " changed");
  for (const std::string& day : changed.days) answer.add(day);
  answer.add(fmt::format("your circle: {}, about {} a week",
                         circle.people == 1 ? "1 person" : fmt::format("{} people", circle.people),
                         render::weekly_text(circle.minutes)));
  for (const Person& person : changed.people) answer.wrote(person);
  answer.print();
}

}  // namespace

void refuse_changed_meanwhile(const std::string& handle) {
  throw UsageError(handle + ": was changed by another command while the editor was open", "open it again");
}

Exit edit_sheet(Call& call) {
  store::File store = call.open_to_change("edit");
  if (!call.args.words.empty()) {
    const std::string sheet = call.env.read_input(longest_sheet + 1);
    if (sheet.size() > longest_sheet) throw UsageError("sheet: longer than 16 MiB");
    save(call, store, sheet, {});
    return Exit::done;
  }
  const std::vector<Person> shown = chosen(store, call);
  Draft draft(call.env, call.database, "circle.txt", sheet_text(shown));
  draft.use([&] { save(call, store, draft.text(), shown); });
  return Exit::done;
}

}  // namespace rel::commands
