#include "formats/csv.hpp"

#include <doctest/doctest.h>

#include "formats/csv_table.hpp"

using namespace rel::formats;

namespace {

using Table = std::vector<std::vector<std::string>>;

struct Read {
  Table rows;
  std::vector<std::size_t> lines;
  std::string problem;
};

Read read(const std::string& bytes) {
  std::istringstream in(bytes);
  CsvReader reader(in);
  Read read;
  while (reader.next()) {
    read.rows.push_back(reader.cells());
    read.lines.push_back(reader.line());
  }
  if (reader.problem()) read.problem = std::to_string(reader.problem()->line) + ": " + reader.problem()->why;
  return read;
}

}  // namespace

TEST_CASE("cells, quotes and every end of a line") {
  const Table expected = {{"a", "b"}, {"1", "x,y"}, {"", "say \"hi\""}};
  CHECK(read("a,b\r\n1,\"x,y\"\r\n,\"say \"\"hi\"\"\"\r\n").rows == expected);
  CHECK(read("a,b\n1,\"x,y\"\n,\"say \"\"hi\"\"\"").rows == expected);
  CHECK(read("a,b\r1,\"x,y\"\r\r,\"say \"\"hi\"\"\"\r").rows == expected);
  CHECK(read("a;b\n1;x,y\n;say \"hi\"\n").rows == expected);
  CHECK(read("a\tb\n1\tx,y\n\t\"say \"\"hi\"\"\"\n").rows == expected);
  CHECK(read("").rows.empty());
  CHECK(read("\n\n").rows.empty());
  CHECK(read("a\n\"\"\n").rows == Table{{"a"}});
}

TEST_CASE("lines are counted in the file, also within quotes") {
  const Read two = read("a,b\n\"1\n2\",x\n\n3,4\n");
  CHECK(two.lines == std::vector<std::size_t>{1, 2, 5});
  CHECK(two.rows.at(1).at(0) == "1\n2");
  CHECK(read("a,b\r\"1\r2\",x\r3,4").lines == std::vector<std::size_t>{1, 2, 4});
}

TEST_CASE("encodings: UTF-8 with a mark or without, UTF-16, CP1252") {
  const Table expected = {{"a", "b"}, {"Zoë", "5"}};
  CHECK(read("a,b\nZoë,5\n").rows == expected);
  CHECK(read("\xEF\xBB\xBF"
             "a,b\nZoë,5\n")
            .rows == expected);
  CHECK(read("a,b\nZo\xEB,5\n").rows == expected);
  const std::u16string wide = u"\uFEFFa,b\nZo\u00EB,5\n";
  std::string little;
  std::string big;
  for (const char16_t unit : wide) {
    little += {static_cast<char>(unit & 0xFF), static_cast<char>(unit >> 8)};
    big += {static_cast<char>(unit >> 8), static_cast<char>(unit & 0xFF)};
  }
  CHECK(read(little).rows == expected);
  CHECK(read(big).rows == expected);
}

TEST_CASE("what can't be a table ends the reading and names the line") {
  CHECK(read("a,b\n1,\"2\n3,4\n").problem == "2: a quote is never closed");
  CHECK(read(std::string("a,b\n1,\0\n", 8)).problem == "2: holds a NUL byte");
  CHECK(read("a,b\n1," + std::string(3'000'000, 'x')).problem.starts_with("2: a line of more than 2 MiB"));
  CHECK(read(std::string(100'000, ',')).problem == "1: has more than 1000 columns");
  CHECK(read(std::string(200'000, 'x') + ",y\n").rows.size() == 1);  // longer than what is read at once
}

TEST_CASE("formulas are defused, and every value comes back to the letter") {
  CHECK(csv_cell("=1+1") == "'=1+1");
  CHECK(csv_cell("'=1+1") == "''=1+1");
  CHECK(csv_cell("'quoted'") == "'quoted'");
  CHECK(csv_cell("it's") == "it's");
  CHECK(csv_cell("a\xFF") == "a\uFFFD");
  CHECK(csv_cell("a,b") == "\"a,b\"");
  for (const char* value : {"",       "=1+1", "+49 30", "-x",   "@SUM(A1)", "\tx",          "\rx",  "'=1",
                            "''=1",   "''",   "'",      "'x",   "a\"b",     "\"",           "\n",   "a\nb",
                            "a\r\nb", " x ",  "a;b",    "a\tb", "x=1",      "=\"x\",\"y\"", "'\"=", "Zoë"}) {
    CAPTURE(value);
    const std::string line = csv_line({"first", value, "last"});
    CHECK(read(line).rows == Table{{"first", value, "last"}});
  }
}

TEST_CASE("a table knows its columns by name") {
  std::istringstream in("ON,Extra, Who \n2026-11-01,x,ann\nON,Extra, Who \n2026-11-02,y,bo\nonly,two\n");
  CsvTable table(in, {"who", "on", "note"}, {});
  CHECK(!table.problem());
  CHECK(table.left_out() == std::vector<std::string>{"Extra"});
  CHECK(table.has(0));
  CHECK(!table.has(2));
  REQUIRE(table.next());
  CHECK(table.cell(0) == "ann");
  CHECK(table.cell(2).empty());
  REQUIRE(table.next());  // the heading that comes again is no row
  CHECK(table.cell(0) == "bo");
  CHECK(table.line() == 4);
  CHECK(!table.ragged());
  REQUIRE(table.next());
  CHECK(table.ragged() == "has 2 columns; the first line has 3");
  CHECK(!table.next());
}

TEST_CASE("columns may have other names, and none may be there twice") {
  std::istringstream mapped("Name,Date\nAnn,2026-11-01\n");
  CsvTable table(mapped, {"who", "on"}, {{"who", "name"}, {"on", "Date"}});
  REQUIRE(table.next());
  CHECK(table.cell(0) == "Ann");
  std::istringstream twice("who,on,who\n");
  CHECK(CsvTable(twice, {"who", "on"}, {}).problem()->why == "the column who is there twice");
  std::istringstream missing("who,on\n");
  CHECK(CsvTable(missing, {"who", "on"}, {{"on", "Date"}}).problem()->why == "there is no column Date");
}
