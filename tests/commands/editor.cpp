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

TEST_CASE("VISUAL comes before EDITOR; what is blank does not count") {
  Circle world;
  world.editor_status = 1;
  const auto named = [&](const char* visual, const char* editor) {
    world.variables = {{"VISUAL", visual}, {"EDITOR", editor}};
    return world("edit ann").err;
  };
  holds(named("vi -f", "nano"), "rel: editor vi -f: ");
  holds(named(" ", "nano"), "rel: editor nano: ");
  holds(named("", ""), "rel: editor editor: ");
}
