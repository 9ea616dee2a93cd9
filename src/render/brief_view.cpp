#include "render/brief_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "rel/credit.hpp"
#include "render/brief_object.hpp"
#include "render/phrases.hpp"
#include "render/reach.hpp"
#include "text/terminal.hpp"

namespace rel::render {

namespace {

constexpr std::size_t most_remarks = 5;  // with the rest below they fill a screen
constexpr std::size_t most_open = 5;
constexpr int longest_text = 130;   // columns of one line's text on a terminal,
constexpr int longest_remark = 90;  // and of a remark or its question in it

std::string ago(Day day, Day today) {
  const int days = days_between(day, today);
  const std::string near = days < 0    ? "later than today"  // by this clock
                           : days == 0 ? "today"
                           : days == 1 ? "yesterday"
                                       : counted(days, "day") + " ago";
  return weekday_and_day(day, today) + ", " + near;
}

/// An ask whose day is not here yet.
bool to_come(const Remark& remark, Day today) {
  return ask_is_open(remark) && *remark.ask_on > today;
}

std::string by_channel(Channel channel) {
  switch (channel) {
    case Channel::met:
      return "in person";
    case Channel::call:
      return "by phone";
    case Channel::video:
      return "by video";
    case Channel::voice:
      return "by voice message";
    case Channel::letter:
      return "by letter";
    case Channel::email:
      return "by e-mail";
    case Channel::chat:
      return "by chat";
    case Channel::social:
      return "online";
    case Channel::hello:
      return "in passing";
    case Channel::event:
      return "in a crowd";
  }
  return "";
}

std::string_view noun(Channel channel) {
  switch (channel) {
    case Channel::met:
      return "meeting";
    case Channel::video:
      return "video call";
    case Channel::voice:
      return "voice message";
    case Channel::email:
      return "e-mail";
    case Channel::social:
      return "reaction online";
    case Channel::call:
    case Channel::letter:
    case Channel::chat:
    case Channel::hello:
    case Channel::event:
      break;
  }
  return word(channel);
}

std::string how(const Contact& contact) {
  std::string text = contact.minutes ? length(*contact.minutes) + " " : "";
  text += by_channel(contact.channel);
  if (contact.depth && contact.depth != Depth::personal) text += ", " + std::string(word(*contact.depth));
  const int company = static_cast<int>(contact.with.size()) - 1 + contact.others;
  return company > 0 ? text + ", with " + counted(company, "other") : text;
}

/// Lays out one brief: a table of labels, texts, and ids of what can be acted on.
class BriefWriter {
 public:
  BriefWriter(const Brief& brief, const BriefPage& page, const ShortId& short_id)
      : brief_(brief), page_(page), short_id_(short_id), person_(brief.now.facts.person) {}

  std::vector<Block> text() {
    add_reach();
    add_talks();
    add_facts();
    add_remarks();
    add_open();
    if (!person_.deceased) add_advice();
    return {title(), std::move(table_)};
  }

 private:
  void add(const std::string& label, std::string text, std::optional<Id> id = std::nullopt) {
    const std::string shown = label == label_ ? "" : label;
    label_ = label;
    if (page_.for_reader) text = text::shortened(text, longest_text);
    table_.rows.push_back(
        {Cell(shown, Style::dim), Cell(std::move(text)), id ? Cell(short_id_(*id), Style::dim) : Cell()});
  }

  void add_gap() { table_.rows.push_back({Cell("")}); }

  Line title() const;
  void add_reach();
  void add_talks();
  void add_touches();
  void add_facts();
  void add_remarks();
  void add_open();
  void add_promises(const char* label, bool mine);
  void add_dates();
  void add_advice();
  std::string remark_text(const Remark& remark) const;
  std::string cut(const std::string& text) const {
    return page_.for_reader ? text::shortened(one_line(text), longest_remark) : one_line(text);
  }

