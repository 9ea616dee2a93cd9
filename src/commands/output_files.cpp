#include "commands/output_files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "cli/typed.hpp"
#include "rel/errors.hpp"
#include "text/terminal.hpp"

namespace rel::commands {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t buffered = 256 * 1024;  // bytes

[[noreturn]] void refuse(const std::string& path, const std::string& why) {
  throw IoError(cli::named(path) + ": " + why);
}

/// A file beside its place, which goes unless it is put there.
class Draft {
 public:
  explicit Draft(const std::string& path) : path_(path), draft_(path + ".XXXXXX") {
    descriptor_ = mkostemp(draft_.data(), O_CLOEXEC);  // readable by its owner alone
    if (descriptor_ < 0) refuse(path_, std::strerror(errno));
  }
  ~Draft() {
    if (descriptor_ >= 0) close(descriptor_);
    if (!kept_) unlink(draft_.c_str());
  }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  void add(std::string_view text) {
    buffer_ += text;
    if (buffer_.size() >= buffered) flush();
  }

  void keep() {
    flush();
    const bool closed = fsync(descriptor_) == 0 && close(descriptor_) == 0;
    if (closed) descriptor_ = -1;
    kept_ = closed && std::rename(draft_.c_str(), path_.c_str()) == 0;
    if (!kept_) refuse(path_, std::strerror(errno));
  }

 private:
  void flush() {
    for (std::size_t done = 0; done < buffer_.size();) {
      const ssize_t wrote = write(descriptor_, buffer_.data() + done, buffer_.size() - done);
      if (wrote < 0 && errno == EINTR) continue;
      if (wrote < 0) refuse(path_, std::string("can't be written: ") + std::strerror(errno));
      done += static_cast<std::size_t>(wrote);
    }
    buffer_.clear();
  }

  std::string path_;
  std::string draft_;
  std::string buffer_;
  int descriptor_ = -1;
  bool kept_ = false;
};

/// Where the file really lies.
std::string place_of(const std::string& path, const std::string& database) {
  std::error_code problem;
  const fs::file_status there = fs::status(path, problem);
  if (!fs::exists(there)) {
    if (fs::is_symlink(fs::symlink_status(path, problem))) refuse(path, "a link to nothing");
    return path;
  }
  if (!fs::is_regular_file(there)) refuse(path, "is there and is not a regular file");
  if (fs::equivalent(path, database, problem)) refuse(path, "is the data file itself");
  return fs::canonical(path, problem);
}

}  // namespace

void write_file(const std::string& path, const std::string& database,
                const std::function<void(const Sink&)>& work) {
  Draft draft(place_of(path, database));
  work([&](std::string_view text) { draft.add(text); });
  draft.keep();
}

void write_pieces(const Sink& print, const std::function<void(const Sink&)>& work) {
  std::string piece;
  work([&](std::string_view text) {
    piece += text;
    if (piece.size() < buffered) return;
    print(piece);
    piece.clear();
  });
  print(piece);
}

std::string for_terminal(std::string_view file) {
  std::string lines;
  for (std::size_t i = 0; i < file.size(); ++i) {
    if (file[i] != '\r' || file.substr(i + 1, 1) != "\n") lines += file[i];
  }
  return text::escaped(lines, true);
}

bool means_folder(const std::string& path) {
  std::error_code ignored;
  return path.ends_with('/') || fs::is_directory(path, ignored);
}

void make_folder(const std::string& path) {
  std::error_code problem;
  if (fs::is_directory(path, problem)) return;
  if (mkdir(path.c_str(), 0700) != 0) refuse(path, std::strerror(errno));
}

}  // namespace rel::commands
