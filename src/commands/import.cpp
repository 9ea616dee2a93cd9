#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <map>
#include <set>

#include "cli/typed.hpp"
#include "commands/duplicates.hpp"
#include "commands/imports.hpp"
#include "commands/input_files.hpp"
#include "commands/safety.hpp"
#include "render/objects.hpp"
#include "render/phrases.hpp"

namespace rel::commands {

namespace {

constexpr cli::OptionSpec options[] = {
    {"from", 0, cli::Arity::one, "FORMAT", "the format, by its name above, where it is not detected"},
    {"tier", 0, cli::Arity::one, "T", "the tier of new people (default none: kept, never due)",
     cli::ValueKind::tier},
    {"only", 0, cli::Arity::many, "PATTERN",
     "only names that hold this word or part, or match it with * and ?"},
    {"map", 0, cli::Arity::one, "who=THEIRS,…",
     "which columns of a table are who, on, time, channel, minutes, by, depth, note"},
    {"me", 0, cli::Arity::one, "NAME", "your own name or address in messages, where it does not show"},
    {"dates", 0, cli::Arity::one, "ORDER",
     "dmy, mdy or ymd: how a file writes 03/04/2026, where nothing settles it"},
    {"dry-run", 0, cli::Arity::flag, "", "say what it would do, and do nothing"},
    {"meetings", 0, cli::Arity::flag, "",
     "write the past events of a calendar (ics) that people of yours were at, as talks of their length; "
     "without it they are only listed"},
    {"keep-going", 0, cli::Arity::flag, "", "take what can be read and list the rest"},
};

constexpr cli::Example examples[] = {
    {"rel import contacts.vcf", "everyone in the address book, in no tier yet"},
    {"rel import ~/cards/ --only lee --tier 2", "a folder of cards; those of a name, right into a tier"},
    {"rel import rel.json", "what rel export wrote, here or on another machine"},
    {"rel import calls.csv --map who=Name,on=Date,minutes=Length", "a table of contacts from anywhere"},
    {"rel import calls-20261121.xml --dry-run", "what the log of a telephone would bring"},
    {"rel import 'WhatsApp Chat with Ann.txt' --dates dmy", "a chat whose days could be read in two ways"},
    {"rel import Connections.csv --only hopper", "whom you mean of all those connections"},
};

// In the order in which they are told apart: the tables last, because much looks like one.
constexpr std::array all_formats = {&vcard_import,       &friends_import,  &google_import, &outlook_import,
                                    &thunderbird_import, &linkedin_import, &calls_import,  &sms_import,
                                    &whatsapp_import,    &telegram_import, &monica_import, &mbox_import,
                                    &calendar_import,    &archive_import,  &people_import, &contacts_import};

constexpr std::size_t enough_to_tell = 64 * 1024;  // bytes

std::string names_of_formats(std::string_view ImportFormat::*name) {
  std::string names;
  for (const ImportFormat* format : all_formats) {
    if (names.find(format->*name) == std::string::npos)
      names += (names.empty() ? "" : ", ") + std::string(format->*name);
  }
  return names;
}

/// The format of a file: the first that it looks like; of those named by --from the last, if none.
const ImportFormat& format_of(const Call& call, const std::string& path) {
  const auto from = call.args.one("from");
  const std::string beginning = read_beginning(path, enough_to_tell);
  const ImportFormat* named = nullptr;
  for (const ImportFormat* format : all_formats) {
    if (from && *from != format->name) continue;
    if (format->looks_like(call, beginning)) return *format;
    if (from) named = format;
  }
  if (named) return *named;
  throw UsageError(
      cli::named(path) + ": not a format that rel reads (" + names_of_formats(&ImportFormat::what) + ")",
      "--from " + std::string(vcard_import.name) + ", if it is one");
}

void check_options(const Call& call) {
  if (call.args.words.empty()) throw UsageError("import: which file?", "rel import contacts.vcf");
  const auto from = call.args.one("from");
  const bool known = !from || std::any_of(all_formats.begin(), all_formats.end(),
                                          [&](const ImportFormat* one) { return one->name == *from; });
  if (!known)
    throw UsageError(cli::named("from", *from) + ": not a format that rel reads",
                     names_of_formats(&ImportFormat::name));
}

using Files = std::map<const ImportFormat*, std::vector<std::string>>;

Files files_by_format(const Call& call) {
  Files files;
  for (const std::string& path : input_files(call.args.words)) files[&format_of(call, path)].push_back(path);
  return files;
}

void refuse_problems(const Import& import) {
  if (import.failed == 0 || import.call.args.has("keep-going")) return;
  const std::string more = import.failed > 1 ? fmt::format(" (and {} more)", import.failed - 1) : "";
  throw UsageError(import.problems.front() + more, "--keep-going takes the rest");
}

/// People come before what was logged with them.
void take(Import& import, const Files& files) {
  for (const bool logs : {false, true}) {
    for (const ImportFormat* format : all_formats) {
      const auto found = files.find(format);
      if (found != files.end() && format->is_log == logs) format->take(import, found->second);
    }
  }
  if (import.call.env.notice) import.call.env.notice("\r\033[K");
  refuse_problems(import);
}

std::vector<std::pair<std::string, std::size_t>> most_first(
    const std::map<std::string, std::size_t>& counts) {
  std::vector<std::pair<std::string, std::size_t>> sorted(counts.begin(), counts.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  return sorted;
}

std::string what_was_dropped(const Import& import) {
  std::string text;
  for (const auto& [name, times] : most_first(import.dropped))
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", times, name);
  return text;
}

/// `3 people, 1 contact`, where more than people came.
std::string kinds_added(const Import& import) {
  static constexpr std::pair<std::string_view, std::string_view> kinds[] = {
      {"people", "person"},    {"contacts", "contact"}, {"remarks", "remark"},
      {"promises", "promise"}, {"snoozes", "snooze"},   {"reviews", "review"}};
  std::string text;
  for (const auto& [several, one] : kinds) {
    const auto found = import.added.find(several);
    if (found == import.added.end() || found->second == 0) continue;
    text +=
        fmt::format("{}{} {}", text.empty() ? "" : ", ", found->second, found->second == 1 ? one : several);
  }
  return text;
}

template <class Counts>
std::size_t total(const Counts& counts) {
  std::size_t sum = 0;
  for (const auto& [kind, count] : counts) sum += count;
  return sum;
}

/// A line for each reason, and what makes strangers known.
void list_what_was_skipped(std::vector<render::Block>& text, const Import& import) {
  const auto line = [&](const std::string& what) {
    text.emplace_back(render::Line("  " + what, render::Style::dim));
  };
  if (import.left_out > 0) line(fmt::format("skipped: left out by --only ({})", import.left_out));
  for (const auto& [what, times] : most_first(import.passed_over))
    line(fmt::format("skipped: {} ({})", what, times));
  if (!import.strangers.empty())
    line(fmt::format("unknown here: {}; rel edit WHO --phone, --email or --alias says who they are",
                     import.strangers.size()));
}

void list_what_stayed(std::vector<render::Block>& text, const Import& import) {
  if (import.kept_count == 0) return;
  constexpr std::size_t most_named = 5;
  std::string names;
  for (std::size_t i = 0; i < std::min(most_named, import.kept.size()); ++i)
    names += (i == 0 ? "" : ", ") + import.kept[i];
  if (import.kept_count > most_named) names += fmt::format(" and {} more", import.kept_count - most_named);
  text.emplace_back(render::Line("  different here, and left as they are: " + names));
}

/// How many pairs of a new person and anyone else may be one person.
std::size_t likely_twice(const Import& import) {
  if (import.new_people.empty()) return 0;
  std::set<Id> are_new;
  for (const Person& person : import.new_people) are_new.insert(person.id);
  std::vector<Person> people = import.store.people();
  std::erase_if(people, [&](const Person& person) { return are_new.contains(person.id); });
  const std::size_t first_new = people.size();
  people.insert(people.end(), import.new_people.begin(), import.new_people.end());
  const std::vector<Duplicate> pairs = likely_duplicates(people);
  return static_cast<std::size_t>(std::count_if(pairs.begin(), pairs.end(), [&](const Duplicate& pair) {
    return std::max(pair.keep, pair.other) >= first_new;
  }));
}

render::List offered_objects(const Import& import) {
  render::List list;
  const render::HandleOf handle_of = [&](Id id) { return import.store.handle_of(id); };
  for (const Contact& contact : import.offered) {
    render::Object object = render::contact_object(contact, handle_of);
    object.erase(object.begin());  // the id that it does not have yet
    list.emplace_back(std::move(object));
  }
  return list;
}

void list_offered(std::vector<render::Block>& text, const Import& import) {
  if (import.offered_count == 0) return;
  const Day today = import.call.today();
  render::Table table{.columns = {{}, {.most = 30}, {}, {.stretches = true}}, .rows = {}};
  for (const Contact& contact : import.offered) {
    std::string names;
    for (const Id person : contact.with)
      names += (names.empty() ? "" : ", ") + import.store.person(person).name;
    if (contact.others > 0) names += fmt::format(" and {} more", contact.others);
    table.rows.push_back(
        {render::Cell(render::weekday_and_day(contact.on, today) + ' ' + clock_text(*contact.time)),
         render::Cell(std::move(names)), render::Cell(render::length(*contact.minutes)),
         render::Cell(contact.note.value_or(""))});
  }
  const auto count = static_cast<int>(import.offered_count);
  text.emplace_back(
      render::Line(fmt::format("{} with people of yours:", render::counted(count, "past event"))));
  text.emplace_back(std::move(table));
  if (import.offered_count > import.offered.size())
    text.emplace_back(
        render::Line(fmt::format("  and {} more", import.offered_count - import.offered.size())));
  text.emplace_back(
      render::Line("None of them is written yet. If these were talks: --meetings", render::Style::dim));
}

render::View summary(const Import& import) {
  const bool dry = import.call.args.has("dry-run");
  const std::size_t added = total(import.added);
  const std::size_t twice = likely_twice(import);
  const std::size_t skipped = import.left_out + import.kept_count + total(import.passed_over);
  render::View view{.command = "import", .rows_key = "wrote", .columns = {"kind", "handle", "name", "tier"}};
  view.head = {{"dry_run", dry},
               {"new", added},
               {"updated", import.updated.size()},
               {"unchanged", import.unchanged},
               {"skipped", skipped},
               {"failed", import.failed},
               {"unknown", import.strangers.size()},
               {"duplicates", twice},
               {"kept", import.kept},
               {"offered", offered_objects(import)},
               {"problems", import.problems}};
  for (const Person& person : import.new_people) view.rows.push_back(render::wrote_person(person));
  for (const Person& person : import.updated) view.rows.push_back(render::wrote_person(person));

  const auto line = [&](std::string text, render::Style style = render::Style::plain) {
    view.text.emplace_back(render::Line(std::move(text), style));
  };
  line(fmt::format("{}{} new, {} updated, {} unchanged, {} skipped, {} failed", dry ? "would be: " : "",
                   added, import.updated.size(), import.unchanged, skipped, import.failed),
       render::Style::strong);
  if (added > import.new_people.size()) line("  new: " + kinds_added(import), render::Style::dim);
  list_what_was_skipped(view.text, import);
  list_what_stayed(view.text, import);
  for (const std::string& remark : import.remarks) line("  " + remark, render::Style::dim);
  for (const std::string& problem : import.problems) line("  failed: " + problem);
  if (import.failed > import.problems.size())
    line(fmt::format("  and {} more", import.failed - import.problems.size()));
  list_offered(view.text, import);
  if (!import.dropped.empty()) line("  left out: " + what_was_dropped(import), render::Style::dim);
  const bool all_in_none = std::all_of(import.new_people.begin(), import.new_people.end(),
                                       [](const Person& person) { return person.tier == Tier::none; });
  if (!dry && !import.new_people.empty() && all_in_none)
    line("They are in no tier yet. Choose your circle: rel edit", render::Style::dim);
  if (twice > 0)
    line(fmt::format("{} may be there twice: rel list --duplicates",
                     render::counted(static_cast<int>(twice), "new one")),
         render::Style::dim);
  return view;
}

/// A data file that goes again: where a trial needs one and there is none.
class Nowhere {
 public:
  explicit Nowhere(const Call& call) : folder_(call.env.variable("TMPDIR").value_or("/tmp") + "/rel-XXXXXX") {
    if (!mkdtemp(folder_.data())) throw IoError(folder_ + ": " + std::strerror(errno));
  }
  ~Nowhere() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  Nowhere(const Nowhere&) = delete;
  Nowhere& operator=(const Nowhere&) = delete;

  std::string file() const { return folder_ + "/rel.db"; }

 private:
  std::string folder_;
};

/// What the import would do, in the data file or, where there is none, in one that goes again.
render::View trial(Call& call, const Files& files) {
  const auto in = [&](store::Store store) {
    Import import(call, store);
    store.try_out([&] { take(import, files); });
    return summary(import);
  };
  if (auto store = store::Store::for_writing(call.database, call.settings)) return in(std::move(*store));
  const Nowhere nowhere(call);
  return in(store::Store::for_writing_or_new(nowhere.file(), call.settings));
}

/// Nothing can come of it: calendars, without a word that their events were talks.
bool only_offers(const Call& call, const Files& files) {
  return !call.args.has("meetings") && files.size() == 1 && files.begin()->first == &calendar_import;
}

Exit run_import(Call& call) {
  check_options(call);
  const Files files = files_by_format(call);
  if (call.args.has("dry-run") || only_offers(call, files)) {
    call.show(trial(call, files));
    return Exit::done;
  }
  auto there = store::Store::for_writing(call.database, call.settings);
  if (!there) trial(call, files);  // an import that is refused makes no file
  CopyBefore copy(call);
  store::Store store = there ? std::move(*there) : call.open_or_make();
  Import import(call, store);
  call.change(store, [&] { take(import, files); });
  copy.keep();
  call.confirm(summary(import));
  return Exit::done;
}

}  // namespace

const Command import_command = {
    {.name = "import",
     .group = cli::Group::data,
     .words = "FILE…",
     .summary = "people, calls and messages from other programs, or what rel export wrote",
     .prose =
         "Files or folders, told apart by what is in them. Importing twice adds nothing; one undo takes "
         "an import "
         "back; what you typed is never overwritten. "
         "People come from address books (vcard; the tables of google, outlook, thunderbird and "
         "linkedin, by the "
         "English names of their columns), from friends.md (friends), from Monica 4 (monica), and from "
         "what rel "
         "export wrote (json, csv). New people are in tier none. A card belongs to the person with its "
         "UID, else "
         "with one of its phones or e-mails, else of its name. "
         "Calls come from SMS Backup & Restore (calls): a connected one is a conversation of its "
         "length, one missed "
         "in the last two weeks a reply owed. Messages (sms, whatsapp, telegram, mbox) are touches, one "
         "for each "
         "person and day; their text is never kept. Whom nobody here has the number, address or name of "
         "is counted "
         "and left out: give people --phone, --email or --alias, and import again. "
         "Past events of a calendar (ics) at which somebody of yours was, known by an e-mail address, are "
         "listed; --meetings writes them as talks. "
         "An archive of rel export adds what is not here yet, by ids and UIDs; what is different here "
         "stays as it "
         "is and is listed. A table of contacts (csv) has at least the columns who (handles, aliases or "
         "whole "
         "names, joined by ;) and on.",
     .options = options,
     .examples = examples},
    run_import,
    true};

}  // namespace rel::commands
