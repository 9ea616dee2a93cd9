// Address books: the cards of all files together, because two of them may speak of one person.
#include <fmt/format.h>

#include "cli/typed.hpp"
#include "commands/import/card_people.hpp"
#include "commands/import/importing.hpp"
#include "commands/import/log_entries.hpp"
#include "system/input_files.hpp"

namespace rel::commands {

namespace {

bool looks_like_cards(const cli::Arguments&, std::string_view beginning) {
  return formats::looks_like_vcards(beginning);
}

std::vector<formats::Card> read_cards(Import& import, const std::vector<InputFile>& files) {
  std::vector<formats::Card> all;
  const formats::DateReading reading{.order = day_order(import.call), .today = import.call.today()};
  for (const InputFile& file : files) {
    const std::string& path = file.name;
    formats::Cards cards = formats::read_vcards(read_file(file.path), reading);
    if (cards.cards.empty() && cards.problems.empty() && cards.dropped.empty())
      throw UsageError(cli::named(path) + ": holds no cards");
    for (const auto& problem : cards.problems) import.fail(path, {problem.line, problem.why});
    import.dropped.add(cards.dropped);
    const auto unwanted = [&](const formats::Card& card) { return !import.wanted(card.name); };
    import.left_out += std::erase_if(cards.cards, unwanted);
    std::move(cards.cards.begin(), cards.cards.end(), std::back_inserter(all));
    if (import.call.env.notice) import.call.env.notice(fmt::format("\r{} cards read", all.size()));
  }
  return all;
}

void take_vcards(Import& import, const std::vector<InputFile>& files) {
  take_cards(import, read_cards(import, files));
}

}  // namespace

const ImportFormat vcard_import = {"vcard", "vCard", looks_like_cards, take_vcards};

}  // namespace rel::commands
