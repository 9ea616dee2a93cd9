#include "store/memory.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <thread>

#include "store/database.hpp"
#include "support/histories.hpp"

namespace rel::test {
namespace {

/// A piece of SQLite's memory, filled with one byte.
struct Filled {
  unsigned char byte;
  int size;
};

/// Pieces in use, each of which must keep what was written into it.
class Pieces {
 public:
  ~Pieces() {
    for (const auto& [memory, filled] : pieces_) sqlite3_free(memory);
  }

  void take(Random& random) { keep(sqlite3_malloc(size_of(random)), 0, random); }

  void resize(Random& random) {
    const auto piece = any(random);
    const Filled old = piece->second;
    auto* memory = static_cast<unsigned char*>(piece->first);
    pieces_.erase(piece);
    const int size = size_of(random);
    memory = static_cast<unsigned char*>(sqlite3_realloc(memory, size));
    REQUIRE(std::all_of(memory, memory + std::min(old.size, size),
                        [&](unsigned char byte) { return byte == old.byte; }));
    keep(memory, size, random);
  }

  void give_back(Random& random) {
    const auto piece = any(random);
    check(*piece);
    sqlite3_free(piece->first);
    pieces_.erase(piece);
  }

  bool empty() const { return pieces_.empty(); }

 private:
  using Map = std::map<void*, Filled>;

  // Small ones mostly, as SQLite asks for them; some behind the edge where malloc takes over.
  static int size_of(Random& random) {
    return random.one_in(10) ? random.between(8'000, 40'000) : random.between(1, 300);
  }

  void keep(void* memory, int size, Random& random) {
    REQUIRE(memory);
    REQUIRE(reinterpret_cast<std::uintptr_t>(memory) % 8 == 0);
    if (size == 0) size = static_cast<int>(sqlite3_msize(memory));
    REQUIRE(sqlite3_msize(memory) >= static_cast<std::uint64_t>(size));
    const auto byte = static_cast<unsigned char>(random.between(1, 255));
    std::fill_n(static_cast<unsigned char*>(memory), size, byte);
    pieces_[memory] = {byte, size};
  }

  static void check(const Map::value_type& piece) {
    const auto* begin = static_cast<const unsigned char*>(piece.first);
    REQUIRE(std::all_of(begin, begin + piece.second.size,
                        [&](unsigned char byte) { return byte == piece.second.byte; }));
  }

  Map::iterator any(Random& random) {
    return std::next(pieces_.begin(), static_cast<std::ptrdiff_t>(random.index(pieces_.size())));
  }

  Map pieces_;
};

/// The first connection gives SQLite our memory.
store::Database connected() {
  return store::Database(":memory:", SQLITE_OPEN_READWRITE, 0);
}

TEST_CASE("pieces of any size keep what is in them, whatever is taken, resized and given back beside them") {
  const store::Database database = connected();
  Random random(1);
  Pieces pieces;
  for (int step = 0; step < 20'000; ++step) {
    const int what = random.between(0, 3);
    if (pieces.empty() || what <= 1) {
      pieces.take(random);
    } else if (what == 2) {
      pieces.resize(random);
    } else {
      pieces.give_back(random);
    }
  }
}

#ifndef __SANITIZE_ADDRESS__
TEST_CASE("what came back is given out again") {
  const store::Database database = connected();
  void* first = sqlite3_malloc(100);
  sqlite3_free(first);
  void* second = sqlite3_malloc(97);  // the same when rounded
  CHECK(first == second);
  sqlite3_free(second);
}
#endif

TEST_CASE("a piece may come back in another thread") {
  const store::Database database = connected();
  void* memory = sqlite3_malloc(100);
  std::thread([&] {
    sqlite3_free(memory);
    sqlite3_free(sqlite3_malloc(100));
  }).join();
  void* fresh = sqlite3_malloc(100);
  CHECK(fresh);
  sqlite3_free(fresh);
}

}  // namespace
}  // namespace rel::test
