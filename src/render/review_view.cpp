#include "render/review_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "render/capacity_text.hpp"
#include "render/phrases.hpp"
#include "render/review_object.hpp"
#include "render/review_questions.hpp"
#include "render/review_words.hpp"
#include "text/enumerated.hpp"
#include "text/joined.hpp"

namespace rel::render {

namespace {

constexpr std::size_t shown_people = 3;  // of a kind; the rest is counted
constexpr std::size_t shown_names = 3;
constexpr int many_postponements = 3;

/// Collects what a review has to say under its label, each on a row of its own.
class Sections {
 public:
  explicit Sections(const ReviewPage& page) : page_(page) { table_.columns = {{}, {.stretches = true}, {}}; }

  void say(const char* label, std::string text, std::string id = "") {
    row(label, Cell(std::move(text)), std::move(id));
  }
  void add(std::string text) { row("", Cell(std::move(text), Style::dim), ""); }

  /// A line for each thing, at most three, and how many more there are.
  template <class Things, class TextOf>
  void list(const char* label, const Things& things, const TextOf& text_of) {
    const std::size_t shown = std::min(things.size(), shown_people);
    for (std::size_t i = 0; i < shown; ++i) say(i == 0 ? label : "", text_of(things[i]));
    if (shown < things.size()) add(fmt::format("and {} more", things.size() - shown));
  }

  const ReviewPage& page() const { return page_; }
  const LookBack& back() const { return page_.back; }
  Day today() const { return page_.of.today; }
  Table table() && { return std::move(table_); }
  bool empty() const { return table_.rows.empty(); }

 private:
  void row(const char* label, Cell text, std::string id) {
    table_.rows.push_back({Cell(label, Style::dim), std::move(text), Cell(std::move(id), Style::dim)});
  }

  const ReviewPage& page_;
  Table table_;
};

std::string talks(const Amount& amount) {
  return fmt::format("{}, {}", counted(amount.count, "talk"), length(amount.minutes));
}

std::string no_tier_or(const Person& person) {
  return person.tier == Tier::none ? "in no tier" : tier_name(person.tier);
}

/// `Ann, Bo, Cy and 4 more`.
std::string names_of(const std::vector<const Person*>& people) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < std::min(people.size(), shown_names); ++i) names.push_back(people[i]->name);
  if (people.size() > shown_names) names.push_back(fmt::format("{} more", people.size() - shown_names));
  return text::enumerated(names);
}

void add_intentions(Sections& sections) {
  const auto text = [&](const Intended& one) {
    if (!one.person) return fmt::format("{}: you know best", one.intention.text);
    const std::string what = fmt::format("{}, with {}: ", one.intention.text, one.person->name);
    return what + (one.talks->count == 0 ? "no talk since" : talks(*one.talks) + " since");
  };
  sections.list("You meant to", sections.back().intended, text);
}

// Where the minutes went, beside where the tiers say they should.
void add_most(Sections& sections) {
  const LookBack& back = sections.back();
  sections.list("Most with", back.most, [](const TalkedWith& one) {
    return fmt::format("{}, {}: {}", one.person->name, no_tier_or(*one.person), talks(one.talks));
  });
  int all = 0;
  int upper = 0;
  for (const TalkedWith& one : back.most) {
    all += one.talks.minutes;
    if (one.person->tier >= Tier::high) upper += one.talks.minutes;
  }
  if (upper > 0 && back.most.size() > 1) {
    // Of a talk with several each had all of it: no sum of minutes would be right.
    sections.add(upper == all
                     ? "All of it went to your two upper tiers."
                     : fmt::format("{} in a hundred minutes went to your two upper tiers.",
                                   std::clamp(static_cast<int>(std::lround(100.0 * upper / all)), 1, 99)));
  }
  std::vector<const Person*> without = back.without_talk;
  std::erase_if(without, [&](const Person* one) {  // who went quiet is named below
    return std::any_of(back.quiet.begin(), back.quiet.end(), [&](const Quiet& q) { return q.person == one; });
  });
  if (without.empty()) return;
  sections.say(back.most.empty() ? "Most with" : "",
               fmt::format("No talk fell into these days with {}.", names_of(without)));
}

void add_promises(Sections& sections, const ShortId& short_id) {
  const Promised& promised = sections.back().promised;
  std::vector<std::string> parts;
  const auto add = [&](auto count, const char* what) {
    if (count > 0) parts.push_back(fmt::format("{} {}", count, what));
  };
  add(promised.kept, "kept");
  add(promised.dropped, "dropped");
  add(promised.open.size(), "open");
  add(promised.late.size(), promised.late.size() == 1 ? "past its day" : "past their day");
  if (parts.empty()) return;
  sections.say("Promises", text::joined(parts, ", "));
  const PeopleById people = by_id(sections.page().of.people);
  for (const Promise* late : promised.late) {
    sections.say("",
                 fmt::format("{}: {}, for {}", people.at(late->person)->name, late->text,
                             bare_day(*late->by, sections.today())),
                 short_id(late->id));
  }
}

