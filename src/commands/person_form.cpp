#include "commands/person_form.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <unordered_set>

#include "cli/typed.hpp"
#include "commands/options.hpp"
#include "commands/person_options.hpp"
#include "commands/texts.hpp"
#include "text/nearest.hpp"
#include "text/utf8.hpp"

namespace rel::commands {

namespace {

constexpr std::string_view heading =
    "# One line for each thing; several lines for several phones, tags and so on. Empty: not set.\n";
constexpr std::string_view continued = "  ";  // begins a line that belongs to the one above

std::string month_day(const YearlyDate& date) {
  const std::string text = fmt::format("{:02}-{:02}", date.month, date.day);
  return date.year ? fmt::format("{}-{}", *date.year, text) : text;
}

std::string line(std::string_view key, std::string_view value) {
  std::string text;
  for (const char c : value) text += c == '\n' ? fmt::format("\n{}", continued) : std::string(1, c);
  return fmt::format("{}: {}\n", key, text);
}

std::string lines(std::string_view key, const std::vector<std::string>& values) {
  std::string text;
  for (const std::string& value : values) text += line(key, value);
  return values.empty() ? line(key, "") : text;
}

std::string date_lines(const Person& person) {
  std::string birthday = line("birthday", "");
  std::string others;
  for (const YearlyDate& date : person.dates) {
    if (date.name == "birthday") {
      birthday = line("birthday", month_day(date));
    } else {
      others += line("date", date.name + " " + month_day(date));
    }
  }
  return birthday + (others.empty() ? line("date", "") : others);
}

std::string channels(const Person& person) {
  std::string text;
  for (const Channel channel : person.real_by) text += (text.empty() ? "" : ",") + std::string(word(channel));
  return text;
}

bool may_repeat(const std::string& key) {
  return std::any_of(person_options.begin(), person_options.end(), [&](const cli::OptionSpec& option) {
    return option.name == key && option.arity == cli::Arity::many;
  });
}

using Values = std::map<std::string, std::vector<std::string>>;

Values read_lines(const std::string& text, const std::vector<std::string>& keys) {
  Values values;
  std::string* above = nullptr;
  std::istringstream stream(text);
  int number = 0;
  for (std::string one; std::getline(stream, one);) {
    ++number;
    if (above && one.starts_with(continued)) {
      *above += '\n' + one.substr(continued.size());
      continue;
    }
    if (text::blank(one) || one.starts_with('#')) continue;
    const std::size_t colon = one.find(':');
    const std::string key(text::trimmed(one.substr(0, std::min(colon, one.size()))));
    if (colon == std::string::npos || std::find(keys.begin(), keys.end(), key) == keys.end()) {
      const auto near = text::nearest(key, keys, 1);
      throw UsageError(fmt::format("line {}: {}: not one of the form's keys", number, cli::named(key)),
                       near.empty() ? "" : near.front());
    }
    const std::string value(text::trimmed(std::string_view(one).substr(colon + 1)));
    above = nullptr;
    if (value.empty()) continue;
    if (values.contains(key) && !may_repeat(key))
      throw UsageError(fmt::format("line {}: {}: stands on two lines", number, key));
    above = &values[key].emplace_back(value);
  }
  return values;
}

std::vector<std::string> form_keys() {
  std::vector<std::string> keys = {"name"};
  for (const cli::OptionSpec& option : person_options) keys.emplace_back(option.name);
  return keys;
}

using Check = std::string (*)(const std::string&);

/// A list as the form says. Address books hold what nobody may type, so what was there is not checked again.
std::vector<std::string> list_from(const std::vector<std::string>& lines,
                                   const std::vector<std::string>& before, Check check) {
  const std::unordered_set<std::string> known(before.begin(), before.end());
  std::unordered_set<std::string> taken;
  std::vector<std::string> list;
  for (const std::string& line : lines) {
    std::string value = known.contains(line) ? line : check(line);
    if (taken.insert(value).second) list.push_back(std::move(value));
  }
  return list;
}

void set_lists(Person& person, Values& values, const Person& before) {
  person.aliases = list_from(values["alias"], before.aliases, require_alias);
  person.phones = list_from(values["phone"], before.phones, require_phone);
  person.emails = list_from(values["email"], before.emails, require_email);
  person.tags = list_from(values["tag"], before.tags, require_tag);
  for (const char* key : {"alias", "phone", "email", "tag"}) values.erase(key);
}

/// The person with everything cleared that a form can set.
Person cleared(Person person) {
  person.every_days.reset();
  person.last.reset();
  person.dates.clear();
  person.purpose.reset();
  person.real_by.clear();
  return person;
}

}  // namespace

std::string person_form(const Person& person) {
  return std::string(heading) + line("name", person.name) + line("handle", person.handle) +
         line("tier", word(person.tier)) +
         line("every", person.every_days ? fmt::format("{}d", *person.every_days) : "") +
         line("last", person.last ? iso(*person.last) : "") + line("purpose", person.purpose.value_or("")) +
         lines("phone", person.phones) + lines("email", person.emails) + lines("alias", person.aliases) +
         lines("tag", person.tags) + date_lines(person) + line("real-by", channels(person));
}

Person read_person_form(store::Store& store, const std::string& text, const Person& before,
                        const Call& call) {
  Values values = read_lines(text, form_keys());
  Call from_form{
      .args = {}, .env = call.env, .outcome = call.outcome, .settings = call.settings, .now = call.now};

  Person person = cleared(before);
  set_lists(person, values, before);
  for (auto& [key, list] : values) from_form.args.set(key, list);
  apply_options(person, from_form);
  const std::string name = from_form.args.one("name").value_or("");
  person.handle = from_form.args.one("handle").value_or(before.handle);
  if (name != before.name) {
    person.name = require_name(name, "name");
    if (person.handle == before.handle) refuse_double(store, person.name, before.id);
    warn_of_lookalike(store, from_form, person.name, before.id);
  }
  check_handle(store, person.handle, before.id);
  const auto tier = from_form.args.one("tier");
  std::vector<Person> one = {person};
  set_tiers(store, one, {tier ? require_tier(*tier) : Tier::none}, call);
  // Only what really changed was looked at.
  const Person& after = one.front();
  const bool same =
      after.tier == before.tier && after.every_days == before.every_days && after.purpose == before.purpose;
  one.front().considered = same ? before.considered : call.today();
  return one.front();
}

}  // namespace rel::commands
