#include "commands/circle.hpp"

using namespace rel::test;

namespace {

std::string with_line(const std::string& form, const std::string& key, const std::string& value) {
  const std::size_t begin = form.find("\n" + key + ":") + 1;
  REQUIRE(begin != 0);
  const std::size_t end = form.find('\n', begin);
  return form.substr(0, begin) + key + ": " + value + form.substr(end);
}

}  // namespace

TEST_CASE("the form has everything about a person, and saved as it is changes nothing") {
  Circle world;
  world.json(
      "edit ann --every 3w --last 2026-10-29 --purpose 'my oldest friend' --phone '+49 30 1' --phone 2 "
      "--email a@b.c --alias Annie --birthday 1980-04-12 --date 'wedding 06-14' --real-by chat,letter");
  const Json before = world.person("ann");
  std::string form;
  world.editor = [&](const std::string& text) { return form = text; };
  const auto steps = world.json("undo --list").at("commands").size();
  CHECK(world("edit ann").exit_code == 0);
  CHECK(form.substr(form.find('\n') + 1) ==
        "name: Ann Lee\nhandle: ann-lee\ntier: very-high\nevery: 21d\nlast: 2026-10-29\n"
        "purpose: my oldest friend\nphone: +49 30 1\nphone: 2\nemail: a@b.c\nalias: Annie\n"
        "tag: choir\nbirthday: 1980-04-12\ndate: wedding 06-14\nreal-by: chat,letter\n");
  CHECK(world.person("ann") == before);
  CHECK(world.json("undo --list").at("commands").size() == steps);
}

TEST_CASE("a changed line changes it, an empty or missing one clears it") {
  Circle world;
  world.json("edit ann --purpose friend --phone 1");
  world.editor = [](const std::string& text) {
    return with_line(with_line(text, "tier", "2"), "purpose", "");
  };
  world.json("edit ann");
  CHECK(world.person("ann").at("tier") == "high");
  CHECK(world.person("ann").at("purpose").is_null());
  CHECK(world.person("ann").at("phones") == Json{"1"});
  world.editor = [](const std::string&) { return "name: Ann Bay\n# tier: 1\nphone: 2\nphone: 3\n"; };
  world.json("edit ann");
  const Json ann = world.person("ann");
  CHECK(ann.at("name") == "Ann Bay");
  CHECK(ann.at("handle") == "ann-lee");
  CHECK(ann.at("tier") == "none");
  CHECK(ann.at("phones") == Json{"2", "3"});
  CHECK(ann.at("tags").empty());
}

TEST_CASE("a purpose of several lines stays whole") {
  Circle world;
  world.json("edit ann --purpose 'my oldest friend\ntier: none'");
  world.editor = [](const std::string& text) { return text; };
  CHECK(world("edit ann").exit_code == 0);
  CHECK(world.person("ann").at("purpose") == "my oldest friend\ntier: none");
  CHECK(world.person("ann").at("tier") == "very-high");
}

TEST_CASE("someone imported with odd values can be edited in the form") {
  World world;
  world.write("a.vcf",
              "BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nTEL:call "
              "me\nEMAIL:nothing\nCATEGORIES:!x\nNICKNAME:!y\nEND:VCARD\n");
  world.json("import " + world.path("a.vcf"));
  const Json before = world.person("ada");
  CHECK(world("edit ada").exit_code == 0);
  CHECK(world.person("ada") == before);
}

TEST_CASE("a form with a mistake changes nothing and is kept") {
  Circle world;
  const std::pair<const char*, const char*> mistakes[] = {
      {"", "name: empty"},
      {"name: A\nfoo: bar\n", "line 2: foo: not one of the form's keys"},
      {"name: A\njust text\n", "line 2: just text: not one of the form's keys"},
      {"name: A\ntier: 1\ntier: 2\n", "line 3: tier: stands on two lines"},
      {"name: A\ntier: 9\n", "9: not a tier"},
      {"name: A\nhandle: bo-berg\n", "handle bo-berg: Bo Berg has it"},
      {"name: A\nbirthday: 02-30\n", "there is no 30 February"}};
  for (const auto& [form, message] : mistakes) {
    world.editor = [form = form](const std::string&) { return form; };
    refuses(world, "edit ann", 2, message);
    holds(world("edit ann").err, "try: your draft is kept: ");
  }
}

