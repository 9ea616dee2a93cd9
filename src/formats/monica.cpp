#include "formats/monica.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <span>
#include <unordered_map>

#include "formats/ascii.hpp"
#include "formats/json_input.hpp"
#include "formats/json_rows.hpp"
#include "formats/plain_card.hpp"
#include "formats/vcard_values.hpp"
#include "rel/limits.hpp"
#include "text/utf8.hpp"

namespace rel::formats {
namespace {

constexpr std::string_view never_taken[] = {"photo", "document", "dataUrl", "audit_logs"};

// Kinds of entries of a contact, and of an account, that are taken or counted one by one.
constexpr std::string_view taken_kinds[] = {"call",          "note",       "reminder",     "activity",
                                            "contact_field", "life_event", "conversation", "address"};
constexpr std::string_view known_kinds[] = {"user", "contact", "relationship", "activity"};

const Json& child(const Json& object, const char* key) {
  static const Json none;
  if (!object.is_object()) return none;
  const auto found = object.find(key);
  return found == object.end() ? none : *found;
}

std::string text_of(const Json& object, const char* key) {
  const Json& value = child(object, key);
  return value.is_string() ? value.get<std::string>() : std::string();
}

bool is_true(const Json& object, const char* key) {
  const Json& value = child(object, key);
  return value.is_boolean() ? value.get<bool>() : value.is_number_integer() && value.get<std::int64_t>() != 0;
}

/// The day of `2026-11-02T00:00:00.000000Z` or `2026-11-02`: Monica's days have no time.
std::optional<Day> day_of(const Json& object, const char* key) {
  return day_from_iso(std::string_view(text_of(object, key)).substr(0, 10));
}

/// The values of one kind in `data`: `[{"type": "call", "values": […]}, …]`.
const Json& values_of(const Json& object, std::string_view type) {
  for (const Json& part : child(object, "data")) {
    if (text_of(part, "type") == type && child(part, "values").is_array()) return child(part, "values");
  }
  static const Json empty = Json::array();
  return empty;
}

std::string joined(std::string first, const std::string& second) {
  if (!first.empty() && !text::blank(second)) first += "\n\n";
  return first + second;
}

/// The line on which each uuid stands first, as it is written there.
std::unordered_map<std::string_view, std::size_t> lines_of_entries(std::string_view text) {
  constexpr std::string_view key = "\"uuid\":";
  std::unordered_map<std::string_view, std::size_t> lines;
  std::size_t line = 1;
  std::size_t counted = 0;
  for (std::size_t at = text.find(key); at != std::string_view::npos; at = text.find(key, at + key.size())) {
    line += static_cast<std::size_t>(std::ranges::count(text.substr(counted, at - counted), '\n'));
    counted = at;
    const std::size_t begin = text.find_first_not_of(' ', at + key.size());
    if (begin == std::string_view::npos || text[begin] != '"') continue;
    const std::size_t end = text.find('"', begin + 1);
    if (end == std::string_view::npos) break;
    lines.try_emplace(text.substr(begin + 1, end - begin - 1), line);
  }
  return lines;
}

/// Reads the document once it is in memory.
class MonicaReader {
 public:
  explicit MonicaReader(std::string_view text) : text_(text), lines_(lines_of_entries(text)) {}

  MonicaExport read() && {
    const Json document = parse();
    const Json& account = child(document, "account");
    for (const Json& type : child(child(account, "instance"), "contact_field_types"))
      field_types_[text_of(type, "uuid")] = text_of(child(type, "properties"), "type");
    for (const Json& activity : values_of(account, "activity")) take_activity(activity);
    for (const Json& contact : values_of(account, "contact")) take_contact(contact);
    for (const Json& relationship : values_of(account, "relationship")) take_relationship(relationship);
    for (const Json& part : child(account, "data")) count_other_kinds(part, known_kinds, "");
    std::erase_if(out_.activities, [&](const MonicaActivity& activity) {
      if (activity.people.empty()) out_.dropped.add("activity with nobody", "");
      return activity.people.empty();
    });
    if (out_.problems.empty() && !account.is_object())
      out_.problems.push_back({1, "holds no account of Monica"});
    return std::move(out_);
  }

