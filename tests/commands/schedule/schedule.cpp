#include <filesystem>

#include "commands/circle.hpp"

using namespace rel;
using namespace rel::test;

namespace {

/// A machine with a crontab and, where it is switched on, a user manager of systemd's.
struct Machine : Circle {
  std::string crontab;
  bool cron = true;
  bool systemd = false;

  Machine() {
    program = [this](const ProgramWords& words, const std::string& given) -> Ended {
      if (words[0] == "crontab" && cron) return run_crontab(words[1], given);
      if (words[0] == "systemctl" && systemd) return {};
      if (words[0] == "notify-send") return {};
      return {"there is no such program", 127, "", ""};
    };
  }
  Ended run_crontab(const std::string& option, const std::string& table) {
    if (option == "-l" && crontab.empty()) return {"", 1, "", "no crontab for ann\n"};
    if (option == "-l") return {"", 0, crontab, ""};
    crontab = option == "-r" ? "" : table;
    return {};
  }
  bool has_timer() const { return std::filesystem::exists(path(".config/systemd/user/rel-due.timer")); }
};

}  // namespace

TEST_CASE("by cron: set up, changed, as before, taken away") {
  Machine world;
  world.crontab = "# mine\n";
  CHECK(world("schedule --yes").exit_code == 0);
  holds(world.crontab, "# mine\n30 8 * * * ");
  holds(world.crontab, " due # rel schedule\n");
  const std::string before = world.crontab;
  holds(world("schedule --yes").out, "as before");
  CHECK(world.crontab == before);
  CHECK(world.json("schedule --yes").at("wrote").empty());
  const Json changed = world.json("schedule --at 7:05 --discreet --yes");
  CHECK(changed.at("by") == "cron");
  CHECK(changed.at("at") == "07:05");
  CHECK(changed.at("wrote").at(0).at("kind") == "schedule");
  holds(world.crontab, "# mine\n5 7 * * * ");
  holds(world.crontab, " due --discreet # rel schedule\n");
  CHECK(world.json("schedule --remove --yes").at("wrote").at(0).at("removed") == true);
  CHECK(world.crontab == "# mine\n");
  holds(world("schedule --remove").out, "nothing to take away");
}

TEST_CASE("by systemd where its manager answers, and then not by cron any more") {
  Machine world;
  world("schedule --yes");
  CHECK(!world.crontab.empty());
  world.systemd = true;
  CHECK(world.json("schedule --yes").at("wrote").size() == 2);
  CHECK(world.has_timer());
  CHECK(world.crontab.empty());
  CHECK(world.json("schedule --yes").at("wrote").empty());
  CHECK(world.json("schedule --cron --yes").at("by") == "cron");
  CHECK(!world.has_timer());
  CHECK(!world.crontab.empty());
}

TEST_CASE("--remove --cron leaves what systemd does") {
  Machine world;
  world.systemd = true;
  world("schedule --yes");
  holds(world("schedule --remove --cron --yes").out, "no reminder by cron");
  CHECK(world.has_timer());
  world("schedule --remove --yes");
  CHECK(!world.has_timer());
}

TEST_CASE("nothing is done unless it was agreed to, and it is shown before") {
  Machine world;
  refuses(world, "schedule", 2, "nobody is there to be shown the change");
  world.at_terminal = true;
  for (const char* answer : {"n", "", "no"}) {
    world.answers = {answer};
    CHECK(world("schedule").exit_code == 1);
    CHECK(world.crontab.empty());
  }
  world.answers = {"y"};
  CHECK(world("schedule").exit_code == 0);
  holds(world.questions.back(), "Into your crontab:\n\n30 8 * * * ");
  holds(world.questions.back(), "Set it up so? [y/N]");
  world.answers = {"y"};
  CHECK(world("schedule --remove").exit_code == 0);
  holds(world.questions.back(), "Out of your crontab:\n\n30 8 * * * ");
  CHECK(world.crontab.empty());
}

TEST_CASE("a crontab that can't be read is not overwritten") {
  Machine world;
  world.crontab = "# mine\n";
  world.cron = false;
  refuses(world, "schedule --yes", 5, "crontab -l: there is no such program");
  CHECK(world.crontab == "# mine\n");
}

TEST_CASE("what schedule can't take") {
  Machine world;
  refuses(world, "schedule --at noon --yes", 2, "--at noon: not a time of day");
  refuses(world, "schedule --at 25:00 --yes", 2, "not a time of day");
  refuses(world, "schedule --at 8:30 --remove", 2, "only one of the two");
  refuses(world, "schedule --as-of 2026-01-01 --yes", 2, "--as-of");
  CHECK(world("schedule ann").exit_code == 2);
  CHECK(world.crontab.empty());
}

TEST_CASE("the same file and settings are used as now, and no file is made") {
  Machine world;
  world.variables["XDG_CONFIG_HOME"] = world.path("my settings");
  world.variables["REL_DB"] = world.path("no such file.db");
  CHECK(world("schedule --yes").exit_code == 0);
  holds(world.crontab, " XDG_CONFIG_HOME='" + world.path("my settings") + "' ");
  holds(world.crontab, " --db '" + world.path("no such file.db") + "' due # rel schedule\n");
  CHECK(!std::filesystem::exists(world.path("no such file.db")));
  CHECK(!std::filesystem::exists(world.path("backups")));
}

TEST_CASE("what bears our mark and does not run rel stays") {
  Machine world;
  const std::string others =
      "  # rel schedule\n # rel schedule\n0 1 * * * backup.sh # before # rel schedule\n"
      "30 8 * * * /opt/other-tool # rel schedule\n";
  world.crontab = others;
  holds(world("schedule --remove --yes").out, "nothing to take away");
  CHECK(world.crontab == others);
  world.json("schedule --yes");
  CHECK(world.crontab.starts_with(others));
  world.json("schedule --remove --yes");
  CHECK(world.crontab == others);
}

TEST_CASE("a reminder for another data file is another, and all that goes is shown") {
  Machine world;
  world.json("schedule --yes");
  const std::string ours = world.crontab;
  const std::string other = "0 7 * * * rel --db /other.db due # rel schedule\n";
  const std::string second = "0 9 * * 1 rel --db '" + world.path("rel.db") + "' due # rel schedule\n";
  world.crontab = ours + other + second;
  world.at_terminal = true;
  world.answers = {"y"};
  CHECK(world("schedule --at 6:00").exit_code == 0);
  holds(world.questions.back(), "\nin place of:\n\n" + ours + second);
  holds(world.crontab, "0 6 * * * ");
  CHECK(world.crontab.ends_with(" due # rel schedule\n" + other));
  world.crontab = second + other + ours;
  world.answers = {"y"};
  const Outcome removed = world("schedule --remove");
  holds(world.questions.back(), "Out of your crontab:\n\n" + second + ours);
  holds(removed.err, "rel --db /other.db schedule --remove");
  CHECK(world.crontab == other);
}

TEST_CASE("a home that is not the user's own: its settings go along") {
  Machine world;
  world.json("schedule --yes");
  holds(world.crontab, " XDG_CONFIG_HOME=" + world.path(".") + "/.config ");
}

TEST_CASE("a path that systemd can't take is refused before anything is done") {
  Machine world;
  world.systemd = true;
  world.variables["REL_DB"] = world.path("a\xff.db");
  refuses(world, "schedule --yes", 2, "systemd takes nothing that is not UTF-8\ntry: rel schedule --cron");
  CHECK(!world.has_timer());
  CHECK(world("schedule --cron --yes").exit_code == 0);
}