TEST_CASE("what a line can't hold is escaped, and the form explains it there alone") {
  World world;
  world.write("a.json",
              R"({"people": [{"name": "Ann", "handle": "ann", "aliases": ["a\tb\\c"], "tags": [" x"],
    "purpose": "one\n\u009btwo", "dates": [{"name": "y\u001b", "month": 2, "day": 3}]}, {"name": "B\\n"}]})");
  world.json("import " + world.path("a.json"));
  std::string form;
  world.editor = [&](const std::string& text) { return form = text; };
  world.json("edit ann");
  holds(form,
        "\n# \\n is a line break, \\t a tab, \\\\ a backslash, \\u{9b} the character of that number.\n");
  holds(form, "\npurpose: one\n  \\u{9b}two\nphone: \n");
  holds(form, "\nalias: a\\tb\\\\c\ntag: \\u{20}x\n");
  holds(form, "\ndate: y\\u{1b} 02-03\n");
  world.editor = [](const std::string& text) {
    return with_line(with_line(text, "purpose", "a\\tb\\\\ c"), "alias", "a\\\\c");
  };
  world.json("edit ann");
  CHECK(world.person("ann").at("aliases") == Json{"a\\c"});
  CHECK(world.person("ann").at("tags") == Json{" x"});
  CHECK(world.person("ann").at("purpose") == "a\tb\\ c\n\u009btwo");
  world.editor = [](const std::string& text) { return with_line(text, "alias", "a\\c"); };
  refuses(world, "edit ann", 2, "alias: a\\c: a backslash is \\\\ here");
  world.editor = [&](const std::string& text) {
    form = text;
    return with_line(text, "alias", "a\\c");
  };
  world.json("edit b");
  CHECK(form.find("line break") == form.npos);
  holds(form, "\nname: B\\n\n");
  CHECK(world.person("b").at("aliases") == Json{"a\\c"});
}

TEST_CASE("a date that is changed stays in its place, and only what was changed is looked at") {
  World world;
  world.write(
      "a.json",
      R"({"people": [{"name": "Ann", "handle": "ann", "last": "2027-01-01", "tier": "high", "start": null,
    "dates": [{"name": "b", "month": 1, "day": 2}, {"name": "birthday", "month": 3, "day": 4},
              {"name": "birthday", "month": 5, "day": 6}, {"name": "c\u001b", "month": 7, "day": 8}]}]})");
  world.json("import " + world.path("a.json"));
  const Json before = world.person("ann");
  world.editor = [](const std::string& text) { return with_line(text, "birthday", "03-05"); };
  world.json("edit ann");
  Json expected = before;
  expected["dates"][1]["day"] = 5;
  CHECK(world.person("ann") == expected);
  world.editor = [](const std::string& text) { return with_line(text, "last", "2027-01-02"); };
  refuses(world, "edit ann", 2, "2027-01-02");
}

TEST_CASE("an editor that ends lines in its own way changes nothing") {
  Circle world;
  world.json("edit ann --purpose 'one\ntwo'");
  const Json before = world.person("ann");
  world.editor = [](const std::string& text) {
    std::string lines;
    for (const char c : text) lines += c == '\n' ? "\r\n" : std::string(1, c);
    return lines;
  };
  CHECK(world("edit ann").exit_code == 0);
  CHECK(world.person("ann") == before);
}

TEST_CASE("the name of a draft does not grow with the handle") {
  World world;
  std::string wide;
  for (int n = 0; n < 190; ++n) wide += "ﬃ";
  world.json("add '" + wide + "'");
  const std::string handle = world.json("list").at("people").at(0).at("handle");
  REQUIRE(handle.size() > 255);
  CHECK(world("edit " + handle).exit_code == 0);
}
