#include "commands/crontab.hpp"

#include <doctest/doctest.h>

#include "rel/errors.hpp"

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
  CHECK(with_cron_line(others, ours) == others + ours + "\n");
  CHECK(with_cron_line(others + ours + "\n", std::nullopt) == others);
  CHECK(with_cron_line(ours + "\n" + others, "new # rel schedule") == "new # rel schedule\n" + others);
  CHECK(with_cron_line(others + ours, std::nullopt) == others);
  CHECK(with_cron_line("a", ours) == "a\n" + ours + "\n");
  CHECK(with_cron_line("a", std::nullopt) == "a");
  CHECK(with_cron_line("", ours) == ours + "\n");
  CHECK(with_cron_line(ours + "\nx\n" + ours + "\n", ours) == ours + "\nx\n");
  CHECK(our_cron_line(others) == std::nullopt);
  CHECK(our_cron_line(others + ours) == ours);
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
