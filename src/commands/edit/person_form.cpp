#include "commands/edit/person_form.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "commands/edit/form_lines.hpp"
#include "input/options.hpp"
#include "input/person_options.hpp"
#include "input/texts.hpp"
#include "text/fold.hpp"
#include "text/joined.hpp"

namespace rel::commands {

namespace {

constexpr std::string_view form_heading =
    "# One line for each thing; several lines for several phones, tags and so on. Empty: not set.\n";

std::string month_day(const YearlyDate& date) {
  const std::string text = fmt::format("{:02}-{:02}", date.month, date.day);
  return date.year ? fmt::format("{}-{}", *date.year, text) : text;
}

std::string channels(const Person& person) {
  return text::joined(person.real_by, ",", [](Channel channel) { return word(channel); });
}

/// The line of a date: the birthday has one of its own, which a second of that name has not.
FormLine date_line(const YearlyDate& date, bool first_birthday) {
  if (first_birthday) return {"birthday", month_day(date)};
  return {"date", date.name + ' ' + month_day(date)};
}

std::vector<FormLine> lines_of(const Person& person) {
  std::vector<FormLine> lines = {{"name", person.name},
                                 {"handle", person.handle},
                                 {"tier", std::string(word(person.tier))},
                                 {"every", person.every_days ? fmt::format("{}d", *person.every_days) : ""},
                                 {"last", person.last ? iso(*person.last) : ""},
                                 {"purpose", person.purpose.value_or("")}};
  const auto list = [&](std::string_view key, const std::vector<std::string>& values) {
    for (const std::string& value : values) lines.push_back({key, value});
    if (values.empty()) lines.push_back({key, ""});
  };
  list("phone", person.phones);
  list("email", person.emails);
  list("alias", person.aliases);
  list("tag", person.tags);
  FormLine birthday{"birthday", ""};
  std::vector<std::string> others;
  for (const YearlyDate& date : person.dates) {
    const FormLine line = date_line(date, date.name == "birthday" && birthday.value.empty());
    (line.key == "birthday" ? birthday.value : others.emplace_back()) = line.value;
  }
  lines.push_back(birthday);
  list("date", others);
  lines.push_back({"real-by", channels(person)});
  return lines;
}

FormKeys form_keys() {
  FormKeys keys = {{"name", false}};
  for (const cli::OptionSpec& option : person_options)
    keys.emplace_back(option.name, option.arity == cli::Arity::many);
  return keys;
}

/// A form as it came back, beside what was shown. What the user left as it was is not looked at: address
/// books and archives hold what nobody may type.
class Form {
 public:
  Form(const std::string& text, const Person& before, const Call& call)
      : before_(before),
        call_(call),
        writing_(lines_of(before)),
        now_(read_form(text, form_keys())),
        was_(read_form(person_form(before), form_keys())) {}

  bool changed(const std::string& key) { return now_[key] != was_[key]; }

  /// The one value of a key, as it is meant; empty where there is none.
  std::string one(const std::string& key) {
    const std::vector<std::string>& values = now_[key];
    return values.empty() ? "" : writing_.meant(key, values.front());
  }

  void set_lists(Person& person) {
    set_list(person.aliases, "alias", require_alias);
    set_list(person.phones, "phone", require_phone);
    set_list(person.emails, "email", require_email);
    set_list(person.tags, "tag", require_tag);
  }

  void set_dates(Person& person) {
    if (!changed("birthday") && !changed("date")) return;
    Places places(before_.dates.size());
    std::multimap<std::string, std::size_t> shown = shown_dates();
    std::vector<YearlyDate> others;
    for (const char* key : {"birthday", "date"}) {
      for (const std::string& value : now_[key]) {
        const auto kept = shown.find(key + value);
        if (kept == shown.end()) {
          others.push_back(date_from(key, writing_.meant(key, value)));
        } else {
          places[kept->second] = before_.dates[kept->second];
          shown.erase(kept);
        }
      }
    }
    for (YearlyDate& date : others) put(places, std::move(date));
    person.dates.clear();
    for (std::optional<YearlyDate>& date : places) {
      if (date) person.dates.push_back(*std::move(date));
    }
  }

