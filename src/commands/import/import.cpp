#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
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
     "which columns of a table are who, on, time, channel, minutes (or seconds), by, depth, note; of a table "
     "of people: name, given, family, nickname, email, phone, birthday, tags, note"},
    {"as", 0, cli::Arity::many, "NAME=WHO",
     "whom a name, number or address in messages, calls or events means"},
    {"me", 0, cli::Arity::one, "NAME", "your own name or address in messages, where it does not show"},
    {"dates", 0, cli::Arity::one, "ORDER",
     "dmy, mdy or ymd: how a file writes 03/04/2026, where nothing settles it"},
    {"dry-run", 0, cli::Arity::flag, "", "say what it would do, and do nothing"},
    {"meetings", 0, cli::Arity::flag, "",
     "write the past events of a calendar (ics) that people of yours were at, as talks of their length; "
     "without it they are only listed"},
    {"no-facts", 0, cli::Arity::flag, "",
     "leave out what address books say of people beside names and numbers: notes, work, town, family"},
    {"strict", 0, cli::Arity::flag, "", "refuse a file of which anything can't be read"},
    {"keep-going", 0, cli::Arity::flag, "",
     "take what can be read of an archive or a table of contacts, too; of all else that is so anyway"},
};

constexpr cli::Example import_examples[] = {
    {"rel import contacts.vcf", "everyone in the address book, in no tier yet"},
    {"rel import ~/cards/ --only lee --tier 2", "a folder of cards; those of a name, right into a tier"},
    {"rel import rel.json", "what rel export wrote, here or on another machine"},
    {"rel import calls.csv --map who=Name,on=Date,minutes=Length", "a table of contacts from anywhere"},
    {"rel import calls-20261121.xml --dry-run", "what the log of a telephone would bring"},
    {"rel import 'WhatsApp Chat with Ann.txt' --dates dmy", "a chat whose days could be read in two ways"},
    {"rel import result.json --as 'Annie=ann-lee'", "a chat whose name is nobody's here"},
    {"rel import friends.csv --map name=Wer,email=Post", "a table of people whose columns have other names"},
    {"zcat calls.xml.gz | rel import -", "what another program prints"},
    {"rel import Connections.csv --only hopper", "whom you mean of all those connections"},
};

// In the order in which they are told apart: the tables last, because much looks like one.
constexpr std::array import_formats = {
    &vcard_import,        &friends_import,   &google_import,       &outlook_import,  &thunderbird_import,
    &linkedin_import,     &calls_import,     &sms_import,          &whatsapp_import, &telegram_import,
    &monica_import,       &mbox_import,      &calendar_import,     &nametag_import,  &facebook_import,
    &signal_import,       &call_list_import, &message_list_import, &archive_import,  &people_import,
    &plain_people_import, &contacts_import};

constexpr std::size_t enough_to_tell = 64 * 1024;                        // bytes
constexpr std::size_t most_from_standard_input = 1024ULL * 1024 * 1024;  // bytes

std::string names_of_formats(std::string_view ImportFormat::*name) {
  std::string names;
  for (const ImportFormat* format : import_formats) {
    if (names.find(format->*name) == std::string::npos)
      names += (names.empty() ? "" : ", ") + std::string(format->*name);
  }
  return names;
}

bool is_packed(std::string_view beginning) {
  return beginning.starts_with("PK\x03\x04") || beginning.starts_with("PK\x05\x06") ||
         beginning.starts_with("\x1F\x8B");
}

/// Says how to unpack what is packed.
void refuse_packed(const std::string& name, std::string_view beginning) {
  const std::string word = cli::shell_word(name);
  if (beginning.starts_with("PK") && is_packed(beginning))
    throw UsageError(cli::named(name) + ": is packed (zip)",
                     "unzip " + word + " -d there && rel import there");
  if (is_packed(beginning))
    throw UsageError(cli::named(name) + ": is packed (gzip)",
                     name.ends_with(".tar.gz") || name.ends_with(".tgz")
                         ? "mkdir there && tar xf " + word + " -C there && rel import there"
                         : "zcat " + word + " | rel import -");
  if (beginning.starts_with("SQLite format 3"))
    throw UsageError(cli::named(name) + ": is a database, not an export",
                     beginning.find("CREATE TABLE history") != std::string_view::npos
                         ? "rel --db FILE export --to json"
                         : "");
}

