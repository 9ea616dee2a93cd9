// Address books as tables: Google, Outlook, Thunderbird, LinkedIn.
#include <fstream>

#include "cli/typed.hpp"
#include "commands/import/card_people.hpp"
#include "commands/import/log_entries.hpp"
#include "formats/address_table.hpp"
#include "system/input_files.hpp"
#include "text/utf8.hpp"

namespace rel::commands {

namespace {

using formats::AddressBook;

template <AddressBook book>
bool looks_like_address_table(const cli::Arguments& args, std::string_view beginning) {
  return !args.has("map") && formats::address_book_of(beginning) == book;
}

formats::AddressTable read(Import& import, const std::string& path) {
  std::ifstream in = open_file(path);
  formats::AddressTable table;
  if (const auto problem = formats::read_address_table(in, day_order(import.call), table))
    throw UsageError(path + ":" + std::to_string(problem->line) + ": " + problem->why);
  for (const formats::Problem& problem : table.problems) import.fail(path, problem);
  for (const auto& [name, times] : table.dropped) import.dropped[name] += times;
  if (table.days_unclear)
    import.remarks.emplace_back(
        "days like 03/04/1980 are left out: --dates dmy or --dates mdy says their order");
  return table;
}

void take_tables(Import& import, const std::vector<std::string>& paths) {
  std::vector<formats::Card> cards;
  std::vector<std::string> notes;
  for (const std::string& path : paths) {
    for (formats::AddressRow& row : read(import, path).rows) {
      import.progress();
      if (!import.wanted(row.card.name)) {
        ++import.left_out;
        continue;
      }
      cards.push_back(std::move(row.card));
      notes.push_back(std::move(row.note));
    }
  }
  const std::vector<Id> whose = take_cards(import, cards);
  for (std::size_t i = 0; i < whose.size(); ++i) {
    if (!text::blank(notes[i])) take_note(import, whose[i], notes[i], import.call.today());
  }
}

void take_linkedin(Import& import, const std::vector<std::string>& paths) {
  const cli::Arguments& args = import.call.args;
  if (!args.has("only") && !args.has("tier"))
    throw UsageError(
        cli::named(paths.front()) + ": everyone you ever met at work is no circle: say whom you mean",
        "--only NAME, or --tier none for all of them");
  take_tables(import, paths);
}

}  // namespace

const ImportFormat google_import = {"google", "Google Contacts",
                                    looks_like_address_table<AddressBook::google>, take_tables};
const ImportFormat outlook_import = {"outlook", "Outlook", looks_like_address_table<AddressBook::outlook>,
                                     take_tables};
const ImportFormat thunderbird_import = {"thunderbird", "Thunderbird",
                                         looks_like_address_table<AddressBook::thunderbird>, take_tables};
const ImportFormat linkedin_import = {"linkedin", "LinkedIn", looks_like_address_table<AddressBook::linkedin>,
                                      take_linkedin};

}  // namespace rel::commands
