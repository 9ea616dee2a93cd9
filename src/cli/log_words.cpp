#include "cli/log_words.hpp"

#include "cli/log_pieces.hpp"
#include "cli/scanning.hpp"
#include "cli/slips.hpp"
#include "cli/typed.hpp"
#include "text/joined.hpp"
#include "text/utf8.hpp"

namespace rel::cli {

namespace {

constexpr const char* none_of_these = "no channel, duration or date";

/// Takes the words from left to right, until the note has begun.
class LogReader {
 public:
  LogReader(std::span<const std::string> words, const Now& now) : words_(words), now_(now) {}

  LogWords read() {
    said_.note_at = words_.size();
    while (at_ < words_.size() && !said_.note) {
      const std::string& word = words_[at_];
      if (word == note_mark) {
        begin_note_by_force();
      } else if (word == "-") {
        said_.input = true;
        behind_channel_ = false;
        ++at_;
      } else if (const std::size_t taken = take_front()) {
        at_ += taken;
      } else {
        begin_note();
      }
    }
    return std::move(said_);
  }

 private:
  [[noreturn]] void refuse(const std::string& what, const std::string& why,
                           const std::string& meant = "") const {
    std::vector<std::string> instead(words_.begin(), words_.end());
    instead.insert(instead.begin() + static_cast<std::ptrdiff_t>(at_), std::string(note_mark));
    const std::string question = meant.empty() ? "" : "; did you mean " + meant + "?";
    throw RefusedWords(named(what) + ": " + why + question, std::move(instead));
  }

  /// Takes what stands at the front, and tells how many words it was.
  std::size_t take_front() {
    const std::string& word = words_[at_];
    if (has_white_space(word)) return take_quoted(word) ? 1 : 0;
    const auto rest = words_.subspan(at_);
    const auto piece = piece_at_front(rest, behind_channel_, now_);
    if (!piece) return 0;
    // "2 novmeber" behind a channel is no 2 minutes.
    if (all_digits(word) && piece->words == 1) {
      if (const auto meant = phrase_meant(rest, now_)) refuse(joined(rest.first(2)), none_of_these, *meant);
    }
    take(*piece, joined(rest.first(piece->words)));
    return piece->words;
  }

  bool take_quoted(const std::string& text) {
    constexpr std::size_t longest = 200;  // bytes: more is a note
    if (text.size() > longest) return false;
    const std::vector<std::string> words = words_in(text);
    std::span<const std::string> rest(words);
    for (const LogPiece& piece : pieces_of(words, behind_channel_, now_)) {
      take(piece, joined(rest.first(piece.words)));
      rest = rest.subspan(piece.words);
    }
    return rest.empty() && !words.empty();
  }

  template <class T>
  void once(std::optional<Said<T>>& place, const T& value, const std::string& text, const char* kind) {
    if (place) refuse(text, std::string("a second ") + kind + " after " + named(place->words));
    place = {value, text};
  }

  void once(bool& flag, const std::string& text) {
    if (flag) refuse(text, "said twice");
    flag = true;
  }

  void take(const LogPiece& piece, const std::string& text) {
    behind_channel_ = std::holds_alternative<Channel>(piece.value);
    std::visit([&](const auto& value) { take_value(value, text); }, piece.value);
  }

  void take_value(Channel channel, const std::string& text) { once(said_.channel, channel, text, "channel"); }
  void take_value(Depth depth, const std::string& text) { once(said_.depth, depth, text, "depth"); }
  void take_value(int minutes, const std::string& text) { once(said_.minutes, minutes, text, "duration"); }
  void take_value(const Moment& when, const std::string& text) { once(said_.when, when, text, "date"); }
  void take_value(const Refused& refused, const std::string& text) const {
    refuse(text, without_repeating(text, refused.why), refused.instead);
  }
  void take_value(LogMark mark, const std::string& text) {
    switch (mark) {
      case LogMark::tried:
        return once(said_.tried, text);
      case LogMark::voicemail:
        return once(said_.voicemail, text);
      case LogMark::missed:
        return once(said_.missed, text);
      case LogMark::owe:
        return once(said_.owe, text);
    }
  }

  void begin_note_by_force() {
    if (at_ + 1 < words_.size()) begin_note_at(at_ + 1);
    at_ = words_.size();
  }

  void begin_note() {
    const std::string& word = words_[at_];
    if (text::blank(word)) throw UsageError(named(word) + ": " + none_of_these);
    if (!has_white_space(word)) refuse_slips(word);
    refuse_lost_words(word);
    begin_note_at(at_);
  }

  void begin_note_at(std::size_t place) {
    said_.note = joined(words_.subspan(place));
    said_.note_at = place;
  }

  void refuse_slips(const std::string& word) const {
    if (const auto meant = meant_by_slip(word)) refuse(word, none_of_these, *meant);
    if (const auto meant = phrase_meant(words_.subspan(at_), now_)) refuse(word, none_of_these, *meant);
  }

  /// What follows and can be told apart from a note would be lost in it.
  void refuse_lost_words(const std::string& word) const {
    const auto rest = words_.subspan(at_ + 1);
    if (rest.empty()) return;
    const std::size_t lost = rest[0] == note_mark ? 1 : told_at_front(rest);
    if (lost == 0) return;
    const std::string meant = small_number(word) ? word + "m" : meant_by_slip(word, 3).value_or("");
    refuse(word, none_of_these + (", so " + named(joined(rest.first(lost))) + " would be part of the note"),
           meant);
  }

  /// How many words at the front are none of a note; 0 where they may begin one.
  std::size_t told_at_front(std::span<const std::string> rest) const {
    const auto is_told = [](const LogPiece& piece) { return !std::holds_alternative<Refused>(piece.value); };
    if (has_white_space(rest[0])) {
      const auto pieces = pieces_of(words_in(rest[0]), false, now_);
      return !pieces.empty() && is_told(pieces.front()) ? 1 : 0;
    }
    const auto piece = piece_at_front(rest, false, now_);
    return piece && is_told(*piece) ? piece->words : 0;
  }

  std::span<const std::string> words_;
  Now now_;
  LogWords said_;
  std::size_t at_ = 0;
  bool behind_channel_ = false;
};

}  // namespace

RefusedWords::RefusedWords(const std::string& message, std::vector<std::string> words)
    : UsageError(message, text::joined(words, " ", shell_word)), instead(std::move(words)) {}

LogWords read_log_words(std::span<const std::string> words, const Now& now) {
  return LogReader(words, now).read();
}

}  // namespace rel::cli
