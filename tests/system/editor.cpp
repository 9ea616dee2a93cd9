#include "system/editor.hpp"

#include <random>

#include "commands/circle.hpp"
#include "commands/commands.hpp"

using namespace rel::test;

namespace {

int drafts(const World& world) {
  int count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(world.path(".")))
    count += entry.path().filename().string().starts_with("rel-");
  return count;
}

}  // namespace

TEST_CASE("comments and blank lines around a note are left out") {
  using rel::commands::without_comments;
  CHECK(without_comments("\n# a\none\n\n#b\n two\n\n") == "one\n\n two");
  CHECK(without_comments("# a\n") == "");
  CHECK(without_comments("one # two") == "one # two");
}

TEST_CASE("a draft goes when all is well") {
  Circle world;
  world.editor = [](const std::string&) { return "a note"; };
  CHECK(world("log ann -e").exit_code == 0);
  CHECK(drafts(world) == 0);
}

TEST_CASE("an editor that fails changes nothing, and the draft is kept and named") {
  Circle world;
  world.editor_status = 1;
  for (const char* line : {"log ann -e", "edit ann", "edit"}) {
    refuses(world, line, 5, "ended with status 1; nothing was changed\ntry: your draft is kept: ");
  }
  CHECK(drafts(world) == 3);
}

TEST_CASE("whatever goes wrong in saving, the draft is kept and named beside the advice") {
  Circle world;
  world.editor = [](const std::string&) { return "name: Ann\ntir: 1\n"; };
  refuses(world, "edit ann", 2, "try: tier; your draft is kept: ");
  CHECK(drafts(world) == 1);
  const auto throws = [&](const auto& error) {
    rel::Outcome outcome;
    const rel::Env env = world.env();
    const rel::commands::Call call{
        .spec = rel::commands::edit_command.spec, .args = {}, .env = env, .outcome = outcome};
    rel::commands::Draft(call.env, call.database, "x.txt", "text").use([&] { throw error; });
  };
  CHECK_THROWS_WITH_AS(throws(std::runtime_error("the disk is gone")), "the disk is gone", rel::Error);
  CHECK_THROWS_AS(throws(std::bad_alloc()), rel::Error);
  CHECK(drafts(world) == 3);
}

TEST_CASE("a draft is private") {
  Circle world;
  world.editor = [&](const std::string& text) {
    for (const auto& folder : std::filesystem::directory_iterator(world.path("."))) {
      if (!folder.path().filename().string().starts_with("rel-")) continue;
      using std::filesystem::perms;
      CHECK(folder.status().permissions() == perms::owner_all);
      for (const auto& file : std::filesystem::directory_iterator(folder))
        CHECK(file.status().permissions() == (perms::owner_read | perms::owner_write));
    }
    return text;
  };
  CHECK(world("log ann -e").exit_code == 0);
  CHECK(world.editor_sessions == 1);
}

TEST_CASE("a file left empty logs nothing") {
  Circle world;
  for (const char* left : {"", "\n", "  \n\n"}) {
    world.editor = [&](const std::string&) { return left; };
    refuses(world, "log ann -e", 2, "note: the file was left empty; nothing was logged");
  }
  CHECK(world.entries("ann").empty());
}

TEST_CASE("an empty note is no note, and the contact is logged") {
  Circle world;
  world.editor = [](const std::string&) { return "# nothing to say\n"; };
  CHECK(world("log ann -e").exit_code == 0);
  CHECK(world.latest("ann").at("note").is_null());
}

TEST_CASE("nobody writes a page about nobody") {
  Circle world;
  refuses(world, "log xyzzy -e", 3, "nobody of that name");
  refuses(world, "log ann -e 2025-02-29", 2, "2025 has no 29 February");
  CHECK(world.editor_sessions == 0);
}

TEST_CASE("VISUAL comes before EDITOR, what is blank does not count") {
  Circle world;
  world.editor_status = 1;
  const auto named = [&](const char* visual, const char* editor) {
    world.variables = {{"VISUAL", visual}, {"EDITOR", editor}};
    return world("edit ann").err;
  };
  holds(named("vi -f", "nano"), "rel: editor vi -f: ");
  holds(named(" ", "nano"), "rel: editor nano: ");
  holds(named("", ""), "rel: editor: no terminal is there for one");
  world.at_terminal = true;
  world.answers.emplace();
  holds(named("", ""), "rel: editor editor: ");
}

