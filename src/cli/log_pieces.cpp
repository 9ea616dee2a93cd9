#include "cli/log_pieces.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "cli/channels.hpp"
#include "cli/durations.hpp"
#include "cli/scanning.hpp"

namespace rel::cli {
namespace {

using TypedWords = std::span<const std::string>;
using Piece = std::optional<LogPiece>;

/// A reading of so many words as a piece; nothing where they are NotThis.
template <class T>
Piece piece(const Reading<T>& reading, std::size_t words) {
  if (const auto* value = std::get_if<T>(&reading)) return LogPiece{*value, words};
  if (const auto* refused = std::get_if<Refused>(&reading)) return LogPiece{*refused, words};
  return std::nullopt;
}

/// The longer of two words and one that `read` takes: `video call`, `small talk`.
template <class Read>
Piece one_or_two(TypedWords words, const Read& read) {
  for (std::size_t count = std::min<std::size_t>(words.size(), 2); count > 0; --count) {
    if (const auto value = read(joined(words.first(count)))) return LogPiece{*value, count};
  }
  return std::nullopt;
}

Piece minutes_at(TypedWords words, const Now& now) {
  std::size_t count = words_of_minutes(words);
  // `1h 30 nov`: the number belongs to the date.
  const bool into_date = count > 1 && all_digits(words[count - 1]) &&
                         words_of_date(words.subspan(count - 1), Tense::past, now) > 1;
  if (into_date) count = words_of_minutes(words.first(count - 1));
  return count > 0 ? piece(read_minutes(joined(words.first(count))), count) : std::nullopt;
}

Piece date_at(TypedWords words, const Now& now) {
  const std::size_t count = words_of_date(words, Tense::past, now);
  return count > 0 ? piece(read_date(joined(words.first(count)), Tense::past, now), count) : std::nullopt;
}

Piece mark_at(TypedWords words) {
  using enum LogMark;
  constexpr auto marks = std::to_array<std::pair<std::string_view, LogMark>>(
      {{"tried", tried}, {"voicemail", voicemail}, {"missed", missed}, {"owe", owe}});
  const auto* const found =
      std::ranges::find(marks, text::lower(words[0]), &std::pair<std::string_view, LogMark>::first);
  return found == marks.end() ? std::nullopt : Piece(LogPiece{found->second, 1});
}

}  // namespace

std::optional<LogPiece> piece_at_front(std::span<const std::string> words, bool behind_channel,
                                       const Now& now) {
  Piece longest;
  const auto consider = [&](Piece other) {
    if (other && (!longest || other->words > longest->words)) longest = std::move(other);
  };
  consider(one_or_two(words, read_channel));
  consider(one_or_two(words, read_depth));
  consider(minutes_at(words, now));
  if (const auto minutes = behind_channel ? read_bare_minutes(words[0]) : std::nullopt)
    consider(LogPiece{*minutes, 1});
  consider(date_at(words, now));
  consider(mark_at(words));
  return longest;
}

std::vector<LogPiece> pieces_of(std::span<const std::string> words, bool behind_channel, const Now& now) {
  std::vector<LogPiece> pieces;
  while (!words.empty()) {
    auto next = piece_at_front(words, behind_channel, now);
    if (!next) return {};
    behind_channel = std::holds_alternative<Channel>(next->value);
    words = words.subspan(next->words);
    pieces.push_back(*std::move(next));
  }
  return pieces;
}

}  // namespace rel::cli
