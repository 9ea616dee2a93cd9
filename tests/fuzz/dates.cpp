// Days as people type them.
#include "cli/dates.hpp"

#include "base/errors.hpp"
#include "cli/dated_texts.hpp"
#include "fuzz/target.hpp"

using namespace rel;
using namespace rel::test;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = text_of(data, size);
  const cli::Now now{.today = fuzz_day, .time = TimeOfDay{9 * 60}};
  const std::vector<std::string> words = lines_of(text);
  for (const cli::Tense tense : {cli::Tense::past, cli::Tense::future}) {
    const auto reading = cli::read_date(text, tense, now);
    if (const auto* moment = std::get_if<Moment>(&reading)) {
      const bool right_side = tense == cli::Tense::past ? moment->day <= now.today : moment->day >= now.today;
      must(right_side, "a date lies on its side of today");
      const auto again = cli::read_date(iso(moment->day), tense, now);
      must(std::holds_alternative<Moment>(again), "a day that was read can be typed as it is printed");
    }
    must(cli::words_of_date(words, tense, now) <= words.size(), "a date has no more words than there are");
  }
  const auto yearly = cli::read_yearly_date(text);
  if (const auto* date = std::get_if<YearlyDate>(&yearly)) {
    must(date->month >= 1 && date->month <= 12 && date->day >= 1 && date->day <= 31, "a day of the year");
  }
  try {
    cli::read_dated_text(text, "ask", now);
  } catch (const UsageError&) {
  }
  try {
    cli::read_text_by_day(text, now);
  } catch (const UsageError&) {
  }
  return 0;
}
