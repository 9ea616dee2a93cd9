#include "text/uri.hpp"

#include <doctest/doctest.h>

using namespace rel::text;

TEST_CASE("a number is dialled as it is meant") {
  CHECK(tel_uri("+49 30 123456") == "tel:+4930123456");
  CHECK(tel_uri("+49 (0)30 / 12-34.56") == "tel:+4930123456");
  CHECK(tel_uri("(030) 123 456") == "tel:030123456");
  CHECK(tel_uri("0 (0)1") == "tel:001");  // no country, so no zero to leave out
  CHECK(tel_uri("Tel. 030 123 ext. 5") == "tel:030123");
  CHECK(tel_uri("030 123, 5") == "tel:030123");
  CHECK(tel_uri("*31#030") == "tel:*31%23030");
  CHECK(tel_uri("+1 +2") == "tel:+12");
  CHECK(tel_uri("no digit") == "");
  CHECK(tel_uri("+#*") == "");
  CHECK(tel_uri("") == "");
}

TEST_CASE("whatever a number holds, its URI is digits") {
  CHECK(tel_uri("--help 1; rm -rf ~") == "tel:1");
  CHECK(tel_uri("1\x1b]8;;evil\x07"
                "2") == "tel:18");
  CHECK(tel_uri("1$(touch hacked)2") == "tel:1");
  CHECK(tel_uri("1 \n 2") == "tel:12");
}

TEST_CASE("an address stays one, whatever it holds") {
  CHECK(mailto_uri("ann.lee+x@example.org") == "mailto:ann.lee%2Bx@example.org");
  CHECK(mailto_uri("a@b?attach=/etc/passwd&cc=c") == "mailto:a@b%3Fattach%3D%2Fetc%2Fpasswd%26cc%3Dc");
  CHECK(mailto_uri("zoë@b") == "mailto:zo%C3%AB@b");
  CHECK(mailto_uri("a@b\x1b\n'\"%") == "mailto:a@b%1B%0A%27%22%25");
}

TEST_CASE("what holds an @ is an address") {
  CHECK(reach_uri("ann@example.org") == "mailto:ann@example.org");
  CHECK(reach_uri("+49 30 1") == "tel:+49301");
}
