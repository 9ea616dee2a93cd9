// The archive: everything that is kept, as `rel export` writes it (rel-json(5)).
#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/problem.hpp"
#include "rel/entries.hpp"

namespace rel::formats {

/// The number of the archive's form that is written and read.
inline constexpr int archive_schema = 1;

/// A day on which something is said to have happened, and that has not begun anywhere yet: it was written
/// while a clock was ahead.
struct DayAhead {
  Day day{};
  std::string why;  ///< as a problem of the row: `added: 2027-11-30 lies in the future`
};

/// A person of an archive. Their handle and uid are empty where the archive leaves them out.
struct ArchivedPerson {
  std::size_t line = 0;
  Person person;
  bool brings_tier = false;
  bool brings_start = false;
  std::optional<DayAhead> ahead{};  ///< the last
};

/// An entry of an archive; its id is 0 where it is left out. Whom it is about stands in `handles` until
/// someone knows their ids: everyone of `with`, or the one person (nobody where it is null), or for a review
/// one for each intention (empty for none).
template <class Entry>
struct Archived {
  std::size_t line = 0;
  Entry entry;
  std::vector<std::string> handles;
  std::optional<DayAhead> ahead{};  ///< the last
};

/// Who takes what an archive holds; what nobody takes is passed over. What they throw comes through.
struct ArchiveTakers {
  std::function<void(ArchivedPerson)> person;
  std::function<void(Group)> group;
  std::function<void(Archived<Contact>)> contact;
  std::function<void(Archived<Remark>)> remark;
  std::function<void(Archived<Promise>)> promise;
  std::function<void(Archived<Snooze>)> snooze;
  std::function<void(Archived<Review>)> review;
  /// A row that can't be taken. The next one is read.
  std::function<void(const Problem&)> problem;
};

/// Whether the bytes look like an archive: the beginning of a JSON object.
bool looks_like_archive(std::string_view beginning);

/// Reads an archive, strictly: every value must be one that `rel` itself could have written, and no key may
/// be unknown. `today` stands where a person's `added` and `considered` are left out, and what happened after
/// tomorrow (which may have begun where the archive was written) is marked as ahead. Returns why the reading
/// ended where the document as a whole is wrong; nothing where it was read to its end.
std::optional<Problem> read_archive(std::istream& in, Day today, const ArchiveTakers& takers);

}  // namespace rel::formats
