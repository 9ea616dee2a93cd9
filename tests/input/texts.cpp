#include "input/texts.hpp"

#include "base/errors.hpp"
#include "commands/world.hpp"

using namespace rel::test;
using rel::commands::require_email;
using rel::commands::require_name;
using rel::commands::require_note;
using rel::commands::require_phone;

namespace {

template <class Work>
std::string refusal(const Work& work) {
  try {
    work();
  } catch (const rel::UsageError& error) {
    return error.what();
  }
  return "not refused";
}

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int n = 0; n < times; ++n) all += text;
  return all;
}

}  // namespace

TEST_CASE("a name has no blanks around it, and keeps everything else") {
  CHECK(require_name("  Zoë  Bay ", "name") == "Zoë  Bay");
  CHECK(require_name("\u3000王小明\u200b", "name") == "王小明");
  CHECK(require_name("'); DROP TABLE people;--", "name") == "'); DROP TABLE people;--");
}

TEST_CASE("what can't be a name") {
  const auto refused = [](const std::string& text) { return refusal([&] { require_name(text, "tag"); }); };
  for (const char* text : {"", "  ", "\u200b", "\u00a0\u2060"}) CHECK(refused(text) == "tag: empty");
  CHECK(refused("a\x1b[2J") == "tag a\\u{1b}[2J: holds a control character");
  CHECK(refused("a\nb") == "tag a\\u{a}b: holds a control character");
  CHECK(refused("a\u202eb") == "tag a\\u{202e}b: holds a control character");
  CHECK(refused("a\xff") == "tag a\\x{ff}: byte 1 is not UTF-8");
}

TEST_CASE("a name has at most 200 characters, however many bytes a character takes") {
  CHECK(require_name(repeated("ä", 200), "name") == repeated("ä", 200));
  CHECK(require_name("e" + repeated("\u0301", 200), "name").size() == 401);
  holds(refusal([] { require_name(repeated("ä", 201), "name"); }), "longer than 200 characters");
  holds(refusal([] { require_name("e" + repeated("\u0301", 20'000), "name"); }),
        "too many marks on its letters");
}

TEST_CASE("a note keeps line breaks and escapes, NUL and more than a mebibyte are refused") {
  CHECK(require_note("\n a\x1b[2J\n\tb \n", "note") == "a\x1b[2J\n\tb");
  CHECK(refusal([] { require_note(std::string("ab\0c", 4), "note"); }) ==
        "note: holds a NUL byte at offset 2");
  CHECK(require_note(std::string(1024 * 1024, 'x'), "note").size() == 1024 * 1024);
  CHECK(refusal([] { require_note(std::string(1024 * 1024 + 1, 'x'), "note"); }) ==
        "note: longer than 1 MiB");
  CHECK(refusal([] { require_note(" \n ", "--heard"); }) == "--heard: empty");
  holds(refusal([] { require_note("a\xc3", "note"); }), "byte 1 is not UTF-8");
}

TEST_CASE("addresses and numbers are checked as loosely as address books do") {
  CHECK(require_email(" ann@lee ") == "ann@lee");
  for (const char* text : {"ann", "@lee", "ann@"}) {
    CHECK(refusal([&] { require_email(text); }) == "e-mail " + std::string(text) + ": is not name@host");
  }
  CHECK(require_phone("(030) 12-34 ext. 5") == "(030) 12-34 ext. 5");
  CHECK(refusal([] { require_phone("call me"); }) == "phone call me: has no digit");
}