void add_put_off(Sections& sections) {
  int times_in_all = 0;
  for (const PutOff& one : sections.back().put_off) times_in_all += one.count;
  sections.list("Put off", sections.back().put_off, [](const PutOff& one) {
    const std::string text = fmt::format("{}, {}", one.person->name, times(one.count));
    return one.reasons.empty() ? text : fmt::format("{}: {}", text, text::joined(one.reasons, "; "));
  });
  if (times_in_all >= many_postponements) sections.add("What stands in the way?");
}

void add_silence(Sections& sections) {
  const LookBack& back = sections.back();
  const Settings& settings = sections.page().of.settings;
  sections.list("Cooling", back.cooled, [&](const Quiet& one) {
    return one.person->name + ": " + cooled_text(one, sections.today());
  });
  sections.list("Went quiet", back.quiet, [&](const Quiet& one) {
    return one.person->name + ": " + quiet_text(one, settings, sections.today());
  });
  if (back.quiet_before == 0) return;
  const std::string longer =
      fmt::format("{} been quiet for longer: rel due --all", back.quiet_before == 1 ? "has" : "have");
  if (back.quiet.empty()) {
    sections.say("Went quiet", fmt::format("nobody; {} {}", counted_people(back.quiet_before), longer));
  } else {
    sections.add(fmt::format("{} more {}", back.quiet_before, longer));
  }
}

void add_standing(Sections& sections) {
  const LookBack& back = sections.back();
  const Settings& settings = sections.page().of.settings;
  sections.list("No tier yet", back.without_tier, [](const TalkedWith& one) {
    return fmt::format("{}: {}. A tier? rel edit {} --tier 3", one.person->name, talks(one.talks),
                       one.person->handle);
  });
  std::vector<const Person*> old = back.to_consider;
  std::erase_if(old, [&](const Person* one) {  // whose target seems to be another is named below
    return std::any_of(back.suggestions.begin(), back.suggestions.end(),
                       [&](const Suggestion& other) { return other.person == one; });
  });
  sections.list("Still right?", old, [&](const Person* one) {
    return one->name + ": " + standing_text(*one, settings, sections.today());
  });
  sections.list("Your rhythm", back.suggestions, [&](const Suggestion& one) {
    return fmt::format("{}: {}. As it is? rel edit {} --every {}", one.person->name,
                       suggestion_text(one, settings), one.person->handle, cadence(one.days));
  });
}

void add_ask(Sections& sections) {
  const auto& ask = sections.back().ask;
  if (!ask) return;
  const std::string since = ask->last_deep
                                ? "no deep talk since " + short_day(*ask->last_deep, sections.today())
                                : "no talk marked as deep yet";
  sections.say("Ask", fmt::format("{} how things stand between you two: {}", ask->person->name, since));
}

void add_week(Sections& sections) {
  const Capacity& capacity = sections.back().capacity;
  const std::string sentence = capacity_sentence(capacity);
  if (!sentence.empty()) sections.say("Your week", sentence);
  for (const std::string& command : easier_commands(capacity))
    sections.say("", "to ask for less: " + command);
}

Table sections_of(const ReviewPage& page, const ShortId& short_id) {
  Sections sections(page);
  add_intentions(sections);
  add_most(sections);
  add_promises(sections, short_id);
  add_put_off(sections);
  add_silence(sections);
  add_standing(sections);
  add_ask(sections);
  add_week(sections);
  if (page.stale_remarks > 0) {
    sections.say("Remarks", fmt::format("{} not used for a year: rel list --stale", page.stale_remarks));
  }
  return std::move(sections).table();
}

Line title(const ReviewPage& page) {
  const Period& period = page.of.period;
  return std::vector<Span>{{period_text(period, page.of.today), Style::strong},
                           {fmt::format("   {}, against {}", counted(period.days(), "day"),
                                        period_text(period.before(), page.of.today)),
                            Style::dim}};
}

std::vector<Block> page_text(const ReviewPage& page, const ShortId& short_id) {
  std::vector<Block> text = {title(page), Line()};
  for (Block& block : questions_text(page.back)) text.push_back(std::move(block));
  text.emplace_back(Line());
  text.emplace_back(sections_of(page, short_id));
  if (page.can_be_kept) {
    text.emplace_back(Line());
    text.emplace_back(Line(
        "When you have looked: rel review --done, or with a plan: --intend \"ann: a walk\"", Style::dim));
    text.emplace_back(Line("Step by step: rel review --guided", Style::dim));
  }
  return text;
}

}  // namespace

View review_view(const ReviewPage& page, Format format, const ShortId& short_id) {
  View view{.command = "review"};
  if (format == Format::json) view.head = review_head(page);
  if (format == Format::tsv) {
    view.columns.assign(std::begin(review_columns), std::end(review_columns));
    view.rows = review_rows(page);
  }
  if (format == Format::text) view.text = page_text(page, short_id);
  return view;
}

}  // namespace rel::render
