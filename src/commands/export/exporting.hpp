// The forms in which everything can be taken elsewhere, one file each.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "invocation/invocation.hpp"
#include "invocation/output_files.hpp"

namespace rel::commands {

/// What an export reads.
struct Source {
  const store::Reader* store;  ///< null where there is no data file yet
  Day today{};
  std::vector<Person> people{};  ///< by handle
  std::map<Id, std::string> handles{};
  Settings settings{};
};

/// One file of an export in a folder.
struct ExportedFile {
  std::string name;
  std::function<void(const Sink&)> write;
};

/// A form. `whole` writes everything that one file can hold; `files` are those of a folder.
struct ExportFormat {
  std::string_view name;  ///< the word for --to
  void (*whole)(const Source&, const Sink&);
  std::vector<ExportedFile> (*files)(const Source&);
  /// What this form can't hold of this file, in a sentence; empty where it holds all that it promises.
  std::string (*left_out)(const Source&, bool folder) = nullptr;
};

extern const ExportFormat archive_export;
extern const ExportFormat tables_export;
extern const ExportFormat calendar_export;
extern const ExportFormat cards_export;      ///< vCard 3.0
extern const ExportFormat new_cards_export;  ///< vCard 4.0

}  // namespace rel::commands
