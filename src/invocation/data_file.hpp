// Which file a command works on, and which names are nobody's to give.
#pragma once

#include <string>

#include "invocation/invocation.hpp"

namespace rel::commands {

/// Sets the call's data file to the one that is named so, behind whatever link. Throws UsageError where
/// SQLite would take the name for the journal or log of another database.
void set_data_file(Call& call, const std::string& named);

/// Throws UsageError where `file` is such a name; `typed` is how the user wrote it, `way` how to give
/// another.
void refuse_sqlites_name(const std::string& file, const std::string& typed, const std::string& way);

}  // namespace rel::commands
