#include "render/due_view.hpp"

#include <doctest/doctest.h>

using namespace rel;
using namespace rel::render;

namespace {

const Day tuesday = *day_from_iso("2026-11-24");
const Look reader{.colour = false, .terminal = true, .columns = 80};

DueItem someone(const char* name, const char* last, const char* phone) {
  DueItem item{.due_on = tuesday, .ratio = 2, .urgency = 1};
  item.facts.person.name = name;
  item.facts.person.tier = Tier::high;
  if (*phone) item.facts.person.phones = {phone};
  item.facts.sums.last_real = *day_from_iso(last);
  item.silence_due = true;
  item.silence = 26;
  item.target = 7;
  item.minutes = 45;
  return item;
}

DueItem silent_since(const char* name, const char* last) {
  DueItem item = someone(name, last, "");
  Sums& sums = item.facts.sums;
  sums.start = sums.last_real;
  sums.target = 7;
  sums.quiet_since = day_number(*sums.start);
  return item;
}

DueItem with_ask(DueItem item, const char* question) {
  item.clock = Clock::ask;
  item.silence_due = false;
  item.open = {{.clock = Clock::ask, .id = 5, .text = question, .on = tuesday, .ratio = 1}};
  return item;
}

std::string picture(const DuePage& page, const Look& look = reader) {
  return rel::render::render(due_view(page, Format::text, look), Format::text, look);
}

DuePage two_groups() {
  DuePage page{.today = tuesday, .people = 4};
  page.shown = {with_ask(someone("Mia Roth", "2026-11-20", "+49 30 555 0144"), "how did the surgery go?"),
                someone("Ann Lee", "2026-10-29", "+49 30 123 456"), someone("王小明", "2026-10-01", "")};
  page.shown[1].facts.sums.touches = 5;
  page.shown[1].facts.last_remark = {.text = "nervous about moving to Lisbon"};
  page.left = {someone("Tom", "2026-09-01", "")};
  return page;
}

}  // namespace

TEST_CASE("what has a day stands first, then whom to catch up with, a second line under each where it fits") {
  CHECK(picture(two_groups()) ==
        "Tuesday, 24 November\n"
        "\n"
        "Today\n"
        "  Mia Roth  ask today: how did the surgery go?        +49 30 555 0144\n"
        "\n"
        "Catch up\n"
        "  Ann Lee   26 days, every 7; 5 messages since        +49 30 123 456\n"
        "            told you: nervous about moving to Lisbon\n"
        "  王小明    54 days, every 7\n"
        "\n"
        "before you call: rel prep                              1 more: rel due --all\n");
}

Look of_rows(int rows) {
  Look look = reader;
  look.rows = rows;
  return look;
}

TEST_CASE("where it does not fit, it is one line each, then fewer are shown of those who can wait") {
  DuePage page = two_groups();
  page.may_be_cut = true;
  const auto lines = [&](int rows) {
    const std::string text = picture(page, of_rows(rows));
    return std::count(text.begin(), text.end(), '\n');
  };
  CHECK(lines(12) == 11);
  CHECK(lines(11) == 10);  // without the second line
  CHECK(picture(page, of_rows(11)).find("told you") == std::string::npos);
  CHECK(lines(10) == 9);
  CHECK(picture(page, of_rows(10)).find("王小明") == std::string::npos);
  CHECK(picture(page, of_rows(10)).find("2 more: rel due --all") != std::string::npos);
  CHECK(picture(page, of_rows(4)).find("Mia Roth") != std::string::npos);
  page.may_be_cut = false;  // it was asked for
  CHECK(picture(page, of_rows(4)).find("王小明") != std::string::npos);
}

