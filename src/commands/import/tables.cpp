// Tables: people as rel export writes them, and contacts from anywhere.
#include "formats/tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "cli/dated_texts.hpp"
#include "cli/scanning.hpp"
#include "cli/typed.hpp"
#include "commands/import/archive_people.hpp"
#include "commands/import/importing.hpp"
#include "commands/import/log_entries.hpp"
#include "formats/ascii.hpp"
#include "formats/table_length.hpp"
#include "input/naming.hpp"
#include "input/options.hpp"
#include "rel/limits.hpp"
#include "system/input_files.hpp"

namespace rel::commands {

namespace {

/// The places of read_columns.
enum Column : std::size_t { who, on, time, channel, minutes, by, depth, note, seconds };

/// The columns of our own tables, and one that only others have.
std::vector<std::string_view> read_columns() {
  std::vector<std::string_view> columns(formats::contact_columns.begin(), formats::contact_columns.end());
  columns.emplace_back("seconds");
  return columns;
}

constexpr std::size_t most_advised = 10;  // names that nobody has, of one table

[[noreturn]] void refuse_table(const std::string& path, const formats::Problem& problem) {
  throw UsageError(path + ":" + std::to_string(problem.line) + ": " + problem.why);
}

bool has_columns(std::string_view beginning, std::initializer_list<const char*> names) {
  const std::vector<std::string> heading = formats::csv_heading(beginning);
  return std::all_of(names.begin(), names.end(), [&](const char* name) {
    return std::find(heading.begin(), heading.end(), formats::upper(name)) != heading.end();
  });
}

bool looks_like_people(const cli::Arguments& args, std::string_view beginning) {
  return !args.has("map") && has_columns(beginning, {"handle", "name"});
}

bool looks_like_contacts(const cli::Arguments&, std::string_view beginning) {
  return formats::looks_like_csv(beginning);
}

void take_people(Import& import, const std::vector<InputFile>& files) {
  for (const InputFile& file : files) {
    const std::string& path = file.name;
    std::ifstream in = open_file(file.path);
    ArchivePeople people(import, path);
    const auto problem = formats::read_people_table(
        in, import.call.today(), [&](formats::ArchivedPerson row) { people.collect(std::move(row)); },
        [&](const formats::Problem& bad) { import.fail(path, bad); });
    if (problem) refuse_table(path, *problem);
    people.add();
  }
}

/// `who=Name,on=Date`; `name` is another word for who.
formats::ColumnNames mapped_columns(const Call& call) {
  formats::ColumnNames names;
  const std::string text = call.args.one("map").value_or("");
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    const std::string pair = text.substr(begin, end - begin);
    const std::size_t equals = pair.find('=');
    std::string ours = pair.substr(0, equals);
    if (ours == "name") ours = "who";
    const auto known = read_columns();
    if (equals == std::string::npos || std::find(known.begin(), known.end(), ours) == known.end())
      throw UsageError(cli::named("map", pair) + ": not COLUMN=THEIRS", "--map who=Name,on=Date,note=Text");
    names[ours] = pair.substr(equals + 1);
    begin = end + 1;
  }
  return names;
}

/// One table of contacts on its way in.
class ContactsImport {
 public:
  ContactsImport(Import& import, const InputFile& file)
      : import_(import),
        path_(file.name),
        order_(day_order(import.call)),
        in_(open_file(file.path)),
        mapped_(mapped_columns(import.call)),
        table_(in_, read_columns(), mapped_),
        source_("csv " + std::filesystem::path(file.path).filename().string()) {}

  void run() {
    if (table_.problem()) refuse_table(path_, *table_.problem());
    if (!table_.has(who) || !table_.has(on))
      throw UsageError(cli::named(path_) + ": a table of contacts needs the columns who and on",
                       "name them: --map who=Name,on=Date (of a table of people: name=Name,email=Mail)");
    for (const std::string& column : table_.left_out()) import_.dropped.add("column " + column, "");
    any_here_ = import_.change.has_contacts();
    if (any_here_) {
      take_rows();
    } else {
      import_.change.without_indices([this] { take_rows(); });
    }
  }

