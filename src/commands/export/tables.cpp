// Two tables, for spreadsheets and programs: who, and when you were in contact.
#include "formats/tables.hpp"

#include <fmt/format.h>

#include "commands/export/exporting.hpp"
#include "rel/credit.hpp"

namespace rel::commands {

namespace {

// A table has no column for what became of a call: a try would come back as a talk.
void write_contacts(const Source& source, const Sink& sink) {
  sink(formats::heading(formats::contact_columns));
  if (!source.store) return;
  source.store->each_contact([&](const Contact& contact) {
    if (!took_place(contact)) return;
    std::vector<std::string> handles;
    for (const Id person : contact.with) handles.push_back(source.handles.at(person));
    sink(formats::contact_line(contact, handles));
  });
}

void write_people(const Source& source, const Sink& sink) {
  sink(formats::heading(formats::person_columns));
  for (const Person& person : source.people) sink(formats::person_line(person));
}

std::vector<ExportedFile> table_files(const Source& source) {
  return {{"people.csv", [&source](const Sink& sink) { write_people(source, sink); }},
          {"contacts.csv", [&source](const Sink& sink) { write_contacts(source, sink); }}};
}

std::string left_out(const Source& source, bool folder) {
  std::size_t tries = 0;
  if (source.store) {
    source.store->each_contact([&](const Contact& contact) { tries += took_place(contact) ? 0 : 1; });
  }
  std::string sentence = folder ? "" : "only contacts are written; people, too, with -o FOLDER/";
  if (tries > 0)
    sentence += fmt::format(
        "{}{} that did not come about {} left out; the JSON archive has all", sentence.empty() ? "" : "; ",
        tries == 1 ? "1 call" : fmt::format("{} calls", tries), tries == 1 ? "is" : "are");
  return sentence;
}

}  // namespace

const ExportFormat tables_export = {"csv", write_contacts, table_files, left_out};

}  // namespace rel::commands