  /// Cadence, last talk, purpose and channels, as the options do.
  void set_options(Person& person) {
    cli::Arguments options;
    for (const char* key : {"every", "last", "purpose", "real-by"}) {
      if (!changed(key)) continue;
      const std::string value = one(key);
      options.set(key, {value.empty() ? "-" : value});
    }
    apply_options(person, options, call_.now);
  }

 private:
  using Check = std::string (*)(const std::string&);

  void set_list(std::vector<std::string>& list, const std::string& key, Check check) {
    if (!changed(key)) return;
    std::multimap<std::string, std::string> shown;
    for (const std::string& value : list) shown.emplace(writing_.shown(key, value), value);
    std::set<std::string> there;
    list.clear();
    for (const std::string& line : now_[key]) {
      const auto known = shown.find(line);
      const bool kept = known != shown.end();
      const std::string value = kept ? known->second : check(writing_.meant(key, line));
      if (kept) shown.erase(known);
      if (there.insert(value).second || kept) list.push_back(value);
    }
  }

  /// Where the dates of before go again, and behind them new ones.
  using Places = std::vector<std::optional<YearlyDate>>;

  /// The places of dates by their lines: key and value.
  std::multimap<std::string, std::size_t> shown_dates() const {
    std::multimap<std::string, std::size_t> shown;
    bool birthday = false;
    for (std::size_t i = 0; i < before_.dates.size(); ++i) {
      const FormLine line = date_line(before_.dates[i], !birthday && before_.dates[i].name == "birthday");
      birthday = birthday || line.key == "birthday";
      shown.emplace(std::string(line.key) + writing_.shown(line.key, line.value), i);
    }
    return shown;
  }

  YearlyDate date_from(const std::string& key, const std::string& text) const {
    return key == "birthday" ? require_birthday(text, call_.today())
                             : require_named_date(text, call_.today());
  }

  /// A new date takes the place of one with its name.
  void put(Places& places, YearlyDate date) {
    for (std::size_t i = 0; i < places.size(); ++i) {
      const YearlyDate& there = places[i] ? *places[i] : before_.dates[i];
      if (text::fold(there.name) != text::fold(date.name)) continue;
      places[i] = std::move(date);
      return;
    }
    places.emplace_back(std::move(date));
  }

  const Person& before_;
  const Call& call_;
  FormWriting writing_;
  FormValues now_;
  FormValues was_;
};

void set_names(const store::Reader& store, Person& person, Form& form, Call& call) {
  const std::string handle = form.one("handle");
  const bool another_handle = !handle.empty() && handle != person.handle;
  if (another_handle) {
    check_handle(store, handle, person.id);
    person.handle = handle;
  }
  if (!form.changed("name")) return;
  person.name = require_name(form.one("name"), "name");
  if (!another_handle) refuse_double(store, person.name, person.id);
  warn_of_lookalike(store, call, person.name, person.id);
}

}  // namespace

std::string person_form(const Person& person) {
  return std::string(form_heading) + form_text(lines_of(person));
}

Person read_person_form(const store::Reader& store, const std::string& text, const Person& before,
                        Call& call) {
  Form form(text, before, call);
  Person person = before;
  set_names(store, person, form, call);
  form.set_lists(person);
  form.set_dates(person);
  form.set_options(person);
  std::vector<Person> one = {std::move(person)};
  if (form.changed("tier")) {
    const std::string tier = form.one("tier");
    set_tiers(store, one, {tier.empty() ? Tier::none : require_tier(tier)}, call);
  }
  // Only what really changed was looked at.
  Person& after = one.front();
  const bool same =
      after.tier == before.tier && after.every_days == before.every_days && after.purpose == before.purpose;
  after.considered = same ? before.considered : call.today();
  return after;
}

}  // namespace rel::commands