 private:
  /// Whom a cell names.
  struct Group {
    std::vector<Id> people;
    bool wanted = true;
    bool had_contacts = false;  // before this import
    std::string problem{};      // why there is nobody
  };

  void take_rows() {
    while (table_.next()) take_row();
    if (table_.problem()) refuse_table(path_, *table_.problem());
    if (!is_our_own() && !mapped_.contains("minutes") && bare_.look_like_seconds())
      throw UsageError(path_ + ": minutes: most of them are over 180; are they seconds?",
                       "--map seconds=minutes, or --map minutes=minutes if they are minutes");
    take_changed_rows();
  }

  bool is_our_own() const { return std::ranges::equal(table_.heading(), formats::contact_columns); }

  void take_row() {
    import_.progress();
    if (const auto why = table_.ragged()) return import_.fail(path_, {table_.line(), *why});
    try {
      const Group& group = group_of(table_.cell(who));
      if (!group.problem.empty()) return import_.fail(path_, {table_.line(), group.problem});
      Contact contact = contact_of_row();
      contact.with = group.people;
      if (!group.wanted) {
        ++import_.left_out;
      } else if (group.had_contacts && is_here(contact)) {
        ++import_.unchanged;
      } else if (group.had_contacts && !likes_of(contact).empty()) {
        changed_.push_back({table_.line(), std::move(contact)});
      } else if (import_.takes(path_, table_.line(), ahead(contact))) {
        add(contact);
      }
    } catch (const UsageError& error) {
      import_.fail(path_, {table_.line(), with_advice(error)});
    }
  }

  void add(Contact& contact) {
    if (!is_our_own()) contact.source = source_;
    import_.add(contact);
    if (first_added_ == 0) first_added_ = contact.id;
  }

  // A row that differs from all contacts that are here, but shares people, day and channel with one that came
  // from a table of this name, and whose own row is in this one no more: that row was corrected since.
  void take_changed_rows() {
    for (auto& [line, contact] : changed_) {
      const std::vector<Id> likes = likes_of(contact);
      const auto before = std::ranges::find_if(likes, [&](Id id) { return claimed_.insert(id).second; });
      if (before == likes.end()) {
        add(contact);
      } else {
        import_.keep(correction(line, import_.change.contact(*before), contact));
      }
    }
  }

  /// `calls.csv:2 (Ann Lee, call on 2026-11-02): rel edit 7k2q 25m`.
  std::string correction(std::size_t line, const Contact& here, const Contact& there) const {
    std::string edit = "rel edit " + import_.change.short_id(here.id);
    if (there.minutes && there.minutes != here.minutes) edit += " " + std::to_string(*there.minutes) + "m";
    if (there.time && there.time != here.time)
      edit += " '" + iso(there.on) + ' ' + clock_text(*there.time) + '\'';
    if (there.depth && there.depth != here.depth) edit += " --depth " + std::string(word(*there.depth));
    if (there.by && there.by != here.by) edit += " --by " + std::string(word(*there.by));
    if (there.note && there.note != here.note) edit += " -m " + cli::shell_word(*there.note);
    return fmt::format("{}:{} ({}, {} on {}): {}", source_.substr(4), line,
                       import_.change.name_of(here.with.front()), word(here.channel), iso(here.on), edit);
  }

  /// Contacts here that a row may be a correction of.
  std::vector<Id> likes_of(const Contact& contact) const {
    const auto likes = likes_.find(subject_of(contact));
    if (likes == likes_.end()) return {};
    std::vector<Id> left = likes->second;
    std::erase_if(left, [&](Id id) { return claimed_.contains(id); });
    return left;
  }

  static std::string with_advice(const Error& error) {
    return error.what() + (error.advice().empty() ? "" : " (" + error.advice() + ")");
  }

