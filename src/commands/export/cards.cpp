// Address books: a card for each person, with what an address book has a place for.
#include "commands/export/exporting.hpp"
#include "formats/vcard_writer.hpp"

namespace rel::commands {

namespace {

using formats::CardVersion;

template <CardVersion version>
void write_cards(const Source& source, const Sink& sink) {
  for (const Person& person : source.people) sink(formats::vcard_of(person, version));
}

template <CardVersion version>
std::vector<ExportedFile> card_files(const Source& source) {
  std::vector<ExportedFile> cards;
  for (const Person& person : source.people) {
    cards.push_back({file_stem(person) + ".vcf",
                     [&person](const Sink& sink) { sink(formats::vcard_of(person, version)); }});
  }
  return cards;
}

}  // namespace

const ExportFormat cards_export = {"vcard", write_cards<CardVersion::v3>, card_files<CardVersion::v3>};
const ExportFormat new_cards_export = {"vcard4", write_cards<CardVersion::v4>, card_files<CardVersion::v4>};

}  // namespace rel::commands