 private:
  // Photographs and the like are left out as they are read.
  Json parse() {
    const auto keep = [](int depth, Json::parse_event_t event, Json& parsed) {
      if (depth > deepest_export) return false;
      if (event != Json::parse_event_t::key) return true;
      return std::ranges::find(never_taken, parsed.get_ref<const std::string&>()) == std::end(never_taken);
    };
    try {
      return Json::parse(text_, keep);
    } catch (const Json::parse_error& error) {
      const std::string_view before = text_.substr(0, error.byte);
      const auto lines = static_cast<std::size_t>(std::ranges::count(before, '\n'));
      out_.problems.push_back({lines + 1, "is not JSON: " + plain_message(error.what())});
    } catch (const Json::exception& error) {  // a number that no machine holds
      out_.problems.push_back({1, "is not JSON: " + plain_message(error.what())});
    }
    return {};
  }

  /// The line of the entry with this uuid.
  std::size_t line_of(const std::string& uuid) const {
    const auto line = lines_.find(uuid);
    return line == lines_.end() ? 1 : line->second;
  }

  void refuse(const std::string& uuid, const std::string& why) {
    out_.problems.push_back({line_of(uuid), why});
  }

  void take_activity(const Json& activity) {
    const std::string uuid = text_of(activity, "uuid");
    const Json& properties = child(activity, "properties");
    const auto on = day_of(properties, "happened_at");
    if (!on) return refuse(uuid, "activity: happened_at: not a day");
    const std::string text = joined(text_of(properties, "summary"), text_of(properties, "description"));
    places_[uuid] = out_.activities.size();
    out_.activities.push_back({line_of(uuid), uuid, *on, text, {}});
  }

  void take_contact(const Json& contact) {
    const Json& properties = child(contact, "properties");
    const std::string uuid = text_of(contact, "uuid");
    names_[uuid] = name_in(properties);
    if (is_true(properties, "is_partial")) {
      out_.dropped.add("relative without a page", names_[uuid]);
      return;
    }
    MonicaPerson person;
    if (!take_card(contact, uuid, person)) return;
    person.deceased = is_true(properties, "is_dead");
    person.archived = child(properties, "is_active").is_boolean() && !is_true(properties, "is_active");
    const Json& every = child(properties, "stay_in_touch_frequency");
    if (every.is_number_integer() && every.get<std::int64_t>() > 0 &&
        every.get<std::int64_t>() <= longest_target)
      person.every_days = every.get<int>();
    for (const Json& call : values_of(contact, "call")) take_call(call, uuid, person);
    take_notes(contact, person);
    for (const Json& reminder : values_of(contact, "reminder")) take_reminder(reminder, uuid, person);
    for (const Json& activity : values_of(contact, "activity")) {
      const auto place = activity.is_string() ? places_.find(activity.get<std::string>()) : places_.end();
      if (place != places_.end()) out_.activities[place->second].people.push_back(out_.people.size());
    }
    for (const Json& event : values_of(contact, "life_event")) take_life_event(event, person);
    for (const Json& talk : values_of(contact, "conversation")) take_conversation(talk, uuid, person);
    for (const Json& part : child(contact, "data")) count_other_kinds(part, taken_kinds, person.card.name);
    if (is_true(properties, "is_starred")) out_.dropped.add("star", person.card.name);
    people_[uuid] = out_.people.size();
    out_.people.push_back(std::move(person));
  }

  static std::string name_in(const Json& properties) {
    std::string name;
    for (const char* key : {"first_name", "middle_name", "last_name"})
      if (const std::string part = text_of(properties, key); !part.empty())
        name += (name.empty() ? "" : " ") + part;
    return name;
  }

