// The circle as a sheet: one line a person, to be edited at once.
#pragma once

#include <string>

#include "invocation/invocation.hpp"

namespace rel::commands {

/// Throws UsageError: what was shown in the editor is not what is in the file any more.
[[noreturn]] void refuse_changed_meanwhile(const std::string& handle);

/// `rel edit` without WHO: in the editor, or with `-` from standard input.
Exit edit_sheet(Call& call);

}  // namespace rel::commands
