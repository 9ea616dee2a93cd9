#include "input/person_options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <unordered_set>

#include "cli/dated_texts.hpp"
#include "cli/typed.hpp"
#include "input/options.hpp"
#include "input/texts.hpp"
#include "rel/clocks.hpp"
#include "render/phrases.hpp"
#include "store/sums.hpp"
#include "text/fold.hpp"
#include "text/look_alikes.hpp"

namespace rel::commands {

namespace {

constexpr std::string_view cleared = "-";
constexpr std::size_t longest_handle = 64;  // of those that are typed

/// What one option does to a list: whatever goes by this name goes, and what is there takes its place at the
/// end.
template <class T>
struct ListChange {
  std::string name;
  std::optional<T> added;
};

const std::string& name_in_list(const std::string& value) {
  return value;
}

const std::string& name_in_list(const YearlyDate& date) {
  return date.name;
}

// Of several that go by one name the last holds.
template <class T>
void change_list(std::vector<T>& list, std::vector<ListChange<T>> changes) {
  std::unordered_set<std::string> changed;
  std::vector<T> added;
  for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
    if (changed.insert(text::fold(change->name)).second && change->added)
      added.push_back(*std::move(change->added));
  }
  std::erase_if(list, [&](const T& one) { return changed.contains(text::fold(name_in_list(one))); });
  std::move(added.rbegin(), added.rend(), std::back_inserter(list));
}

using Check = std::string (*)(const std::string&);

void merge_list(std::vector<std::string>& list, const std::vector<std::string>& values, Check check) {
  std::vector<ListChange<std::string>> changes;
  for (const std::string& value : values) {
    const bool away = value.starts_with('!');
    const std::string checked = check(away ? value.substr(1) : value);
    changes.push_back({checked, away ? std::nullopt : std::optional(checked)});
  }
  change_list(list, std::move(changes));
}

void apply_dates(Person& person, const cli::Arguments& args, const cli::Now& now) {
  std::vector<ListChange<YearlyDate>> changes;
  const auto set = [&](const YearlyDate& date) { changes.push_back({date.name, date}); };
  const auto take_away = [&](const std::string& name) { changes.push_back({name, std::nullopt}); };
  if (const auto birthday = args.one("birthday")) {
    if (*birthday == cleared) {
      take_away("birthday");
    } else {
      set(require_birthday(*birthday, now.today));
    }
  }
  for (const std::string& date : args.all("date")) {
    if (date.starts_with('!')) {
      take_away(require_name(date.substr(1), "date"));
    } else {
      set(require_named_date(date, now.today));
    }
  }
  change_list(person.dates, std::move(changes));
}

void apply_cadence(Person& person, const cli::Arguments& args, const cli::Now& now) {
  if (const auto every = args.one("every")) {
    person.every_days = *every == cleared ? std::nullopt : std::optional(require_cadence(*every));
    person.considered = now.today;
  }
  if (const auto last = args.one("last")) {
    person.last =
        *last == cleared
            ? std::nullopt
            : std::optional(cli::require_date(*last, cli::named("last", *last), cli::Tense::past, now).day);
  }
}

bool talked(const store::Reader& store, const Person& person) {
  return person.last || (person.id != 0 && store::sums_of(store, person).first_talk);
}

}  // namespace

std::string require_alias(const std::string& text) {
  return require_name(text, "alias");
}

std::string require_tag(const std::string& text) {
  const std::string tag = require_name(text, "tag");
  if (tag.starts_with('!')) throw UsageError("tag " + tag + ": begins with !, which takes a tag away");
  return tag;
}

void apply_options(Person& person, const cli::Arguments& args, const cli::Now& now) {
  apply_cadence(person, args, now);
  merge_list(person.aliases, args.all("alias"), require_alias);
  merge_list(person.phones, args.all("phone"), require_phone);
  merge_list(person.emails, args.all("email"), require_email);
  merge_list(person.tags, args.all("tag"), require_tag);
  apply_dates(person, args, now);
  if (const auto channels = args.one("real-by")) {
    person.real_by = *channels == cleared ? std::vector<Channel>{} : require_channels(*channels);
  }
  if (const auto purpose = args.one("purpose")) {
    person.purpose = *purpose == cleared ? std::nullopt : std::optional(require_note(*purpose, "purpose"));
    person.considered = now.today;
  }
}

