// The JSON export of Monica 4 (monicahq.com): people, and what was logged about them.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/dropped.hpp"
#include "formats/problem.hpp"
#include "formats/vcard.hpp"
#include "rel/day.hpp"

namespace rel::formats {

/// A call; Monica keeps its day only.
struct MonicaCall {
  Day on{};
  bool they_called = false;
  std::string text;  ///< may be empty
};

/// Something noted about a person on a day.
struct MonicaNote {
  Day on{};
  std::string text;
};

/// A reminder that comes once.
struct MonicaReminder {
  Day on{};
  std::string text;
};

/// Messages of a day.
struct MonicaTalk {
  Day on{};
  bool mine = false;  ///< the first was the user's
};

/// A person. Those whom Monica keeps only as someone's relative are none.
struct MonicaPerson {
  Card card;  ///< reminders of every year are among its dates
  bool deceased = false;
  bool archived = false;
  std::optional<int> every_days;  ///< how often the user meant to be in touch
  std::vector<MonicaCall> calls;
  std::vector<MonicaNote> notes;
  std::vector<MonicaReminder> reminders;
  std::vector<MonicaTalk> talks;
};

/// Something that was done together.
struct MonicaActivity {
  std::size_t line = 0;
  std::string uuid;
  Day on{};
  std::string text;
  std::vector<std::size_t> people;  ///< places among the people
};

/// Everything that an export holds.
struct MonicaExport {
  std::vector<MonicaPerson> people;
  std::vector<MonicaActivity> activities;
  std::vector<Problem> problems;
  Drops dropped;
};

/// Whether the bytes look like the beginning of such an export.
bool looks_like_monica(std::string_view beginning);

/// Reads an export. Nothing but JSON of this form is taken; what else is in it is passed over or counted.
MonicaExport read_monica(std::string_view text);

}  // namespace rel::formats
