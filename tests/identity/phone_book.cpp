#include "identity/phone_book.hpp"

#include <doctest/doctest.h>

using namespace rel::commands;

namespace {

std::string told(const std::string& text, const std::string& country = "") {
  const PhoneNumber number = phone_number(text, country);
  return (number.international ? "+" : "") + number.digits;
}

bool same(const std::string& a, const std::string& b, const std::string& country = "") {
  std::vector<rel::Person> people(1);
  people[0].phones = {a};
  return PhoneBook(people, country).who(b) == std::vector<std::size_t>{0};
}

}  // namespace

TEST_CASE("a number is its digits, from home or from abroad") {
  for (const char* spelling : {"+44 7700 900123", "0044-7700-900123", "00 44 (0)7700 900123",
                               "tel:+44-7700-900123", "+447700900123;ext=12", "+447700900123 x12"}) {
    CAPTURE(spelling);
    CHECK(told(spelling) == "+447700900123");
  }
  CHECK(told("07700 900123") == "07700900123");
  CHECK(told("07700 900123", "GB") == "+447700900123");
  CHECK(told("(415) 555-0123", "US") == "+14155550123");
  CHECK(told("1 415 555 0123", "us") == "+14155550123");
  CHECK(told("011 44 7700 900123", "US") == "+447700900123");
  CHECK(told("06 1234 5678", "IT") == "+390612345678");
  CHECK(told("06 1 234 5678", "HU") == "+3612345678");
  CHECK(told("8 916 123 45 67", "RU") == "+79161234567");
  CHECK(told("07700 900123", "XX") == "07700900123");
  CHECK(told("112").empty());
  CHECK(told("").empty());
  CHECK(told("MyBank").empty());
}

TEST_CASE("two spellings of a number have one key, and an extension another") {
  CHECK(phone_key("+49 (30) 123-456") == phone_key("0049 30 123456"));
  CHECK(phone_key("030 123456") != phone_key("+30 123456"));
  CHECK(phone_key("+49 30 123456 x12") != phone_key("+49 30 123456 x13"));
  CHECK(phone_key("12345").empty());
  CHECK(phone_key("MyBank").empty());
}

TEST_CASE("the end of a number, by which two are likely to be one") {
  CHECK(phone_end("+49 30 5550123") == phone_end("030 5550123"));
  CHECK(phone_end("0030 123").empty());
  CHECK(phone_end("030 12345") == "3012345");
  CHECK(phone_end("000000").empty());
}

TEST_CASE("one telephone, however it is written") {
  CHECK(same("+44 7700 900123", "07700-900123"));
  CHECK(same("0044 7700 900123", "+44 7700 900123"));
  CHECK(same("07700900123", "7700900123"));
  CHECK(same("07700900123", "+44 7700 900123", "GB"));
  CHECK(!same("+44 7700 900123", "+49 7700 900123"));
  CHECK(!same("07700900123", "+49 7700 900123", "GB"));
  CHECK(same("07700-900123", "+44 7700 900123"));
  CHECK(!same("7700-900124", "+44 7700 900123"));
  CHECK(!same("900123", "+44 7700 900123"));  // six digits tell nobody
  CHECK(!same("112", "112"));
}

TEST_CASE("whose number it is") {
  std::vector<rel::Person> people(3);
  people[0].phones = {"+44 7700 900123", "+44 20 7946 0000"};
  people[1].phones = {"020 7946 0000"};
  people[2].phones = {"12"};
  const PhoneBook book(people, "GB");
  CHECK(book.who("07700900123") == std::vector<std::size_t>{0});
  CHECK(book.who("+442079460000") == std::vector<std::size_t>{0, 1});
  CHECK(book.who("12").empty());
  CHECK(book.who("+4915112345678").empty());
  CHECK(book.who("").empty());
}
