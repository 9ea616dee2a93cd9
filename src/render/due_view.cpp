#include "render/due_view.hpp"

#include <algorithm>

#include "render/due_object.hpp"
#include "render/due_screen.hpp"

namespace rel::render {

namespace {

int total_minutes(const DuePage& page) {
  int minutes = 0;
  for (const auto* items : {&page.shown, &page.left, &page.older, &page.quiet_for_long}) {
    for (const DueItem& item : *items) minutes += item.minutes;
  }
  return minutes;
}

Object totals(const DuePage& page) {
  return {{"as_of", page.today}, {"waiting", page.waiting()}, {"minutes", total_minutes(page)}};
}

void add_soft(Object& head, const DuePage& page) {
  List soft;
  for (const SoftSign& sign : page.soft) soft.emplace_back(soft_object(sign, page.today));
  List week;
  for (const WeekDay& day : page.week) week.emplace_back(week_object(day));
  head.emplace_back("soft", std::move(soft));
  head.emplace_back("week", std::move(week));
}

}  // namespace

std::size_t DuePage::silent() const {
  return static_cast<std::size_t>(std::ranges::count_if(
      shown, [&](const DueItem& item) { return item.due_on == today && !item.has_day(); }));
}

View due_view(const DuePage& page, Format format, const Look& look) {
  View view{.command = "due", .head = totals(page), .rows_key = "items"};
  view.columns = {"handle",        "name",      "tier",         "urgency",        "ratio",       "clock",
                  "due_on",        "reason",    "silence_days", "last_talk_days", "target_days", "long",
                  "touches_since", "postponed", "unusual",      "minutes",        "phone",       "email"};
  if (format == Format::json) add_soft(view.head, page);
  if (format == Format::text) {
    view.text = due_screen(page, look);
  } else {
    view.later_rows = {page.shown.size(), [&page](const TakeRow& take) {
                         for (const DueItem& item : page.shown) take(due_object(item, page.today));
                       }};
  }
  return view;
}

View count_view(const DuePage& page) {
  return {.command = "due",
          .head = totals(page),
          .columns = {"waiting", "minutes"},
          .rows = {totals(page)},
          .text = {Line(std::to_string(page.waiting()))}};
}

}  // namespace rel::render
