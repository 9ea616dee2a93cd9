// The archive: everything, a row on each line, in an order that does not move, so that two of them can be
// compared.
#include "formats/archive.hpp"

#include "commands/export/exporting.hpp"
#include "render/objects.hpp"
#include "render/view.hpp"

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
  const auto list = [&](std::string_view key, const std::function<void(Rows&)>& fill) {
    Rows rows(sink, key);
    fill(rows);
    rows.end();
  };
  const auto entries = [&](std::string_view key, const std::function<void(Rows&)>& fill) {
    list(
        key, source.store ? fill : [](Rows&) {});
  };
  sink("{\"schema\":" + std::to_string(formats::archive_schema) + ",\"command\":\"export\"");
  list("people", [&](Rows& rows) {
    for (const Person& person : source.people) rows.add(render::person_object(person));
  });
  entries("contacts", [&](Rows& rows) {
    source.store->each_contact(
        [&](const Contact& contact) { rows.add(render::contact_object(contact, handle_of)); });
  });
  entries("remarks", [&](Rows& rows) {
    source.store->each_remark(
        [&](const Remark& remark) { rows.add(render::remark_object(remark, handle_of)); });
  });
  entries("promises", [&](Rows& rows) {
    source.store->each_promise(
        [&](const Promise& promise) { rows.add(render::promise_object(promise, handle_of)); });
  });
  entries("snoozes", [&](Rows& rows) {
    source.store->each_snooze(
        [&](const Snooze& snooze) { rows.add(render::snooze_object(snooze, handle_of)); });
  });
  entries("reviews", [&](Rows& rows) {
    for (const Review& review : source.store->reviews()) rows.add(render::review_object(review, handle_of));
  });
  sink("}\n");
}

std::vector<ExportedFile> archive_files(const Source& source) {
  return {{"rel.json", [&source](const Sink& sink) { write_archive(source, sink); }}};
}

}  // namespace

const ExportFormat archive_export = {"json", write_archive, archive_files};

}  // namespace rel::commands
