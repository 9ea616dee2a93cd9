// Letting the user write in their own editor.
#pragma once

#include <exception>
#include <functional>
#include <string>
#include <vector>

#include "base/errors.hpp"
#include "system/env.hpp"
#include "system/temporary_folder.hpp"

namespace rel::commands {

/// A text in the user's editor, in a private file (0600 in a folder of its own) that is removed when this
/// goes, unless it is kept because something went wrong.
class Draft {
 public:
  /// Opens $VISUAL, else $EDITOR, else `editor` on `text`; `name` is what the file is called, and `database`
  /// the data file that it is about. Throws IoError where the editor can't be run, fails, or takes the file
  /// away; what it left is then kept and named.
  Draft(const Env& env, const std::string& database, const std::string& name, const std::string& text);

  /// What the user left in it.
  const std::string& text() const { return text_; }

  /// Runs `work`; where it throws, whatever it is, the draft is kept and the error says where.
  template <class Work>
  void use(const Work& work) {
    try {
      work();
    } catch (const Error& error) {
      keep(error.exit(), error.what(), error.advice());
    } catch (const std::exception& error) {
      keep(Exit::io, error.what(), "");
    }
  }

 private:
  /// Why the editor's work can't be taken; empty where it can, and is read.
  std::string read_back(int status);
  [[noreturn]] void keep(Exit exit, const std::string& message, const std::string& advice);

  TemporaryFolder folder_;
  std::string path_;
  std::string text_;
};

/// The paths of drafts about a data file that were kept, and not removed since, whose text is `wanted`.
std::vector<std::string> kept_drafts(const Env& env, const std::string& database,
                                     const std::function<bool(const std::string&)>& wanted);

/// `text` without lines that begin with `#`, and without blank lines at both ends.
std::string without_comments(const std::string& text);

}  // namespace rel::commands
