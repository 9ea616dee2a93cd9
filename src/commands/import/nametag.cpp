// Nametag: people become people, what the journal says of them remarks.
#include "formats/nametag.hpp"

#include <fstream>

#include "commands/import/card_people.hpp"
#include "commands/import/log_entries.hpp"

namespace rel::commands {

namespace {

bool looks_like_nametag(const cli::Arguments&, std::string_view beginning) {
  return formats::looks_like_nametag(beginning);
}

void take_file(Import& import, const InputFile& file) {
  std::ifstream in = open_file(file.path);
  formats::NametagExport read =
      formats::read_nametag(in, {.order = day_order(import.call), .today = import.call.today()});
  for (const formats::Problem& problem : read.problems) import.fail(file.name, problem);
  import.dropped.add(read.dropped);
  std::vector<formats::Card> cards;
  std::vector<std::size_t> places;
  for (std::size_t place = 0; place < read.people.size(); ++place) {
    if (!import.wanted(read.people[place].name)) {
      ++import.left_out;
      continue;
    }
    cards.push_back(read.people[place]);
    places.push_back(place);
  }
  const std::vector<Id> whose = take_cards(import, cards);
  std::map<std::size_t, Id> ids;
  for (std::size_t i = 0; i < whose.size(); ++i) ids[places[i]] = whose[i];
  for (const formats::NametagEntry& entry : read.journal) {
    import.progress();
    if (!moment_of_log(import.call, Moment{entry.on, std::nullopt})) {
      import.fail(file.name, {entry.line, "journal: " + iso(entry.on) + " lies in the future"});
      continue;
    }
    for (const std::size_t place : entry.people)
      if (const auto id = ids.find(place); id != ids.end())
        take_note(import, id->second, entry.text, entry.on);
  }
}

void take_nametag(Import& import, const std::vector<InputFile>& files) {
  for (const InputFile& file : files) take_file(import, file);
}

}  // namespace

const ImportFormat nametag_import = {"nametag", "an export of Nametag", looks_like_nametag, take_nametag};

}  // namespace rel::commands
