#include "commands/circle.hpp"

using namespace rel::test;

namespace {

/// Ann and Bo with addresses, and a mailbox.
struct Mail : Circle {
  Mail() {
    json("edit ann --email ann@example.org");
    json("edit bo --email Bo@Example.org");
  }
  std::string file = std::string(REL_TEST_DATA) + "/import/mail.mbox";
};

}  // namespace

TEST_CASE("mail is one touch for each person and day, from its head alone") {
  Mail world;
  const Json done = world.json("import " + world.file);
  CHECK(done.at("new") == 3);
  CHECK(done.at("unknown") == 2);  // a stranger, a shop
  const Json ann = world.entries("ann");
  REQUIRE(ann.size() == 2);  // what she wrote to a list was not to you
  CHECK(ann[0].at("on") == "2026-11-02");
  CHECK(ann[0].at("time") == "19:15");
  CHECK(ann[0].at("by") == "them");
  CHECK(ann[0].at("channel") == "email");
  CHECK(ann[1].at("by") == "me");
  CHECK(world.entries("bo").size() == 1);
  CHECK(world.data().find("secret") == std::string::npos);
  const std::string before = world.data();
  CHECK(world.json("import " + world.file).at("new") == 0);
  CHECK(world.data() == before);
}

TEST_CASE("whose mail it is: the address that is in most of it, or --me") {
  Mail world;
  world.write(
      "m.mbox",
      "From x\nFrom: ann@example.org\nTo: me@a.example, me@b.example\nDate: 2 Nov 2026 12:00 +0000\n\n");
  refuses(world, "import " + world.path("m.mbox"), 2, "which address is yours?\ntry: --me you@example.org");
  refuses(world, "import " + world.path("m.mbox") + " --me Ann", 2, "me Ann: not an address");
  CHECK(world.json("import " + world.path("m.mbox") + " --me ME@b.example").at("new") == 1);
  CHECK(world.json("import " + world.file + " --me bo@example.org --dry-run").at("unchanged") == 1);
}

TEST_CASE("mail without a day is told with its line") {
  Mail world;
  world.write("m.mbox", "From x\nFrom: ann@example.org\nTo: me@a.example\n\n");
  refuses(world, "import " + world.path("m.mbox"), 2,
          "m.mbox:1: message of ann@example.org: Date: not a day that has been");
  CHECK(world.json("import " + world.path("m.mbox") + " --keep-going").at("failed") == 1);
}
