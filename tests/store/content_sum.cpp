#include "store/content_sum.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <set>
#include <string>

namespace rel::test {
namespace {

using store::Cell;
using store::ContentSum;
using store::RowKey;
using store::sum_of_cell;
using store::sum_of_row;

const RowKey key{3, 77};

ContentSum text(std::string_view value) {
  return sum_of_cell(key, 1, {SQLITE_TEXT, 0, value});
}
ContentSum number(std::int64_t value) {
  return sum_of_cell(key, 1, {SQLITE_INTEGER, value, {}});
}

TEST_CASE("what was added and taken away again leaves nothing, in any order") {
  ContentSum sum;
  for (const char* value : {"a", "b", "a"}) sum += text(value);
  for (const char* value : {"b", "a", "a"}) sum -= text(value);
  CHECK(sum == ContentSum{});
}

TEST_CASE("its sixteen bytes read back") {
  const ContentSum sum = text("a note");
  CHECK(sum.bytes().size() == 16);
  CHECK(ContentSum::from(sum.bytes()) == sum);
  CHECK_FALSE(ContentSum::from({1, 2, 3}));
}

TEST_CASE("every bit of a number and of a text of any length counts, in both halves") {
  std::set<std::uint64_t> low;
  std::set<std::uint64_t> high;
  const auto take = [&](const ContentSum& sum) {
    CHECK(low.insert(sum.low).second);
    CHECK(high.insert(sum.high).second);
  };
  take(number(0));
  for (int bit = 0; bit < 64; ++bit) take(number(static_cast<std::int64_t>(std::uint64_t{1} << bit)));
  for (const std::size_t length : {1U, 7U, 8U, 9U, 40U}) {
    const std::string plain(length, 'x');
    take(text(plain));
    for (std::size_t bit = 0; bit < 8 * length; ++bit) {
      std::string flipped = plain;
      flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ 1 << bit % 8);
      take(text(flipped));
    }
  }
}

TEST_CASE("the same value elsewhere is another one, nothing, an empty text and 0 are three") {
  std::set<std::pair<std::uint64_t, std::uint64_t>> seen;
  const auto add = [&](const ContentSum& sum) { CHECK(seen.emplace(sum.low, sum.high).second); };
  for (const RowKey& row : {RowKey{3, 77}, RowKey{3, 78}, RowKey{4, 77}, RowKey{3, 77, 1}}) {
    add(sum_of_row(row));
    for (const int column : {1, 2}) {
      for (const Cell& cell :
           {Cell{SQLITE_INTEGER, 0, {}}, Cell{SQLITE_TEXT, 0, ""}, Cell{SQLITE_NULL, 0, {}}}) {
        add(sum_of_cell(row, column, cell));
      }
    }
  }
}

}  // namespace
}  // namespace rel::test