  Contact contact_of_row() {
    Contact contact;
    const Moment when = moment(table_.cell(on));
    contact.on = when.day;
    contact.time = when.time;
    if (const std::string& text = table_.cell(time); !text.empty()) contact.time = time_of(text);
    if (const std::string& text = table_.cell(channel); !text.empty())
      contact.channel = require_channel(text);
    contact.minutes = length();
    contact.by = word_of(by, side_from, "me or them");
    contact.depth = word_of(depth, depth_from, "small, personal or deep");
    std::string& text = table_.cell(note);
    if (text.size() > longest_note) throw UsageError("note: longer than 1 MiB");
    if (!text.empty()) contact.note = std::move(text);
    return contact;
  }

  Moment moment(const std::string& text) const {
    if (const auto day = day_from_iso(text)) return {*day, std::nullopt};
    if (const auto day = in_told_order(text)) return {*day, std::nullopt};
    if (text.find_first_of("0123456789") == std::string::npos)
      throw UsageError("on " + cli::named(text) + ": not a date", "2026-11-02");
    return cli::require_date(text, "on " + cli::named(text), cli::Tense::past, import_.call.now);
  }

  // Where this table was written tomorrow may have begun.
  std::optional<formats::DayAhead> ahead(const Contact& contact) const {
    if (contact.on <= plus_days(import_.call.today(), 1)) return std::nullopt;
    return formats::DayAhead{contact.on, "on: " + iso(contact.on) + " lies in the future"};
  }

  /// A day in the order that --dates tells; nothing where it tells none, or the text is something else.
  std::optional<Day> in_told_order(std::string_view text) const {
    const auto written = order_ ? formats::take_written_day(text) : std::nullopt;
    const auto day = written && text.empty() ? formats::day_in_order(*written, *order_) : std::nullopt;
    return day && *day >= earliest_day() && *day <= plus_days(import_.call.today(), 1) ? day : std::nullopt;
  }

  static TimeOfDay time_of(const std::string& text) {
    const bool seconds = text.size() > 6 && text[text.size() - 3] == ':';
    const auto time = time_from_text(seconds ? text.substr(0, text.size() - 3) : text);
    if (!time) throw UsageError("time " + cli::named(text) + ": not a time", "19:30");
    return *time;
  }

  static bool is_bare(const std::string& text) { return text.size() < 8 && cli::all_digits(text); }

  std::optional<int> length() {
    const bool in_seconds = !table_.cell(seconds).empty();
    const std::string text = table_.cell(in_seconds ? seconds : minutes);
    if (text.empty()) return std::nullopt;
    if (!in_seconds && is_bare(text)) bare_.see(std::stoi(text));
    const auto found = formats::seconds_from(in_seconds && is_bare(text) ? text + 's' : text);
    if (found) return require_minutes(std::to_string(formats::minutes_of(*found)) + 'm');
    if (std::ranges::count(text, ':') == 1)
      throw UsageError("length " + cli::named(text) + ": hours and minutes, or minutes and seconds?",
                       "0:03:12 or 3:12:00");
    return require_minutes(is_bare(text) ? text + 'm' : text);
  }

  template <class E>
  std::optional<E> word_of(Column column, std::optional<E> (*from)(std::string_view), const char* words) {
    const std::string& text = table_.cell(column);
    if (text.empty()) return std::nullopt;
    if (const auto value = from(text)) return value;
    throw UsageError(std::string(formats::contact_columns[column]) + " " + cli::named(text) + ": not " +
                     words);
  }

  const Group& group_of(const std::string& cell) {
    const auto known = groups_.find(cell);
    if (known != groups_.end()) return known->second;
    return groups_.emplace(cell, read_group(cell)).first->second;
  }

