// Small files as telephones and programs write them in many places, each with what must come of it.
#include <set>

#include "commands/world.hpp"

using namespace rel::test;

namespace {

std::string fixture(const std::string& name) {
  return std::string(REL_TEST_DATA) + "/" + name;
}

/// Ann Lee is here, with a number and an address. It is Monday, 30 November 2026.
struct WithAnn : World {
  WithAnn() {
    at("2026-11-30T09:00");
    json("add 'Ann Lee' --tier 2 --phone '+49 170 1234567' --email ann@example.com");
  }

  Json import(const std::string& name, const std::string& options = "") {
    return json("import " + fixture(name) + " " + options);
  }
  /// `2026-11-02 20:15 chat them`, with minutes and kind where they say something; a line for each.
  std::string log() {
    std::string all;
    for (const Json& one : entries("ann-lee")) {
      if (!one.contains("channel")) continue;
      all += one.at("on").get<std::string>() + " " + text(one, "time") + " " + text(one, "channel") + " " +
             text(one, "by");
      if (one.at("minutes").is_number()) all += " " + std::to_string(one.at("minutes").get<int>()) + "m";
      if (one.at("contact_kind") != "contact") all += " " + text(one, "contact_kind");
      all += "\n";
    }
    return all;
  }

  static std::string text(const Json& object, const char* key) {
    return object.at(key).is_string() ? object.at(key).get<std::string>() : "-";
  }
};

const std::string as_kim = "--me 'Kim Moss'";

std::string joined(const Json& list) {
  std::string all;
  for (const Json& one : list) all += (all.empty() ? "" : "; ") + one.get<std::string>();
  return all;
}

/// `birthday 1980-4-12; …`
std::string dates_of(const Json& person) {
  std::string all;
  for (const Json& one : person.at("dates"))
    all += one.at("name").get<std::string>() + " " +
           (one.at("year").is_number() ? one.at("year").dump() : "?") + "-" + one.at("month").dump() + "-" +
           one.at("day").dump() + ";";
  return all;
}

}  // namespace

TEST_CASE("exports: WhatsApp without a blank behind the colon, and a text that holds one") {
  WithAnn world;
  world.import("import/whatsapp-no-blank.txt", as_kim);
  CHECK(world.log() == "2026-07-08 02:28 chat them\n2026-07-10 12:28 chat them\n");
}

TEST_CASE("exports: WhatsApp in French, Arabic, Chinese, Korean, Turkish, and with a thin blank") {
  const std::pair<const char*, const char*> chats[] = {
      {"fr", "2026-05-02 18:00 chat them\n2026-05-13 09:12 chat me\n"},
      {"ar", "2026-06-20 20:28 chat them\n2026-06-21 09:01 chat me\n"},
      {"zh", "2026-06-13 21:25 chat them\n2026-06-14 09:12 chat me\n"},
      {"ko", "2026-06-13 21:25 chat them\n2026-06-14 09:12 chat me\n"},
      {"tr", "2026-06-13 21:25 chat them\n2026-06-14 09:12 chat me\n"},
      {"pasted", "2026-06-13 21:25 chat them\n2026-06-14 09:12 chat me\n"},
      {"thin-blank", "2026-10-31 15:50 chat them\n2026-11-01 09:50 chat me\n"}};
  for (const auto& [name, log] : chats) {
    CAPTURE(name);
    WithAnn world;
    world.import("import/whatsapp-" + std::string(name) + ".txt", as_kim);
    CHECK(world.log() == log);
  }
}

TEST_CASE("exports: a group whose notices bear its name is left out, and said to be one") {
  WithAnn world;
  const Json done = world.import("import/whatsapp-group-signs.txt", as_kim);
  CHECK(done.at("skipped") == 4);
  holds(done.at("notes").dump(), "a group of Book Club, Ann Lee, left out");
  CHECK(world.log().empty());
}

TEST_CASE("exports: calls in chats of WhatsApp and Telegram, taken and missed") {
  WithAnn world;
  world.import("import/whatsapp-calls.txt", as_kim);
  CHECK(world.log() ==
        "2026-10-01 12:00 call them 45m\n2026-11-25 12:00 call them missed\n2026-11-26 12:00 chat me\n");
  WithAnn other;
  other.import("import/telegram-calls.json");
  CHECK(other.log() == "2026-06-20 17:00 call them 30m\n2026-11-28 18:00 call them missed\n");
}

