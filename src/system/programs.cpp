#include "system/programs.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>

#include "base/errors.hpp"

namespace rel {

namespace {

constexpr int not_there = 127;  // as shells have it,
constexpr int not_runnable = 126;
constexpr int signalled = 128;

// What is typed to interrupt a program is that program's to take: rel waits for it, and tidies up after it.
class SignalsIgnored {
 public:
  SignalsIgnored() : interrupt_(std::signal(SIGINT, SIG_IGN)), quit_(std::signal(SIGQUIT, SIG_IGN)) {}
  ~SignalsIgnored() { restore(); }
  SignalsIgnored(const SignalsIgnored&) = delete;
  SignalsIgnored& operator=(const SignalsIgnored&) = delete;

  void restore() const {
    std::signal(SIGINT, interrupt_);
    std::signal(SIGQUIT, quit_);
  }

 private:
  void (*interrupt_)(int);
  void (*quit_)(int);
};

/// A file without a name: a program that writes much never waits for us to read, nor we for its children.
class Scratch {
 public:
  Scratch() {
    const char* folder = std::getenv("TMPDIR");
    std::string path = std::string(folder && *folder ? folder : "/tmp") + "/rel-XXXXXX";
    descriptor_ = mkostemp(path.data(), O_CLOEXEC);
    if (descriptor_ < 0) fail();
    unlink(path.c_str());
  }
  ~Scratch() { close(descriptor_); }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  int descriptor() const { return descriptor_; }

  /// Fills it; its reader begins at the beginning.
  void fill(const std::string& text) const {
    for (std::size_t done = 0; done < text.size();) {
      const ssize_t wrote = write(descriptor_, text.data() + done, text.size() - done);
      if (wrote < 0) fail();
      done += static_cast<std::size_t>(wrote);
    }
    lseek(descriptor_, 0, SEEK_SET);
  }

  std::string text() const {
    lseek(descriptor_, 0, SEEK_SET);
    std::string text;
    char buffer[4096];
    for (ssize_t got = 0; (got = read(descriptor_, buffer, sizeof buffer)) > 0;)
      text.append(buffer, static_cast<std::size_t>(got));
    return text;
  }

 private:
  [[noreturn]] static void fail() { throw IoError(std::string("temporary file: ") + std::strerror(errno)); }

  int descriptor_ = -1;
};

int status_of(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : signalled + WTERMSIG(status);
}

/// Never returns: this process becomes the program.
[[noreturn]] void become(const ProgramWords& words) {
  std::signal(SIGPIPE, SIG_DFL);
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  execvp(arguments.front(), arguments.data());
  _exit(errno == ENOENT ? not_there : not_runnable);
}

Ended ended_with(int status) {
  Ended ended{.problem = "", .status = status};
  if (status == not_there) ended.problem = "there is no such program";
  if (status == not_runnable) ended.problem = "can't be run";
  return ended;
}

}  // namespace

int run_by_shell(const std::string& command, const std::string& file) {
  const std::string line = "trap : INT QUIT\n" + command + " \"$1\"";  // the shell between waits, too
  const SignalsIgnored while_it_runs;
  const pid_t child = fork();
  if (child < 0) return not_there;
  if (child == 0) {
    while_it_runs.restore();
    become({"/bin/sh", "-c", line, "sh", file});
  }
  return status_of(child);
}

Ended run_beside(const ProgramWords& words, const std::string& input) {
  const Scratch in;
  const Scratch out;
  const Scratch err;
  in.fill(input);
  const pid_t child = fork();
  if (child == 0) {
    dup2(in.descriptor(), STDIN_FILENO);
    dup2(out.descriptor(), STDOUT_FILENO);
    dup2(err.descriptor(), STDERR_FILENO);
    become(words);
  }
  Ended ended = child < 0 ? ended_with(not_runnable) : ended_with(status_of(child));
  ended.out = out.text();
  ended.err = err.text();
  return ended;
}

bool run_pager(const std::string& command, const std::string& text) {
  const Scratch in;
  in.fill(text);
  const SignalsIgnored while_it_runs;
  const pid_t child = fork();
  if (child == 0) {
    while_it_runs.restore();
    dup2(in.descriptor(), STDIN_FILENO);
    // For less: colours, and nothing to leave where all fits.
    become({"/bin/sh", "-c", "trap : INT QUIT\nexport LESS=\"${LESS-FRX}\"\n" + command});
  }
  const int status = child < 0 ? not_runnable : status_of(child);
  const bool nothing_read = lseek(in.descriptor(), 0, SEEK_CUR) == 0;  // it shares the place in the file
  return status == 0 || (status != not_there && status != not_runnable && !nothing_read);
}

Ended run_in_front(const ProgramWords& words) {
  const SignalsIgnored while_it_runs;
  const pid_t child = fork();
  if (child == 0) {
    while_it_runs.restore();
    dup2(STDERR_FILENO, STDOUT_FILENO);
    become(words);
  }
  return child < 0 ? ended_with(not_runnable) : ended_with(status_of(child));
}

}  // namespace rel