/// The format of a file: the first that it looks like; of those named by --from the last, if none. Null for a
/// file of a folder that looks like none.
const ImportFormat* format_of(const Call& call, const InputFile& file) {
  const auto from = call.args.one("from");
  const std::string beginning = read_beginning(file.path, enough_to_tell);
  const ImportFormat* named = nullptr;
  if (!file.from_folder) refuse_packed(file.name, beginning);
  for (const ImportFormat* format : import_formats) {
    if (is_packed(beginning)) break;
    if (from && *from != format->name) continue;
    if (format->looks_like(call.args, beginning)) return format;
    if (from) named = format;
  }
  if (file.from_folder) return nullptr;
  if (named) return named;
  if (beginning.empty()) throw UsageError(cli::named(file.name) + ": is empty");
  throw UsageError(
      cli::named(file.name) + ": not a format that rel reads (" + names_of_formats(&ImportFormat::what) + ")",
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

using Files = std::map<const ImportFormat*, std::vector<InputFile>>;

/// An option that not every format knows.
struct Knows {
  const char* option;
  std::vector<const ImportFormat*> formats;
};

/// Refuses an option that none of the files has a use for.
void refuse_useless_options(const Call& call, const Files& files) {
  const Knows limited[] = {
      {"map", {&contacts_import, &plain_people_import}},
      {"me",
       {&whatsapp_import, &mbox_import, &telegram_import, &facebook_import, &signal_import,
        &calendar_import}},
      {"dates",
       {&whatsapp_import, &contacts_import, &google_import, &outlook_import, &thunderbird_import,
        &linkedin_import, &plain_people_import, &vcard_import}},
      {"as",
       {&whatsapp_import, &mbox_import, &telegram_import, &facebook_import, &signal_import, &calls_import,
        &sms_import, &call_list_import, &message_list_import, &calendar_import}},
      {"meetings", {&calendar_import}}};
  for (const auto& [option, formats] : limited) {
    if (!call.args.has(option) || files.empty()) continue;
    if (std::ranges::any_of(formats, [&](const ImportFormat* one) { return files.contains(one); })) continue;
    const auto& [format, paths] = *files.begin();
    throw UsageError(fmt::format("{}: not for {} ({})",
                                 cli::named(option, call.args.one(option).value_or("")),
                                 cli::named(paths.front().name), format->what));
  }
}

/// What is to be read, and the folder that keeps what came from standard input.
struct Input {
  Files files;
  std::set<std::string> passed_over;  // files of folders that no format reads
  std::optional<TemporaryFolder> folder;

  explicit Input(const Call& call) {
    std::vector<std::string> paths = call.args.words;
    const bool has_stdin = std::erase(paths, "-") > 0;
    if (has_stdin) sort_in(call, from_standard_input(call));
    for (const InputFile& file : input_files(paths)) sort_in(call, file);
    if (files.empty())
      throw UsageError(cli::named(call.args.words.front()) + ": holds nothing that rel reads (" +
                       names_of_formats(&ImportFormat::what) + ")");
  }

 private:
  InputFile from_standard_input(const Call& call) {
    folder.emplace(among_temporary_files(call.env, "rel-"), "-");
    InputFile file{folder->file("-"), "standard input"};
    std::ofstream(file.path, std::ios::binary) << call.env.read_input(most_from_standard_input);
    return file;
  }

  void sort_in(const Call& call, const InputFile& file) {
    if (const ImportFormat* format = format_of(call, file))
      files[format].push_back(file);
    else
      passed_over.insert(std::filesystem::path(file.name).filename());
  }
};

/// Of our own formats every row counts; of others what can't be read is left out and said, unless there is
/// nothing else.
void refuse_problems(const Import& import) {
  const bool strict = import.call.args.has("strict");
  const bool keep_going = import.call.args.has("keep-going");
  const bool own = import.own_failed && !keep_going;
  if (import.failed == 0 || (!strict && !own && (keep_going || import.anything_found()))) return;
  const std::string more = import.failed > 1 ? fmt::format(" (and {} more)", import.failed - 1) : "";
  throw UsageError(import.problems.front() + more, own ? "--keep-going takes the rest" : "");
}

void warn_of_what_failed(const Import& import) {
  if (import.failed == 0) return;
  const std::string more = import.failed > 1 ? fmt::format(" (and {} more)", import.failed - 1) : "";
  import.call.warn("left out, because it can't be read: " + import.problems.front() + more);
}

// A file that holds nothing of what --from says, and looks like something else, was named wrongly.
void refuse_wrong_name(Import& import, const Files& files) {
  if (!import.call.args.has("from") || import.anything_found()) return;
  const cli::Arguments unnamed;
  for (const auto& [named, paths] : files) {
    for (const InputFile& file : paths) {
      const std::string beginning = read_beginning(file.path, enough_to_tell);
      const auto* const like = std::ranges::find_if(
          import_formats, [&](const ImportFormat* format) { return format->looks_like(unnamed, beginning); });
      if (like == import_formats.end() || (*like)->name == named->name) continue;
      throw UsageError(cli::named(file.name) + ": holds nothing of " + std::string(named->what) +
                           "; it looks like " + std::string((*like)->what),
                       "--from " + std::string((*like)->name));
    }
  }
}

/// People come before what was logged with them.
void take(Import& import, const Input& input) {
  const Files& files = input.files;
  import.files_passed_over = input.passed_over;
  for (const bool logs : {false, true}) {
    for (const ImportFormat* format : import_formats) {
      const auto found = files.find(format);
      if (found == files.end() || format->is_log != logs) continue;
      import.own_format = format->is_own;
      format->take(import, found->second);
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
render::View trial(Call& call, const Input& input) {
  const auto in = [&](store::File store) {
    store::Change change = store.try_out();
    Import import(call, change);
    take(import, input);
    if (call.args.has("dry-run")) warn_of_days_ahead(import);
    if (call.args.has("dry-run")) warn_of_what_failed(import);
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
  const Input input(call);
  refuse_useless_options(call, input.files);
  if (call.args.has("dry-run") || only_offers(call, input.files)) {
    call.show(trial(call, input));
    return Exit::done;
  }
  auto there = call.open_to_write();
  if (!there) trial(call, input);  // an import that is refused makes no file
  CopyBefore copy(call);
  store::File store = there ? std::move(*there) : call.open_or_make();
  store::Change change = store.change(call.typed, call.env.now_ms);
  Import import(call, change);
  take(import, input);
  change.commit();
  copy.keep();
  warn_of_days_ahead(import);
  warn_of_what_failed(import);
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
         "Files or folders, or - for standard input, told apart by what is in them. Importing twice adds "
         "nothing; one undo takes an import back; what you typed is never overwritten. What has no place "
         "here "
         "or can't be read is left out and said, with whose it is; --strict refuses it. "
         "People come from address books (vcard; the tables of google, outlook, thunderbird and linkedin, "
         "in many languages; any table with a column of names), from friends.md (friends), from Monica "
         "(monica), and from what rel export wrote (json, csv). New people are in tier none. A card belongs "
         "to the person with its UID, else with one of its phones or e-mails, else of its name. "
         "Calls come from SMS Backup & Restore (calls), from termux-call-log and other lists in JSON "
         "(call-list), and from chats: a connected one is a conversation of its length, one missed in the "
         "last two weeks a reply owed. Messages (sms, message-list, whatsapp, telegram, signal, facebook, "
         "mbox) "
         "are touches, one for each person and day; their text is never kept. Whom nobody here has the "
         "number, "
         "address or name of is named and left out: --as 'NAME=WHO' says who they are, or give people "
         "--phone, --email or --alias, and import again. "
         "Past events of a calendar (ics) at which somebody of yours was, known by an e-mail address or by a "
         "full name in the title, are listed; --meetings writes them as talks. "
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
