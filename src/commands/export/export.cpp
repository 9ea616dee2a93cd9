#include <fmt/format.h>

#include <algorithm>

#include "cli/typed.hpp"
#include "commands/commands.hpp"
#include "commands/export/exporting.hpp"
#include "rel/id.hpp"
#include "text/joined.hpp"

namespace rel::commands {

namespace {

constexpr cli::OptionSpec export_options[] = {
    {"to", 0, cli::Arity::one, "json|csv|vcard|vcard4|ics",
     "the form: json (everything, unless told otherwise), csv (people and contacts), vcard (an address book, "
     "in version 3.0 or 4.0), ics (a calendar: whom to call, replies, promises, asks, birthdays)"},
    {"output", 'o', cli::Arity::one, "FILE|DIR", "where to; a folder ends in / or is there already",
     cli::ValueKind::file},
};

constexpr cli::Example export_examples[] = {
    {"rel export -o rel.json", "everything, to come back to with rel import rel.json"},
    {"rel export --to csv -o tables/", "people.csv and contacts.csv, for a spreadsheet"},
    {"rel export --to vcard -o people.vcf", "an address book, for a telephone or a mail program"},
    {"rel export --to ics -o rel.ics", "a calendar of everything that has a day"},
    {"rel export | jq '.people[].name'", "for programs"},
};

constexpr const ExportFormat* export_formats[] = {&archive_export, &tables_export, &cards_export,
                                                  &new_cards_export, &calendar_export};

const ExportFormat& format_of(const Call& call) {
  const std::string name = call.args.one("to").value_or(std::string(archive_export.name));
  const auto* const found = std::find_if(std::begin(export_formats), std::end(export_formats),
                                         [&](const ExportFormat* format) { return format->name == name; });
  if (found != std::end(export_formats)) return **found;
  throw UsageError(cli::named("to", name) + ": not a form that rel writes",
                   text::joined(export_formats, ", ", &ExportFormat::name));
}

// What goes to standard output is the export itself: --format could only say of it what --to says.
void refuse_two_forms(const Call& call, const ExportFormat& form) {
  const bool same = call.format == render::Format::json && &form == &archive_export;
  if (call.format == render::Format::text || same) return;
  const std::string format = "--format " + *call.args.one("format");
  if (call.args.has("to")) throw UsageError("--to and " + format + ": only one of the two without -o FILE");
  throw UsageError(format + ": not for what is exported", "--to csv");
}

Source source_of(const Call& call, const store::Reader* store) {
  Source source{.store = store, .today = call.today(), .settings = call.settings};
  if (store) source.people = store->people();
  std::sort(source.people.begin(), source.people.end(),
            [](const Person& a, const Person& b) { return a.handle < b.handle; });
  for (const Person& person : source.people) source.handles[person.id] = person.handle;
  return source;
}

render::View wrote(const std::string& where, const std::vector<std::string>& paths, const Source& source) {
  render::View view{.command = "export", .rows_key = "wrote", .columns = {"kind", "path"}};
  for (const std::string& path : paths) view.rows.push_back({{"kind", "file"}, {"path", path}});
  const std::size_t people = source.people.size();
  view.text.emplace_back(
      render::Line(fmt::format("{} {} written to {}", people, people == 1 ? "person" : "people", where)));
  return view;
}

std::vector<std::string> write_folder(const ExportFormat& format, const Source& source,
                                      const std::string& folder, const Call& call) {
  make_folder(folder);
  sweep_folder(folder);
  std::vector<std::string> paths;
  for (const ExportedFile& file : format.files(source)) {
    paths.push_back(folder + (folder.ends_with('/') ? "" : "/") + file.name);
    write_file(paths.back(), call, file.write);
  }
  return paths;
}

void show_on_terminal(const ExportFormat& format, const Source& source, Call& call) {
  std::string text;
  format.whole(source, [&](std::string_view piece) { text += piece; });
  call.print(for_terminal(text));
}

Exit run_export(Call& call) {
  const ExportFormat& format = format_of(call);
  const auto output = call.args.one("output");
  if (output && output->empty()) throw UsageError("--output: empty");
  const bool printed = !output || *output == "-";
  if (printed) refuse_two_forms(call, format);
  auto store = call.open_to_read(store::Reading::everything);
  const Source source = source_of(call, store ? &*store : nullptr);
  const bool to_folder = output && means_folder(*output);
  if (format.left_out) {
    if (const std::string sentence = format.left_out(source, to_folder); !sentence.empty())
      call.warn(sentence);
  }
  if (printed) {
    if (call.look.terminal) {
      show_on_terminal(format, source, call);
    } else {
      write_pieces([&](std::string_view piece) { call.print(piece); },
                   [&](const Sink& sink) { format.whole(source, sink); });
    }
    return Exit::done;
  }
  std::vector<std::string> paths = {*output};
  if (to_folder) {
    paths = write_folder(format, source, *output, call);
  } else {
    sweep_beside(*output);
    write_file(*output, call, [&](const Sink& sink) { format.whole(source, sink); });
  }
  call.confirm(wrote(*output, paths, source));
  return Exit::done;
}

}  // namespace

const Command export_command = {
    {.name = "export",
     .group = cli::Group::data,
     .words = "",
     .summary = "everything, to take elsewhere",
     .prose = "Without -o it goes to standard output. A file is readable by you alone, and is replaced only "
              "when all of the new one is written, so that it can be repeated each night. A data file, "
              "another database and your settings are never replaced. The JSON archive "
              "holds everything: imported into an empty file it exports again byte for byte the same. People "
              "stand in it by handle and entries by id, one on each line, so that git shows what changed.",
     .options = export_options,
     .examples = export_examples,
     .most_words = 0},
    run_export,
    false};

}  // namespace rel::commands
