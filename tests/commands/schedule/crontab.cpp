#include "commands/schedule/crontab.hpp"

#include <doctest/doctest.h>

#include "base/errors.hpp"

using namespace rel;
using namespace rel::commands;

namespace {

const std::string ours = "30 8 * * * /usr/bin/rel due # rel schedule";

/// A user's crontab: what `crontab` would do, and how often it wrote.
struct Table {
  std::string text;
  std::string error;  // what crontab -l fails with
  int written = 0;

  Env env() {
    Env env;
    env.run_beside = [this](const ProgramWords& words, const std::string& input) {
      if (words == ProgramWords{"crontab", "-l"}) return listed();
      ++written;
      text = words == ProgramWords{"crontab", "-r"} ? "" : input;
      return Ended{};
    };
    return env;
  }
  Ended listed() const {
    if (!error.empty()) return {"", 1, "", error};
    return text.empty() ? Ended{"", 1, "", "no crontab for ann\n"} : Ended{"", 0, text, ""};
  }
};

}  // namespace

TEST_CASE("a line of cron's, whatever is in the paths") {
  CHECK(cron_line(TimeOfDay{8 * 60 + 30}, {}, {"/usr/bin/rel", "due"}) == ours);
  CHECK(cron_line(TimeOfDay{5}, {"A=x y"}, {"/a b/it's/100%/rel", "due"}) ==
        "5 0 * * * A='x y' '/a b/it'\\''s/100\\%/rel' due # rel schedule");
  CHECK_THROWS_AS(cron_line({}, {}, {"/a\nb"}), UsageError);
  CHECK_THROWS_AS(cron_line({}, {}, {"/a\\b"}), UsageError);
  CHECK_THROWS_AS(cron_line({}, {"A=\n"}, {"/a"}), UsageError);
}

TEST_CASE("every other byte of a crontab stays") {
  const std::string others = "# mine\r\n\n\tMAILTO=\"\"\n0 9 * * * echo \xff rel schedule\n#" + ours + "\n";
  const auto with = [](const std::string& crontab, const std::optional<std::string>& line) {
    std::vector<std::string> lines;
    for (const CronReminder& one : reminders_in(crontab, "rel")) lines.push_back(one.line);
    return with_cron_line(crontab, lines, line);
  };
  CHECK(with(others, ours) == others + ours + "\n");
  CHECK(with(others + ours + "\n", std::nullopt) == others);
  CHECK(with(ours + "\n" + others, "new # rel schedule") == "new # rel schedule\n" + others);
  CHECK(with(others + ours, std::nullopt) == others);
  CHECK(with("a", ours) == "a\n" + ours + "\n");
  CHECK(with("a", std::nullopt) == "a");
  CHECK(with("", ours) == ours + "\n");
  CHECK(with(ours + "\nx\n" + ours + "\n", ours) == ours + "\nx\n");
  CHECK(reminders_in(others, "rel").empty());
  CHECK(reminders_in(others + ours, "rel") == std::vector{CronReminder{ours, ""}});
}

TEST_CASE("a line is ours where it runs rel due, and it says for which data file") {
  const auto database = [](const std::string& line) -> std::optional<std::string> {
    const auto found = reminders_in(line + " # rel schedule\n", "rel-2");
    return found.empty() ? std::nullopt : std::optional(found.front().database);
  };
  for (const char* line :
       {"", " ", "\t", "#", "30 8 * * *", "0 1 * * * backup.sh # before", "30 8 * * * /opt/other-tool",
        "30 8 * * * rel", "30 8 * * * rel backup", "30 8 * * * rel --db /a backup due",
        "30 8 * * * /opt/rel/other due", "30 8 * * * echo rel due", "30 8 * * * cd / && rel due", "A=rel due",
        "30 8 * * * 'rel due'", "30 8 * * * rel 'due"})
    CHECK_MESSAGE(database(line) == std::nullopt, std::string(line));
  CHECK(database("30 8 * * * rel due") == "");
  CHECK(database("  5 7 * * 1-5\t/usr/bin/rel due --discreet") == "");
  CHECK(database("@daily /opt/rel-2 due") == "");
  CHECK(database("30 8 * * * rel due --db=/a") == "/a");
  CHECK(database("30 8 * * * REL_DB=/a rel due") == "/a");
  for (const std::string path : {"/a b/it's/100%/x.db", "/a=b", "/\"$x`"}) {
    const std::string line =
        cron_line({}, {"XDG_CONFIG_HOME=" + path}, {"/usr/bin/rel-2", "--db", path, "due", "--discreet"});
    CHECK(reminders_in(line, "rel-2") == std::vector{CronReminder{line, path}});
    CHECK(reminders_in(line, "x").empty());
  }
}

TEST_CASE("a crontab that is not there is empty, one that can't be read is an error") {
  Table table;
  CHECK(read_crontab(table.env()) == "");
  table.error = "crontabs/ann: Permission denied\n";
  CHECK_THROWS_WITH_AS(read_crontab(table.env()), "crontab -l: crontabs/ann: Permission denied", IoError);
  CHECK_THROWS_AS(replace_crontab(table.env(), "", "x\n"), IoError);
  CHECK(table.written == 0);
}

TEST_CASE("what somebody else wrote meanwhile is not overwritten") {
  Table table{.text = "a\n", .error = ""};
  CHECK_THROWS_AS(replace_crontab(table.env(), "", "x\n"), IoError);
  CHECK(table.text == "a\n");
  replace_crontab(table.env(), "a\n", "x\n");
  CHECK(table.text == "x\n");
  replace_crontab(table.env(), "x\n", "");
  CHECK(table.text.empty());
}
