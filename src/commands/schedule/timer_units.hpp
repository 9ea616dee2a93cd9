// A timer and a service of systemd's user manager that are ours.
#pragma once

#include <string>

#include "rel/day.hpp"
#include "system/env.hpp"

namespace rel::commands {

/// The two units as text.
struct Units {
  std::string service;
  std::string timer;
  bool operator==(const Units&) const = default;
};

/// A command that runs each day at a time, or as soon as the machine is up again. `variables` are
/// `NAME=value`. Throws UsageError for words with control characters or bytes that are not UTF-8.
Units units_for(TimeOfDay at, const ProgramWords& variables, const ProgramWords& words);

/// The units where systemd's user manager looks for them.
class UnitFiles {
 public:
  explicit UnitFiles(const Env& env);

  /// Whether a user manager is there and answers.
  bool manager_answers() const;

  const std::string& service_path() const { return service_; }
  const std::string& timer_path() const { return timer_; }
  /// Ours; a text is empty where that unit is not there. Throws UsageError where others of this name are.
  Units found() const;
  bool switched_on() const;

  /// Writes them and starts the timer. Throws IoError, with everything as it was.
  void set_up(const Units& units) const;
  /// Stops the timer and removes them. Throws IoError.
  void remove() const;

 private:
  Ended systemctl(const ProgramWords& words) const;
  void put(const Units& units) const;
  void tell_manager(const ProgramWords& words) const;

  const Env& env_;
  std::string folder_;
  std::string service_;
  std::string timer_;
};

}  // namespace rel::commands