namespace {

using Chance = std::minstd_rand;

/// A text of whatever people, address books and archives may bring, of one line or of several.
std::string odd_text(Chance& chance, bool lines) {
  const std::vector<std::string> pieces = {" ", "\t", "\x1b",   "\v",     "\f", "\u0085", "\u2028", "\ufeff",
                                           "-", "!",  "#",      ":",      "\\", "\\n",    "\u200b", "a",
                                           "é", "王", "\u202e", "\u009b", "  ", "x: y",   "\r",     "\n"};
  std::string text;
  for (std::size_t length = 1 + chance() % 6; length > 0; --length)
    text += pieces[chance() % (pieces.size() - (lines ? 0 : 2))];
  return text;
}

std::vector<std::string> odd_texts(Chance& chance) {
  std::vector<std::string> texts;
  for (std::size_t count = chance() % 3; count > 0; --count) texts.push_back(odd_text(chance, true) + "a");
  if (!texts.empty() && chance() % 4 == 0) texts.push_back(texts.front());
  return texts;
}

Json odd_person(Chance& chance, const std::string& handle) {
  const auto any = [&](std::initializer_list<Json> values) {
    return *(values.begin() + chance() % values.size());
  };
  Json dates = Json::array();
  for (std::size_t count = chance() % 4; count > 0; --count)
    dates.push_back({{"name", any({"birthday", "Birthday", odd_text(chance, false) + "x", "wedding"})},
                     {"month", 2},
                     {"day", 1 + chance() % 29},
                     {"year", any({nullptr, 1980})}});
  return {{"handle", handle},
          {"name", odd_text(chance, false) + handle + odd_text(chance, false)},
          {"tier", any({"none", "moderate", "very-high"})},
          {"every_days", any({nullptr, 1, 3650})},
          {"added", any({"2026-11-01", "2027-11-01"})},
          {"last", any({nullptr, "1900-01-01", "2026-11-01", "2027-11-01"})},
          {"aliases", odd_texts(chance)},
          {"phones", odd_texts(chance)},
          {"emails", odd_texts(chance)},
          {"tags", odd_texts(chance)},
          {"dates", dates},
          {"purpose", any({nullptr, "", "-", odd_text(chance, true)})},
          {"real_by", any({Json::array(), Json{"chat"}, Json{"chat", "letter", "chat"}})},
          {"start", any({nullptr, "2026-11-01", "2027-11-01"})},
          {"considered", any({"2026-11-01", "2027-11-01"})},
          {"archived", any({false, false, true})}};
}

/// An archive of so many people and an entry of each kind about each of them.
Json odd_archive(int people) {
  Chance chance{11};
  Json archive;
  for (int n = 0; n < people; ++n) {
    const std::string handle = "p" + std::to_string(n);
    const std::string on = chance() % 2 == 0 ? "2026-11-01" : "2027-11-01";
    const auto text = [&] { return odd_text(chance, true); };
    archive["people"].push_back(odd_person(chance, handle));
    archive["contacts"].push_back(
        {{"with", {handle}}, {"on", on}, {"kind", "tried"}, {"by", "them"}, {"note", text()}});
    archive["remarks"].push_back(
        {{"handle", handle}, {"heard", on}, {"text", text()}, {"ask_on", "1999-01-01"}, {"ask", text()}});
    archive["promises"].push_back(
        {{"handle", handle}, {"given", on}, {"by", "1999-01-01"}, {"text", text()}});
    archive["snoozes"].push_back({{"handle", handle},
                                  {"on", on},
                                  {"until", on},
                                  {"agreed", chance() % 2 == 0 ? Json() : Json(text())},
                                  {"why", text()}});
  }
  return archive;
}

}  // namespace

TEST_CASE("whatever is in the file, a form saved as it was shown changes nothing") {
  World world;
  world.write("odd.json", odd_archive(60).dump());
  REQUIRE(world("import " + world.path("odd.json")).exit_code == 0);
  const std::string before = world("export").out;
  const Json archive = Json::parse(before);
  for (const char* list : {"people", "contacts", "remarks", "promises", "snoozes"}) {
    for (const Json& row : archive.at(list)) {
      const std::string which = row.contains("uid") ? row.at("handle") : row.at("id");
      const rel::Outcome done = world("edit " + which);
      CHECK_MESSAGE(done.exit_code == 0, row.dump() << done.err);
    }
    CHECK(world("export").out == before);
  }
  CHECK(world("edit").exit_code == 0);
  CHECK(world("export").out == before);
  CHECK(world.json("undo --list").at("commands").size() == 1);
}

TEST_CASE("whatever is in the file, a form that was changed in one line changes that alone") {
  World world;
  const Json odd = odd_archive(60);
  world.write("odd.json", odd.dump());
  REQUIRE(world("import " + world.path("odd.json")).exit_code == 0);
  world.editor = [](const std::string& form) {
    return form + "tag: another\nphone: 1\ndate: another 02-03\n";
  };
  for (const Json& row : Json::parse(world("export").out).at("people")) {
    const std::string handle = row.at("handle");
    CHECK(world("edit " + handle).exit_code == 0);
    Json after = world.person(handle);
    for (const auto& [key, value] : {std::pair("tags", Json("another")), std::pair("phones", Json("1"))}) {
      CHECK(after.at(key).back() == value);
      after[key].erase(after[key].size() - 1);
    }
    after["dates"].erase(after["dates"].size() - 1);
    CHECK(after == row);
  }
}