  /// Counts what a kind of entries holds that is not among those that are taken.
  void count_other_kinds(const Json& part, std::span<const std::string_view> taken,
                         const std::string& whose) {
    const std::string kind = text_of(part, "type");
    const Json& values = child(part, "values");
    if (kind.empty() || std::ranges::find(taken, kind) != taken.end() || !values.is_array() || values.empty())
      return;
    out_.dropped.add(kind, whose, values.size());
  }

  void take_life_event(const Json& event, MonicaPerson& person) {
    const Json& properties = child(event, "properties");
    auto on = day_of(properties, "happened_at");
    if (!on) on = day_of(event, "created_at");
    std::string text = text_of(properties, "name");
    if (text.empty()) text = text_of(properties, "type");
    if (const std::string note = text_of(properties, "note"); !note.empty())
      text += (text.empty() ? "" : ": ") + note;
    if (!on || text::blank(text))
      return out_.dropped.add("life event without a day or a text", person.card.name);
    person.notes.push_back({*on, text});
  }

  void take_conversation(const Json& talk, const std::string& uuid, MonicaPerson& person) {
    const Json& properties = child(talk, "properties");
    const auto on = day_of(properties, "happened_at");
    if (!on) return refuse(uuid, "conversation of " + person.card.name + ": happened_at: not a day");
    const Json& messages = child(properties, "messages");
    const bool mine = messages.is_array() && !messages.empty() &&
                      is_true(child(messages.front(), "properties"), "written_by_me");
    person.talks.push_back({*on, mine});
  }

  /// `contact_is` is this to `of_contact`.
  void take_relationship(const Json& relationship) {
    const Json& properties = child(relationship, "properties");
    const auto name = names_.find(text_of(properties, "contact_is"));
    const auto of = people_.find(text_of(properties, "of_contact"));
    const std::string type = text_of(properties, "type");
    if (of == people_.end() || name == names_.end() || type.empty())
      return out_.dropped.add("relationship", name == names_.end() ? "" : name->second);
    out_.people[of->second].card.facts.push_back(type + ": " + name->second);
  }

  bool take_card(const Json& contact, const std::string& uuid, MonicaPerson& person) {
    const Json& properties = child(contact, "properties");
    PlainCard card(line_of(uuid));
    card.put("UID", uuid);
    card.put_name({text_of(properties, "last_name"), text_of(properties, "first_name"),
                   text_of(properties, "middle_name"), "", ""});
    card.put("NICKNAME", text_of(properties, "nickname"));
    for (const Json& tag : child(properties, "tags"))
      if (tag.is_string()) card.put("CATEGORIES", tag.get<std::string>());
    for (const Json& field : values_of(contact, "contact_field"))
      take_field(child(field, "properties"), card, name_in(properties));
    card.put("ORG", text_of(properties, "company"));
    card.put("TITLE", text_of(properties, "job"));
    for (const Json& address : values_of(contact, "address"))
      card.put_town(text_of(child(address, "properties"), "city"));
    Cards made;
    std::move(card).finish(made);
    for (const CardProblem& problem : made.problems) out_.problems.push_back({problem.line, problem.why});
    if (made.cards.empty()) return false;
    person.card = std::move(made.cards.front());
    take_date("birthday", child(properties, "birthdate"), person.card);
    take_date("first met", child(properties, "first_met_date"), person.card);
    if (const std::string how = text_of(properties, "first_met_additional_info"); !text::blank(how))
      person.card.facts.push_back("first met: " + how);
    return true;
  }

  void take_field(const Json& field, PlainCard& card, const std::string& whose) {
    const std::string data = text_of(field, "data");
    const auto type = field_types_.find(text_of(field, "type"));
    const std::string kind = type == field_types_.end() ? std::string() : type->second;
    const bool number = data.find_first_not_of("+0123456789 ()-./") == std::string::npos;
    if (kind == "email" ||
        (kind.empty() && data.find('@') != std::string::npos && data.find('/') == std::string::npos)) {
      card.put("EMAIL", data);
    } else if (kind == "phone" || (kind.empty() && number)) {
      card.put("TEL", data);
    } else {
      out_.dropped.add(kind.empty() ? "contact field" : "contact field " + kind, whose);
    }
  }

