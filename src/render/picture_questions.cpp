#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "render/html_page.hpp"
#include "render/phrases.hpp"
#include "render/pictures.hpp"
#include "render/svg.hpp"

namespace rel::render {

namespace {

constexpr double card_width = 240;
constexpr double bar_left = 44;
constexpr double bar_most = card_width - bar_left - 2;
constexpr double bar_high = 16;
constexpr double shallowest = 0.3;  // the depth of small talk

/// What a pair of bars says.
struct Bars {
  std::string_view heading;
  double before = 0;
  double now = 0;
  std::string before_text;
  std::string now_text;
};

std::string bars_card(const Bars& bars, std::string_view note) {
  Svg svg(card_width, 70, bars.heading, fmt::format("before {}, now {}", bars.before_text, bars.now_text));
  const double most = std::max({bars.before, bars.now, 1e-9});
  const auto row = [&](double y, std::string_view name, double value, std::string_view classes,
                       std::string_view text) {
    svg.text({0, y + 12}, "start", name);
    if (value > 0) svg.rect({bar_left, y}, std::max(1.0, bar_most * value / most), bar_high, classes);
    svg.text({bar_left, y + bar_high + 13}, "start", text);
  };
  row(0, "before", bars.before, "before", bars.before_text);
  row(36, "now", bars.now, "now", bars.now_text);
  return card(bars.heading, svg.str(), note);
}

std::string_view compared(double before, double now, std::string_view fewer, std::string_view same,
                          std::string_view more) {
  if (now == before) return same;
  return now > before ? more : fewer;
}

std::string amount_text(const Amount& amount, std::string_view one) {
  if (amount.count == 0) return "none";
  return counted(amount.count, one) + ", " + length(amount.minutes);
}

std::string amount_card(std::string_view heading, const Amount& before, const Amount& now,
                        std::string_view one) {
  return bars_card({heading, static_cast<double>(before.minutes), static_cast<double>(now.minutes),
                    amount_text(before, one), amount_text(now, one)},
                   compared(before.minutes, now.minutes, "Less time than before.", "As much time as before.",
                            "More time than before."));
}

std::string people_card(int before, int now) {
  return bars_card({"With how many", static_cast<double>(before), static_cast<double>(now),
                    counted_people(before), counted_people(now)},
                   compared(before, now, "Fewer than before.", "As many as before.", "More than before."));
}

double depth_place(double depth) {
  return 10 + (card_width - 20) * std::clamp((depth - shallowest) / (1 - shallowest), 0.0, 1.0);
}

std::string depth_note(const Talks& before, const Talks& now) {
  if (now.conversations.count == 0) return "No conversation in these days.";
  std::string text = fmt::format("A conversation took {}",
                                 length(static_cast<int>(std::lround(now.minutes_each.value_or(0)))));
  if (before.minutes_each)
    text += fmt::format(" (before {})", length(static_cast<int>(std::lround(*before.minutes_each))));
  return text + fmt::format("; {} of {} were conversations.", now.conversations.count,
                            counted(now.contacts, "contact"));
}

// A scale, not bars: depth has no zero.
std::string depth_card(const Talks& before, const Talks& now) {
  Svg svg(card_width, 70, "How deep", "from small talk to deep; a ring for before, a disc for now");
  svg.line({10, 26}, {card_width - 10, 26}, "axis");
  svg.text({10, 50}, "start", "small talk");
  svg.text({card_width - 10, 50}, "end", "deep");
  if (before.depth) svg.circle({depth_place(*before.depth), 26}, 9, "ring");
  if (now.depth) svg.circle({depth_place(*now.depth), 26}, 6, "now");
  return card("How deep", svg.str(), depth_note(before, now));
}

std::string sample(std::string_view classes, std::string_view title) {
  Svg svg(12, 12, title, "");
  svg.rect({1, 1}, 10, 10, classes);
  return svg.str();
}

}  // namespace

std::string questions_picture(const Talks& before, const Talks& now) {
  const std::string cards = amount_card("Met in person", before.in_person, now.in_person, "meeting") +
                            amount_card("Called", before.calls, now.calls, "call") +
                            people_card(before.people, now.people) + depth_card(before, now);
  return figure(
      "<div class=\"cards\">\n" + cards + "</div>",
      legend({{sample("before", "before"), "before (a ring on the scale of depth)"},
              {sample("now", "now"), "now (a disc)"}}),
      "These days against as many just before. More is not better by itself: look at the depth, too.");
}

std::string parts_picture(const std::vector<PartBar>& parts) {
  std::string cards;
  for (const PartBar& part : parts) {
    Svg svg(card_width, 16, part.name, part.words);
    svg.rect({0, 0}, card_width, 14, "day");
    svg.rect({0, 0}, card_width * std::clamp(part.part, 0.0, 1.0), 14, "now");
    cards += card(part.name, svg.str(), part.words);
  }
  return figure("<div class=\"cards\">\n" + cards + "</div>", "",
                "The bar of silence is full on the day of a talk and half full when the target is reached.");
}

std::string load_picture(const Capacity& capacity) {
  if (capacity.asked <= 0) return "";
  const double given = capacity.given.value_or(0);
  const double most = std::max(capacity.asked, given);
  const auto a_week = [](double minutes) {
    return length(static_cast<int>(std::lround(minutes))) + " a week";
  };
  Svg svg(card_width, 70, "Your week",
          fmt::format("asked {}, given {}", a_week(capacity.asked), a_week(given)));
  svg.text({0, 12}, "start", "asked");
  svg.rect({bar_left, 0}, bar_most * capacity.asked / most, bar_high, "before");
  svg.text({bar_left, 29}, "start", a_week(capacity.asked));
  svg.text({0, 48}, "start", "given");
  if (given > 0) svg.rect({bar_left, 36}, bar_most * given / most, bar_high, "now");
  svg.text({bar_left, 65}, "start", a_week(given));
  return "<div class=\"card narrow\">\n" + svg.str() + "\n</div>\n";
}

}  // namespace rel::render