void set_tiers(const store::Reader& store, std::vector<Person>& people, const std::vector<Tier>& tiers,
               const Call& call) {
  std::map<int, std::vector<Person*>> beginners;  // by target
  for (std::size_t i = 0; i < people.size(); ++i) {
    Person& person = people[i];
    if (person.tier != tiers[i]) person.considered = call.today();
    person.tier = tiers[i];
    if (person.tier == Tier::none || person.start) continue;
    person.start = call.today();
    if (!talked(store, person)) beginners[target_of(person, call.settings)].push_back(&person);
  }
  for (const auto& [target, group] : beginners) {
    const std::vector<Day> days = first_start_days(call.today(), target, static_cast<int>(group.size()));
    for (std::size_t i = 0; i < group.size(); ++i) group[i]->start = days[i];
  }
}

std::string HandleMaker::make(const std::string& name) {
  std::string base = text::handle_from_name(name);
  const bool nameless = base.empty();
  if (nameless) base = "person";
  if (!nameless && !store_.handle_taken(base)) return base;
  int& number = numbers_.try_emplace(base, nameless ? 1 : 2).first->second;
  for (;; ++number) {
    std::string handle = base + "-" + std::to_string(number);
    if (!store_.handle_taken(handle)) return handle;
  }
}

void require_handle(const std::string& handle) {
  if (handle.size() > longest_handle)
    throw UsageError(fmt::format("handle {}: longer than {} characters", cli::named(handle), longest_handle));
  if (handle.empty() || text::handle_from_name(handle) != handle) {
    const std::string instead = text::handle_from_name(handle);
    throw UsageError(
        "handle " + cli::named(handle) + ": small letters, digits and single dashes, a letter first",
        instead);
  }
}

void check_handle(const store::Reader& store, const std::string& handle, Id owner) {
  require_handle(handle);
  for (const store::NameMatch& match : store.named(store::NameRank::handle, handle)) {
    if (match.person != owner) throw UsageError("handle " + handle + ": " + match.name + " has it");
  }
}

void refuse_double(const store::Reader& store, const std::string& name, Id owner) {
  for (const store::NameMatch& match : store.named(store::NameRank::full_name, text::fold_name(name))) {
    if (match.person == owner) continue;
    throw UsageError(cli::named(name) + ": " + match.handle + " has this name already",
                     "--handle WORD, if this is someone else");
  }
}

void warn_of_lookalike(const store::Reader& store, Call& call, const std::string& name, Id owner) {
  const std::string skeleton = text::look_alike_skeleton(name);
  const std::string key = text::fold_name(name);
  for (const store::NameMatch& match : store.everyone()) {
    if (match.person != owner && text::fold_name(match.name) != key &&
        text::look_alike_skeleton(match.name) == skeleton) {
      call.warn(name + ": looks like " + match.handle + ", but is written with other letters");
    }
  }
}

namespace {

/// `29 Feb`, `12 Apr 1980`: the day as it was typed, also where this year has no such day.
std::string day_of(const YearlyDate& date) {
  constexpr int leap_year = 2024;
  const date::year year{date.year.value_or(leap_year)};
  const Day day = year / date::month{date.month} / date::day{date.day};
  return render::short_day(day, date.year ? Day{} : day);
}

}  // namespace

std::vector<std::string> days_understood(const Person& person, const Call& call) {
  std::vector<std::string> days;
  if (call.args.has("last") && person.last)
    days.push_back("last talked on " + cli::echoed({*person.last, std::nullopt}));
  if (!call.args.has("birthday") && !call.args.has("date")) return days;
  for (const YearlyDate& date : person.dates) {
    days.push_back(date.name + " on " + day_of(date));
  }
  return days;
}

}  // namespace rel::commands
