#include "formats/mbox.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

using namespace rel::formats;

namespace {

using List = std::vector<std::string>;

std::string described(std::istream& in) {
  std::string out;
  read_mbox(in, [&](const MailHead& mail) {
    out += std::to_string(mail.line) + ' ' + mail.from + " >";
    for (const std::string& address : mail.to) out += ' ' + address;
    out += ' ' + (mail.at ? std::to_string(*mail.at) : "never") + '\n';
  });
  return out;
}

std::string read(const std::string& text) {
  std::istringstream in(text);
  return described(in);
}

}  // namespace

TEST_CASE("heads of messages, folded and quoted, text is never a head") {
  std::ifstream in(std::string(REL_TEST_DATA) + "/import/mail.mbox", std::ios::binary);
  CHECK(described(in) ==
        "1 ann@example.org > me@home.example bo@example.org 1793646933\n"
        "16 me@home.example > ann@example.org bo@example.org stranger@example.net 1793710800\n"
        "24 news@shop.example > me@home.example 1793696400\n"
        "31 ann@example.org > list@lists.example 1793782800\n");
}

TEST_CASE("addresses, however they are dressed") {
  CHECK(addresses_in("a@b.example") == List{"a@b.example"});
  CHECK(addresses_in("\"Lee, <x@y> \\\" Ann\" <A@B.example>, (c, <d@e>) f@g.example (h)") ==
        List{"a@b.example", "f@g.example"});
  CHECK(addresses_in("friends: a@b.example, c@d.example; e@f.example") ==
        List{"a@b.example", "c@d.example", "e@f.example"});
  CHECK(addresses_in("a@b.example, A@B.EXAMPLE") == List{"a@b.example"});
  for (const char* none :
       {"", "Ann Lee", "@b", "a@", "undisclosed-recipients:;", "<>", "\"a@b.example", "(a@b.example"}) {
    CAPTURE(none);
    CHECK(addresses_in(none).empty());
  }
}

TEST_CASE("dates of mail") {
  constexpr std::int64_t noon = 1541160000;  // 2018-11-02T12:00:00Z
  for (const char* text :
       {"Fri, 2 Nov 2018 12:00:00 +0000", "2 Nov 2018 12:00 GMT", "Fri, 02 Nov 18 12:00:00 Z",
        "Fri,  2 Nov 2018 13:00:00 +0100 (CET)", "Fri, 2 Nov 2018 07:00:00 EST",
        "Fri, 2 November 2018 06:30:00 -0530", "Fri, 2 Nov 118 12:00:00 +0000"}) {
    CAPTURE(text);
    CHECK(mail_date(text) == noon);
  }
  for (const char* text : {"", "Fri", "2 Nov", "30 Feb 2018 12:00:00 +0000", "2 Nov 2018 25:00:00 +0000",
                           "2 Nov 2018 12 +0000", "2 Nov 2018 1:2:3:4 +0000", "Nov 2 12:00:00 2018"}) {
    CAPTURE(text);
    CHECK(!mail_date(text));
  }
}

TEST_CASE("mailboxes that are broken") {
  CHECK(read("").empty());
  CHECK(read("hello\n\nFrom: a@b.example\n").empty());
  CHECK(read("From x\n\nFrom y\r\nFrom: a@b.example\r\nTo:\r\n\r\n") ==
        "1  > never\n3 a@b.example > never\n");
  const std::string long_field = "From x\nTo: " + std::string(5'000'000, 'x') + "\nFrom: a@b.example\n\n";
  CHECK(read(long_field) == "1 a@b.example > never\n");
}

TEST_CASE("a mailbox is told by its first two lines") {
  CHECK(looks_like_mbox("From a@b.example Mon Nov  2 20:15:33 2026\nReturn-Path: <a>\n"));
  CHECK(!looks_like_mbox("From here on\nit is prose\n"));
  CHECK(!looks_like_mbox("From: a@b.example\n"));
  CHECK(!looks_like_mbox("who,on\n"));
}
