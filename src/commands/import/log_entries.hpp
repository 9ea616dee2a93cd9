// What a telephone or a mailbox has logged, on its way in: days, and whose it is.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "commands/import/importing.hpp"
#include "formats/day_order.hpp"

namespace rel::commands {

/// The day and the time of a moment, in milliseconds since 1970, as if it had been logged then: before
/// `day_starts` it is still the day before. Nothing where it lies after tomorrow or before earliest_day().
std::optional<Moment> moment_of_log(const Call& call, std::int64_t at_ms);

/// The same for a civil day and time as a file has them.
std::optional<Moment> moment_of_log(const Call& call, const Moment& civil);

/// The order of days in figures, of --dates; nothing where it is not given.
std::optional<formats::DayOrder> day_order(const Call& call);

/// Messages of one channel on their way in: a touch for each person and day, begun by whoever wrote first.
/// Where there is a contact of that channel on the day already, nothing is added.
class Touches {
 public:
  /// `source` is what the touches are known by.
  Touches(Import& import, Channel channel, std::string source)
      : import_(import), channel_(channel), source_(std::move(source)) {}

  void add(Id person, const Moment& at, Side by);
  /// Puts them all into the file.
  void write();

 private:
  struct First {
    std::optional<TimeOfDay> time;
    Side by;
  };

  Import& import_;
  Channel channel_;
  std::string source_;
  std::map<std::pair<Day, Id>, First> first_;
};

}  // namespace rel::commands