  // A day reckoned from an age is nobody's birthday.
  void take_date(const char* name, const Json& date, Card& card) {
    const auto day = day_of(date, "date");
    if (!day) return;
    if (is_true(date, "is_age_based")) {
      out_.dropped.add(std::string(name) + " known by age only", card.name);
      return;
    }
    card.dates.push_back(yearly(name, *day, !is_true(date, "is_year_unknown")));
  }

  static YearlyDate yearly(const std::string& name, Day day, bool with_year) {
    const date::year_month_day civil{day};
    YearlyDate date{name, static_cast<unsigned>(civil.month()), static_cast<unsigned>(civil.day()),
                    std::nullopt};
    if (with_year) date.year = static_cast<int>(civil.year());
    return date;
  }

  void take_call(const Json& call, const std::string& uuid, MonicaPerson& person) {
    const Json& properties = child(call, "properties");
    const auto on = day_of(properties, "called_at");
    if (!on) return refuse(uuid, "call of " + person.card.name + ": called_at: not a day");
    person.calls.push_back({*on, is_true(properties, "contact_called"), text_of(properties, "content")});
  }

  static void take_notes(const Json& contact, MonicaPerson& person) {
    const auto note = [&](const Json& dated, const std::string& text) {
      const auto on = day_of(dated, "created_at");
      if (on && !text::blank(text)) person.notes.push_back({*on, text});
    };
    const Json& properties = child(contact, "properties");
    note(contact, text_of(properties, "description"));
    if (const std::string food = text_of(properties, "food_preferences"); !text::blank(food))
      note(contact, "food: " + food);
    for (const Json& one : values_of(contact, "note")) note(one, text_of(child(one, "properties"), "body"));
  }

  // Those that Monica made by itself, for birthdays, can't be deleted there, and are here already.
  void take_reminder(const Json& reminder, const std::string& uuid, MonicaPerson& person) {
    const Json& properties = child(reminder, "properties");
    if (is_true(properties, "inactive"))
      return out_.dropped.add("reminder that is switched off", person.card.name);
    if (child(properties, "delible").is_boolean() && !is_true(properties, "delible")) return;
    const auto on = day_of(properties, "initial_date");
    const std::string title = single_line(text_of(properties, "title"));
    if (!on || text::blank(title))
      return refuse(uuid, "reminder of " + person.card.name + ": initial_date or title: is missing");
    const std::string frequency = text_of(properties, "frequency_type");
    const Json& number = child(properties, "frequency_number");
    if (frequency == "one_time") {
      person.reminders.push_back({*on, joined(title, text_of(properties, "description"))});
    } else if (frequency == "year" && (!number.is_number_integer() || number.get<std::int64_t>() == 1) &&
               text::grapheme_count(title) <= longest_name) {
      person.card.dates.push_back(yearly(title, *on, false));
    } else {
      out_.dropped.add("reminder that comes back other than every year (" + title + ")", person.card.name);
    }
  }

  std::string_view text_;
  std::unordered_map<std::string_view, std::size_t> lines_;  // of entries, by uuid
  MonicaExport out_;
  std::map<std::string, std::string> field_types_;  // by uuid
  std::map<std::string, std::size_t> places_;       // of activities, by uuid
  std::map<std::string, std::size_t> people_;       // their places, by uuid
  std::map<std::string, std::string> names_;        // of everybody, by uuid
};

}  // namespace

bool looks_like_monica(std::string_view beginning) {
  return stripped(beginning).starts_with('{') &&
         beginning.find("\"app_version\"") != std::string_view::npos &&
         beginning.find("\"export_date\"") != std::string_view::npos;
}

MonicaExport read_monica(std::string_view text) {
  return MonicaReader(text).read();
}

}  // namespace rel::formats