  // To look for names that are near takes long where there are many people.
  Group read_group(const std::string& cell) {
    Group group;
    const auto answer = unknown_ < most_advised ? UnknownName::near_names : UnknownName::plain;
    try {
      for (const store::NameMatch& match : find_by_whole_names(import_.change, cell, answer)) {
        group.people.push_back(match.person);
        group.wanted = group.wanted && import_.wanted(match.name);
        group.had_contacts = group.had_contacts || had_contacts(match.person);
      }
    } catch (const NotFound& unknown) {
      ++unknown_;
      group.problem = with_advice(unknown);
    } catch (const UsageError& empty) {
      group.problem = "who: " + std::string(empty.what());
    }
    return group;
  }

  bool had_contacts(Id person) {
    return any_here_ && had_contacts_.try_emplace(person, import_.change.has_contacts(person)).first->second;
  }

  /// What a corrected row has in common with what it was.
  using Subject = std::tuple<std::vector<Id>, Day, Channel>;

  static Subject subject_of(const Contact& contact) {
    std::vector<Id> with = contact.with;
    std::ranges::sort(with);
    return {std::move(with), contact.on, contact.channel};
  }

  /// All that a table holds of a contact.
  using Content = std::tuple<std::vector<Id>, Day, std::optional<TimeOfDay>, Channel, std::optional<int>,
                             std::optional<Side>, std::optional<Depth>, std::optional<std::string>>;

  static Content content_of(Contact contact) {
    std::sort(contact.with.begin(), contact.with.end());
    return {std::move(contact.with), contact.on, contact.time,  contact.channel,
            contact.minutes,         contact.by, contact.depth, std::move(contact.note)};
  }

  // Two rows that say the same are two contacts; each is one of those that were here before the import.
  bool is_here(const Contact& contact) {
    const Id person = contact.with.front();
    if (looked_at_.emplace(person, contact.on).second) look_at(person, contact.on);
    const auto same = unclaimed_.find(content_of(contact));
    if (same == unclaimed_.end()) return false;
    claimed_.insert(same->second.back());
    same->second.pop_back();
    if (same->second.empty()) unclaimed_.erase(same);
    return true;
  }

  void look_at(Id person, Day day) {
    for (const Contact& one : import_.change.contacts_on(person, day, store::Company::counted)) {
      const bool added_now = first_added_ != 0 && one.id >= first_added_;
      const bool group = one.others > 0 || one.with.size() > 1;
      const bool again = group && !groups_here_.insert(one.id).second;
      if (added_now || again) continue;
      const Contact whole = import_.change.contact(one.id);
      if (whole.source == source_ || is_our_own()) likes_[subject_of(whole)].push_back(whole.id);
      unclaimed_[content_of(whole)].push_back(whole.id);
    }
  }

  Import& import_;
  const std::string& path_;
  std::optional<formats::DayOrder> order_;  // of --dates
  std::ifstream in_;
  formats::ColumnNames mapped_;  // by --map
  formats::CsvTable table_;
  std::string source_;  // of what is added
  formats::BareLengths bare_;
  std::unordered_map<std::string, Group> groups_;
  std::size_t unknown_ = 0;  // of them
  bool any_here_ = false;    // before this table
  std::unordered_map<Id, bool> had_contacts_;
  std::map<Content, std::vector<Id>> unclaimed_;          // contacts that were here, by what they say
  std::map<Subject, std::vector<Id>> likes_;              // those that a corrected row may be about
  std::unordered_set<Id> claimed_;                        // by a row
  std::vector<std::pair<std::size_t, Contact>> changed_;  // rows that may be corrections, and their lines
  std::set<std::pair<Id, Day>> looked_at_;                // whose contacts, of which days, are in it or were
  std::unordered_set<Id> groups_here_;                    // that were looked at with one of them
  Id first_added_ = 0;
};

void take_contacts(Import& import, const std::vector<InputFile>& files) {
  for (const InputFile& file : files) ContactsImport(import, file).run();
}

}  // namespace

const ImportFormat people_import = {"csv", "CSV", looks_like_people, take_people, false, true};
const ImportFormat contacts_import = {"csv", "CSV", looks_like_contacts, take_contacts, false, true};

}  // namespace rel::commands
