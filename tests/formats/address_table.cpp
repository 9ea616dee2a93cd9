#include "formats/address_table.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "formats/fixtures.hpp"

using namespace rel::formats;

namespace {

std::string described(const AddressTable& table) {
  std::string out = "\n";
  for (const Card& card : table.people) out += test::described(card);
  for (const Problem& problem : table.problems)
    out += std::to_string(problem.line) + "! " + problem.why + '\n';
  for (const auto& [name, count] : table.dropped)
    out += "- " + name + ' ' + std::to_string(count.times) + '\n';
  return out;
}

AddressTable read(const std::string& text, std::optional<DayOrder> order = {}) {
  std::istringstream in(text);
  AddressTable table;
  if (const auto problem = read_address_table(in, {.order = order, .columns = {}}, table))
    table.problems.push_back(*problem);
  return table;
}

std::string bytes_of(const char* name) {
  std::ifstream in(std::string(REL_TEST_DATA) + "/import/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string read_file(const char* name) {
  return described(read(bytes_of(name)));
}

}  // namespace

TEST_CASE("Google's older tables: lists in a cell, labels, days without a year, notes over lines") {
  CHECK(read_file("google-old.csv") == R"(
2: Zoë Łukasz
  nickname Zo
  phone +43 664 1234567
  phone 0664 7654321
  email zoe@example.org
  email zoe@work.example
  email z.lukasz@work.example
  category Choir
  category Family
  birthday ?-4-12
  anniversary 2010-6-14
  fact works at Graz Opera
  fact met in Graz
likes "opera", tea
4: Ken Hiro Sato
  phone +81 3 5550 1122
  birthday 1980-2-29
  Name day ?-11-30
  fact works as painter
5: only@mail.example
  email only@mail.example
6: Blue Plumbing
)");
}

TEST_CASE("Google's newer tables say the same of the same people") {
  const AddressTable table = read(bytes_of("google-new.csv"));
  REQUIRE(table.people.size() == 2);
  Card zoe = table.people[0];
  CHECK(zoe.facts.front() == "works as Singer at Graz Opera");  // the older one has no column for it
  Card before = read(bytes_of("google-old.csv")).people[0];
  zoe.facts = before.facts = {};
  CHECK(test::described(zoe) == test::described(before));
  CHECK(test::described(table.people[1]) == "4: Mia Roth Jr.\n  phone +49 30 555 0144\n  birthday ?-11-2\n");
}

TEST_CASE("Outlook: CP1252, several telephones, days in figures that settle each other") {
  CHECK(read_file("outlook.csv") == R"(
2: Jürgen Groß
  phone +49 30 1111111
  phone +49 151 2222222
  email juergen@example.org
  category Family
  category Work
  birthday 1975-4-25
  fact works at Acme
3: Ann Lee
  email ann@example.org
  email ann@work.example
  anniversary 1999-6-14
  birthday 1980-3-4
)");
}

TEST_CASE("days that nothing settles are left out, and said to be, an order settles them") {
  const std::string table = "First Name,Last Name,E-mail Address,Birthday\nAnn,Lee,a@b.example,3/4/1980\n";
  const AddressTable unclear = read(table);
  CHECK(unclear.days_unclear);
  CHECK(unclear.people.at(0).dates.empty());
  CHECK(unclear.dropped.times("birthday 3/4/1980") == 1);
  CHECK(read(table, DayOrder::dmy).people.at(0).dates.at(0).month == 4);
  CHECK(read(table, DayOrder::mdy).people.at(0).dates.at(0).month == 3);
}

TEST_CASE("Thunderbird: a birthday in three columns, with a year or without") {
  CHECK(read_file("thunderbird.csv") == R"(
2: Ada Kern
  nickname Adi
  phone +49 30 3333333
  phone +49 170 4444444
  email ada@kern.example
  email ada@work.example
  birthday 1980-4-2
  fact plays chess
3: Bo
  email bo@example.org
  birthday ?-2-29
- Custom 1 1
)");
}

TEST_CASE("LinkedIn: behind a preamble of any shape, whoever hides their name is nobody") {
  CHECK(read_file("Connections.csv") == R"(
5: Grace Hopper
  email grace@navy.example
  fact works as Rear Admiral at US Navy
6: Alan Turing
  fact works as Codebreaker at Bletchley, Park
- Connected On 2
- URL 2
- row without a name 1
)");
  for (const char* preamble : {"", "Notes:\n\n", "\"a note, unclosed\nand more\n\n", "Anmerkungen:,,,\r\n"}) {
    CAPTURE(preamble);
    const AddressTable table = read(std::string(preamble) +
                                    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
                                    "Ada,Kern,,,,,01 Jan 2020\n");
    REQUIRE(table.people.size() == 1);
    CHECK(table.people[0].name == "Ada Kern");
  }
}

TEST_CASE("they are told apart by their columns") {
  CHECK(address_book_of(bytes_of("google-old.csv")) == AddressBook::google);
  CHECK(address_book_of(bytes_of("google-new.csv")) == AddressBook::google);
  CHECK(address_book_of(bytes_of("outlook.csv")) == AddressBook::outlook);
  CHECK(address_book_of(bytes_of("thunderbird.csv")) == AddressBook::thunderbird);
  CHECK(address_book_of(bytes_of("Connections.csv")) == AddressBook::linkedin);
  CHECK(!address_book_of("who,on\nann,2026-11-01\n"));
  CHECK(!address_book_of("handle,name,uid\n"));
  CHECK(!address_book_of(""));
}

TEST_CASE("rows and files that are broken") {
  const std::string heading = "Name,Phone 1 - Value\n";
  CHECK(described(read(heading + "Ann\n")) == "\n2! has 1 columns; the heading has 2\n");
  CHECK(described(read(heading + heading + ",\nAnn,\n")) == "\n4: Ann\n");
  CHECK(described(read(heading + "\"Ann,1\n")) == "\n2! a quote is never closed\n");
  CHECK(described(read(heading + std::string(300, 'x') + ",\n")) ==
        "\n2! has a name of more than 200 characters\n");
  CHECK(described(read("")) == "\n1! is empty\n");
  CHECK(described(read(heading + "\"=1+1; a\\b, c\",5\n")) == "\n2: =1+1; a\\b, c\n  phone 5\n");
}
