#include <doctest/doctest.h>

#include "store/history_trim.hpp"
#include "support/examined.hpp"

namespace rel::test {
namespace {

TEST_CASE("doctor: what no command wrote is named, and so is what is gone") {
  struct Case {
    const char* sql;
    const char* kind;
    Id Examined::*id;
    const char* what;
  };
  for (const Case& one :
       {Case{"UPDATE contacts SET note = 'a talk'", "contact ", &Examined::talk, "is not what was written"},
        {"UPDATE promises SET text = text || '!'", "promise ", &Examined::promised,
         "is not what was written"},
        {"DELETE FROM promises", "promise ", &Examined::promised, "was written, and is not there"}}) {
    CAPTURE(one.sql);
    const Examined file;
    file.damage(one.sql);
    CHECK(file.look() == Findings{{.what = one.what, .where = one.kind + id_text(file.*one.id)}});
  }
  const Examined file;
  file.damage("INSERT INTO details SELECT id, 3, 7, 'x' FROM people WHERE handle = 'ann'");
  CHECK(file.look() == Findings{{.what = "no command wrote it", .where = "details of person ann"}});
}

TEST_CASE("doctor: what was undone and done again is what was written") {
  const Examined file;
  {
    File store = file.write();
    store.undo(test_time);
    CHECK(file.look().empty());
    store.undo(test_time);
    store.redo(test_time);
    CHECK(file.look().empty());
  }
  file.damage("UPDATE snoozes SET why = 'x'");
  CHECK(file.look() ==
        Findings{{.what = "is not what was written", .where = "snooze " + id_text(file.put_off)}});
}

TEST_CASE("doctor: what is older than the history is not known row by row") {
  const Examined file;
  store::bound_history(file.path, 1);
  CHECK(file.look().empty());
  file.damage("UPDATE remarks SET text = 'x'");
  CHECK(file.look() == Findings{{.what = "something differs from what was there when the history began",
                                 .where = "what is older than the history"}});
}

TEST_CASE("doctor: a broken chain of the history is named by its row") {
  const Examined file;
  file.damage("UPDATE history SET command = 'x' WHERE seq = 2");
  const Findings findings = file.look();
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().where == "history, row 2 (rel x)");
}

}  // namespace
}  // namespace rel::test
