#include "formats/whatsapp.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <set>
#include <sstream>
#include <vector>

using namespace rel::formats;

namespace {

const rel::Day latest = *rel::day_from_iso("2026-11-22");

/// Day, minute and sender of each message; `?` before all where the order is not settled.
std::string described(std::istream& in) {
  const WhatsAppChat chat = read_whatsapp(in);
  const auto days = days_of(chat, latest);
  std::string out = days && !chat.messages.empty() ? "" : "? ";
  for (const WhatsAppMessage& message : chat.messages) {
    const auto day = day_in(message.day, days.value_or(ChatDays{}));
    out += (day ? rel::iso(*day) : "no day") + ' ' + rel::clock_text(rel::TimeOfDay{message.minute}) + ' ' +
           chat.senders[message.sender].name + (message.notice ? " (notice)" : "") + "; ";
  }
  return out;
}

std::string read(const std::string& text) {
  std::istringstream in(text);
  return described(in);
}

std::string read_file(const std::string& name) {
  std::ifstream in(std::string(REL_TEST_DATA) + "/import/" + name, std::ios::binary);
  return described(in);
}

}  // namespace

TEST_CASE("five layouts: brackets, an afternoon in words, dots, ISO, no comma") {
  CHECK(read_file("whatsapp-ios.txt") ==
        "2026-11-02 20:15 Ann Lee (notice); 2026-11-02 20:15 Ann Lee; 2026-11-02 20:16 Me; 2026-11-13 00:30 "
        "Me; "
        "2026-11-14 09:00 Me; 2026-11-14 10:00 Ann Lee; ");
  CHECK(read_file("whatsapp-us.txt") == "2026-11-02 20:15 Ann Lee; 2026-11-13 00:05 Me; ");
  CHECK(read_file("whatsapp-de.txt") == "2026-11-02 20:15 Ann Lee; 2026-11-13 20:15 Ich; ");
  CHECK(read_file("whatsapp-iso.txt") == "2026-11-02 20:15 Ann Lee; 2026-11-13 20:15 Me; ");
  CHECK(read_file("whatsapp-es.txt") == "2026-11-02 20:15 Ann Lee; 2026-11-13 20:15 Me; ");
  CHECK(read("20:15, 13/11/2026 - Ann: x\n") == "2026-11-13 20:15 Ann; ");
  CHECK(read("13/11/26 20:15:33: Ann: x\n") == "2026-11-13 20:15 Ann; ");
}

TEST_CASE("senders without their marks, what nobody wrote is no message") {
  CHECK(read("13/11/2026, 20:15 - \xE2\x80\xAA+44 7700 900123\xE2\x80\xAC: x\n") ==
        "2026-11-13 20:15 +44 7700 900123; ");
  CHECK(read("[13/11/2026, 20:15:00] ~\xE2\x80\xAF"
             "Ann: x\n") == "2026-11-13 20:15 Ann; ");
  CHECK(read("13/11/2026, 20:15 - Ann:\n") == "2026-11-13 20:15 Ann; ");
  for (const char* line :
       {"13/11/2026, 20:15 - You created this group\n", "13/11/2026, 25:15 - Ann: x\n", "hello: x\n",
        "[13/11/2026, 20:15:00 Ann: x\n", "\n", "13/11/2026, 20:15 - : x\n"}) {
    CAPTURE(line);
    CHECK(read(line) == "? ");
  }
}

TEST_CASE("the order of days: by days that exist, by what follows what, by today, or not at all") {
  CHECK(read("13/4/2026, 9:00 - Ann: x\n3/5/2026, 9:00 - Ann: x\n") ==
        "2026-04-13 09:00 Ann; 2026-05-03 09:00 Ann; ");
  CHECK(read("4/13/2026, 9:00 - Ann: x\n5/3/2026, 9:00 - Ann: x\n").starts_with("2026-04-13"));
  CHECK(read("3/4/2026, 9:00 - Ann: x\n1/5/2026, 9:00 - Ann: x\n")
            .starts_with("2026-04-03"));                                // else back in time
  CHECK(read("1/12/2026, 9:00 - Ann: x\n").starts_with("2026-01-12"));  // else to come
  CHECK(read("3/4/2026, 9:00 - Ann: x\n").starts_with("? "));
  CHECK(read("3/4/2026, 9:00 - Ann: x\n5/6/2026, 9:00 - Ann: x\n").starts_with("? "));
  CHECK(read("13/4/2026, 9:00 - Ann: x\n4/13/2026, 9:00 - Ann: x\n").starts_with("? "));
}

