// Address books as tables: Google, Outlook, Thunderbird, LinkedIn.
#include <algorithm>
#include <fstream>

#include "cli/typed.hpp"
#include "commands/import/card_people.hpp"
#include "commands/import/log_entries.hpp"
#include "formats/address_table.hpp"
#include "formats/csv.hpp"
#include "formats/csv_table.hpp"
#include "system/input_files.hpp"
#include "text/utf8.hpp"

namespace rel::commands {

namespace {

using formats::AddressBook;

template <AddressBook book>
bool looks_like_address_table(const cli::Arguments& args, std::string_view beginning) {
  return !args.has("map") && formats::address_book_of(beginning) == book;
}

/// `name=Wer,email=Post`: roles by the headings that --map tells.
formats::ToldColumns told_columns(const cli::Arguments& args) {
  formats::ToldColumns told;
  const std::string text = args.one("map").value_or("");
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    const std::string pair = text.substr(begin, end - begin);
    const std::size_t equals = pair.find('=');
    const auto role = formats::role_from(pair.substr(0, equals));
    if (equals == std::string::npos || !role)
      throw UsageError(cli::named("map", pair) + ": not COLUMN=THEIRS", "--map name=Wer,email=Post");
    told[formats::compared_heading(pair.substr(equals + 1))] = *role;
    begin = end + 1;
  }
  return told;
}

/// Whether the keys of --map are those of people: any that contacts don't have, or a name where the table has
/// no days of contacts.
bool map_names_people(const std::string& map, std::string_view beginning) {
  for (const char* key :
       {",email=", ",phone=", ",given=", ",family=", ",first=", ",last=", ",nickname=", ",alias=",
        ",birthday=", ",anniversary=", ",tag=", ",tags=", ",company=", ",job=", ",town="})
    if (map.find(key) != std::string::npos) return true;
  const std::vector<std::string> heading = formats::csv_heading(beginning);
  return map.find(",name=") != std::string::npos && std::ranges::find(heading, "ON") == heading.end() &&
         formats::address_book_of(beginning).has_value();
}

/// A table of people is told from one of contacts by its columns, or by those that --map names.
bool looks_like_plain_people(const cli::Arguments& args, std::string_view beginning) {
  if (!args.has("map")) return formats::address_book_of(beginning) == AddressBook::other;
  const std::string map = ',' + *args.one("map");
  const bool of_contacts = map.find(",on=") != std::string::npos || map.find(",who=") != std::string::npos;
  return !of_contacts && formats::looks_like_csv(beginning) && map_names_people(map, beginning);
}

formats::AddressTable read(Import& import, const InputFile& file) {
  const std::string& path = file.name;
  std::ifstream in = open_file(file.path);
  formats::AddressTable table;
  const formats::TableReading reading{.order = day_order(import.call),
                                      .today = import.call.today(),
                                      .columns = told_columns(import.call.args)};
  if (const auto problem = formats::read_address_table(in, reading, table))
    throw UsageError(path + ":" + std::to_string(problem->line) + ": " + problem->why);
  for (const formats::Problem& problem : table.problems) import.fail(path, problem);
  import.dropped.add(table.dropped);
  if (table.people.empty() && table.problems.empty() && table.dropped.empty())
    throw UsageError(cli::named(path) + ": holds no people");
  if (table.days_unclear)
    import.remarks.emplace_back(
        "days like 03/04/1980 are left out: --dates dmy or --dates mdy says their order");
  return table;
}

void take_tables(Import& import, const std::vector<InputFile>& files) {
  std::vector<formats::Card> cards;
  for (const InputFile& file : files) {
    for (formats::Card& card : read(import, file).people) {
      import.progress();
      if (import.wanted(card.name))
        cards.push_back(std::move(card));
      else
        ++import.left_out;
    }
  }
  take_cards(import, std::move(cards));
}

void take_linkedin(Import& import, const std::vector<InputFile>& files) {
  const cli::Arguments& args = import.call.args;
  if (!args.has("only") && !args.has("tier"))
    throw UsageError(
        cli::named(files.front().name) + ": everyone you ever met at work is no circle: say whom you mean",
        "--only NAME, or --tier none for all of them");
  take_tables(import, files);
}

}  // namespace

const ImportFormat google_import = {"google", "Google Contacts",
                                    looks_like_address_table<AddressBook::google>, take_tables};
const ImportFormat outlook_import = {"outlook", "Outlook", looks_like_address_table<AddressBook::outlook>,
                                     take_tables};
const ImportFormat thunderbird_import = {"thunderbird", "Thunderbird",
                                         looks_like_address_table<AddressBook::thunderbird>, take_tables};
const ImportFormat plain_people_import = {"csv", "CSV", looks_like_plain_people, take_tables};
const ImportFormat linkedin_import = {"linkedin", "LinkedIn", looks_like_address_table<AddressBook::linkedin>,
                                      take_linkedin};

}  // namespace rel::commands