TEST_CASE("exports: Telegram with ids that are numbers, and with names behind the messages") {
  WithAnn world;
  world.import("import/telegram-2019.json");
  CHECK(world.log() == "2019-06-13 21:25 chat them\n2019-06-14 09:12 chat me\n");
  WithAnn other;
  other.import("import/telegram-name-last.json");
  holds(other.log(), "2026-06-13 ");
  holds(other.log(), " chat me\n");
}

TEST_CASE("exports: a chat of a first name alone is offered, never guessed, and --as takes it") {
  WithAnn world;
  const Json done = world.import("import/telegram-first-name.json");
  CHECK(world.log().empty());
  CHECK(done.at("strangers") == Json::array({{{"name", "Ann"}, {"times", 2}, {"may_be", "ann-lee"}}}));
  holds(world("import " + fixture("import/telegram-first-name.json")).out, "Ann (2): --as Ann=ann-lee?");
  CHECK(world.import("import/telegram-first-name.json", "--as 'Ann=ann-lee'").at("new") == 2);
  refuses(world, "import " + fixture("import/telegram-first-name.json") + " --as Ann", 2, "not NAME=WHO");
  refuses(world, "import " + fixture("import/telegram-first-name.json") + " --as 'Ann=zoe'", 3, "zoe");
}

TEST_CASE("exports: tables of Outlook in German and of Thunderbird in Britain") {
  World world;  // where nobody has the number
  world.json("import " + fixture("import/outlook-de-cp1252.csv"));
  const Json person = world.person("jürgen");
  CHECK(person.at("name") == "Jürgen Müller");
  CHECK(person.at("phones") == Json{"+49 170 1234567"});
  CHECK(person.at("emails") == Json{"j@example.com"});
  CHECK(person.at("tags") == Json{"Freunde", "Chor"});
  CHECK(dates_of(person) == "birthday 1980-4-12;");
  CHECK(world.latest("jürgen").at("text") == "nett");
  WithAnn other;
  other.import("import/thunderbird-british.csv");
  CHECK(joined(other.person("ann").at("phones")) == "+49 170 1234567; +44 7700 900123");
  CHECK(dates_of(other.person("ann")) == "birthday 1980-4-12;");
}

TEST_CASE("exports: a line that names the separator, and a number that a spreadsheet spoilt") {
  WithAnn world;
  CHECK(world.import("import/separator-line.csv").at("updated") == 1);
  CHECK(world.person("ann").at("tags") == Json{"Choir"});
  WithAnn other;
  const auto said = other("import " + fixture("import/spoilt-number.csv"));
  holds(said.out, "number spoilt by a spreadsheet (4.91701E+11) (Ann Lee)");
  CHECK(other.person("ann").at("phones") == Json{"+49 170 1234567"});
}

TEST_CASE("exports: plain tables of people, also with columns of any name") {
  WithAnn world;
  world.import("import/plain-people.csv");
  CHECK(world.person("nora").at("emails") == Json{"nora@example.com"});
  world.write("p.csv", "Wer;Post;Seit\nCy Dunn;cy@example.com;2019\n");
  const auto said = world("import " + world.path("p.csv") + " --map name=Wer,email=Post");
  CHECK(said.exit_code == 0);
  holds(said.out, "1 Seit (Cy Dunn)");
  CHECK(world.person("cy").at("emails") == Json{"cy@example.com"});
}

TEST_CASE("exports: birthdays in words, impossible ones with whose they are") {
  WithAnn world;
  world.import("vcard/birthday-as-text.vcf");
  CHECK(dates_of(world.person("ann")) == "birthday ?-4-15;");
  WithAnn other;
  const auto said = other("import " + fixture("vcard/impossible-birthdays.vcf"));
  holds(said.out, "1 BDAY 1938-02-31 (Ann Lee)");
  CHECK(dates_of(other.person("bo")) == "birthday 1958-2-14;");
  CHECK(dates_of(other.person("cy")) == "birthday 1958-2-14;");
}

