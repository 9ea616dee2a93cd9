#include "store/doctor_rows.hpp"

#include <doctest/doctest.h>

#include "store/open.hpp"
#include "support/examined.hpp"

namespace rel::test {
namespace {

TEST_CASE("doctor: a value of a person that can't be is named by its column") {
  for (const auto& [sql, where, column] :
       {std::tuple{"UPDATE people SET tier = 4 WHERE handle = 'ann'", "person ann", "its tier"},
        {"UPDATE people SET every_days = 0 WHERE handle = 'ann'", "person ann", "its every_days"},
        {"UPDATE people SET archived = 2 WHERE handle = 'bo'", "person bo", "its archived"},
        {"UPDATE people SET last = 99999999 WHERE handle = 'bo'", "person bo", "its last"},
        {"UPDATE people SET added = -99999999 WHERE handle = 'bo'", "person bo", "its added"},
        {"UPDATE details SET kind = 5", "details of person ann", "its kind"},
        {"UPDATE dates SET month = 13", "dates of person ann", "its month"},
        {"UPDATE dates SET day = 0", "dates of person ann", "its day"}}) {
    const std::string statement = sql;
    CAPTURE(statement);
    const Examined file;
    file.damage(sql);
    CHECK(finds(file.look(), where, std::string(column) + " can't be what it is"));
  }
}

TEST_CASE("doctor: a value of an entry that can't be is named by its id and column") {
  struct Case {
    const char* sql;
    const char* kind;
    Id Examined::*id;
    const char* column;
  };
  for (const Case& one : {Case{"UPDATE contacts SET channel = 10", "contact", &Examined::talk, "channel"},
                          {"UPDATE contacts SET kind = 4", "contact", &Examined::talk, "kind"},
                          {"UPDATE contacts SET minutes = 1441", "contact", &Examined::talk, "minutes"},
                          {"UPDATE contacts SET time = 1440", "contact", &Examined::talk, "time"},
                          {"UPDATE contacts SET depth = 3", "contact", &Examined::talk, "depth"},
                          {"UPDATE contacts SET others = -1", "contact", &Examined::talk, "others"},
                          {"UPDATE contacts SET companions = 2", "contact", &Examined::talk, "companions"},
                          {"UPDATE contacts SET answered = 99999999", "contact", &Examined::talk, "answered"},
                          {"UPDATE remarks SET used = 99999999", "remark", &Examined::remark, "used"},
                          {"UPDATE promises SET mine = 2", "promise", &Examined::promised, "mine"},
                          {"UPDATE promises SET due = 99999999", "promise", &Examined::promised, "due"},
                          {"UPDATE snoozes SET counted = 2", "snooze", &Examined::put_off, "counted"},
                          {"UPDATE snoozes SET until = 99999999", "snooze", &Examined::put_off, "until"},
                          {"UPDATE reviews SET since = 99999999", "review", &Examined::review, "since"}}) {
    CAPTURE(one.sql);
    const Examined file;
    file.damage(one.sql);
    CHECK(finds(file.look(), std::string(one.kind) + ' ' + id_text(file.*one.id),
                std::string("its ") + one.column + " can't be what it is"));
  }
}

TEST_CASE("doctor: the bounds of a value can be") {
  const Examined file;
  file.damage(
      "UPDATE people SET tier = 0, every_days = 1, last = added; UPDATE dates SET month = 12, day = 31;"
      "UPDATE contacts SET channel = 9, kind = 3, minutes = 1440, time = 1439, depth = 2, others = 0");
  CHECK(store::examine_values(*store::open_to_examine(file.path)).empty());
}

TEST_CASE("doctor: references to nobody, and ids that are none or two's") {
  for (const auto& [sql, kind, what] :
       {std::tuple{"UPDATE snoozes SET person = 5", "snooze ", "names one of the people that is not there"},
        {"UPDATE remarks SET person = 5", "remark ", "names one of the people that is not there"},
        {"UPDATE remarks SET id = (SELECT id FROM promises)", "remark ", "another entry has the same id"},
        {"UPDATE promises SET id = 0", "promise ", "its id is none"},
        {"UPDATE promises SET id = -7", "promise -7", "its id is none"}}) {
    const std::string statement = sql;
    CAPTURE(statement);
    const Examined file;
    file.damage(sql);
    const Findings findings = file.look();
    REQUIRE_FALSE(findings.empty());
    CHECK(findings.front().where.starts_with(kind));
    CHECK(findings.front().what == what);
    CHECK(findings.front().severity == Severity::error);
    CHECK(findings.front().way == Way::restore);
  }
}

TEST_CASE("doctor: an id of a day to come is worth knowing, and nothing is wrong") {
  const Examined file;
  CHECK(store::examine_references(*store::open_to_examine(file.path)).empty());
  file.damage("UPDATE promises SET id = 9223372036854775807");
  const Findings findings = store::examine_references(*store::open_to_examine(file.path));
  REQUIRE(findings.size() == 1);
  CHECK(findings.front().severity == Severity::notice);
  CHECK(findings.front().way == Way::none);
  CHECK(findings.front().what.find("of a day to come") != std::string::npos);
}

}  // namespace
}  // namespace rel::test
