#include "render/review_object.hpp"

#include "render/capacity_text.hpp"
#include "render/review_words.hpp"
#include "text/joined.hpp"

namespace rel::render {

namespace {

Object period_object(const Period& period) {
  return {{"since", period.since}, {"until", period.until}};
}

Object amount_object(const Amount& amount) {
  return {{"count", amount.count}, {"minutes", amount.minutes}};
}

Object depth_object(const Talks& talks) {
  return {{"depth", rounded_or_null(talks.depth)},
          {"minutes_each", rounded_or_null(talks.minutes_each)},
          {"share_of_conversations", rounded_or_null(talks.share)}};
}

Object questions_object(const LookBack& back) {
  const auto both = [](Object now, Object before) {
    return Object{{"now", std::move(now)}, {"before", std::move(before)}};
  };
  return {{"in_person", both(amount_object(back.now.in_person), amount_object(back.before.in_person))},
          {"calls", both(amount_object(back.now.calls), amount_object(back.before.calls))},
          {"people", both({{"count", back.now.people}}, {{"count", back.before.people}})},
          {"depth", both(depth_object(back.now), depth_object(back.before))}};
}

std::string_view word(Direction direction) {
  return direction == Direction::fell ? "fell" : direction == Direction::grew ? "grew" : "stayed";
}

Value balance_value(const std::optional<Balance>& balance) {
  if (!balance) return {};
  return Object{{"quantity", word(balance->quantity)}, {"quality", word(balance->quality)}};
}

Object named(const Person& person) {
  return {{"handle", person.handle}, {"name", person.name}, {"tier", rel::word(person.tier)}};
}

Object with(Object object, Object more) {
  object.insert(object.end(), more.begin(), more.end());
  return object;
}

template <class Things, class Make>
List list_of(const Things& things, const Make& make) {
  List list;
  for (const auto& thing : things) list.emplace_back(make(thing));
  return list;
}

Object talked_object(const TalkedWith& one) {
  return with(named(*one.person), {{"conversations", one.talks.count}, {"minutes", one.talks.minutes}});
}

Object quiet_object(const Quiet& one, const Settings& settings) {
  return with(named(*one.person), {{"silence_days", rounded(one.silence)},
                                   {"target_days", target_of(*one.person, settings)},
                                   {"unusual", rounded(one.unusual)},
                                   {"last_conversation", Value(one.sums->updated)}});
}

Object put_off_object(const PutOff& one) {
  return with(named(*one.person), {{"count", one.count}, {"reasons", one.reasons}});
}

Object standing_object(const Person& person, const Settings& settings) {
  return with(named(person), {{"target_days", target_of(person, settings)},
                              {"purpose", person.purpose},
                              {"considered", person.considered}});
}

Object suggestion_object(const Suggestion& one, const Settings& settings) {
  return with(named(*one.person), {{"target_days", target_of(*one.person, settings)},
                                   {"rhythm_days", rounded(one.rhythm)},
                                   {"suggested_days", one.days}});
}

Object intended_object(const Intended& one) {
  Object object = {{"text", one.intention.text},
                   {"handle", one.person ? Value(one.person->handle) : Value()}};
  object.emplace_back("conversations", one.talks ? Value(one.talks->count) : Value());
  object.emplace_back("minutes", one.talks ? Value(one.talks->minutes) : Value());
  return object;
}

Value ask_value(const std::optional<ToAsk>& ask) {
  if (!ask) return {};
  return with(named(*ask->person), {{"last_deep", Value(ask->last_deep)}});
}

Value last_value(const std::optional<Review>& last) {
  if (!last) return {};
  return Object{{"on", last->on}, {"since", last->since}, {"until", last->until}};
}

Object row(std::string_view about, std::string_view figure, Value now, Value before) {
  return {{"about", about}, {"figure", figure}, {"now", std::move(now)}, {"before", std::move(before)}};
}

Object person_row(std::string_view about, const Person& person, std::string_view figure, Value now,
                  std::string text = "") {
  return {{"about", about},   {"handle", person.handle}, {"name", person.name},
          {"figure", figure}, {"now", std::move(now)},   {"text", std::move(text)}};
}

void add_question_rows(std::vector<Object>& rows, const LookBack& back) {
  for (const auto& [about, both] : questions_object(back)) {
    const auto& sides = std::get<Object>(both.content);
    const auto& now = std::get<Object>(sides[0].second.content);
    const auto& before = std::get<Object>(sides[1].second.content);
    for (std::size_t i = 0; i < now.size(); ++i) {
      rows.push_back(row(about, now[i].first, now[i].second, before[i].second));
    }
  }
}

Object promises_object(const Promised& promised) {
  return {{"kept", promised.kept},
          {"late", promised.late.size()},
          {"dropped", promised.dropped},
          {"open", promised.open.size()}};
}

}  // namespace

Object review_head(const ReviewPage& page) {
  const LookBack& back = page.back;
  const Settings& settings = page.of.settings;
  const auto quiet = [&](const Quiet& one) { return quiet_object(one, settings); };
  return {{"as_of", page.of.today},
          {"period", period_object(page.of.period)},
          {"before", period_object(page.of.period.before())},
          {"questions", questions_object(back)},
          {"balance", balance_value(back.balance)},
          {"talked_with", list_of(back.most, talked_object)},
          {"without_talk", list_of(back.without_talk, [](const Person* one) { return named(*one); })},
          {"promises", promises_object(back.promised)},
          {"postponed", list_of(back.put_off, put_off_object)},
          {"cooled", list_of(back.cooled, quiet)},
          {"quiet", list_of(back.quiet, quiet)},
          {"quiet_before", back.quiet_before},
          {"without_tier", list_of(back.without_tier, talked_object)},
          {"considered",
           list_of(back.to_consider, [&](const Person* one) { return standing_object(*one, settings); })},
          {"suggested", list_of(back.suggestions,
                                [&](const Suggestion& one) { return suggestion_object(one, settings); })},
          {"last_review", last_value(page.of.last)},
          {"intentions", list_of(back.intended, intended_object)},
          {"ask", ask_value(back.ask)},
          {"capacity", capacity_object(back.capacity)},
          {"stale_remarks", page.stale_remarks}};
}

std::vector<Object> review_rows(const ReviewPage& page) {
  const LookBack& back = page.back;
  const Settings& settings = page.of.settings;
  std::vector<Object> rows;
  add_question_rows(rows, back);
  for (auto& [figure, count] : promises_object(back.promised))
    rows.push_back(row("promises", figure, std::move(count), {}));
  for (auto& [figure, value] : capacity_object(back.capacity))
    rows.push_back(row("capacity", figure, std::move(value), {}));
  for (const TalkedWith& one : back.most) {
    rows.push_back(person_row("talked_with", *one.person, "conversations", one.talks.count));
    rows.push_back(person_row("talked_with", *one.person, "minutes", one.talks.minutes));
  }
  for (const PutOff& one : back.put_off)
    rows.push_back(person_row("postponed", *one.person, "count", one.count, text::joined(one.reasons, "; ")));
  for (const Quiet& one : back.cooled)
    rows.push_back(person_row("cooled", *one.person, "silence_days", rounded(one.silence),
                              cooled_text(one, page.of.today)));
  for (const Quiet& one : back.quiet)
    rows.push_back(person_row("quiet", *one.person, "silence_days", rounded(one.silence),
                              quiet_text(one, settings, page.of.today)));
  for (const TalkedWith& one : back.without_tier)
    rows.push_back(person_row("without_tier", *one.person, "conversations", one.talks.count));
  for (const Person* one : back.to_consider)
    rows.push_back(person_row("considered", *one, "on", one->considered, one->purpose.value_or("")));
  for (const Suggestion& one : back.suggestions)
    rows.push_back(person_row("suggested", *one.person, "days", one.days, suggestion_text(one, settings)));
  for (const Intended& one : back.intended) {
    const Object figures = intended_object(one);
    for (std::size_t i = 2; i < figures.size(); ++i)
      rows.push_back({{"about", "intentions"},
                      {"handle", figures[1].second},
                      {"figure", figures[i].first},
                      {"now", figures[i].second},
                      {"text", one.intention.text}});
  }
  if (back.ask) rows.push_back(person_row("ask", *back.ask->person, "last_deep", Value(back.ask->last_deep)));
  return rows;
}

}  // namespace rel::render
