#include "formats/nametag.hpp"

#include "formats/ascii.hpp"
#include "formats/json_objects.hpp"
#include "formats/json_rows.hpp"
#include "formats/plain_card.hpp"
#include "formats/vcard_dates.hpp"
#include "text/utf8.hpp"

namespace rel::formats {
namespace {

using nlohmann::json;

/// The entries of a list under a key; none where there is no list.
const json& list_at(const json& object, const char* key) {
  static const json none = json::array();
  const auto found = object.is_object() ? object.find(key) : object.end();
  return !object.is_object() || found == object.end() || !found->is_array() ? none : *found;
}

class NametagReader {
 public:
  explicit NametagReader(const DateReading& reading) : reading_(reading) {}

  NametagExport read(std::istream& in) {
    const auto no_reason = std::optional<std::string>();
    const auto take = [&](const JsonRow& row) {
      if (row.list == "people") take_person(row.value, row.line);
      if (row.list == "journalEntries") take_entry(row.value, row.line);
    };
    auto problem = read_json_rows(in, {.list = [&](const std::string&) { return no_reason; },
                                       .row = take,
                                       .head = [&](const std::string&, const Json&) { return no_reason; }});
    if (problem) out_.problems.push_back(*std::move(problem));
    return std::move(out_);
  }

 private:
  void take_person(const json& person, std::size_t line) {
    PlainCard card(line);
    card.put_name({text_at(person, "surname"), text_at(person, "name"), text_at(person, "middleName"),
                   text_at(person, "prefix"), text_at(person, "suffix")});
    card.put("NICKNAME", text_at(person, "nickname"));
    card.put("ORG", text_at(person, "organization"));
    card.put("TITLE", text_at(person, "jobTitle"));
    card.put("NOTE", text_at(person, "notes"));
    for (const json& phone : list_at(person, "phoneNumbers")) card.put("TEL", text_at(phone, "number"));
    for (const json& email : list_at(person, "emails")) card.put("EMAIL", text_at(email, "email"));
    for (const json& address : list_at(person, "addresses")) card.put_town(text_at(address, "locality"));
    for (const json& group : list_at(person, "groups"))
      if (group.is_string()) card.put("CATEGORIES", group.get<std::string>());
    for (const char* other : {"urls", "imHandles", "locations", "customFields", "customFieldValues"})
      for (std::size_t i = list_at(person, other).size(); i > 0; --i) card.drop(other);
    for (const char* other : {"photo", "lastContact"})
      if (!text_at(person, other).empty()) card.drop(other);
    Cards made;
    std::move(card).finish(made);
    for (const CardProblem& problem : made.problems) out_.problems.push_back({problem.line, problem.why});
    out_.dropped.add(made.dropped);
    if (made.cards.empty()) return;
    Card done = std::move(made.cards.front());
    take_date(done, "anniversary", text_at(person, "anniversary"));
    for (const json& date : list_at(person, "importantDates"))
      take_date(done, text_at(date, "title"), text_at(date, "date"));
    for (const json& relation : list_at(person, "relationships")) take_relation(done, relation);
    places_[text_at(person, "id")] = out_.people.size();
    out_.people.push_back(std::move(done));
  }

  void take_date(Card& card, std::string name, const std::string& text) {
    if (text.empty()) return;
    auto date = yearly_date_from_text(text, reading_);
    if (text::blank(name)) name = "other";
    if (same_word(name, "birthday")) name = "birthday";
    if (!date) return out_.dropped.add(name + ' ' + text, card.name);
    date->name = name;
    card.dates.push_back(*std::move(date));
  }

  void take_relation(Card& card, const json& relation) {
    const auto type = relation.find("relationshipType");
    std::string kind = type == relation.end() ? "" : text_at(*type, "label");
    if (kind.empty()) kind = "belongs to them";
    if (const std::string name = text_at(relation, "relatedPersonName"); !name.empty())
      card.facts.push_back(lower(kind) + ": " + name);
  }

  void take_entry(const json& entry, std::size_t line) {
    const auto on = day_from_iso(std::string_view(text_at(entry, "date")).substr(0, 10));
    std::string text = text_at(entry, "title");
    if (const std::string body = text_at(entry, "body"); !body.empty())
      text += (text.empty() ? "" : "\n\n") + body;
    if (!on || text::blank(text))
      return out_.problems.push_back({line, "journal: title or date: is missing"});
    NametagEntry found{.line = line, .on = *on, .text = std::move(text), .people = {}};
    for (const json& id : list_at(entry, "peopleIds")) {
      const auto place = id.is_string() ? places_.find(id.get<std::string>()) : places_.end();
      if (place != places_.end()) found.people.push_back(place->second);
    }
    if (found.people.empty()) return out_.dropped.add("entry of the journal about nobody", "");
    out_.journal.push_back(std::move(found));
  }

  DateReading reading_;
  NametagExport out_;
  std::map<std::string, std::size_t> places_;  // of people, by id
};

}  // namespace

bool looks_like_nametag(std::string_view beginning) {
  const auto holds = [&](std::string_view key) {
    return beginning.find('"' + std::string(key) + '"') != std::string_view::npos;
  };
  return begins_json(beginning) && holds("exportDate") && holds("accountCreated") && holds("people");
}

NametagExport read_nametag(std::istream& in, const DateReading& reading) {
  return NametagReader(reading).read(in);
}

}  // namespace rel::formats
