#include "render/objects.hpp"

#include "rel/id.hpp"

namespace rel::render {

namespace {

List handles(const std::vector<Id>& people, const HandleOf& handle_of) {
  List list;
  for (const Id person : people) list.emplace_back(handle_of(person));
  return list;
}

Value handle_if(const std::optional<Id>& person, const HandleOf& handle_of) {
  return person ? Value(handle_of(*person)) : Value();
}

Object with_kind(std::string_view kind, Object object) {
  object.insert(object.begin(), {"kind", kind});
  return object;
}

List dates(const std::vector<YearlyDate>& dates) {
  List list;
  for (const YearlyDate& date : dates) {
    list.emplace_back(
        Object{{"name", date.name}, {"month", date.month}, {"day", date.day}, {"year", Value(date.year)}});
  }
  return list;
}

}  // namespace

Object person_object(const Person& person) {
  List real_by;
  for (const Channel channel : person.real_by) real_by.emplace_back(word(channel));
  return {{"handle", person.handle},
          {"name", person.name},
          {"uid", person.uid},
          {"tier", word(person.tier)},
          {"every_days", person.every_days},
          {"added", person.added},
          {"last", person.last},
          {"aliases", person.aliases},
          {"phones", person.phones},
          {"emails", person.emails},
          {"tags", person.tags},
          {"dates", dates(person.dates)},
          {"purpose", person.purpose},
          {"real_by", real_by},
          {"start", person.start},
          {"considered", person.considered},
          {"archived", person.archived},
          {"deceased", person.deceased}};
}

Object contact_object(const Contact& contact, const HandleOf& handle_of) {
  return {{"id", id_text(contact.id)},
          {"with", handles(contact.with, handle_of)},
          {"others", contact.others},
          {"on", contact.on},
          {"time", contact.time},
          {"channel", word(contact.channel)},
          {"minutes", contact.minutes},
          {"by", word_or_null(contact.by)},
          {"depth", word_or_null(contact.depth)},
          {"counts", word_or_null(contact.counts)},
          {"kind", word(contact.kind)},
          {"answered", contact.answered},
          {"guessed", contact.guessed},
          {"source", contact.source},
          {"note", contact.note}};
}

Object remark_object(const Remark& remark, const HandleOf& handle_of) {
  return {{"id", id_text(remark.id)}, {"handle", handle_of(remark.person)},
          {"text", remark.text},      {"heard", remark.heard},
          {"ask_on", remark.ask_on},  {"ask", remark.ask},
          {"used", remark.used},      {"done", remark.done}};
}

Object promise_object(const Promise& promise, const HandleOf& handle_of) {
  return {{"id", id_text(promise.id)}, {"handle", handle_of(promise.person)},
          {"mine", promise.mine},      {"text", promise.text},
          {"given", promise.given},    {"by", promise.by},
          {"kept", promise.kept},      {"dropped", promise.dropped}};
}

Object snooze_object(const Snooze& snooze, const HandleOf& handle_of) {
  return {{"id", id_text(snooze.id)},  {"handle", handle_if(snooze.person, handle_of)},
          {"on", snooze.on},           {"until", snooze.until},
          {"counted", snooze.counted}, {"agreed", snooze.agreed},
          {"why", snooze.why}};
}

Object review_object(const Review& review, const HandleOf& handle_of) {
  List intentions;
  for (const Intention& intention : review.intentions) {
    intentions.emplace_back(
        Object{{"handle", handle_if(intention.person, handle_of)}, {"text", intention.text}});
  }
  return {{"id", id_text(review.id)},
          {"on", review.on},
          {"since", review.since},
          {"until", review.until},
          {"intentions", intentions}};
}

std::vector<std::string_view> wrote_columns() {
  return {"kind", "id",   "handle",  "name",   "on",      "channel", "minutes", "credit", "text",
          "tier", "time", "heard",   "ask_on", "ask",     "used",    "done",    "mine",   "given",
          "by",   "kept", "dropped", "until",  "counted", "agreed",  "why",     "since"};
}

std::vector<std::string_view> entry_columns() {
  return {"kind",         "id",    "on",   "time",   "channel", "minutes",  "by",      "depth",
          "contact_kind", "text",  "note", "heard",  "ask_on",  "ask",      "given",   "kept",
          "dropped",      "until", "why",  "others", "counts",  "answered", "guessed", "source",
          "handle",       "used",  "done", "mine",   "counted", "agreed"};
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

Object wrote_remark(const Remark& remark, const HandleOf& handle_of) {
  return with_kind("remark", remark_object(remark, handle_of));
}

Object wrote_promise(const Promise& promise, const HandleOf& handle_of) {
  return with_kind("promise", promise_object(promise, handle_of));
}

Object wrote_snooze(const Snooze& snooze, const HandleOf& handle_of) {
  return with_kind("snooze", snooze_object(snooze, handle_of));
}

Object wrote_review(const Review& review, const HandleOf& handle_of) {
  return with_kind("review", review_object(review, handle_of));
}

}  // namespace rel::render
