// Whom and what the made-up circle is made of. Days are counted back from today: 3 is three days ago, -3 in
// three days.
#pragma once

#include <span>
#include <string_view>

#include "rel/entries.hpp"

namespace rel::commands {

/// A day that there is none of.
inline constexpr int never = 99'999;
/// How far back the circle goes, in days.
inline constexpr int demo_days = 548;

/// How something was eighteen months ago, and how it is today; between them it changes evenly.
struct Drift {
  int then = 0;
  int now = 0;
  int at(int ago) const { return now + (then - now) * ago / demo_days; }
};

/// Someone, and how the two talk.
struct Character {
  std::string_view name;
  Tier tier = Tier::moderate;
  int every = 0;  ///< a cadence of their own, in days; 0 for the tier's
  std::string_view tag;
  std::string_view phone = {};
  std::string_view email = {};
  unsigned month = 0;  ///< of the birthday; 0 for none
  unsigned day = 0;
  int year = 0;
  int birthday = never;  ///< or the birthday as the day that lies so near
  std::string_view purpose = {};
  Channel by = Channel::call;      ///< how they mostly talk,
  Channel else_by = Channel::met;  ///< and otherwise
  Channel writes_by = Channel::chat;
  bool real_by_letter = false;
  Drift rhythm;           ///< days from talk to talk; 0 for none
  Drift minutes;          ///< of a talk
  Drift deep = {1, 1};    ///< talks of ten that are deep; below 3, some are small talk
  int writes = 0;         ///< days from message to message; 0 for none
  int written = 3;        ///< when the last message was
  int began = 4;          ///< contacts of ten that they began
  int last_talk = 0;      ///< when they last talked
  int known = demo_days;  ///< since when
  bool archived = false;
  bool deceased = false;
};

/// Something that happened once. `names` are joined by `;`.
struct Occasion {
  std::string_view names;
  int ago = 0;
  Channel channel = Channel::met;
  int minutes = 0;  ///< 0 for no length
  int others = 0;
  std::string_view note = {};
  ContactKind kind = ContactKind::contact;
};

/// A gathering that comes back every year.
struct Feast {
  std::string_view names;
  unsigned month;
  unsigned day;
  int minutes;
  int others;
  std::string_view note;
};

/// Messages in quick succession, to and fro.
struct Storm {
  std::string_view name;
  int from;
  int to;
  int messages;
};

/// Something they said.
struct Told {
  std::string_view name;
  int ago;
  std::string_view text;
  int used = never;
  int ask_on = never;
  std::string_view ask = {};
  int done = never;
};

/// A promise of the user's own or of theirs.
struct Pledge {
  std::string_view name;
  bool mine;
  std::string_view text;
  int given;
  int by = never;
  int kept = never;
  int dropped = never;
};

/// A snooze: put off, or agreed on.
struct Delay {
  std::string_view name;
  int on;
  int until;
  bool agreed;
  std::string_view text;
};

/// An intention of a review.
struct Aim {
  int review;  ///< when that review was
  std::string_view name;
  std::string_view text;
};

std::span<const Character> demo_people();
std::span<const Occasion> demo_occasions();
std::span<const Feast> demo_feasts();
std::span<const Storm> demo_storms();
std::span<const Told> demo_remarks();
std::span<const Pledge> demo_promises();
std::span<const Delay> demo_delays();
std::span<const Aim> demo_aims();
/// What may have been talked about with someone of that tag.
std::span<const std::string_view> demo_notes(std::string_view tag);

}  // namespace rel::commands
