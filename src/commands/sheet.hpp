// The circle as a sheet: one line a person, to be edited at once.
#pragma once

#include <string>
#include <vector>

#include "commands/call.hpp"

namespace rel::commands {

/// The sheet of these people: `tier every last handle # name`.
std::string sheet_text(const std::vector<Person>& people);

/// One line of a sheet as the user left it.
struct SheetLine {
  std::string handle;
  Tier tier = Tier::none;
  std::optional<int> every_days;
  std::optional<Day> last;
  bool operator==(const SheetLine&) const = default;
};

/// Reads a sheet on which these people were shown, or nobody. Throws UsageError with the line's number where
/// what was changed can't be understood, or someone is named twice.
std::vector<SheetLine> read_sheet(const std::string& text, const std::vector<Person>& shown,
                                  const Call& call);

/// Throws UsageError: what was shown in the editor is not what is in the file any more.
[[noreturn]] void refuse_changed_meanwhile(const std::string& handle);

/// `rel edit` without WHO: in the editor, or with `-` from standard input.
Exit edit_sheet(Call& call);

}  // namespace rel::commands
