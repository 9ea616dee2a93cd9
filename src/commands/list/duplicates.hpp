// `rel list --duplicates`: who may be in the file twice.
#pragma once

#include "invocation/invocation.hpp"

namespace rel::commands {

/// Prints the pairs of which one at least fits the filter of `--tier` and `--tag`.
Exit list_duplicates(Call& call);

}  // namespace rel::commands
