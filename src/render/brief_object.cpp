#include "render/brief_object.hpp"

#include <array>

#include "rel/id.hpp"
#include "render/due_object.hpp"

namespace rel::render {

namespace {

/// What is said of a conversation, with its note; null where there was none.
Value last_conversation(const Brief& brief) {
  Value conversation = conversation_value(brief.now.facts.sums);
  if (auto* talk = std::get_if<Object>(&conversation.content)) talk->emplace_back("note", brief.last_note);
  return conversation;
}

Object date_object(const NearDate& date) {
  return {{"name", date.name}, {"on", date.on}, {"in_days", date.in_days}};
}

Object opener_object(const Remark& remark) {
  return {{"id", id_text(remark.id)}, {"text", question(remark)}};
}

Object row(std::string_view handle, std::string_view kind, Object object) {
  // Of a remark `handle` is there already; the day that a row is about is `on` in all of them.
  std::erase_if(object, [](const auto& entry) { return entry.first == "handle" || entry.first == "kind"; });
  for (auto& [key, value] : object) {
    if (key == "heard") key = "on";
    if (key == "name" || key == "note") key = "text";
  }
  object.insert(object.begin(), {{"handle", handle}, {"kind", kind}});
  return object;
}

}  // namespace

Object brief_object(const Brief& brief, const HandleOf& handle_of) {
  const Facts& facts = brief.now.facts;
  List remarks;
  for (const Remark& remark : brief.remarks) remarks.emplace_back(entry_object(remark, handle_of));
  List open;
  for (const OpenItem& item : brief.now.open) open.emplace_back(open_object(item));
  List dates;
  for (const NearDate& date : brief.dates) dates.emplace_back(date_object(date));
  List openers;
  for (const Remark& remark : brief.openers) openers.emplace_back(opener_object(remark));
  return {{"person", person_object(facts.person)},
          {"last_conversation", last_conversation(brief)},
          {"touches_since", facts.sums.touches},
          {"postponed", facts.sums.postponed},
          {"minutes", brief.minutes},
          {"remarks", remarks},
          {"open", open},
          {"dates", dates},
          {"openers", openers}};
}

Object nobodys_brief() {
  return {{"person", {}},   {"last_conversation", {}}, {"touches_since", 0},
          {"postponed", 0}, {"minutes", {}},           {"remarks", List{}},
          {"open", List{}}, {"dates", List{}},         {"openers", List{}}};
}

std::vector<std::string_view> brief_columns() {
  return {"handle",  "kind",   "id",        "on",   "text",    "ask_on", "ask",  "used", "done", "channel",
          "minutes", "credit", "late_days", "mine", "in_days", "heard",  "name", "fact", "told", "ask_every"};
}

std::vector<Object> brief_rows(const Brief& brief, const HandleOf& handle_of) {
  const Facts& facts = brief.now.facts;
  const std::string& handle = facts.person.handle;
  std::vector<Object> rows;
  const Value last = last_conversation(brief);
  if (const auto* talk = std::get_if<Object>(&last.content)) rows.push_back(row(handle, "contact", *talk));
  for (const Remark& remark : brief.remarks)
    rows.push_back(row(handle, "remark", entry_object(remark, handle_of)));
  for (const OpenItem& item : brief.now.open)
    if (item.clock != Clock::date) rows.push_back(row(handle, word(item.clock), open_object(item)));
  for (const NearDate& date : brief.dates) rows.push_back(row(handle, "date", date_object(date)));
  return rows;
}

}  // namespace rel::render
