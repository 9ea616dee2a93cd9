// Taking the lines of files in, as one change.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "answer/carry_out.hpp"
#include "commands/inbox/reading.hpp"
#include "input/inbox_files.hpp"

namespace rel::commands {

/// A line that stays where it is, and why.
struct LeftLine {
  std::string file;  ///< empty for standard input
  int number = 0;
  std::string text;
  std::string why;
  std::string instead;  ///< what to try; may be empty
};

/// A line that was taken in before.
struct KnownLine {
  std::string text;
  Day since{};
};

/// What became of all the lines.
struct Taken {
  std::size_t lines = 0;  ///< taken in now
  std::vector<KnownLine> known;
  std::vector<LeftLine> left;
  std::vector<std::set<int>> done_with;  ///< the lines of each file that need not stay there
  std::string warnings;                  ///< for standard error
};

/// Takes in what can be read and is not known; what can't has done nothing.
class Taking {
 public:
  Taking(Call& call, const std::vector<InboxFile>& files);

  /// One attempt; false where a line turned out to be unfit after it had begun to write, or to be half there.
  /// The change is then to be thrown away, and the next attempt leaves that line out.
  bool attempt(store::Change& change, Confirmation& answer);

  const Taken& taken() const { return taken_; }

 private:
  struct Unfit {
    std::string why;
    std::string instead;
  };

  void take(Batch& batch, std::size_t file, const InboxLine& line);
  void run(Batch& batch, LineCommand command);
  bool another_is_meant(const LineCommand& command, const InboxFile& file, const InboxLine& line,
                        const KnownNames& names, Day since) const;
  void leave(const InboxFile& file, const InboxLine& line, const Unfit& unfit);
  void find_half_written();

  Call& call_;
  const std::vector<InboxFile>& files_;
  Env env_;  // of a line: there is nobody to ask, and nothing to read
  Taken taken_;
  std::map<std::pair<std::size_t, int>, Unfit> unfit_;  // by file and number
  bool tainted_ = false;
};

}  // namespace rel::commands