  const Brief& brief_;
  const BriefPage& page_;
  const ShortId& short_id_;
  const Person& person_;
  Table table_{.columns = {{}, {.stretches = true}, {}}, .rows = {}};
  std::string label_;
};

Line BriefWriter::title() const {
  std::string standing = "in no tier";
  if (brief_.now.target) {
    standing = tier_name(person_.tier) + ", every " + counted(*brief_.now.target, "day");
  }
  if (person_.archived)
    standing = "archived: nothing reminds of them; rel edit " + person_.handle + " --unarchive";
  if (person_.deceased) standing = "deceased; kept in memory";
  return {{{person_.name, Style::strong}, {"  " + standing, Style::dim}}};
}

void BriefWriter::add_reach() {
  if (person_.purpose) add("Why", one_line(*person_.purpose));
  if (person_.deceased) return;
  if (Line ways = reach_line(person_); !ways.spans.empty())
    table_.rows.push_back({Cell("Reach", Style::dim), Cell(std::move(ways)), Cell()});
  if (person_.tier == Tier::very_high) {
    add("Time", "take your time");
  } else if (brief_.minutes) {
    add("Time", "you two usually talk for about " + length(*brief_.minutes));
  }
}

void BriefWriter::add_talks() {
  if (!table_.rows.empty()) add_gap();
  const auto day = brief_.now.facts.sums.last_talked();
  const auto& [last, full, since] = brief_.talks;
  if (!day) {
    add("Last talked", "no talk logged yet");
  } else {
    add("Last talked", ago(*day, page_.today) + (last ? ", " + how(*last) : ""));
  }
  if (last && last->note) add("Last talked", one_line(*last->note));
  if (full) add("Longer", ago(full->on, page_.today) + ", " + how(*full));
  if (full && full->note) add("Longer", one_line(*full->note));
  add_touches();
}

void BriefWriter::add_touches() {
  const Contact* touch = nullptr;
  const Contact* tried = nullptr;
  std::map<Channel, int> touches;
  for (const Contact& contact : brief_.talks.since) {
    if (contact.kind == ContactKind::tried) tried = &contact;
    if (!took_place(contact)) continue;
    touch = &contact;
    ++touches[contact.channel];
  }
  const auto with_note = [](const std::string& text, const Contact& contact) {
    return contact.note ? text + ": " + one_line(*contact.note) : text;
  };
  const char* label = brief_.now.facts.sums.last_talked() ? "Since then" : "So far";
  if (touch) {
    std::vector<std::string> counts;
    for (const auto& [channel, count] : touches) counts.push_back(counted(count, noun(channel)));
    add(label,
        with_note(fmt::format("{}, the last {}", fmt::join(counts, ", "), near_day(touch->on, page_.today)),
                  *touch));
  }
  if (tried) add(label, "you tried " + near_day(tried->on, page_.today) + "; no answer");
}

std::string BriefWriter::remark_text(const Remark& remark) const {
  const std::string heard = short_day(remark.heard, page_.today);
  std::string state;
  if (ask_is_open(remark)) {
    const bool late = *remark.ask_on < page_.today;
    state = late ? ", to ask since " + bare_day(*remark.ask_on, page_.today)
                 : ", ask " + near_day(*remark.ask_on, page_.today);
    if (remark.ask && *remark.ask != remark.text) state += ": " + cut(*remark.ask);
  } else if (came_back_to(remark)) {
    const Day day = remark.used ? *remark.used : *remark.done;
    state = std::string(remark.used ? ", you came back to it " : ", closed ") + near_day(day, page_.today);
  }
  return cut(remark.text) + " (" + heard + state + ")";
}

void BriefWriter::add_facts() {
  std::vector<Remark> facts = brief_.remarks;
  std::erase_if(facts, [](const Remark& one) { return !one.fact; });
  if (facts.empty()) return;
  std::ranges::sort(facts, {}, [](const Remark& one) { return std::tuple(one.heard, one.id); });
  add_gap();
  for (const Remark& fact : facts) add("Know", cut(fact.text), fact.id);
}

void BriefWriter::add_remarks() {
  std::vector<Remark> remarks = without_repeated(brief_.remarks);
  std::erase_if(remarks, [](const Remark& one) { return one.fact; });
  if (remarks.empty()) return;
  add_gap();
  const std::size_t count = std::min(most_remarks, remarks.size());
  for (std::size_t i = 0; i < count; ++i) {
    const bool question_alone = remarks[i].ask == remarks[i].text;  // which nobody told
    add(question_alone ? "To ask" : "Told you", remark_text(remarks[i]), remarks[i].id);
  }
  if (const std::size_t more = remarks.size() - count; more > 0)
    add("Told you", fmt::format("and {} more: rel show {}", more, person_.handle));
}

void BriefWriter::add_promises(const char* label, bool mine) {
  std::size_t shown = 0;
  std::size_t more = 0;
  for (const OpenItem& item : brief_.now.open) {
    const bool owed = item.clock == Clock::reply || item.clock == Clock::promise;
    if (!owed || item.mine != mine) continue;
    if (++shown > most_open) {
      ++more;
    } else {
      add(label, one_line(open_reason(item, brief_.now, page_.today)), item.id);
    }
  }
  if (more > 0) add(label, fmt::format("and {} more: rel show {}", more, person_.handle));
}

void BriefWriter::add_dates() {
  for (const OpenItem& item : brief_.now.open) {
    if (item.clock == Clock::agreed && !person_.deceased)
      add("Near", one_line(open_reason(item, brief_.now, page_.today)), item.id);
  }
  for (const NearDate& date : brief_.dates) {
    std::string text = date.name + (date.in_days < 0 ? " was " : " ") + near_day(date.on, page_.today);
    if (date.in_days > 1) text += ", in " + counted(date.in_days, "day");
    if (date.years) text += ", " + counted(*date.years, "year");
    add("Near", text);
  }
}

void BriefWriter::add_open() {
  const std::size_t rows = table_.rows.size();
  add_gap();
  add_promises("You owe", true);
  add_promises("Owes you", false);
  add_dates();
  if (table_.rows.size() == rows + 1) table_.rows.pop_back();
}

void BriefWriter::add_advice() {
  const std::size_t rows = table_.rows.size();
  add_gap();
  for (const Remark& remark : brief_.openers) {
    if (to_come(remark, page_.today)) {
      add("Coming up", cut(remark.text));
    } else {
      const std::string heard = " (" + short_day(remark.heard, page_.today) + ")";
      add("Begin with", cut(question(remark)) + (ask_is_open(remark) ? "" : heard));
    }
  }
  for (const std::string& hint :
       {put_off(brief_.now.facts.postponements, page_.today), call_instead(brief_.now.facts.sums)}) {
    if (!hint.empty()) add("Mind", hint);
  }
  if (table_.rows.size() == rows + 1) table_.rows.pop_back();
}

int rounded_to_five(int minutes) {
  return std::max(5, (minutes + 2) / 5 * 5);
}

/// The line that logs the call; a note can follow: `rel log ann call 50m --about 7k2r : `.
std::string log_line(const Brief& brief, Day today, const ShortId& short_id) {
  const auto& last = brief.talks.last;
  std::string line =
      fmt::format("rel log {} {} {}m", brief.now.facts.person.handle,
                  word(last ? last->channel : Channel::call), rounded_to_five(brief.now.minutes));
  for (const Remark& remark : brief.openers) {
    if (!to_come(remark, today)) line += " --about " + short_id(remark.id);  // else it would be over already
  }
  return line + " : ";
}

/// The same for several who are met together.
std::string group_log_line(const std::vector<Brief>& briefs) {
  std::vector<std::string> handles;
  for (const Brief& brief : briefs) handles.push_back(brief.now.facts.person.handle);
  return fmt::format("rel log {} met 1h : ", fmt::join(handles, ","));
}

std::vector<Block> page_text(const BriefPage& page, const ShortId& short_id) {
  std::vector<Block> text;
  for (const Brief& brief : page.briefs) {
    if (!text.empty()) text.emplace_back(Line());
    for (Block& block : brief_text(brief, page, short_id)) text.push_back(std::move(block));
  }
  const bool over = std::any_of(page.briefs.begin(), page.briefs.end(),
                                [](const Brief& brief) { return brief.now.facts.person.deceased; });
  if (!page.for_reader || over || page.briefs.empty()) return text;
  const std::string line = page.briefs.size() == 1 ? log_line(page.briefs.front(), page.today, short_id)
                                                   : group_log_line(page.briefs);
  text.emplace_back(Line());
  text.emplace_back(Line::with_command("Afterwards: ", line, Style::dim));
  return text;
}

}  // namespace

std::vector<Block> brief_text(const Brief& brief, const BriefPage& page, const ShortId& short_id) {
  return BriefWriter(brief, page, short_id).text();
}

View brief_view(const BriefPage& page, Format format, const ShortId& short_id, const HandleOf& handle_of) {
  View view{.command = "prep", .head = {{"as_of", page.today}}};
  view.columns = brief_columns();
  if (format == Format::text) {
    view.text = page_text(page, short_id);
  } else if (format == Format::tsv) {
    for (const Brief& brief : page.briefs) {
      for (Object& row : brief_rows(brief, handle_of)) view.rows.push_back(std::move(row));
    }
  } else if (page.briefs.size() > 1) {
    view.rows_key = "briefs";
    for (const Brief& brief : page.briefs) view.rows.push_back(brief_object(brief, handle_of));
  } else {
    const Object keys = page.briefs.empty() ? nobodys_brief() : brief_object(page.briefs.front(), handle_of);
    view.head.insert(view.head.end(), keys.begin(), keys.end());
  }
  return view;
}

}  // namespace rel::render
