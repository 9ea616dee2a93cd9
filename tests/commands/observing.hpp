// What one command line did, to be compared with what another did from the same beginning.
#pragma once

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "commands/circle.hpp"

namespace rel::test {

/// Everything that a user or another program could tell apart. What is random is masked.
struct Observed {
  int exit_code = 0;
  std::string out;
  std::string err;
  std::string effect;  ///< on the file, on other files, by other programs, and what was asked

  bool operator==(const Observed&) const = default;
  bool refused() const { return exit_code > 1; }
};

/// A world that goes back to its beginning before each command line.
class Observer : public Circle {
 public:
  virtual ~Observer() = default;

  /// From here on every command line begins with the folder as it is now.
  void begin_here() {
    namespace fs = std::filesystem;
    fs::remove_all(beginning_ / "files");
    fs::copy(path("."), beginning_ / "files", fs::copy_options::recursive);
    ids_.clear();
    for (const std::string& id : values_of("\"id\":\"", (*this)("export").out)) ids_.insert(id);
  }

  Observed observe(const std::vector<std::string>& args) {
    go_back();
    const Outcome outcome = run(args);
    std::string effect = outcome.saved ? run({"export"}).out : "";
    std::set<std::string> made;
    for (const std::string& id : values_of("\"id\":\"", effect))
      if (!ids_.contains(id)) made.insert(id);
    effect = sorted_lines(masked(effect, made));
    for (const ProgramWords& words : programs)
      for (const std::string& word : words) effect += word + ' ';
    for (const std::string& question : questions) effect += question + '\n';
    effect += masked(shown_first, made);
    return {outcome.exit_code, masked(outcome.out, made), masked(outcome.err, made), effect + other_files()};
  }

 protected:
  /// What is outside of the folder, as it was at the beginning.
  virtual void go_back() {
    namespace fs = std::filesystem;
    for (const auto& entry : fs::directory_iterator(path("."))) fs::remove_all(entry);
    fs::copy(beginning_ / "files", path("."),
             fs::copy_options::recursive | fs::copy_options::overwrite_existing);
    programs.clear();
    questions.clear();
    shown_first.clear();
  }

 private:
  static std::vector<std::string> values_of(const std::string& key, const std::string& json) {
    std::vector<std::string> values;
    for (std::size_t at = json.find(key); at != std::string::npos; at = json.find(key, at)) {
      at += key.size();
      values.push_back(json.substr(at, json.find('"', at) - at));
    }
    return values;
  }

  /// Without the ids, whole or shortened, and the uids that were made by this command.
  static std::string masked(std::string text, const std::set<std::string>& made) {
    for (const std::string& uid : values_of("\"uid\":\"", text))
      text.replace(text.find(uid), uid.size(), "U");
    constexpr std::size_t shortest_id = 4;
    const auto in_word = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'); };
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
      std::size_t end = at;
      while (end < text.size() && in_word(text[end])) ++end;
      const std::string word = text.substr(at, end - at);
      const bool is_id = word.size() >= shortest_id &&
                         std::ranges::any_of(made, [&](const auto& id) { return id.starts_with(word); });
      result += is_id ? "ID" : word;
      if (end < text.size()) result += text[end++];
      at = end;
    }
    return result;
  }

  static std::string sorted_lines(const std::string& text) {
    std::istringstream stream(text);
    std::multiset<std::string> lines;
    for (std::string line; std::getline(stream, line);) lines.insert(line);
    std::string sorted;
    for (const std::string& line : lines) sorted += line + '\n';
    return sorted;
  }

  std::string other_files() const {
    std::set<std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(path("."))) {
      const std::string name = entry.path().lexically_relative(path("."));
      if (!entry.is_regular_file()) continue;
      std::ostringstream bytes;
      bytes << static_cast<unsigned>(entry.status().permissions()) << '\n';
      if (!name.ends_with(".db")) bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
      files.insert(name + '\n' + bytes.str());
    }
    std::string all;
    for (const std::string& file : files) all += file + '\n';
    return all;
  }

  Scratch beginning_;
  std::set<std::string> ids_;
};

}  // namespace rel::test
