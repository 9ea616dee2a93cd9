#include "store/forget.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "base/errors.hpp"
#include "store/copies.hpp"
#include "store/forget_copies.hpp"
#include "store/sums.hpp"
#include "support/store_file.hpp"

namespace rel::test {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const std::string& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

/// Ann, about whom there is much, and Bo, who must not notice.
struct Circle : StoreFile {
  Id ann = 0;
  std::string ann_uid;
  Id bo = 0;
  Id cy = 0;
  Id together = 0;
  const std::vector<std::string> traces = {
      "Änne Ångström",  "anne angstrom", "angstrom",         "Bärchen",     "barchen",
      "+49 30 7777",    "anne@x.y",      "kennenlernen",     "secret-note", "secret-remark",
      "secret-promise", "secret-why",    "secret-intention", "old-name",    "removed-remark"};

  Circle() {
    File store = write();
    Person person = someone("angstrom", "old-name");
    person.aliases = {"Bärchen"};
    person.phones = {"+49 30 7777"};
    person.emails = {"anne@x.y"};
    person.purpose = "kennenlernen";
    ann = added(store, person);
    person = store.person(ann);
    ann_uid = person.uid;
    person.name = "Änne Ångström";
    changed(store, person);
    bo = added(store, someone("bo", "Bo Berg"));
    cy = added(store, someone("cy"));
    for (int n = 0; n < 40; ++n) {  // long enough for pages of their own, in between Bo's
      const std::string filling(static_cast<std::size_t>(n) * 200, 'x');
      added(store, Contact{.with = {ann}, .on = day_from_number(n), .note = "secret-note " + filling});
      added(store, Contact{.with = {bo}, .on = day_from_number(n), .note = "of Bo " + filling});
      added(store, Remark{.person = ann, .text = "secret-remark " + filling});
    }
    together = added(store, Contact{.with = {ann, cy, bo}, .others = 1, .minutes = 60, .note = "a dinner"});
    added(store, Promise{.person = ann, .text = "secret-promise"});
    added(store, Snooze{.person = ann, .why = "secret-why"});
    added(store, Snooze{.why = "away"});
    added(store, Review{.intentions = {{ann, "secret-intention"}, {bo, "a walk"}, {std::nullopt, "less"}}});
    removed(store, EntryKind::remark, added(store, Remark{.person = bo, .text = "removed-remark"}));
  }

