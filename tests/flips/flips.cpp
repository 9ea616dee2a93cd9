// Every flipped bit is found: doctor finds each one in whatever means something, and what it calls sound
// answers every command as before.
//
//   test_flips            one bit in so many of each file: a test of seconds
//   test_flips --all      every bit of the small files, ten thousand of the larger one: minutes
#define DOCTEST_CONFIG_IMPLEMENT
#include <SQLiteCpp/SQLiteCpp.h>

#include <iostream>
#include <random>

#include "commands/world.hpp"
#include "flips/used_bytes.hpp"
#include "store/history_trim.hpp"
#include "support/store_file.hpp"

namespace rel::test {

bool all_bits = false;

namespace {

constexpr std::size_t one_in =
    61;  // bits that are tried, where not all are; prime, so that all kinds are met

/// A file that is flipped bit by bit.
class Flipped : public World {
 public:
  void begin() {
    std::filesystem::remove_all(path("backups"));
    bytes_ = data();
    used_ = UsedBytes(bytes_, roots()).bits();
    answers_ = answers();
    values_ = values();
    REQUIRE((*this)("doctor").exit_code == 0);
  }

  std::size_t bits() const { return 8 * bytes_.size(); }
  bool means_something(std::size_t bit) const { return (used_[bit / 8] >> bit % 8 & 1) != 0; }
  bool read(std::size_t bit) const { return used_[bit / 8] != 0; }

  /// Flips one bit, looks, and flips it back.
  void check(std::size_t bit) {
    INFO("byte " << bit / 8 << " (page " << bit / 8 / 4096 + 1 << ", " << bit / 8 % 4096 << "), bit "
                 << bit % 8);
    put(bit, true);
    const Outcome outcome = (*this)("doctor");
    if (outcome.exit_code == 0) {
      CHECK((!means_something(bit) || values() == values_));
      CHECK(answers() == answers_);
    } else {
      CHECK(outcome.exit_code == 4);
      ++found_;
    }
    put(bit, false);
  }
  std::size_t found() const { return found_; }

 private:
  void put(std::size_t bit, bool flipped) {
    std::fstream file(path("rel.db"), std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(static_cast<std::streamoff>(bit / 8));
    file.put(static_cast<char>(bytes_[bit / 8] ^ (flipped ? 1 << bit % 8 : 0)));
  }

  std::vector<std::uint32_t> roots() const {
    SQLite::Database database(path("rel.db"));
    SQLite::Statement query(database, "SELECT 1 UNION ALL SELECT rootpage FROM sqlite_schema");
    std::vector<std::uint32_t> pages;
    while (query.executeStep()) pages.push_back(query.getColumn(0).getUInt());
    return pages;
  }

  /// Every value in the file.
  std::string values() const {
    std::vector<std::string> tables = users_tables;
    for (const char* other : {"sums", "names", "made_with", "history"}) tables.emplace_back(other);
    return Raw(path("rel.db")).dump(tables);
  }

  std::string answers() {
    std::string all;
    for (const char* line :
         {"export --to json", "due --all --format json", "list --format json", "health --format json",
          "review --format json", "undo --list --format json", "show ann", "prep bo", "find a"}) {
      const Outcome outcome = (*this)(line);
      all += std::to_string(outcome.exit_code) + outcome.out + outcome.err;
    }
    return all;
  }

  std::string bytes_;
  std::vector<unsigned char> used_;
  std::string answers_;
  std::string values_;
  std::size_t found_ = 0;
};

/// A row of every kind.
void fill(Flipped& world) {
  for (const char* line :
       {"add 'Ann Lee' --tier 1 --alias annie --phone '+49 30 1' --birthday 4-12 --purpose 'we grew up "
        "together'",
        "add 'Bo Chen' --tier 2 --tag choir --real-by chat", "add 'Cy'",
        "log ann,bo met 2h 2026-11-18 19:30 'dinner at the harbour' --depth deep --by them",
        "log ann call 45m 2026-11-01 --heard 'moves to Lisbon in May'", "log bo missed 2026-11-20",
        "note ann surgery --ask '2026-12-12 how did it go?'",
        "promise ann 'the Calvino book' --by 2026-11-28", "promise bo 'a map' --theirs",
        "snooze bo 2w --why travelling", "snooze --everyone 2026-11-23",
        "review --done --intend 'ann: a walk'", "log cy hello", "undo"}) {
    CAPTURE(line);
    REQUIRE(world(line).exit_code == 0);
  }
}

void check_every_bit(Flipped& world) {
  world.begin();
  std::size_t tried = 0;
  std::size_t nth = 0;
  for (std::size_t bit = 0; bit < world.bits(); ++bit) {
    if (!world.read(bit)) continue;
    if (!all_bits && nth++ % one_in != 0) continue;
    world.check(bit);
    ++tried;
  }
  std::cout << "flipped " << tried << " bits that mean something, found " << world.found() << '\n';
  CHECK(world.found() > tried * 99 / 100);
}

void check_random_bits(Flipped& world, int bits) {
  world.begin();
  std::mt19937_64 random(2026);
  std::uniform_int_distribution<std::size_t> any(0, world.bits() - 1);
  for (int i = 0; i < bits; ++i) world.check(any(random));
  std::cout << "flipped " << bits << " bits anywhere, found " << world.found() << '\n';
}

TEST_CASE("a small file, its history from the beginning") {
  Flipped world;
  fill(world);
  check_every_bit(world);
}

TEST_CASE("a small file whose history was let go") {
  Flipped world;
  fill(world);
  store::bound_history(world.path("rel.db"), 900);
  REQUIRE(world.json("undo --list").at("commands").size() < 8);
  check_every_bit(world);
}

TEST_CASE("a larger file, anywhere") {
  Flipped world;
  REQUIRE(world("demo " + world.path("rel.db")).exit_code == 0);
  check_random_bits(world, all_bits ? 10'000 : 300);
}

}  // namespace
}  // namespace rel::test

int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) rel::test::all_bits |= std::string(argv[i]) == "--all";
  return doctest::Context(argc, argv).run();
}
