#include "render/due_view.hpp"

#include <doctest/doctest.h>

#include "rel/id.hpp"

using namespace rel;
using namespace rel::render;

namespace {

const Day tuesday = *day_from_iso("2026-11-24");
const Look reader{.colour = false, .terminal = true, .columns = 80};

std::string first_four(Id id) {
  return id_text(id).substr(0, 4);
}

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

DueItem with_ask(DueItem item, const char* question) {
  item.clock = Clock::ask;
  item.silence_due = false;
  item.open = {{.clock = Clock::ask, .id = 5, .text = question, .on = tuesday, .ratio = 1}};
  return item;
}

std::string picture(const DuePage& page, const Look& look = reader) {
  return rel::render::render(due_view(page, Format::text, first_four), Format::text, look);
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

TEST_CASE("what has a day stands first, then who was long enough ago") {
  CHECK(picture(two_groups()) ==
        "Tuesday, 24 November\n"
        "\n"
        "Has a day\n"
        "  Mia Roth  ask today: how did the surgery go?             7000  +49 30 555 0144\n"
        "\n"
        "Long enough ago\n"
        "  Ann Lee   last talk 29 Oct, 26 days; you wanted 7              +49 30 123 456\n"
        "            5 messages since you last talked: call instead\n"
        "            told you: nervous about moving to Lisbon\n"
        "  王小明    last talk 1 Oct, 54 days; you wanted 7\n"
        "\n"
        "1 more can wait a little: rel due --all                before you call: rel prep\n");
}

TEST_CASE("what to do before a call is said to someone who reads, and to nobody else") {
  DuePage page = two_groups();
  page.for_reader = false;
  CHECK(picture(page).find("rel prep") == std::string::npos);
  page.for_reader = true;
  page.left.clear();
  CHECK(picture(page).ends_with("\n\nbefore you call: rel prep\n"));
}

TEST_CASE("postponements are named with their number, beginning and reason") {
  DuePage page{.today = tuesday, .people = 1};
  page.shown = {someone("Ann Lee", "2026-10-29", "")};
  const Day second = *day_from_iso("2026-11-02");
  page.shown[0].facts.postponements = {{.on = second}, {.on = plus_days(second, 9), .why = "deadline"}};
  CHECK(picture(page).find("  put off twice since 2 Nov, last: deadline\n") != std::string::npos);
}

TEST_CASE("a promise is not hidden behind a silence that is further along") {
  DuePage page{.today = tuesday, .people = 1};
  page.shown = {someone("Ann", "2026-10-29", "")};
  page.shown[0].open = {{.clock = Clock::promise, .id = 5, .text = "the book", .on = tuesday, .ratio = 1}};
  CHECK(picture(page) ==
        "Tuesday, 24 November\n"
        "\n"
        "Has a day\n"
        "  Ann  the book, promised today                 7000\n"
        "       last talk 29 Oct, 26 days; you wanted 7\n"
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
  DuePage page{.today = tuesday, .days_away = 21, .people = 20};
  page.shown = {someone("Ann Lee", "2026-10-29", "")};
  page.left = std::vector<DueItem>(17, someone("Tom", "2026-09-01", ""));
  CHECK(picture(page) ==
        "Tuesday, 24 November   back after 21 days\n"
        "\n"
        "Begin with\n"
        "  Ann Lee  last talk 29 Oct, 26 days; you wanted 7\n"
        "\n"
        "17 more went quiet while you were away.\n"
        "Two or three a day is plenty: rel due --all\n");
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
  const std::string json = render_json(due_view(page, Format::json, first_four));
  CHECK(json.find("\"soft\":[{\"handle\":\"nora\",\"name\":\"Nora\",\"kind\":\"messages\","
                  "\"reason\":\"6 messages since you last talked\"}]") != std::string::npos);
  CHECK(json.find("\"week\":[{\"on\":\"2026-11-26\",\"handle\":\"tom\",\"text\":\"birthday\"}]") !=
        std::string::npos);
  CHECK(json.find("\"waiting\":4") != std::string::npos);
}

TEST_CASE("for programs: who has been due by silence for long") {
  DuePage page{.today = tuesday, .people = 1};
  page.shown = {someone("Ann", "2026-01-01", "")};
  Facts& facts = page.shown[0].facts;
  facts.sums.start = facts.sums.last_real;
  facts.sums.target = 7;
  facts.sums.quiet_since = day_number(*facts.sums.start);
  const std::string json = render_json(due_view(page, Format::json, first_four));
  CHECK(json.find("\"long\":true") != std::string::npos);
}

TEST_CASE("for programs every key of the contract is there") {
  const DuePage page = two_groups();
  const std::string json = render_json(due_view(page, Format::json, first_four));
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
