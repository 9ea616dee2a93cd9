// The people of an archive, or of a table of people, on their way into the file.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "commands/import/importing.hpp"
#include "formats/archive.hpp"

namespace rel::commands {

/// Matches people with those in the file by their uid; where an archive leaves the uid out, by handle and
/// name, or by a name that one person alone has. Whoever is here already stays as they are.
class ArchivePeople {
 public:
  ArchivePeople(Import& import, const std::string& path);

  void collect(formats::ArchivedPerson row);
  /// Puts them all into the file. Whoever has a handle that is free keeps it.
  void add();

  /// Who has this handle in the archive, or else in the file.
  std::optional<Id> find(const std::string& handle);
  /// Whether --only left out whoever has this handle in the archive.
  bool left_out(const std::string& handle) const { return left_out_.contains(handle); }

 private:
  std::optional<std::string> why_not(const formats::ArchivedPerson& row) const;
  const Person* known(const formats::ArchivedPerson& row);
  /// Of several with one name, one who is just so and stands for no other row yet; null where there is none.
  const Person* one_just_so(const formats::ArchivedPerson& row, const std::vector<const Person*>& namesakes);
  void compare(const formats::ArchivedPerson& row, const Person& ours);
  void give_tiers(std::vector<formats::ArchivedPerson>& rows);
  void add_one(formats::ArchivedPerson& row, std::string handle);

  Import& import_;
  const std::string& path_;
  std::vector<formats::ArchivedPerson> rows_;
  std::set<std::string> seen_handles_;
  std::set<std::string> seen_uids_;
  std::set<Id> claimed_;  // people here whom a row without a handle stands for
  std::set<std::string> left_out_;
  std::vector<Person> people_;  // in the file before
  std::map<std::string, const Person*> by_uid_;
  std::map<std::string, const Person*> by_handle_;
  std::map<std::string, std::vector<const Person*>> by_name_;  // folded
  /// Namesakes by what a row says of them that brings a tier or not, and a start or not.
  std::map<std::tuple<const void*, bool, bool>, std::map<std::string, std::deque<const Person*>>> just_so_;
  std::map<std::string, Id> ids_;  // by the archive's handles
};

}  // namespace rel::commands
