// What a later rel may look like: a list of versions that goes on. REL_TEST_VERSIONS in the environment
// chooses: `adds` (the default) adds a column and rewrites a table, `twice` goes on from there, the others
// are mistakes.
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

#include "store/schema.hpp"
#include "store/version_1.hpp"
#include "store/version_2.hpp"

namespace rel::store {

namespace {

constexpr Filling people{"people", "SELECT *, NULL FROM old.people"};
constexpr Filling remarks{"remarks",
                          "SELECT id, person, heard, text, length(text), ask_on, ask, used, done, fact, told,"
                          " ask_every FROM old.remarks"};
constexpr Filling losing{
    "remarks",
    "SELECT id, person, heard, text, length(text), ask_on, ask, used, done, fact, told, ask_every"
    " FROM old.remarks WHERE id > (SELECT min(id) FROM old.remarks)"};
constexpr Filling straying{
    "promises", "SELECT id, person + 1000, mine, text, given, due, kept, dropped, remark FROM old.promises"};
constexpr Filling unreadable{"promises", "SELECT id, persons FROM old.promises"};
constexpr Filling refused{"promises",
                          "SELECT id, person, 7, text, given, due, kept, dropped, remark FROM old.promises"};
constexpr Filling upside_down{"places", "SELECT id, upper(text) FROM old.remarks"};

std::string replaced(std::string text, const std::string& part, const std::string& by) {
  return text.replace(text.find(part), part.size(), by);
}

std::string third_text() {
  const std::string with_column =
      replaced(std::string(version_2), "  ended TEXT\n", "  ended TEXT,\n  spoken TEXT\n");
  return replaced(with_column, "  text TEXT NOT NULL,\n  heard INTEGER NOT NULL,\n",
                  "  heard INTEGER NOT NULL,\n  text TEXT NOT NULL,\n  letters INTEGER,\n");
}

std::string fourth_text() {
  return replaced(
      third_text(), "CREATE TABLE sums (",
      "CREATE TABLE places (\n  id INTEGER PRIMARY KEY NOT NULL,\n  name TEXT NOT NULL\n) STRICT;\n"
      "CREATE TABLE sums (");
}

/// A list of versions, with what it is made of.
struct List {
  std::string third = third_text();
  std::string fourth = fourth_text();
  std::vector<Filling> fillings;
  std::vector<Version> versions;
};

std::vector<Filling> fillings_of(const std::string& name) {
  static const std::map<std::string, std::vector<Filling>> all = {{"loses", {people, losing}},
                                                                  {"strays", {people, remarks, straying}},
                                                                  {"fails", {people, remarks, unreadable}},
                                                                  {"refused", {people, remarks, refused}}};
  const auto found = all.find(name);
  return found == all.end() ? std::vector{people, remarks} : found->second;
}

}  // namespace

std::span<const Version> versions() {
  static std::map<std::string, List> lists;
  const char* chosen = std::getenv("REL_TEST_VERSIONS");
  const std::string name = chosen ? chosen : "adds";
  const auto [found, fresh] = lists.try_emplace(name);
  List& list = found->second;
  if (!fresh) return list.versions;
  static constexpr Filling goes_on[] = {upside_down};
  list.fillings = fillings_of(name);
  list.versions = {{version_1, {}}, {version_2, {}}};
  if (name != "first") list.versions.push_back({list.third, list.fillings});
  if (name == "twice") list.versions.push_back({list.fourth, goes_on});
  return list.versions;
}

}  // namespace rel::store
