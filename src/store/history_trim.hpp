// The history is bounded: its oldest steps go where it outgrows what the user grants it.
#pragma once

#include <cstdint>
#include <string>

namespace rel::store {

/// Where the history of a file takes more than `most` bytes, lets its oldest steps go and puts a checkpoint
/// in their place: undo does not reach beyond, and the chain and the sum still hold. The newest step stays,
/// however large; so does what it takes back. Looks no further where the whole file is smaller, or of an
/// older version. Throws FileError or IoError.
void bound_history(const std::string& path, std::int64_t most);

}  // namespace rel::store
