#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "cli/typed.hpp"
#include "commands/commands.hpp"
#include "commands/import/log_entries.hpp"
#include "commands/import/summary.hpp"
#include "input/texts.hpp"
#include "invocation/safety.hpp"
#include "render/phrases.hpp"
#include "system/input_files.hpp"
#include "system/temporary_folder.hpp"

namespace rel::commands {

namespace {

constexpr cli::OptionSpec import_options[] = {
    {"from", 0, cli::Arity::one, "FORMAT", "the format, by its name above, where it is not detected"},
    {"tier", 0, cli::Arity::one, "T", "the tier of new people (default none: kept, never due)",
     cli::ValueKind::tier},
    {"only", 0, cli::Arity::many, "PATTERN",
     "only names that hold this word or part, or match it with * and ?"},
    {"map", 0, cli::Arity::one, "who=THEIRS,…",
     "which columns of a table are who, on, time, channel, minutes (or seconds), by, depth, note"},
    {"me", 0, cli::Arity::one, "NAME", "your own name or address in messages, where it does not show"},
    {"dates", 0, cli::Arity::one, "ORDER",
     "dmy, mdy or ymd: how a file writes 03/04/2026, where nothing settles it"},
    {"dry-run", 0, cli::Arity::flag, "", "say what it would do, and do nothing"},
    {"meetings", 0, cli::Arity::flag, "",
     "write the past events of a calendar (ics) that people of yours were at, as talks of their length; "
     "without it they are only listed"},
    {"keep-going", 0, cli::Arity::flag, "", "take what can be read and list the rest"},
};

constexpr cli::Example import_examples[] = {
    {"rel import contacts.vcf", "everyone in the address book, in no tier yet"},
    {"rel import ~/cards/ --only lee --tier 2", "a folder of cards; those of a name, right into a tier"},
    {"rel import rel.json", "what rel export wrote, here or on another machine"},
    {"rel import calls.csv --map who=Name,on=Date,minutes=Length", "a table of contacts from anywhere"},
    {"rel import calls-20261121.xml --dry-run", "what the log of a telephone would bring"},
    {"rel import 'WhatsApp Chat with Ann.txt' --dates dmy", "a chat whose days could be read in two ways"},
    {"rel import Connections.csv --only hopper", "whom you mean of all those connections"},
};

// In the order in which they are told apart: the tables last, because much looks like one.
constexpr std::array import_formats = {
    &vcard_import,       &friends_import,  &google_import, &outlook_import,
    &thunderbird_import, &linkedin_import, &calls_import,  &sms_import,
    &whatsapp_import,    &telegram_import, &monica_import, &mbox_import,
    &calendar_import,    &archive_import,  &people_import, &contacts_import};

constexpr std::size_t enough_to_tell = 64 * 1024;  // bytes

std::string names_of_formats(std::string_view ImportFormat::*name) {
  std::string names;
  for (const ImportFormat* format : import_formats) {
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
  for (const ImportFormat* format : import_formats) {
    if (from && *from != format->name) continue;
    if (format->looks_like(call.args, beginning)) return *format;
    if (from) named = format;
  }
  if (named) return *named;
  throw UsageError(
      cli::named(path) + ": not a format that rel reads (" + names_of_formats(&ImportFormat::what) + ")",
      "--from " + std::string(vcard_import.name) + ", if it is one");
}

void check_options(const Call& call) {
  if (call.args.words.empty()) throw UsageError("import: which file?", "rel import contacts.vcf");
  if (const auto me = call.args.one("me")) require_name(*me, "--me");
  day_order(call);  // whatever is imported, a wrong word is one
  const auto from = call.args.one("from");
  const bool known = !from || std::any_of(import_formats.begin(), import_formats.end(),
                                          [&](const ImportFormat* one) { return one->name == *from; });
  if (!known)
    throw UsageError(cli::named("from", *from) + ": not a format that rel reads",
                     names_of_formats(&ImportFormat::name));
}

using Files = std::map<const ImportFormat*, std::vector<std::string>>;

/// An option that not every format knows.
struct Knows {
  const char* option;
  std::vector<const ImportFormat*> formats;
};

/// Refuses an option that none of the files has a use for.
void refuse_useless_options(const Call& call, const Files& files) {
  const Knows limited[] = {{"map", {&contacts_import}},
                           {"me", {&whatsapp_import, &mbox_import}},
                           {"dates",
                            {&whatsapp_import, &contacts_import, &google_import, &outlook_import,
                             &thunderbird_import, &linkedin_import}},
                           {"meetings", {&calendar_import}}};
  for (const auto& [option, formats] : limited) {
    if (!call.args.has(option) || files.empty()) continue;
    if (std::ranges::any_of(formats, [&](const ImportFormat* one) { return files.contains(one); })) continue;
    const auto& [format, paths] = *files.begin();
    throw UsageError(fmt::format("{}: not for {} ({})",
                                 cli::named(option, call.args.one(option).value_or("")),
                                 cli::named(paths.front()), format->what));
  }
}

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

// A file that holds nothing of what --from says, and looks like something else, was named wrongly.
void refuse_wrong_name(Import& import, const Files& files) {
  if (!import.call.args.has("from") || import.anything_found()) return;
  const cli::Arguments unnamed;
  for (const auto& [named, paths] : files) {
    for (const std::string& path : paths) {
      const std::string beginning = read_beginning(path, enough_to_tell);
      const auto* const like = std::ranges::find_if(
          import_formats, [&](const ImportFormat* format) { return format->looks_like(unnamed, beginning); });
      if (like == import_formats.end() || (*like)->name == named->name) continue;
      throw UsageError(cli::named(path) + ": holds nothing of " + std::string(named->what) +
                           "; it looks like " + std::string((*like)->what),
                       "--from " + std::string((*like)->name));
    }
  }
}

/// People come before what was logged with them.
void take(Import& import, const Files& files) {
  for (const bool logs : {false, true}) {
    for (const ImportFormat* format : import_formats) {
      const auto found = files.find(format);
      if (found != files.end() && format->is_log == logs) format->take(import, found->second);
    }
  }
  refuse_wrong_name(import, files);
  if (import.call.env.notice) import.call.env.notice("\r\033[K");
  refuse_problems(import);
  import.close_asks();
}

void warn_of_days_ahead(const Import& import) {
  if (import.last_ahead)
    import.call.warn(
        fmt::format("some of it is said to have happened later than today (the last on {}): "
                    "kept as it is; was a clock ahead?",
                    iso(*import.last_ahead)));
}

/// What the import would do, in the data file or, where there is none, in one that goes again.
render::View trial(Call& call, const Files& files) {
  const auto in = [&](store::File store) {
    store::Change change = store.try_out();
    Import import(call, change);
    take(import, files);
    if (call.args.has("dry-run")) warn_of_days_ahead(import);
    return summary(import);
  };
  if (auto store = store::File::open_to_try(call.database, call.settings)) return in(std::move(*store));
  const TemporaryFolder folder(among_temporary_files(call.env, "rel-"), "rel.db");  // a trial needs a file
  return in(store::File::create(folder.file("rel.db"), call.settings));
}

/// Nothing can come of it: calendars, without a word that their events were talks.
bool only_offers(const Call& call, const Files& files) {
  return !call.args.has("meetings") && files.size() == 1 && files.begin()->first == &calendar_import;
}

Exit run_import(Call& call) {
  check_options(call);
  const Files files = files_by_format(call);
  refuse_useless_options(call, files);
  if (call.args.has("dry-run") || only_offers(call, files)) {
    call.show(trial(call, files));
    return Exit::done;
  }
  auto there = call.open_to_write();
  if (!there) trial(call, files);  // an import that is refused makes no file
  CopyBefore copy(call);
  store::File store = there ? std::move(*there) : call.open_or_make();
  store::Change change = store.change(call.typed, call.env.now_ms);
  Import import(call, change);
  take(import, files);
  change.commit();
  copy.keep();
  warn_of_days_ahead(import);
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
     .options = import_options,
     .examples = import_examples},
    run_import,
    true};

}  // namespace rel::commands
