#include "formats/vcard.hpp"

#include <deque>
#include <iterator>
#include <utility>

#include "formats/ascii.hpp"
#include "formats/card_builder.hpp"
#include "formats/charset.hpp"
#include "formats/content_lines.hpp"

namespace rel::formats {
namespace {

constexpr std::string_view card_beginning = "BEGIN:VCARD";
constexpr std::size_t enough_to_tell = 4096;  // even, so that it cuts no UTF-16 unit

// No card is nested as deep as this on purpose: then the outermost one has lost its END.
constexpr std::size_t deepest_card = 16;

template <typename T>
void move_to_end(std::vector<T>& from, std::vector<T>& to) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

void add(Cards&& more, Cards& to) {
  move_to_end(more.cards, to.cards);
  move_to_end(more.problems, to.problems);
  to.dropped.add(more.dropped);
}

// Puts lines together to cards. A card inside a card is part of it, unless the outer one never ends: then
// that one is the broken one, and what seemed to be inside it are cards of their own.
class CardsReader {
 public:
  CardsReader(bool already_utf8, const DateReading& reading)
      : already_utf8_(already_utf8), reading_(reading) {}

  void take(const ContentLine& line) {
    if (begins_card(line))
      begin(line);
    else if (open_.empty())
      return;  // between cards
    else if (line.name == "END" && same_word(stripped(line.folded_value), "VCARD"))
      end();
    else
      open_.back().builder.take(line);
    agent_ = line.name == "AGENT";
  }

  Cards finish() && {
    while (!open_.empty()) give_up_outermost();
    return std::move(done_);
  }

 private:
  struct OpenCard {
    CardBuilder builder;
    std::string_view dropped_as;  // when it turns out to be inside another one
    Cards inside;
  };

  // vCard 2.1 may begin the card of an agent on the line of the property.
  static bool begins_card(const ContentLine& line) {
    const std::string_view value = stripped(line.folded_value);
    return (line.name == "BEGIN" && same_word(value, "VCARD")) ||
           (line.name == "AGENT" && same_word(value, card_beginning));
  }

  void begin(const ContentLine& line) {
    if (open_.size() == deepest_card) give_up_outermost();
    const bool agent = agent_ || line.name == "AGENT";
    open_.push_back({CardBuilder(line.number, already_utf8_, reading_), agent ? "AGENT" : "VCARD", {}});
  }

  void end() {
    OpenCard card = std::move(open_.back());
    open_.pop_back();
    if (!open_.empty()) open_.back().builder.drop(card.dropped_as);
    std::move(card.builder).finish(open_.empty() ? done_ : open_.back().inside);
  }

  void give_up_outermost() {
    done_.problems.push_back({open_.front().builder.line(), "no END:VCARD"});
    add(std::move(open_.front().inside), done_);
    open_.pop_front();
  }

  bool already_utf8_;
  const DateReading& reading_;
  bool agent_ = false;         // whether the line before this one was AGENT
  std::deque<OpenCard> open_;  // the outermost first
  Cards done_;
};

}  // namespace

bool looks_like_vcards(std::string_view bytes) {
  const std::string_view beginning = bytes.substr(0, enough_to_tell);
  const auto converted = utf16_file_as_utf8(beginning);
  std::string_view text = converted ? std::string_view(*converted) : beginning;
  if (text.starts_with(utf8_mark)) text.remove_prefix(utf8_mark.size());
  const std::string_view line = stripped(text).substr(0, card_beginning.size() + 1);
  return same_word(stripped(line), card_beginning);
}

Cards read_vcards(std::string_view bytes, const DateReading& reading) {
  const auto converted = utf16_file_as_utf8(bytes);
  ContentLines lines(converted ? std::string_view(*converted) : bytes);
  CardsReader cards(converted.has_value(), reading);
  while (const auto line = lines.next()) cards.take(*line);
  return std::move(cards).finish();
}

}  // namespace rel::formats