TEST_CASE("those quiet for long are in one line, which names another one each day") {
  DuePage page = two_groups();
  page.quiet_for_long = {silent_since("Olu", "2026-01-01"), silent_since("Bea", "2026-02-01")};
  const std::string one = picture(page);
  page.today = plus_days(tuesday, 1);
  const std::string other = picture(page);
  CHECK((one.find("Quiet for long: Bea, 296 days, and one more: rel review") == std::string::npos) !=
        (one.find("Quiet for long: Olu, 327 days, and one more: rel review") == std::string::npos));
  CHECK(one.substr(one.find("long:"), 9) != other.substr(other.find("long:"), 9));
  CHECK(page.waiting() == 6);
}

TEST_CASE("what is worth a word and the days of the week stand below, and are not counted") {
  DuePage page = two_groups();
  SoftSign sign{.sign = Sign::messages};
  sign.facts.person.name = "Nora";
  sign.facts.sums.touches = 6;
  page.soft = {sign};
  WeekDay birthday{.on = plus_days(tuesday, 2), .item = {.clock = Clock::date, .text = "birthday"}};
  birthday.facts.person.name = "Tom";
  WeekDay dinner{.on = plus_days(tuesday, 3), .item = {.clock = Clock::agreed, .text = "dinner"}};
  dinner.facts.person.name = "Zoë";
  page.week = {birthday, dinner};
  const std::string text = picture(page);
  CHECK(text.find("\nGetting quiet\n  Nora      6 messages since you last talked\n"
                  "\nThis week  Tom's birthday Thu · dinner with Zoë Fri\n") != std::string::npos);
  CHECK(page.waiting() == 4);
}

TEST_CASE("what to do before a call is said to someone who reads, and to nobody else") {
  DuePage page = two_groups();
  page.for_reader = false;
  CHECK(picture(page).find("rel prep") == std::string::npos);
  page.for_reader = true;
  page.left.clear();
  CHECK(picture(page).ends_with("\n\nbefore you call: rel prep\n"));
}

TEST_CASE("postponements are counted, and the reason stands below") {
  DuePage page{.today = tuesday, .people = 1};
  page.shown = {someone("Ann Lee", "2026-10-29", "")};
  page.shown[0].facts.sums.postponed = 2;
  const Day second = *day_from_iso("2026-11-02");
  page.shown[0].facts.postponements = {{.on = second}, {.on = plus_days(second, 9), .why = "deadline"}};
  const std::string text = picture(page);
  CHECK(text.find("  26 days, every 7; put off twice\n           put off: deadline\n") != std::string::npos);
}

TEST_CASE("a promise is not hidden behind a silence that is further along") {
  DuePage page{.today = tuesday, .people = 1};
  page.shown = {someone("Ann", "2026-10-29", "")};
  page.shown[0].open = {{.clock = Clock::promise, .id = 5, .text = "the book", .on = tuesday, .ratio = 1}};
  CHECK(picture(page) ==
        "Tuesday, 24 November\n"
        "\n"
        "Today\n"
        "  Ann  the book, promised today\n"
        "       26 days, every 7\n"
        "\n"
        "before you call: rel prep\n");
}

TEST_CASE("a quiet day is calm and looks ahead") {
  DuePage page{.today = tuesday, .people = 2};
  page.next = {someone("Tom Okafor", "2026-11-01", "")};
  page.next[0].due_on = plus_days(tuesday, 5);
  page.tried_today = {"Bo"};
  CHECK(picture(page) ==
        "Nobody is waiting.\n"
        "\n"
        "  Sun 29 Nov  Tom Okafor  7 days\n"
        "\n"
        "Tried today, again tomorrow: Bo\n");
}

TEST_CASE("nothing at all is printed where nobody is due and nobody reads") {
  DuePage page{.today = tuesday, .people = 2, .for_reader = false};
  CHECK(picture(page).empty());
}

TEST_CASE("an empty file teaches what to type in five lines") {
  const std::string text = picture({.today = tuesday, .people = -1});
  CHECK(std::count(text.begin(), text.end(), '\n') == 5);
  CHECK(text.find("rel add") != std::string::npos);
  CHECK(text.find("rel import") != std::string::npos);
}

