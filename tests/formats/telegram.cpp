#include "formats/telegram.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

using namespace rel::formats;

namespace {

std::string described(std::istream& in) {
  std::string out;
  const auto problem = read_telegram(
      in,
      {.contact = [&](const TelegramContact& one) { out += "contact " + one.name + ' ' + one.phone + "; "; },
       .message =
           [&](const TelegramMessage& one) {
             out += std::to_string(one.line) + ' ' + one.chat + ' ' + one.chat_type +
                    (one.theirs ? " them " : " me ");
             out += one.at ? std::to_string(*one.at) : one.civil ? rel::iso(one.civil->day) : "never";
             if (one.call) out += " call " + std::to_string(one.seconds) + "s";
             out += "; ";
           }});
  return problem ? out + std::to_string(problem->line) + "! " + problem->why : out;
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

TEST_CASE("one chat: who and when, what Telegram says by itself is no message") {
  CHECK(read_file("telegram-chat.json") ==
        "6 Ann Lee personal_chat them 1793523600 call 0s; 15 Ann Lee personal_chat them 1793654739; 25 Ann "
        "Lee personal_chat me 1793656800; "
        "34 Ann Lee personal_chat me 2026-11-05; ");
}

TEST_CASE("a full export: the address book, and every chat by its own name") {
  CHECK(read_file("telegram-all.json") ==
        "contact Bobby 00447700900123; contact Ann Lee ; 16 Ann Lee personal_chat them 1793654739; "
        "18 Bobby personal_chat me 1793741139; 20 A Stranger personal_chat them 1793741139; "
        "22 Choir private_group me 1793741139; 24  saved_messages them 1793741139; ");
}

TEST_CASE("what is broken is told with its line, what is odd is passed over") {
  CHECK(read("{\"messages\": [\n{\"type\": \"message\"").starts_with("2! is not JSON: "));
  CHECK(read(std::string(100'000, '[')) == "1! is nested too deeply");
  CHECK(read("{\"name\": 5, \"messages\": [5, [], {}, {\"type\": \"message\", \"date\": 7}]}") ==
        "1 5  me never; ");
  CHECK(
      read("{\"type\":\"personal_chat\",\"messages\":[{\"type\":\"message\",\"date_unixtime\":\"-5x\"}]}") ==
      "1  personal_chat them never; ");
  CHECK(read("{\"type\":\"personal_chat\",\"messages\":[{\"type\":\"message\",\"date_unixtime\":"
             "9223372036854775807}]}") == "1  personal_chat them never; ");
  CHECK(read("{}").empty());
  CHECK(read("[]").empty());
}

TEST_CASE("it is told by the kinds of chats, or by whose data it is") {
  CHECK(looks_like_telegram("{\n \"name\": \"Ann\",\n \"type\": \"personal_chat\","));
  CHECK(looks_like_telegram("{\"about\": \"x\", \"personal_information\": {"));
  CHECK(!looks_like_telegram("{\"schema\":1,\"command\":\"export\","));
  CHECK(!looks_like_telegram("\"personal_chat\""));
}
