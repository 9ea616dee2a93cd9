// Calls from any log on their way in: talks of their real length, and those that nobody took.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "commands/import/importing.hpp"

namespace rel::commands {

class CallLog {
 public:
  explicit CallLog(Import& import) : import_(import) {}

  /// A call in which somebody talked.
  struct Talk {
    Moment at;
    std::int64_t seconds = 0;
    Side by = Side::them;
    Channel channel = Channel::call;
    std::string source;  ///< what it is known by
  };

  /// Adds a talk, unless it is there already or the user typed it. One longer than a day is none: false.
  bool talk(const Person& person, const Talk& talk);
  /// A call of theirs that the user did not take: a reply is owed for what was missed lately, and only to
  /// those who are in a tier.
  void missed(const Person& person, const Moment& at, const std::string& source);
  /// Puts the missed calls into the file: one for each person and day.
  void write_missed();

 private:
  struct Missed {
    std::optional<TimeOfDay> time;
    std::string source;
  };
  /// When a call that the user typed was, and how long.
  using WhenTyped = std::pair<std::optional<TimeOfDay>, std::optional<int>>;
  /// Those of a person and day, with their places in the file.
  using Typed = std::map<WhenTyped, std::deque<std::pair<std::size_t, Id>>>;

  bool claim_typed(const Contact& talk);
  Typed& typed_on(Id person, Day day, Channel channel);

  Import& import_;
  std::map<std::pair<Day, Id>, Missed> missed_;
  std::map<std::tuple<Id, Day, Channel>, Typed> typed_;
  std::unordered_set<Id> claimed_;  // what the user typed and a call was found to be
};

}  // namespace rel::commands