TEST_CASE("after an absence it does not pile up") {
  DuePage page{.today = tuesday, .days_away = 21, .people = 20, .catching_up = true};
  page.shown = {someone("Ann Lee", "2026-10-29", "")};
  page.left = std::vector<DueItem>(17, someone("Tom", "2026-09-01", ""));
  page.older = {with_ask(someone("Bo", "2026-09-01", ""), "and the exam?")};
  CHECK(picture(page) ==
        "Tuesday, 24 November   back after 21 days\n"
        "\n"
        "Begin with\n"
        "  Ann Lee  26 days, every 7\n"
        "\n"
        "1 thing is older than two weeks: rel due --all\n"
        "\n"
        "before you call: rel prep                              17 more: rel due --all\n");
}

TEST_CASE("a screen that others see gets names only") {
  DuePage page = two_groups();
  page.discreet = true;
  CHECK(picture(page) == "Mia Roth\nAnn Lee\n王小明\n");
}

TEST_CASE("the dearest are never given minutes") {
  DuePage page{.today = tuesday, .minutes = 60, .people = 2};
  page.shown = {someone("Ann", "2026-10-29", ""), someone("Bo", "2026-10-29", "")};
  page.shown[0].facts.person.tier = Tier::very_high;
  const std::string text = picture(page);
  CHECK(text.find("take your time") < text.find("Bo"));
  CHECK(text.find("about 45 min") > text.find("Bo"));
}

TEST_CASE("for programs: what is worth a word, and the days of the week, beside the items") {
  DuePage page = two_groups();
  SoftSign sign{.sign = Sign::messages};
  sign.facts.person.handle = "nora";
  sign.facts.person.name = "Nora";
  sign.facts.sums.touches = 6;
  page.soft = {sign};
  WeekDay birthday{.on = plus_days(tuesday, 2), .item = {.clock = Clock::date, .text = "birthday"}};
  birthday.facts.person.handle = "tom";
  page.week = {birthday};
  const std::string json = render_json(due_view(page, Format::json, {}));
  CHECK(json.find("\"soft\":[{\"handle\":\"nora\",\"name\":\"Nora\",\"kind\":\"messages\","
                  "\"reason\":\"6 messages since you last talked\"}]") != std::string::npos);
  CHECK(json.find("\"week\":[{\"on\":\"2026-11-26\",\"handle\":\"tom\",\"text\":\"birthday\"}]") !=
        std::string::npos);
  CHECK(json.find("\"waiting\":4") != std::string::npos);
}

TEST_CASE("for programs: who has been due by silence for long") {
  DuePage page{.today = tuesday, .people = 1};
  page.shown = {silent_since("Ann", "2026-01-01")};
  const std::string json = render_json(due_view(page, Format::json, {}));
  CHECK(json.find("\"long\":true") != std::string::npos);
}

TEST_CASE("for programs every key of the contract is there") {
  const DuePage page = two_groups();
  const std::string json = render_json(due_view(page, Format::json, {}));
  for (const char* key :
       {"\"as_of\":\"2026-11-24\"",
        "\"waiting\":4",
        "\"minutes\":180",
        "\"handle\":",
        "\"tier\":\"high\"",
        "\"urgency\":1.0",
        "\"ratio\":2.0",
        "\"clock\":\"ask\"",
        "\"reason\":",
        "\"silence_days\":26.0",
        "\"last_talk_days\":26",
        "\"long\":false",
        "\"soft\":[]",
        "\"week\":[]",
        "\"target_days\":7",
        "\"last_conversation\":null",
        "\"last_touch\":null",
        "\"touches_since\":5",
        "\"postponed\":0",
        "\"unusual\":null",
        "\"phone\":\"+49 30 555 0144\"",
        "\"email\":null",
        "\"open\":[{\"id\":\"7000000000000\",\"kind\":\"ask\",\"text\":\"how did the surgery go?\","
        "\"on\":\"2026-11-24\",\"late_days\":0}]"}) {
    CAPTURE(key);
    CHECK(json.find(key) != std::string::npos);
  }
}
