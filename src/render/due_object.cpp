#include "render/due_object.hpp"

#include "rel/credit.hpp"
#include "rel/id.hpp"
#include "render/phrases.hpp"

namespace rel::render {

namespace {

Value touch_value(const std::optional<Contact>& contact) {
  if (!contact) return {};
  return Object{{"id", id_text(contact->id)}, {"on", contact->on}, {"channel", word(contact->channel)}};
}

Value rounded_or_null(const std::optional<double>& value) {
  return value ? Value(rounded(*value)) : Value();
}

Value first_or_null(const std::vector<std::string>& texts) {
  return texts.empty() ? Value() : Value(texts.front());
}

}  // namespace

Object open_object(const OpenItem& item) {
  Object object = {{"id", item.id ? Value(id_text(*item.id)) : Value()}, {"kind", word(item.clock)}};
  if (item.clock == Clock::promise) object.emplace_back("mine", item.mine);
  object.emplace_back("text", item.text);
  object.emplace_back("on", item.on);
  object.emplace_back("late_days", item.late_days);
  return object;
}

Value conversation_value(const std::optional<Contact>& contact, const Person& person) {
  if (!contact) return {};
  return Object{{"id", id_text(contact->id)},
                {"on", contact->on},
                {"channel", word(contact->channel)},
                {"minutes", contact->minutes},
                {"credit", rounded(credit(*contact, person))}};
}

Object due_object(const DueItem& item, Day today) {
  const Facts& facts = item.facts;
  List open;
  for (const OpenItem& one : item.open) open.emplace_back(open_object(one));
  return {{"handle", facts.person.handle},
          {"name", facts.person.name},
          {"tier", word(facts.person.tier)},
          {"urgency", rounded(item.urgency)},
          {"ratio", rounded(item.ratio)},
          {"clock", word(item.clock)},
          {"due_on", item.due_on},
          {"reason", reason(item, today)},
          {"silence_days", rounded_or_null(item.silence)},
          {"target_days", item.target},
          {"last_conversation", conversation_value(facts.last_conversation, facts.person)},
          {"last_touch", touch_value(facts.last_touch)},
          {"touches_since", facts.sums.touches},
          {"postponed", facts.sums.postponed},
          {"unusual", rounded_or_null(item.unusual)},
          {"minutes", item.minutes},
          {"phone", first_or_null(facts.person.phones)},
          {"email", first_or_null(facts.person.emails)},
          {"open", open}};
}

}  // namespace rel::render
