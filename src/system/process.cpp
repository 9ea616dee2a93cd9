#include "system/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <ctime>

#include "base/errors.hpp"
#include "system/programs.hpp"
#include "system/temporary_folder.hpp"

namespace rel {

namespace {

constexpr std::size_t longest_answer = 65536;  // bytes

std::optional<std::string> variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? std::optional<std::string>(value) : std::nullopt;
}

std::string read_input(std::size_t limit) {
  std::string input;
  char buffer[65536];
  while (input.size() < limit) {
    const ssize_t got = read(STDIN_FILENO, buffer, std::min(sizeof buffer, limit - input.size()));
    if (got == 0) break;
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw IoError(std::string("standard input: ") + std::strerror(errno));
    input.append(buffer, static_cast<std::size_t>(got));
  }
  return input;
}

enum class Written { all, pipe_closed, failed };

// Whoever gave us the descriptor may have made it one that does not block.
bool wait_for_room(int descriptor) {
  pollfd room{descriptor, POLLOUT, 0};
  return poll(&room, 1, -1) >= 0 || errno == EINTR;
}

Written write_all(int descriptor, std::string_view text) {
  for (std::size_t done = 0; done < text.size();) {
    const ssize_t wrote = write(descriptor, text.data() + done, text.size() - done);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0 && errno == EAGAIN && wait_for_room(descriptor)) continue;
    if (wrote < 0) return errno == EPIPE ? Written::pipe_closed : Written::failed;
    done += static_cast<std::size_t>(wrote);
  }
  return Written::all;
}

void print(std::string_view text) {
  const Written written = write_all(STDOUT_FILENO, text);
  if (written == Written::pipe_closed) throw ReaderLeft();
  if (written == Written::failed) throw IoError("standard output: can't be written");
}

std::optional<std::string> ask(const std::string& question) {
  write_all(STDOUT_FILENO, question);
  std::string line;
  for (char next = 0; line.size() < longest_answer;) {
    const ssize_t got = read(STDIN_FILENO, &next, 1);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    if (next == '\n') return line;
    line += next;
  }
  return line.empty() ? std::nullopt : std::optional(line);
}

/// The size of the terminal; zeros if it is not known.
winsize terminal_size() {
  winsize size{};
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size : winsize{};
}

Moment moment_of(const std::tm& local) {
  const auto day = date::year{local.tm_year + 1900} / (local.tm_mon + 1) / local.tm_mday;
  return {Day{day}, TimeOfDay{local.tm_hour * 60 + local.tm_min}};
}

// `Europe/Berlin` names a file; `CET-1CEST` and `<+03>-3` say it themselves.
bool zone_is_known(std::string zone) {
  if (zone.starts_with(':')) zone.erase(0, 1);
  if (zone.empty() || zone == "UTC" || zone == "GMT") return true;
  const bool says_it_itself =
      zone.find_first_of("0123456789") != std::string::npos && zone.find('/') == std::string::npos;
  const std::string folder = variable("TZDIR").value_or("/usr/share/zoneinfo");
  const std::string path = zone.front() == '/' ? zone : folder + "/" + zone;
  return says_it_itself || access(path.c_str(), R_OK) == 0;
}

// The C library takes an unknown zone for UTC without a word; then today may be the wrong day.
void check_zone(Env& env) {
  const auto zone = variable("TZ");
  if (zone && !zone_is_known(*zone)) env.warning = "TZ=" + *zone + ": no such time zone; UTC is used";
}

Moment local_time(std::int64_t since_1970) {
  const auto seconds = static_cast<std::time_t>(since_1970);
  std::tm local{};
  return localtime_r(&seconds, &local) ? moment_of(local) : Moment{};
}

void set_clock(Env& env) {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  env.now_ms = std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
  env.now = local_time(env.now_ms / 1000);
}