TEST_CASE("exports: dates and names of Android, a fax is never first, whoever has died rings no more") {
  WithAnn world;
  world.import("vcard/android-custom.vcf");
  CHECK(dates_of(world.person("ann")) == "anniversary 2015-6-14;first met 1997-10-2;");
  CHECK(world.person("ann").at("aliases") == Json{"Annie"});
  WithAnn other;
  other.import("vcard/fax-first.vcf");
  CHECK(joined(other.person("ann").at("phones")) == "+49 170 1234567; +49 30 999999; +49 30 888888");
  other.import("vcard/deathdate.vcf", "--tier 1");
  CHECK(other.person("tom").at("deceased") == true);
  CHECK(other.json("due --days 366 old-tom").at("items").empty());
}

TEST_CASE("exports: a folder of cards with files beside them") {
  WithAnn world;
  const auto said = world("import " + fixture("import/vdir"));
  CHECK(said.exit_code == 0);
  holds(said.out, "files that rel does not read: color, displayname (2)");
  CHECK(dates_of(world.person("ann")) == "birthday ?-4-14;");
}

TEST_CASE("exports: mail with foreign dates, with chats in it, with hidden recipients") {
  const std::string me = "--me kim@example.org";
  WithAnn world;
  world.import("import/mail-foreign-dates.mbox", me);
  const std::string log = world.log();
  for (const char* day : {"2026-05-17", "2026-05-22", "2026-11-02"}) holds(log, day);
  WithAnn chats;
  holds(chats("import " + fixture("import/mail-with-chats.mbox") + " " + me).out,
        "lines of chats among the mail (2)");
  CHECK(chats.entries("ann").size() == 1);
  WithAnn hidden;
  hidden.import("import/mail-bcc.mbox", me);
  CHECK(hidden.log() == "2026-11-09 17:00 email me\n");
}

TEST_CASE("exports: Windows' zones, a series until a day, a name in a title") {
  WithAnn world;
  world.import("import/windows-zone.ics", "--meetings");
  CHECK(world.log() == "2026-09-17 11:00 met - 60m\n");
  WithAnn until;
  until.import("import/until-a-date.ics", "--meetings");
  CHECK(until.log() ==
        "2026-10-20 08:00 met - 60m\n2026-10-27 09:00 met - 60m\n2026-11-03 09:00 met - 60m\n");
  WithAnn titled;
  CHECK(titled.import("import/name-in-title.ics").at("offered").size() == 1);
  titled.import("import/name-in-title.ics", "--meetings");
  CHECK(titled.log() == "2026-09-23 12:00 met - 120m\n");
}

TEST_CASE("exports: a call answered elsewhere, picture messages by their rows") {
  WithAnn world;
  world.import("import/call-elsewhere.xml");
  holds(world.log(), " call them 15m\n");
  WithAnn pictures;
  const Json done = pictures.import("import/mms-addresses.xml");
  CHECK(done.at("new") == 2);
  holds(pictures.log(), " chat me\n");
  holds(pictures.log(), " chat them\n");
}

TEST_CASE("exports: Monica 4.1: what has a place comes, all else is said with whose it is") {
  WithAnn world;
  const Json left_out = world.import("import/monica-4.1.json").at("left_out");
  std::set<std::string> kinds;
  for (const Json& one : left_out) {
    CHECK(one.at("whose") == Json{"Ann Lee"});
    kinds.insert(one.at("what"));
  }
  for (const char* kind : {"star", "debt", "task", "birthday known by age only", "relationship"})
    CHECK(kinds.contains(kind));
  CHECK(dates_of(world.person("ann")) == "first met 2015-6-14;");
  const std::string entries = world.entries("ann").dump();
  for (const char* text : {"works as cook at Acme", "first met: at Bo's party", "moved: to Lisbon", "climbs",
                           "surgery", "Dinner at hers"})
    holds(entries, text);
  holds(world.log(), "2026-09-01 - chat me\n");
}

TEST_CASE("exports: what is packed is refused, with how to unpack it") {
  WithAnn world;
  refuses(world, "import " + fixture("import/whatsapp.zip"), 2, "is packed (zip)\ntry: unzip ");
}

TEST_CASE("exports: standard input is a file like others, and named so") {
  WithAnn world;
  world.input = "13/06/2026, 21:25 - Ann Lee: x\n";
  CHECK(world.json("import -").at("new") == 1);
  world.input = "hello";
  refuses(world, "import -", 2, "standard input: not a format");
}
