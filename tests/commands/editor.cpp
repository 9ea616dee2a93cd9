#include "commands/editor.hpp"

#include "commands/circle.hpp"

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
    const rel::commands::Call call{.args = {}, .env = env, .outcome = outcome};
    rel::commands::Draft(call, "x.txt", "text").use([&] { throw error; });
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