  int found(const std::string& where) const {
    const std::string bytes = bytes_of(where);
    int count = 0;
    for (const std::string& trace : traces) count += bytes.find(trace) != std::string::npos ? 1 : 0;
    return count;
  }
};

TEST_CASE("the test sees every trace while they are there") {
  const Circle circle;
  CHECK(circle.found(circle.path) == static_cast<int>(circle.traces.size()));
}

TEST_CASE("deleting alone leaves them in the history: the checkpoint is what removes them") {
  const Circle circle;
  File store = circle.write();
  change(store, [&](Change& change) {
    for (const Remark& remark : store.remarks_of(circle.ann)) change.remove({EntryKind::remark, remark.id});
  });
  CHECK(circle.found(circle.path) == static_cast<int>(circle.traces.size()));
}

TEST_CASE("after forget no byte of them is in the file, and nothing is beside it") {
  const Circle circle;
  {
    File store = circle.write();
    store.forget(circle.ann_uid, test_time);
  }
  CHECK(circle.found(circle.path) == 0);
  CHECK(fs::directory_iterator(circle.folder / "") != fs::directory_iterator());
  CHECK(std::distance(fs::directory_iterator(circle.folder / ""), {}) == 1);
  CHECK(store::check_wholly(circle.path).people == 2);
}

TEST_CASE("the journal is written over before its name goes") {
  const Circle circle;
  const std::string link = circle.folder / "same-journal";
  std::ofstream(circle.path + "-journal").flush();  // SQLite takes the file that is there
  fs::create_hard_link(circle.path + "-journal", link);
  File store = circle.write();
  store.forget(circle.ann_uid, test_time);
  CHECK_FALSE(fs::exists(circle.path + "-journal"));
  const std::string bytes = bytes_of(link);
  CHECK(bytes.size() > 10'000);
  CHECK(bytes.find_first_not_of('\0') == std::string::npos);
}

TEST_CASE("what others have stays as it was, but that one more was there") {
  const Circle circle;
  File store = circle.write();
  const std::vector<Contact> of_bo = store.contacts_of(circle.bo);
  const Sums sums = store::sums_of(store, store.person(circle.bo));
  store.forget(circle.ann_uid, test_time);
  std::vector<Contact> expected = of_bo;
  for (Contact& contact : expected) {
    if (contact.id != circle.together) continue;
    contact.with = {circle.cy, circle.bo};
    contact.others = 2;
  }
  CHECK(store.contacts_of(circle.bo) == expected);
  CHECK(store.contact(circle.together).note == "a dinner");
  CHECK(store::sums_of(store, store.person(circle.bo)) == sums);
  const std::vector<Intention> intentions = store.reviews().front().intentions;
  CHECK(intentions.size() == 2);
  CHECK(intentions.front().text == "a walk");
  CHECK_FALSE(store.person_if(circle.ann));
  CHECK(circle.raw().number("SELECT count(*) FROM names WHERE person = " + std::to_string(circle.ann)) == 0);
}

TEST_CASE("a contact that says that others were there, and names nobody, goes with them") {
  const Circle circle;
  const auto rewrite_schema = [&](const std::string& from, const std::string& to) {
    circle.raw().run("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, '" + from +
                     "', '" + to + "') WHERE name = 'contacts'");
  };
  rewrite_schema(") STRICT", ") /* any */");
  circle.raw().run("UPDATE contacts SET companions = 'x' WHERE companions = 0 AND person = " +
                   std::to_string(circle.ann));
  rewrite_schema(") /* any */", ") STRICT");
  File store = circle.write();
  store.forget(circle.ann_uid, test_time);
  CHECK(circle.found(circle.path) == 0);
  CHECK(store.contacts_of(circle.bo).size() == 41);
}

TEST_CASE("nothing before can be undone, what comes after can") {
  const Circle circle;
  File store = circle.write();
  store.forget(circle.ann_uid, test_time);
  CHECK_FALSE(store.undo(test_time));
  CHECK_FALSE(store.redo(test_time));
  CHECK(store.steps(100).empty());
  CHECK(store.checkpoint().value().why == "forget");
  added(store, Remark{.person = circle.bo, .text = "new"});
  CHECK(store.undo(test_time));
  CHECK_FALSE(store.undo(test_time));
  CHECK(store.redo(test_time));
}

TEST_CASE("what goes and what stays is known before") {
  const Circle circle;
  const store::Belongings theirs = store::belongings(circle.read(), circle.ann);
  CHECK(theirs.contacts == 40);
  CHECK(theirs.shared == 1);
  CHECK(theirs.remarks == 40);
  CHECK(theirs.promises == 1);
  CHECK(theirs.snoozes == 1);
  CHECK(theirs.intentions == 1);
  CHECK(store::belongings(circle.read(), circle.cy).shared == 1);
  CHECK(store::belongings(circle.read(), circle.cy).contacts == 0);
  CHECK(store::belongings(circle.read(), circle.cy).intentions == 0);
}

TEST_CASE("the source of a shared contact goes where it names them") {
  const Circle circle;
  File store = circle.write();
  const auto shared = [&](const std::string& source) {
    return added(store, Contact{.with = {circle.bo, circle.ann}, .source = source});
  };
  const Id naming = shared("csv:Änne Ångström;bo");
  const Id other = shared("csv:17");
  store.forget(circle.ann_uid, test_time);
  CHECK_FALSE(store.contact(naming).source);
  CHECK(store.contact(other).source == "csv:17");
}

TEST_CASE("texts that name them are counted, by any word of the name and whatever the accents") {
  const Circle circle;
  File store = circle.write();
  const Person ann = store.person(circle.ann);
  const int before = store::texts_naming(store, ann);
  for (const char* text : {"met ANGSTROM", "baerchen", "my Barchen!", "angstroms", "nobody"}) {
    added(store, Remark{.person = circle.bo, .text = text});
  }
  CHECK(store::texts_naming(store, ann) == before + 2);
  Person ming = someone("ming", "王小明");
  added(store, ming);
  added(store, Remark{.person = circle.bo, .text = "昨天王小明来了"});
  CHECK(store::texts_naming(store, ming) == 1);
  added(store, Remark{.person = circle.bo, .text = "王小 明"});
  CHECK(store::texts_naming(store, ming) == 1);
  ming.aliases = {"天王", "阿小明明"};
  added(store, Remark{.person = circle.bo, .text = "看阿小明明的"});
  CHECK(store::texts_naming(store, ming) == 2);
}

TEST_CASE("others wait: a reader who is at it is let finish, and one with a lock keeps it out") {
  const Circle circle;
  Raw writer = circle.raw();
  writer.run("BEGIN IMMEDIATE");
  File store = circle.write();
  CHECK_THROWS_AS(
      [&] {
        Raw(circle.path).run("BEGIN IMMEDIATE");  // shows that it is held
      }(),
      SQLite::Exception);
  writer.run("ROLLBACK");
  store.forget(circle.ann_uid, test_time);
  Raw after = circle.raw();
  after.run("BEGIN IMMEDIATE; ROLLBACK");  // the lock is free again
}

TEST_CASE("every copy is cleaned, what can't be read is removed, what is not ours is left") {
  const Circle circle;
  const store::Backups backups(circle.path);
  const auto lock = backups.lock();
  using namespace date::literals;
  for (const int day : {1, 2, 3}) {
    backups.make(lock, {Day{2026_y / 11 / 1} + date::days{day}, TimeOfDay{0}}, 0);
  }
  const std::string broken = backups.all().front().path;
  std::ofstream(broken, std::ios::binary | std::ios::in) << "broken";
  store::copy_to(circle.path, circle.folder / "by-hand.db");
  const std::string half = circle.folder / "rel.db.new-abcdef";
  std::ofstream(half) << "secret-note";
  const std::string damaged = backups.new_damaged_name(lock, {2026_y / 11 / 1, TimeOfDay{0}}, 0);
  std::ofstream(damaged) << "secret-note";
  const std::string diary = circle.folder / "diary.txt";
  std::ofstream(diary) << "mine";
  File store = circle.write();
  const auto done = store::forget_in_copies(store, store.person(circle.ann), {.data_files = {circle.path}},
                                            lock, {}, test_time);
  store.forget(circle.ann_uid, test_time);
  CHECK(done.rewritten == 3);
  CHECK(done.removed == std::vector<std::string>{broken, damaged});
  CHECK(done.untouched.empty());
  CHECK(bytes_of(diary) == "mine");
  for (const auto& entry : fs::recursive_directory_iterator(circle.folder / "")) {
    CAPTURE(entry.path());
    if (entry.is_regular_file()) CHECK(circle.found(entry.path()) == 0);
  }
  CHECK(backups.all().size() == 2);
  CHECK(store::check_wholly(backups.all().front().path).people == 2);
}

TEST_CASE("in a copy from before a merge the other record goes, too, by its name or by an entry") {
  for (const bool named : {true, false}) {
    const Circle circle;
    const store::Backups backups(circle.path);
    const auto lock = backups.lock();
    File store = circle.write();
    const Id other = added(store, someone("änne-2", "Änne Twice"));
    added(store, Promise{.person = other, .text = "secret-twice"});
    const std::string copy = backups.make(lock, {day(1), TimeOfDay{0}}, 0).value();
    change(store, [&](Change& change) {
      Person keep = store.person(circle.ann);
      if (named) keep.aliases.push_back("Änne Twice");
      change.merge(keep, other);
    });
    store::forget_in_copies(store, store.person(circle.ann), {.data_files = {circle.path}}, lock, {},
                            test_time);
    CHECK(circle.found(copy) == 0);
    CHECK(bytes_of(copy).find("secret-twice") == std::string::npos);
    CHECK(bytes_of(copy).find("Änne Twice") == std::string::npos);
    CHECK(store::check_wholly(copy).people == 2);
  }
}

TEST_CASE("someone of that name in a file of other people stays") {
  const Circle circle;
  const std::string work = circle.folder / "work.db";
  {
    File store = File::create(work, {});
    added(store, someone("angstrom", "Änne Ångström"));
  }
  const store::Backups backups(circle.path);
  const auto lock = backups.lock();
  File store = circle.write();
  CHECK(store::forget_in_copies(store, store.person(circle.ann), {.data_files = {circle.path}}, lock, {},
                                test_time)
            .rewritten == 0);
  CHECK(File::open_to_read(work, {})->people().size() == 1);
}

TEST_CASE("in a copy it is the same person who goes, not whoever had their number then") {
  const Circle circle;
  const store::Backups backups(circle.path);
  const auto lock = backups.lock();
  File store = circle.write();
  const Id dee = added(store, someone("dee"));
  const std::string copy = backups.make(lock, {day(1), TimeOfDay{0}}, 0).value();
  store.undo(test_time);
  const Id eve = added(store, someone("eve"));
  REQUIRE(eve == dee);
  store::forget_in_copies(store, store.person(eve), {.data_files = {circle.path}}, lock, {}, test_time);
  store.forget(store.person(eve).uid, test_time);
  CHECK_FALSE(store.person_if(eve));
  CHECK(File::open_to_read(copy, {})->person(dee).handle == "dee");
}

TEST_CASE("a copy beside the file is cleaned, a circle of its own that holds the same person is only named") {
  const Circle circle;
  const store::Backups backups(circle.path);
  const auto lock = backups.lock();
  File store = circle.write();
  const std::string copy = circle.folder / "copy.db";
  fs::copy_file(circle.path, copy);
  const std::string work = circle.folder / "work.db";
  {
    File other = File::create(work, {});
    Person same = store.person(circle.ann);  // out of the same address book
    same.id = 0;
    added(other, Remark{.person = added(other, same), .text = "of work"});
  }
  fs::create_directory(circle.folder / "away");
  const std::string away = circle.folder / "away/copy.db";
  fs::copy_file(circle.path, away);
  fs::create_symlink(away, circle.folder / "link.db");

  const auto done = store::forget_in_copies(store, store.person(circle.ann), {.data_files = {circle.path}},
                                            lock, {}, test_time);
  CHECK(done.rewritten == 1);
  CHECK(done.others == std::vector<std::string>{work});
  CHECK(done.untouched.empty());
  CHECK_FALSE(File::open_to_read(copy, {})->person_of_uid(circle.ann_uid));
  CHECK(File::open_to_read(work, {})->person_of_uid(circle.ann_uid));
  CHECK(File::open_to_read(away, {})->person_of_uid(circle.ann_uid));
}

TEST_CASE("a copy that went its own way since is only named, before and after, and keeps all it has") {
  const Circle circle;
  const store::Backups backups(circle.path);
  const auto lock = backups.lock();
  File store = circle.write();
  const std::string work = circle.folder / "work.db";
  fs::copy_file(circle.path, work);
  {
    File other = File::open_to_write(work, {}).value();
    added(other, Remark{.person = circle.bo, .text = "only in work"});
  }
  const std::string before = bytes_of(work);
  const Person ann = store.person(circle.ann);
  const store::CopyPlaces places{.data_files = {circle.path}};
  CHECK(store::other_holders(store, ann, places, {}) == std::vector<std::string>{work});
  CHECK(store::forget_in_copies(store, ann, places, lock, {}, test_time).others ==
        std::vector<std::string>{work});
  CHECK(bytes_of(work) == before);
}

TEST_CASE("what is kept of a damaged file goes, but not that of another one whose name begins alike") {
  const Circle circle;
  const store::Backups ours(circle.path);
  const store::Backups theirs(circle.folder / "rel-work.db");
  const auto lock = ours.lock();
  const Moment then{day(1), TimeOfDay{0}};
  std::set<std::string> left;
  for (const store::Backups* backups : {&ours, &theirs}) {
    for (const std::string& path :
         {backups->new_damaged_name(lock, then, 0), backups->new_damaged_name(lock, then, 0) + "-journal",
          backups->folder() + (backups == &ours ? "/rel" : "/rel-work") +
              "-1970-01-02-000000.db.new-abcdef"}) {
      std::ofstream(path) << "secret-note";
      if (backups == &theirs) left.insert(path);
    }
  }
  File store = circle.write();
  store::forget_in_copies(store, store.person(circle.ann), {.data_files = {circle.path}}, lock, {},
                          test_time);
  std::set<std::string> there;
  for (const auto& entry : fs::directory_iterator(ours.folder())) there.insert(entry.path());
  CHECK(there == left);
}

TEST_CASE("around a link and around the file that it leads to, copies are cleaned") {
  const Circle circle;
  fs::create_directory(circle.folder / "data");
  const std::string link = circle.folder / "data/rel.db";
  fs::create_symlink(circle.path, link);
  const std::vector<std::string> copies = {circle.folder / "rel (conflicted copy).db",
                                           circle.folder / "data/by-hand.db"};
  for (const std::string& copy : copies) fs::copy_file(circle.path, copy);
  fs::create_directory(circle.folder / "data/backups");
  fs::copy_file(circle.path, circle.folder / "data/backups/rel-2026-11-01-090000.db");
  const store::Backups backups(circle.path);
  const auto lock = backups.lock();
  File store = circle.write();
  const Person ann = store.person(circle.ann);
  CHECK(store::forget_in_copies(store, ann, {.data_files = {circle.path, link}}, lock, {}, test_time)
            .rewritten == 3);
  for (const std::string& copy : copies) CHECK(circle.found(copy) == 0);
}

}  // namespace
}  // namespace rel::test
