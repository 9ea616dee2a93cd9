// The words of a log line, one a line.
#include "cli/log_words.hpp"

#include "base/errors.hpp"
#include "fuzz/target.hpp"

using namespace rel;
using namespace rel::test;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::vector<std::string> words = lines_of(text_of(data, size));
  const cli::Now now{.today = fuzz_day, .time = TimeOfDay{9 * 60}};
  try {
    const cli::LogWords read = cli::read_log_words(words, now);
    if (read.minutes) must(read.minutes->value >= 0 && read.minutes->value <= 24 * 60, "minutes of a day");
    if (read.when) must(read.when->value.day <= now.today, "what happened lies in the past");
    if (read.note) must(text_of(data, size).size() >= read.note->size(), "a note is what was typed");
  } catch (const cli::RefusedWords& refused) {
    must(refused.instead.size() == words.size() + 1, "what is to be typed instead holds every word");
    must(!refused.advice().empty(), "a refusal says what to type instead");
    must(cli::read_log_words(refused.instead, now).note.has_value(),
         "what is to be typed instead has a note");
  } catch (const UsageError&) {
  }
  return 0;
}
