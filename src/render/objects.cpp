#include "render/objects.hpp"

#include <type_traits>

#include "domain/fields.hpp"
#include "rel/id.hpp"

namespace rel::render {

namespace {

List handles(const std::vector<Id>& people, const HandleOf& handle_of) {
  List list;
  for (const Id person : people) list.emplace_back(handle_of(person));
  return list;
}

/// The archive's value of a field.
class ValueOf {
 public:
  explicit ValueOf(const HandleOf& handle_of) : handle_of_(handle_of) {}

  template <class Row>
  Object object(const Row& row) const {
    Object object;
    object.reserve(std::tuple_size_v<std::remove_const_t<decltype(row_table<Row>.fields)>>);
    each_field<Row>([&](const auto& field) {
      if (!field.key.empty()) object.emplace_back(field.key, value(row.*field.member, field.rule));
    });
    return object;
  }

 private:
  Value value(const auto& plain, auto) const { return plain; }
  Value value(Id id, rule::Key) const { return id_text(id); }
  Value value(const std::optional<Id>& id, rule::OtherEntry) const {
    return id ? Value(id_text(*id)) : Value();
  }
  Value value(Id person, rule::Whose) const { return handle_of_(person); }
  Value value(const std::optional<Id>& person, rule::Whose) const {
    return person ? Value(handle_of_(*person)) : Value();
  }
  Value value(const std::vector<Id>& people, rule::Whose) const { return handles(people, handle_of_); }
  template <class E>
  Value value(const E& value, rule::Word<E>) const {
    return word(value);
  }
  template <class E>
  Value value(const std::optional<E>& value, rule::Word<E>) const {
    return word_or_null(value);
  }
  Value value(const std::vector<Channel>& channels, auto) const {
    List words;
    for (const Channel channel : channels) words.emplace_back(word(channel));
    return words;
  }
  template <HasFields Part>
  Value value(const std::vector<Part>& parts, auto) const {
    List objects;
    for (const Part& part : parts) objects.emplace_back(object(part));
    return objects;
  }

  const HandleOf& handle_of_;
};

}  // namespace

Object person_object(const Person& person) {
  return ValueOf({}).object(person);
}

template <class Entry>
Object entry_object(const Entry& entry, const HandleOf& handle_of) {
  return ValueOf(handle_of).object(entry);
}
template Object entry_object(const Contact&, const HandleOf&);
template Object entry_object(const Remark&, const HandleOf&);
template Object entry_object(const Promise&, const HandleOf&);
template Object entry_object(const Snooze&, const HandleOf&);
template Object entry_object(const Review&, const HandleOf&);

std::vector<std::string_view> wrote_columns() {
  return {"kind", "id",    "handle", "name",  "on",        "channel", "minutes", "credit",
          "text", "tier",  "time",   "heard", "ask_on",    "ask",     "used",    "done",
          "mine", "given", "by",     "kept",  "dropped",   "until",   "counted", "agreed",
          "why",  "since", "fact",   "told",  "ask_every", "remark",  "item",    "group"};
}

std::vector<std::string_view> entry_columns() {
  return {"kind",         "id",     "on",   "time",   "channel", "minutes",  "by",      "depth",
          "contact_kind", "text",   "note", "heard",  "ask_on",  "ask",      "given",   "kept",
          "dropped",      "until",  "why",  "others", "counts",  "answered", "guessed", "source",
          "handle",       "used",   "done", "mine",   "counted", "agreed",   "fact",    "told",
          "ask_every",    "remark", "item", "group"};
}

Object group_object(const Group& group) {
  return ValueOf({}).object(group);
}

Object wrote_person(const Person& person) {
  return {{"kind", "person"}, {"handle", person.handle}, {"name", person.name}, {"tier", word(person.tier)}};
}

Object wrote_contact(const Contact& contact, double credit, const HandleOf& handle_of) {
  return {{"kind", "contact"},
          {"id", id_text(contact.id)},
          {"handles", handles(contact.with, handle_of)},
          {"on", contact.on},
          {"time", contact.time},
          {"channel", word(contact.channel)},
          {"minutes", contact.minutes},
          {"credit", rounded(credit)}};
}

template <class Entry>
Object wrote_entry(const Entry& entry, const HandleOf& handle_of) {
  Object object = entry_object(entry, handle_of);
  object.insert(object.begin(), {"kind", row_table<Entry>.one});
  return object;
}
template Object wrote_entry(const Remark&, const HandleOf&);
template Object wrote_entry(const Promise&, const HandleOf&);
template Object wrote_entry(const Snooze&, const HandleOf&);
template Object wrote_entry(const Review&, const HandleOf&);

}  // namespace rel::render
