#include "formats/config.hpp"

#include <doctest/doctest.h>

#include <set>

#include "text/utf8.hpp"

namespace rel::test {
namespace {

using formats::Config;
using formats::ConfigProblem;
using formats::read_config;

Config taken(const std::string& text) {
  CAPTURE(text);
  const auto reading = read_config(text);
  REQUIRE(std::holds_alternative<Config>(reading));
  return std::get<Config>(reading);
}

ConfigProblem refused(const std::string& text) {
  CAPTURE(text);
  const auto reading = read_config(text);
  REQUIRE(std::holds_alternative<ConfigProblem>(reading));
  return std::get<ConfigProblem>(reading);
}

TEST_CASE("an empty file leaves the defaults of the model") {
  const Config config = taken("");
  CHECK(config.lines.empty());
  CHECK(config.settings.day_starts == TimeOfDay{240});
  CHECK(config.settings.rule(Tier::high).target_days == 30);
}

TEST_CASE("every setting of the manual's example is taken, with its line") {
  const Config config = taken(R"(day_starts = "05:30"
list_length = 7
default_minutes = 20
date_lead = 2
default_country = "DE"
backup_to = "/media/stick/rel"
history_mib = 8
[tiers.very-high]
target = 5
minutes = 50
respond = 2
[tiers.none]
respond = 9
)");
  const Settings& settings = config.settings;
  CHECK(settings.day_starts == TimeOfDay{330});
  CHECK(config.program.list_length == 7);
  CHECK(settings.default_minutes == 20);
  CHECK(settings.date_lead == 2);
  CHECK(config.program.default_country == "DE");
  CHECK(config.program.backup_to == "/media/stick/rel");
  CHECK(config.program.history_mib == 8);
  CHECK(settings.rule(Tier::very_high).target_days == 5);
  CHECK(settings.rule(Tier::very_high).minutes == 50);
  CHECK(settings.rule(Tier::very_high).respond_days == 2);
  CHECK(settings.rule(Tier::none).respond_days == 9);
  CHECK(settings.rule(Tier::moderate).target_days == 90);
  CHECK(config.lines.at("tiers.very-high.target") == 9);
  CHECK(config.lines.at("tiers.none.respond") == 13);
  CHECK(config.lines.size() == 11);
}

TEST_CASE("what is written of a setting is read again as the same") {
  std::string text;
  std::string_view section;
  Config written;
  written.program.backup_to = "/a \"quoted\" \\ folder";
  written.program.phone_opener = {"/a folder/dial", "--to \"me\"", "\\", "a\nb\tc\x1b", "\u009b\u202e Zoë"};
  for (const formats::Setting& setting : formats::all_settings()) {
    if (setting.section != section) text += "[" + std::string(setting.section) + "]\n";
    section = setting.section;
    text += std::string(setting.key) + " = " + value_text(setting, written) + "\n";
  }
  const Config config = taken(text);
  CHECK(config.lines.size() == formats::all_settings().size());
  CHECK(config.program.backup_to == written.program.backup_to);
  CHECK(config.program.phone_opener == written.program.phone_opener);
  CHECK(config.program.email_opener.empty());
}

TEST_CASE("no two settings have one name") {
  std::set<std::string> names;
  for (const formats::Setting& setting : formats::all_settings()) CHECK(names.insert(setting.name()).second);
}

TEST_CASE("what can't be meant is refused with its line") {
  struct Case {
    const char* text;
    int line;
    const char* why;
    const char* instead;
  };
  for (const Case& one : {
           Case{"\nday_start = \"04:00\"", 2, "day_start: no such setting", "day_starts"},
           Case{"day_starts = 4", 1, "day_starts takes a time of day in quotes", "\"04:00\""},
           Case{"day_starts = \"24:00\"", 1, "day_starts takes a time of day in quotes", "\"04:00\""},
           Case{"day_starts = 04:00:00", 1, "day_starts takes a time of day in quotes", "\"04:00\""},
           Case{"list_length = \"5\"", 1, "list_length takes a whole number from 0 to 1000", ""},
           Case{"list_length = 5.0", 1, "list_length takes a whole number from 0 to 1000", ""},
           Case{"list_length = -1", 1, "list_length takes a whole number from 0 to 1000", ""},
           Case{"list_length = [5]", 1, "list_length takes a whole number from 0 to 1000", ""},
           Case{"default_minutes = 0", 1, "default_minutes takes a whole number from 1 to 1440", ""},
           Case{"default_country = \"de\"", 1, "default_country takes the two letters of a country",
                "\"DE\""},
           Case{"backup_to = \"stick\"", 1, "backup_to takes the whole path of a folder",
                "\"/media/stick/rel\""},
           Case{"[tiers.hihg]\ntarget = 3", 1, "tiers.hihg: no such setting", "high"},
           Case{"[tiers.high]\ntarget = 0", 2, "tiers.high.target takes a whole number from 1 to 36500", ""},
           Case{"[tiers.none]\ntarget = 3", 2, "tiers.none.target: no such setting",
                "rel config shows all of them"},
           Case{"tiers = 3", 1, "tiers is a section", "[tiers]"},
           Case{"[tiers]\nhigh = 3", 2, "tiers.high is a section", "[tiers.high]"},
       }) {
    const ConfigProblem problem = refused(one.text);
    CHECK(problem.line == one.line);
    CHECK(problem.why == one.why);
    CHECK(problem.instead == one.instead);
  }
}

TEST_CASE("what is no TOML is refused with its line") {
  for (const char* text :
       {"a = 1\n= 3", "list_length = 5\nlist_length = 6", "list_length = 5\nx = \"\xff\"",
        "list_length = 5\n[tiers.high", "list_length = 5\ndate_lead = 99999999999999999999"}) {
    CHECK(refused(text).line == 2);
  }
}

TEST_CASE("a command is the words of an array") {
  const Config config = taken("[reach]\nphone = [\"gio\", \"open\"]\nemail = []\n");
  CHECK(config.program.phone_opener == std::vector<std::string>{"gio", "open"});
  CHECK(config.program.email_opener.empty());
  CHECK(refused("[reach]\nphone = \"gio open\"").why == "reach.phone takes the words of a command");
  CHECK(refused("[reach]\nphone = \"gio open\"").instead == "[\"gio\", \"open\"]");
  CHECK(refused("[reach]\nphone = [\"a\", 1]").line == 2);
  CHECK(refused("[reach]\nphone = [\"\"]").line == 2);
  CHECK(refused("[reach]\nphone = [\"a\\u0000b\"]").line == 2);
  CHECK(refused("[reach]\nphon = []").instead == "phone");
  CHECK(refused("reach = 1").why == "reach is a section");
  CHECK(refused("[reahc]\n").instead == "reach");
}

TEST_CASE("letters beyond ASCII stand in quotes and comments only") {
  for (const char* text : {"list_length = 5\ngröße = 1", "list_length = 5 # größe\nx = ö",
                           "default_country = \"D\\\"E\"\nlist_length = 5 ö", "default_country = 'D\"E'\nö",
                           "list_length = 5\nx = 04:'é", "x = 5\nx = 4['é", "\n[tiers.'high']é"}) {
    CHECK(refused(text).line == 2);
    CHECK_FALSE(text::first_invalid_byte(refused(text).why));
  }
  CHECK(taken("# größe\nbackup_to = \"/media/größe\" # 'ö\nlist_length = 5").program.list_length == 5);
  CHECK(taken("\xef\xbb\xbflist_length = 5").program.list_length == 5);
}

}  // namespace
}  // namespace rel::test
