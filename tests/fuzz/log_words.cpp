// The words of a log line, one a line.
#include "cli/log_words.hpp"

#include "fuzz/target.hpp"
#include "rel/errors.hpp"

using namespace rel;
using namespace rel::test;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::vector<std::string> words = lines_of(text_of(data, size));
  const cli::Now now{.today = fuzz_day, .time = TimeOfDay{9 * 60}};
  try {
    const cli::LogWords read = cli::read_log_words(words, now);
    if (read.minutes) must(*read.minutes >= 0 && *read.minutes <= 24 * 60, "minutes of a day");
    if (read.when) must(read.when->day <= now.today, "what happened lies in the past");
  } catch (const UsageError&) {
  }
  return 0;
}
