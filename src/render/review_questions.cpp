#include "render/review_questions.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "render/phrases.hpp"
#include "text/enumerated.hpp"

namespace rel::render {

namespace {

/// The words for a figure that fell, stayed and grew.
struct Words {
  const char* fell;
  const char* stayed;
  const char* grew;
  const char* of(Direction direction) const {
    return direction == Direction::fell ? fell : direction == Direction::grew ? grew : stayed;
  }
};

// Where nothing happened before, there is nothing to be more or less than.
class Questions {
 public:
  explicit Questions(const LookBack& back) : compared_(back.before.contacts > 0) {
    table_.columns = {{}, {}, {.stretches = true}, {}};
  }

  void ask(const char* about, std::string word, std::string now, std::string before) {
    table_.rows.push_back({Cell(about, Style::dim), Cell(compared_ ? std::move(word) : ""),
                           Cell(std::move(now)),
                           compared_ ? Cell("before " + std::move(before), Style::dim) : Cell()});
  }
  Table table() && { return std::move(table_); }

 private:
  bool compared_;
  Table table_;
};

std::string times_and_length(const Amount& amount, const char* one) {
  if (amount.count == 0) return fmt::format("no {}", one);
  return fmt::format("{}, {}", counted(amount.count, one), length(amount.minutes));
}

std::string short_amount(const Amount& amount) {
  return amount.count == 0 ? "none" : fmt::format("{}, {}", amount.count, length(amount.minutes));
}

std::string depth_word(const std::optional<double>& depth) {
  if (!depth) return "not said";
  if (*depth < 0.5) return "mostly small talk";
  if (*depth < 0.85) return "some small talk";
  if (*depth < 0.92) return "personal";
  return *depth < 0.97 ? "personal, at times deep" : "mostly deep";
}

std::string each(const std::optional<double>& minutes) {
  return minutes ? length(static_cast<int>(std::lround(*minutes))) : "no talk";
}

std::string share(const Talks& talks) {
  return talks.contacts == 0 ? "none" : fmt::format("{} of {}", talks.conversations.count, talks.contacts);
}

Direction by_minutes(const Talks& before, const Talks& now) {
  const auto minutes = [](const Talks& talks) {
    return Amount{0, static_cast<int>(std::lround(talks.minutes_each.value_or(0)))};
  };
  return direction(minutes(before), minutes(now));
}

void ask_how_deep(Questions& questions, const Talks& now, const Talks& before) {
  const auto deeper = direction_of_depth(before, now);
  if (now.depth || before.depth)
    questions.ask("Depth", deeper ? Words{"shallower", "as deep", "deeper"}.of(*deeper) : "",
                  depth_word(now.depth), depth_word(before.depth));
  const bool both = now.minutes_each && before.minutes_each;
  questions.ask("A talk", both ? Words{"shorter", "as long", "longer"}.of(by_minutes(before, now)) : "",
                each(now.minutes_each), each(before.minutes_each));
}

// "More contacts than before: talks were deeper and longer, but a smaller part of them."
std::string mixed_sentence(const Balance& balance) {
  const auto those = [&](Direction direction, const std::array<const char*, 3>& words) {
    std::vector<std::string> parts;
    if (balance.depth == direction) parts.emplace_back(words[0]);
    if (balance.length == direction) parts.emplace_back(words[1]);
    if (balance.share == direction) parts.emplace_back(words[2]);
    return text::enumerated(parts);
  };
  return fmt::format(
      "{} before: talks were {}, but {}.",
      Words{"Fewer contacts than", "As many contacts as", "More contacts than"}.of(balance.quantity),
      those(Direction::grew, {"deeper", "longer", "a larger part of them"}),
      those(Direction::fell, {"shallower", "shorter", "a smaller part of them"}));
}

// Where a figure goes both ways, the word says so.
std::string amount_word(const Amount& before, const Amount& now) {
  if (before.count + now.count == 0) return "";
  const Direction often = direction(before.count, now.count);
  const Direction lasting = direction(Amount{0, before.minutes}, Amount{0, now.minutes});
  if (often == Direction::fell && lasting == Direction::grew) return "fewer, longer";
  if (often == Direction::grew && lasting == Direction::fell) return "more, shorter";
  return Words{"less", "as much", "more"}.of(direction(before, now));
}

Table figures(const LookBack& back) {
  const Talks& now = back.now;
  const Talks& before = back.before;
  Questions questions(back);
  questions.ask("In person", amount_word(before.in_person, now.in_person),
                times_and_length(now.in_person, "meeting"), short_amount(before.in_person));
  questions.ask("Calling", amount_word(before.calls, now.calls), times_and_length(now.calls, "call"),
                short_amount(before.calls));
  questions.ask("People", Words{"fewer", "as many", "more"}.of(direction(before.people, now.people)),
                now.people == 0 ? "nobody" : counted_people(now.people), std::to_string(before.people));
  if (now.conversations.count > 0) ask_how_deep(questions, now, before);
  const char* were = now.contacts == 0 ? "" : now.conversations.count == 1 ? " was a talk" : " were talks";
  questions.ask("Contacts", "", share(now) + were, share(before));
  return std::move(questions).table();
}

}  // namespace

std::string balance_sentence(const Balance& balance) {
  static constexpr const char* sentences[3][3] = {
      {"Fewer contacts than before, and less in them: one long talk changes that.",
       "Fewer contacts than before, as good as they were.", "Fewer contacts than before, and more in them."},
      {"As many contacts as before, with less in them.", "About as it was before.",
       "As many contacts as before, with more in them."},
      {"Quantity grew while quality fell: more contacts than before, less in them.",
       "More contacts than before, as good as they were.",
       "More contacts than before, and more in them, too."}};
  if (balance.mixed) return mixed_sentence(balance);
  return sentences[static_cast<int>(balance.quantity)][static_cast<int>(balance.quality)];
}

std::vector<Block> questions_text(const LookBack& back) {
  Table said{.columns = {{.stretches = true}, {}}, .rows = {}};  // a row of one cell is not indented
  const auto say = [&](const std::string& text) { said.rows.push_back({Cell(text), Cell()}); };
  if (back.now.contacts == 0 && back.before.contacts == 0) {
    say("No contact is logged in these days, nor in those before.");
    return {said};
  }
  if (back.balance) say(balance_sentence(*back.balance));
  if (back.before.contacts == 0) say("Nothing is logged before these days to hold them against.");
  std::vector<Block> text = {figures(back)};
  if (!said.rows.empty()) text.insert(text.end(), {Line(), said});
  return text;
}

}  // namespace rel::render
