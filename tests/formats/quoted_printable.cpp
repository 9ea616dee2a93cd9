#include "formats/quoted_printable.hpp"

#include <doctest/doctest.h>

using rel::formats::decode_quoted_printable;

TEST_CASE("escapes of either case are bytes") {
  CHECK(decode_quoted_printable("J=C3=BCrgen=20M=c3=bcller") == "Jürgen Müller");
  CHECK(decode_quoted_printable("=0D=0A") == "\r\n");
  CHECK(decode_quoted_printable("=00").size() == 1);
}

TEST_CASE("an equals sign that begins no escape stands for itself") {
  CHECK(decode_quoted_printable("1+1=2") == "1+1=2");
  CHECK(decode_quoted_printable("=") == "=");
  CHECK(decode_quoted_printable("=4") == "=4");
  CHECK(decode_quoted_printable("=G0=41") == "=G0A");
  CHECK(decode_quoted_printable("==41") == "=A");
}
