#include "input/inbox_files.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string_view>

#include "store/inbox_lines.hpp"
#include "system/input_files.hpp"
#include "text/utf8.hpp"

namespace rel::commands {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest = 16 * 1024 * 1024;  // bytes

/// Blanks that are none in ASCII, which keyboards and clipboards put in.
bool is_odd_blank(char32_t letter) {
  const bool wide = letter >= 0x2000 && letter <= 0x200a;
  return wide || letter == '\t' || letter == '\r' || letter == 0xa0 || letter == 0x202f || letter == 0x2028 ||
         letter == 0x3000;
}

bool is_invisible(char32_t letter) {
  return letter == 0xfeff || letter == 0x200b || letter == 0x2060;
}

/// A line that is not UTF-8 stays as it is: it will be said so.
std::string tidied(std::string_view line) {
  if (text::first_invalid_byte(line)) return std::string(line);
  std::string tidy;
  for (std::size_t at = 0; at < line.size();) {
    const char32_t letter = text::next_code_point(line, at);
    if (is_odd_blank(letter)) {
      tidy += ' ';
    } else if (!is_invisible(letter)) {
      text::append_utf8(tidy, letter);
    }
  }
  return std::string(text::trimmed(tidy));
}

std::vector<InboxLine> lines_of(std::string_view bytes) {
  std::vector<InboxLine> lines;
  std::map<std::string, int> occurrences;
  int number = 0;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    std::string line = tidied(bytes.substr(begin, end - begin));
    ++number;
    begin = end + 1;
    if (line.empty() || line.front() == '#') continue;
    const int occurrence = ++occurrences[line];
    const store::LineKey key = store::key_of_line(line, occurrence);
    lines.push_back({std::move(line), number, key, end < bytes.size()});
  }
  return lines;
}

/// `*` stands for any letters.
bool fits(std::string_view name, std::string_view pattern) {
  const std::size_t star = pattern.find('*');
  if (star == std::string_view::npos) return name == pattern;
  if (name.substr(0, star) != pattern.substr(0, star)) return false;
  name.remove_prefix(star);
  pattern.remove_prefix(star + 1);
  for (std::size_t skipped = 0; skipped <= name.size(); ++skipped) {
    if (fits(name.substr(skipped), pattern)) return true;
  }
  return false;
}

std::string with_home(const Call& call, const std::string& pattern) {
  const auto home = call.env.variable("HOME");
  return pattern.starts_with("~/") && home ? *home + pattern.substr(1) : pattern;
}

// What is hidden is a sync program's own, on its way.
std::vector<fs::path> entries_fitting(const fs::path& folder, const std::string& pattern) {
  std::error_code problem;
  if (pattern.find('*') == std::string::npos) {
    const fs::path path = folder / pattern;
    return fs::exists(path, problem) ? std::vector{path} : std::vector<fs::path>{};
  }
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(folder, problem)) {
    const std::string name = entry.path().filename();
    if (!name.starts_with('.') && fits(name, pattern)) paths.push_back(entry.path());
  }
  return paths;
}

cli::Now moment_of_file(const Call& call, const fs::path& path) {
  struct stat info {};
  const bool known = stat(path.c_str(), &info) == 0;
  const std::int64_t clock = call.env.now_ms / 1000;
  if (!known || info.st_mtime >= clock) return call.now;
  return cli::now_at(call.env.local_time(info.st_mtime), call.settings.day_starts);
}

}  // namespace

std::vector<std::string> inbox_paths(const Call& call) {
  std::set<std::string> found;
  for (const std::string& pattern : call.program.inbox) {
    std::vector<fs::path> paths = {"/"};
    for (const fs::path& part : fs::path(with_home(call, pattern)).relative_path()) {
      std::vector<fs::path> next;
      for (const fs::path& folder : paths) {
        const auto fitting = entries_fitting(folder, part);
        next.insert(next.end(), fitting.begin(), fitting.end());
      }
      paths = std::move(next);
    }
    std::error_code problem;
    for (const fs::path& path : paths) {
      if (fs::is_regular_file(path, problem)) found.insert(path);
    }
  }
  return {found.begin(), found.end()};
}

InboxFile read_inbox_file(const Call& call, const std::string& path) {
  std::error_code problem;
  const fs::path file = fs::canonical(path, problem);
  if (problem) refuse_file(path, problem.message());
  if (!fs::is_regular_file(file, problem)) refuse_file(path, "not a regular file");
  if (fs::file_size(file, problem) > largest) refuse_file(path, "larger than 16 MiB: no list of lines");
  InboxFile inbox{.path = file, .bytes = {}, .now = moment_of_file(call, file), .lines = {}};
  inbox.bytes = read_file(file);
  inbox.lines = lines_of(inbox.bytes);
  return inbox;
}

InboxFile read_inbox_input(const Call& call) {
  InboxFile inbox{.path = {}, .bytes = call.env.read_input(largest), .now = call.now, .lines = {}};
  inbox.lines = lines_of(inbox.bytes);
  return inbox;
}

std::string without_lines(const std::string& bytes, const std::set<int>& numbers) {
  std::string kept;
  int number = 0;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size() - 1) + 1;
    if (!numbers.contains(++number)) kept.append(bytes, begin, end - begin);
    begin = end;
  }
  return kept;
}

int lines_waiting(const store::Reader& store, const Call& call) {
  int waiting = 0;
  for (const std::string& path : inbox_paths(call)) {
    try {
      const InboxFile file = read_inbox_file(call, path);
      waiting += static_cast<int>(std::ranges::count_if(
          file.lines, [&](const InboxLine& line) { return !store::taken_in(store, line.key); }));
    } catch (const IoError&) {  // whoever takes them in is told
    }
  }
  return waiting;
}

}  // namespace rel::commands
