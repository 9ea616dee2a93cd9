// One import while it runs, and the formats that can be imported: a file each.
#pragma once

#include <functional>
#include <iosfwd>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "commands/import/already_here.hpp"
#include "formats/archive.hpp"
#include "formats/dropped.hpp"
#include "formats/problem.hpp"
#include "invocation/invocation.hpp"
#include "system/input_files.hpp"

namespace rel::commands {

/// What was asked for, where it goes, and what came of it.
class Import {
 public:
  Import(Call& to_answer, store::Change& target);

  Call& call;
  store::Change& change;
  std::optional<Tier> tier;  ///< of --tier
  AlreadyHere here;

  /// Whether --only takes a name.
  bool wanted(const std::string& name) const;

  /// An archive goes into a file that had nobody in it: it comes back whole, whatever the clock says.
  bool brings_back = false;
  /// Whether a row may be taken whose last day is `ahead`; else it fails.
  bool takes(const std::string& path, std::size_t line, const std::optional<formats::DayAhead>& ahead);

  // --- What came of it

  std::optional<Day> last_ahead;  ///< the last day taken that is still to come

  std::map<std::string_view, std::size_t> added;  ///< by kind: `people`, `contacts`, …
  std::size_t unchanged = 0;
  std::size_t left_out = 0;      ///< by --only
  std::vector<Contact> offered;  ///< what may be taken where that is asked for, the first of it
  std::size_t offered_count = 0;
  std::size_t failed = 0;   ///< rows that can't be taken
  bool own_format = false;  ///< what is read now is of our own making: nothing of it may be left out
  bool own_failed = false;  ///< and something can't be taken
  std::vector<Person> new_people;
  std::vector<Person> updated;
  std::vector<std::string> problems;  ///< `file:line: why`, of the first that failed
  std::vector<std::string> kept;      ///< what is different here and stays so, the first of it
  std::size_t kept_count = 0;
  std::vector<std::string> remarks;  ///< what else is worth knowing
  formats::Drops dropped;            ///< what a format holds and rel doesn't, and whose it is
  formats::Drops passed_over;        ///< entries that are nobody's or too old, by what they are
  /// Numbers, addresses and names of logs that nobody here has, and how often they were met.
  std::map<std::string, std::size_t> strangers;
  std::set<std::string> files_passed_over;  ///< names of those in a folder that no format reads

  /// Adds something new to the file, made to fit there.
  void add(Contact& contact);
  void add(Remark& remark);
  /// Closes the asks that the talks added answer.
  void close_asks();

  /// Whether there was anything in the files that can be read, new or not, taken or left out for a reason of
  /// its own.
  bool anything_found() const;

  /// Says of so many texts of somebody that they were cut, to fit.
  void count_cut(std::size_t texts, const std::string& whose);
  /// A row that can't be taken.
  void fail(const std::string& path, const formats::Problem& problem);
  /// Something that the file has in another form, which stays.
  void keep(const std::string& what);
  /// Something that is only offered.
  void offer(const Contact& contact);
  /// Tells a terminal how far it is, at times.
  void progress();

 private:
  struct Asked;
  std::map<Id, Asked>& asked();

  std::vector<std::string> only_;
  /// Someone about whom an ask is open, and the days of the talks added with them.
  struct Asked {
    Person person;
    std::set<Day> talks;
  };
  std::optional<std::map<Id, Asked>> asked_;  // read with the first contact
  std::size_t taken_ = 0;
};

/// A format. The files of one format are taken together.
struct ImportFormat {
  std::string_view name;  ///< the word for --from
  std::string_view what;  ///< as a message names it
  bool (*looks_like)(const cli::Arguments& args, std::string_view beginning);
  void (*take)(Import& import, const std::vector<InputFile>& files);
  bool is_log = false;  ///< what happened with people: taken after everything that brings people
  bool is_own = false;  ///< a row that can't be taken refuses all of it
};

/// Takes an archive of `rel export`; `path` is what its problems name. Reads it twice, from the beginning.
void take_archive(Import& import, const std::string& path, std::istream& in);

extern const ImportFormat calendar_import;
extern const ImportFormat vcard_import;
extern const ImportFormat archive_import;
extern const ImportFormat people_import;
extern const ImportFormat contacts_import;
extern const ImportFormat google_import;
extern const ImportFormat outlook_import;
extern const ImportFormat thunderbird_import;
extern const ImportFormat linkedin_import;
extern const ImportFormat plain_people_import;
extern const ImportFormat friends_import;
extern const ImportFormat monica_import;
extern const ImportFormat nametag_import;
extern const ImportFormat telegram_import;
extern const ImportFormat whatsapp_import;
extern const ImportFormat mbox_import;
extern const ImportFormat calls_import;
extern const ImportFormat sms_import;
extern const ImportFormat call_list_import;
extern const ImportFormat message_list_import;
extern const ImportFormat signal_import;
extern const ImportFormat facebook_import;

}  // namespace rel::commands