TEST_CASE("it is told by its first line") {
  CHECK(looks_like_whatsapp("[02/11/2026, 20:15:33] Ann: x\n"));
  CHECK(looks_like_whatsapp("\xE2\x80\x8E[02/11/2026, 20:15:33] Ann: x"));
  CHECK(looks_like_whatsapp("11/2/26, 8:15\xE2\x80\xAFPM - Messages are encrypted.\n"));
  CHECK(!looks_like_whatsapp("who,on\nann,2026-11-02\n"));
  CHECK(!looks_like_whatsapp("2026-11-02,20:15,ann\n"));
  CHECK(!looks_like_whatsapp(""));
}

namespace {

/// A chat with these stamps, as a telephone writes it.
std::string chat_of(bool ios, const std::vector<std::string>& stamps) {
  std::string text;
  for (std::size_t i = 0; i < stamps.size(); ++i)
    text += (ios ? "[" + stamps[i] + "] " : stamps[i] + " - ") + (i % 2 == 0 ? "Ann Lee" : "Kim Moss") +
            ": see you: at 8\n";
  return text;
}

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream in(line);
  for (std::string cell; std::getline(in, cell, '\t');) cells.push_back(cell);
  return cells;
}

}  // namespace

// The stamps are CLDR's, made by scripts/cldr-tables: Android and iOS, 12 and 24 hours, short and long years.
TEST_CASE("chats of every locale are read back to the minute") {
  std::ifstream in(std::string(REL_TEST_DATA) + "/import/chat-stamps.tsv", std::ios::binary);
  std::set<std::string> locales;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with('#')) continue;
    std::vector<std::string> cells = cells_of(line);
    REQUIRE(cells.size() == 6);
    CAPTURE(line);
    locales.insert(cells[0]);
    const bool ios = cells[1] == "ios";
    cells.erase(cells.begin(), cells.begin() + 2);
    CHECK(read(chat_of(ios, cells)) ==
          "2026-06-13 21:25 Ann Lee; 2026-06-14 09:12 Kim Moss; 2026-06-15 12:05 Ann Lee; "
          "2026-07-02 00:30 Kim Moss; ");
  }
  CHECK(locales.size() >= 60);
}

TEST_CASE("words between day and time, and words for half a day that no list has") {
  for (const char* joint :
       {" à ", " klo ", " u ", " kl. ", " um ", " г., ", " alle ore ", " \xE2\x81\xA8", " - ", ", "}) {
    CAPTURE(joint);
    CHECK(read("13.06.2026" + std::string(joint) + "21:25 - Ann: x\n14.06.2026" + joint +
               "09:12 - Ann: x\n") == "2026-06-13 21:25 Ann; 2026-06-14 09:12 Ann; ");
  }
  CHECK(read("13/6/2026, 9:12 qwo - Ann: x\n13/6/2026, 9:25 zwo - Ann: x\n14/6/2026, 8:00 qwo - Ann: x\n"
             "14/6/2026, 7:00 zwo - Ann: x\n") ==
        "2026-06-13 09:12 Ann; 2026-06-13 21:25 Ann; 2026-06-14 08:00 Ann; 2026-06-14 19:00 Ann; ");
}

TEST_CASE("lines of another form than most are text") {
  CHECK(read("13/06/2026, 21:25 - Ann: x\n[12/06/2026, 10:00] Bo: y\n14/06/2026, 21:25 - Kim: z\n") ==
        "2026-06-13 21:25 Ann; 2026-06-14 21:25 Kim; ");
}
