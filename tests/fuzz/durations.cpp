// Lengths of time as people type them.
#include "cli/durations.hpp"

#include "fuzz/target.hpp"

using namespace rel;
using namespace rel::test;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = text_of(data, size);
  const auto minutes = cli::read_minutes(text);
  if (const int* read = std::get_if<int>(&minutes)) must(*read >= 0 && *read <= 24 * 60, "minutes of a day");
  const auto days = cli::read_days(text);
  if (const int* read = std::get_if<int>(&days)) must(*read >= 1 && *read <= 3650, "days of ten years");
  return 0;
}
