#include "render/due_object.hpp"

#include "rel/id.hpp"
#include "render/phrases.hpp"

namespace rel::render {

namespace {

constexpr std::size_t due_keys = 21;

Value touch_value(const std::optional<LastTouch>& touch) {
  if (!touch) return {};
  return Object{{"id", id_text(touch->id)}, {"on", touch->on}, {"channel", word(touch->channel)}};
}

Value first_or_null(const std::vector<std::string>& texts) {
  return texts.empty() ? Value() : Value(texts.front());
}

}  // namespace

Value last_talk_days(const Sums& sums, Day today) {
  const auto last = sums.last_talked();
  return last ? Value(days_between(*last, today)) : Value();
}

Object soft_object(const SoftSign& sign, Day today) {
  const Person& person = sign.facts.person;
  return {{"handle", person.handle},
          {"name", person.name},
          {"kind", word(sign.sign)},
          {"reason", soft_reason(sign, today)}};
}

Object week_object(const WeekDay& day) {
  return {{"on", day.on}, {"handle", day.facts.person.handle}, {"text", week_text(day)}};
}

Object open_object(const OpenItem& item) {
  Object object = {{"id", item.id ? Value(id_text(*item.id)) : Value()}, {"kind", word(item.clock)}};
  if (item.clock == Clock::promise) object.emplace_back("mine", item.mine);
  object.emplace_back("text", item.text);
  object.emplace_back("on", item.on);
  object.emplace_back("late_days", item.late_days);
  return object;
}

Value conversation_value(const Sums& sums) {
  if (!sums.last_talk) return {};
  const LastTalk& talk = *sums.last_talk;
  return Object{{"id", id_text(talk.id)},
                {"on", sums.updated},
                {"channel", word(talk.channel)},
                {"minutes", talk.minutes},
                {"credit", rounded(talk.credit)}};
}

// Added one by one: a list in braces would copy each of them.
Object due_object(const DueItem& item, Day today) {
  const Facts& facts = item.facts;
  List open;
  for (const OpenItem& one : item.open) open.emplace_back(open_object(one));
  Object object;
  object.reserve(due_keys);
  object.emplace_back("handle", facts.person.handle);
  object.emplace_back("name", facts.person.name);
  object.emplace_back("tier", word(facts.person.tier));
  object.emplace_back("urgency", rounded(item.urgency));
  object.emplace_back("ratio", rounded(item.ratio));
  object.emplace_back("clock", word(item.clock));
  object.emplace_back("due_on", item.due_on);
  object.emplace_back("reason", reason(item, today));
  object.emplace_back("silence_days", rounded_or_null(item.silence));
  object.emplace_back("last_talk_days", last_talk_days(facts.sums, today));
  object.emplace_back("target_days", item.target);
  object.emplace_back("long", quiet_for_long(item));
  object.emplace_back("last_conversation", conversation_value(facts.sums));
  object.emplace_back("last_touch", touch_value(facts.sums.last_touch));
  object.emplace_back("touches_since", facts.sums.touches);
  object.emplace_back("postponed", facts.sums.postponed);
  object.emplace_back("unusual", rounded_or_null(item.unusual));
  object.emplace_back("minutes", item.minutes);
  object.emplace_back("phone", first_or_null(facts.person.phones));
  object.emplace_back("email", first_or_null(facts.person.emails));
  object.emplace_back("open", std::move(open));
  return object;
}

}  // namespace rel::render
