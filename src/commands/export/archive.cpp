// The archive: everything, a row on each line, in an order that does not move, so that two of them can be
// compared.
#include "formats/archive.hpp"

#include "commands/export/exporting.hpp"
#include "domain/fields.hpp"
#include "render/objects.hpp"
#include "render/view.hpp"
#include "store/any_entry.hpp"

namespace rel::commands {

namespace {

/// One of the lists, written row by row.
class Rows {
 public:
  Rows(const Sink& sink, std::string_view key) : sink_(sink) { sink_(",\n\"" + std::string(key) + "\":["); }
  ~Rows() = default;
  Rows(const Rows&) = delete;
  Rows& operator=(const Rows&) = delete;

  void add(const render::Object& row) {
    line_.assign(first_ ? "\n" : ",\n");
    first_ = false;
    render::append_json(line_, row);
    sink_(line_);
  }
  void end() { sink_(first_ ? "]" : "\n]"); }

 private:
  const Sink& sink_;
  std::string line_;
  bool first_ = true;
};

void write_archive(const Source& source, const Sink& sink) {
  const render::HandleOf handle_of = [&](Id id) { return source.handles.at(id); };
  sink("{\"schema\":" + std::to_string(formats::archive_schema) + ",\"command\":\"export\"");
  Rows people(sink, row_table<Person>.list);
  for (const Person& person : source.people) people.add(render::person_object(person));
  people.end();
  Rows groups(sink, row_table<Group>.list);
  if (source.store) {
    for (const Group& group : source.store->groups()) groups.add(render::group_object(group));
  }
  groups.end();
  store::each_kind([&]<class Entry>(const Entry&) {
    Rows rows(sink, row_table<Entry>.list);
    if (source.store) {
      store::each_entry<Entry>(*source.store,
                               [&](const Entry& entry) { rows.add(render::entry_object(entry, handle_of)); });
    }
    rows.end();
  });
  sink("}\n");
}

std::vector<ExportedFile> archive_files(const Source& source) {
  return {{"rel.json", [&source](const Sink& sink) { write_archive(source, sink); }}};
}

}  // namespace

const ExportFormat archive_export = {"json", write_archive, archive_files};

}  // namespace rel::commands