// REL_NOW=2026-11-21T09:00, in local time; the noon of a day without a time.
void set_clock_from(Env& env, const std::string& text) {
  const auto day = day_from_iso(text.substr(0, 10));
  const bool timed = text.size() > 10;
  const auto time = timed ? time_from_text(text.substr(11)) : std::optional(TimeOfDay{12 * 60});
  if (!day || !time || (timed && text[10] != 'T')) throw UsageError("REL_NOW: must be like 2026-11-21T09:00");
  env.now = {*day, time};
  const date::year_month_day civil{*day};
  std::tm local{};
  local.tm_year = static_cast<int>(civil.year()) - 1900;
  local.tm_mon = static_cast<int>(static_cast<unsigned>(civil.month())) - 1;
  local.tm_mday = static_cast<int>(static_cast<unsigned>(civil.day()));
  local.tm_hour = static_cast<int>(time->count() / 60);
  local.tm_min = static_cast<int>(time->count() % 60);
  local.tm_isdst = -1;
  env.now_ms = static_cast<std::int64_t>(std::mktime(&local)) * 1000;
}

// A descriptor that is closed would be given to the data file next, and an error message would be written
// into it.
void fill_closed_descriptors() {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (fcntl(descriptor, F_GETFD) < 0) open("/dev/full", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  }
}

// The file is read through memory: where its disk fails, or another program cuts it, reading ends in this
// signal. Nothing is lost: answers are printed at the end, and changes are written in another way.
extern "C" void end_on_lost_file(int) {
  constexpr std::string_view message = "rel: the data file: can't be read any more\n";
  [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, message.data(), message.size());
  _exit(static_cast<int>(Exit::io));
}

// An empty REL_PAGER is none, whatever PAGER is.
std::string pager() {
  const auto own = variable("REL_PAGER");
  return own ? *own : variable("PAGER").value_or("");
}

bool is_longer_than_screen(std::string_view text) {
  const int rows = terminal_size().ws_row;
  return rows > 0 && std::count(text.begin(), text.end(), '\n') >= rows;  // the prompt has a row, too
}

// Whether a pager showed it. Where there is no room for a temporary file, none does.
bool paged(const std::string& text) {
  const std::string command = pager();
  if (command.find_first_not_of(" \t") == std::string::npos || isatty(STDIN_FILENO) == 0) return false;
  try {
    return is_longer_than_screen(text) && run_pager(command, text);
  } catch (const IoError&) {
    return false;
  }
}

}  // namespace

Env process_env() {
  fill_closed_descriptors();
  std::signal(SIGBUS, end_on_lost_file);
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);  // a file may not grow any more: writing fails, and that is told
  commands::tidy_up_when_interrupted();
  Env env;
  env.variable = variable;
  env.read_input = read_input;
  env.run_program = run_by_shell;
  env.run_beside = run_beside;
  env.run_in_front = [](const ProgramWords& words, const std::string& first) {
    if (write_all(STDOUT_FILENO, first) != Written::all) throw IoError("standard output: can't be written");
    return run_in_front(words);
  };
  env.print = print;
  env.local_time = local_time;
  env.output_is_terminal = isatty(STDOUT_FILENO) == 1;
  if (env.output_is_terminal) {
    env.columns = terminal_size().ws_col;
    env.rows = terminal_size().ws_row;
  }
  if (env.output_is_terminal && isatty(STDIN_FILENO) == 1) env.ask = ask;
  if (isatty(STDERR_FILENO) == 1)
    env.notice = [](const std::string& text) { write_all(STDERR_FILENO, text); };
  check_zone(env);
  const auto now = variable("REL_NOW");
  if (now && !now->empty()) {
    set_clock_from(env, *now);
  } else {
    set_clock(env);
  }
  return env;
}

int deliver(const Outcome& outcome, bool terminal) {
  write_all(STDERR_FILENO, outcome.err);
  // What is still to be done must not wait for a reader.
  const bool shown = terminal && !outcome.afterwards && paged(outcome.out);
  const Written written = shown ? Written::all : write_all(STDOUT_FILENO, outcome.out);
  if (outcome.afterwards) write_all(STDERR_FILENO, outcome.afterwards());
  if (written != Written::failed) return outcome.exit_code;
  write_all(STDERR_FILENO, outcome.saved
                               ? "rel: standard output: saved, but the answer could not be printed\n"
                               : "rel: standard output: can't be written\n");
  return static_cast<int>(outcome.saved ? Exit::not_shown : Exit::io);
}

}  // namespace rel
