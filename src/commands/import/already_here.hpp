// What a file holds already, by keys: read once for each person and day, and kept in step with what an import
// adds. To compare each new entry with all that are there would take long where there are many.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "store/file.hpp"

namespace rel::commands {

class AlreadyHere {
 public:
  explicit AlreadyHere(const store::Reader& store) : store_(store) {}

  /// The contacts with a person on a day.
  struct OfOneDay {
    std::unordered_set<std::string> sources;  ///< what imports know theirs by
    std::vector<Contact> typed;               ///< the others; in a group, each counts those beside the first
  };
  const OfOneDay& contacts(Id person, Day day);

  /// Whether what an import knows by this contact's source is there, with anybody who is present in it.
  bool has_source(const Contact& contact);
  /// Whether a person told this.
  bool has_remark(Id person, const std::string& text) { return remarks_of(person).contains(text); }

  /// Something that the import has added.
  void add(const Contact& contact);
  void add(const Remark& remark);

 private:
  using Texts = std::unordered_set<std::string>;

  Texts& remarks_of(Id person);

  const store::Reader& store_;
  std::map<std::pair<Id, Day>, OfOneDay> contacts_;
  std::unordered_map<Id, Texts> remarks_;
};

}  // namespace rel::commands
