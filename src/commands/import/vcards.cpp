// Address books: the cards of all files together, because two of them may speak of one person.
#include <fmt/format.h>

#include "cli/typed.hpp"
#include "commands/import/card_people.hpp"
#include "commands/import/importing.hpp"
#include "system/input_files.hpp"

namespace rel::commands {

namespace {

bool looks_like_cards(const cli::Arguments&, std::string_view beginning) {
  return formats::looks_like_vcards(beginning);
}

std::vector<formats::Card> read_cards(Import& import, const std::vector<std::string>& paths) {
  std::vector<formats::Card> all;
  for (const std::string& path : paths) {
    formats::Cards cards = formats::read_vcards(read_file(path));
    if (cards.cards.empty() && cards.problems.empty() && cards.dropped.empty())
      throw UsageError(cli::named(path) + ": holds no cards");
    for (const auto& problem : cards.problems) import.fail(path, {problem.line, problem.why});
    for (const auto& [name, times] : cards.dropped) import.dropped[name] += times;
    const auto unwanted = [&](const formats::Card& card) { return !import.wanted(card.name); };
    import.left_out += std::erase_if(cards.cards, unwanted);
    std::move(cards.cards.begin(), cards.cards.end(), std::back_inserter(all));
    if (import.call.env.notice) import.call.env.notice(fmt::format("\r{} cards read", all.size()));
  }
  return all;
}

void take_cards(Import& import, const std::vector<std::string>& paths) {
  take_cards(import, read_cards(import, paths));
}

}  // namespace

const ImportFormat vcard_import = {"vcard", "vCard", looks_like_cards, take_cards};

}  // namespace rel::commands
