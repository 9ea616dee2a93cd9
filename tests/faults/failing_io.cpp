// Whatever the store does, each call to the disk fails once: an error, or the right answer; all of a command,
// or nothing of it; and a file that the next command can use.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <set>
#include <sstream>

#include "base/errors.hpp"
#include "faults/failing_vfs.hpp"
#include "store/copies.hpp"
#include "store/health.hpp"
#include "store/restore.hpp"
#include "store/review.hpp"
#include "store/sums.hpp"
#include "store/waiting.hpp"
#include "support/circles.hpp"

namespace rel::test {
namespace {

/// Of how many calls one fails; every one does where the environment has REL_SOAK.
const int stride = std::getenv("REL_SOAK") ? 1 : 13;

std::string bytes_of(const std::string& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

void put(const std::string& path, const std::string& bytes) {
  std::filesystem::remove(path);
  if (!bytes.empty()) std::ofstream(path, std::ios::binary) << bytes;
}

bool is_id(const std::string& cell) {
  return cell.size() > 14 && cell.starts_with("1:");
}
bool is_uid(const std::string& cell) {
  return cell.size() == 38 && cell.starts_with("3:") && cell[10] == '-' && cell[15] == '-' && cell[20] == '-';
}

std::vector<std::string> cells_of(const std::string& text, char separator) {
  std::vector<std::string> cells;
  std::istringstream stream(text);
  for (std::string cell; std::getline(stream, cell, separator);) cells.push_back(cell);
  return cells;
}

/// The user's rows, in no order; ids and uids that `known` does not have are all one.
std::multiset<std::string> state_of(const std::string& path, const std::set<std::string>& known) {
  if (!std::filesystem::exists(path)) return {};
  std::multiset<std::string> rows;
  for (const std::string& line : cells_of(Raw(path).dump(), '\n')) {
    std::string row;
    for (const std::string& cell : cells_of(line, '|')) {
      row += ((is_id(cell) || is_uid(cell)) && !known.contains(cell) ? "(new)" : cell) + '|';
    }
    if (line.find('|') != std::string::npos) rows.insert(row);
  }
  return rows;
}

/// Something the store does with the file at a path; what it answers.
struct Scenario {
  std::string name;
  std::function<std::string(const std::string& path)> run;
  enum { file, no_file, journal, undone } begins_with = file;
};

File opened(const std::string& path) {
  return File::open_to_write(path, {}).value();
}

/// A command on the file; `work` gets the change and the people.
Scenario command(const char* name, std::function<void(Change&, const std::vector<Person>&)> work) {
  return {name, [work](const std::string& path) {
            File store = opened(path);
            const std::vector<Person> people = store.people();
            change(store, [&](Change& change) { work(change, people); });
            return std::string();
          }};
}

/// Every kind of question, answered in one text.
std::string read_all(const std::string& path) {
  Reader store = File::open_to_read(path, {}).value();
  std::ostringstream answer;
  for (const Person& person : store.people()) {
    answer << person.handle << store.contacts_of(person.id).size() << store::sums_of(store, person).touches
           << ' ';
  }
  store.each_contact(
      [&](const Contact& contact) { answer << contact.id << contact.note.value_or("") << ' '; });
  for (const Facts& facts : store::waiting(store, day(900), 30)) answer << facts.person.handle << ' ';
  for (const store::Step& step : store.steps(100)) answer << step.command << step.undone << ' ';
  answer << store::relationships(store).size() << store::promises(store).size();
  return answer.str();
}

std::string restore_from(const std::string& path) {
  const store::Backups backups(path);
  const std::string copy = path + ".copy";
  const auto lock = backups.lock();
  store::check_source(copy);
  const Moment now{day_from_number(20000), TimeOfDay{9 * 60}};
  store::restore(path, copy, backups, lock, {}, now, 0, test_time);
  return "";
}

const std::vector<Scenario> scenarios = {
    command("add a person",
            [](Change& change, const auto&) {
              Person person = someone("new", "New One");
              person.phones = {"+49 30 1"};
              change.add(person);
            }),
    command("log",
            [](Change& change, const auto& people) {
              Contact contact{.with = {people[0].id}, .on = day(800), .minutes = 45, .note = "a walk"};
              change.add(contact);
            }),
    command("log with all, with a remark and a promise",
            [](Change& change, const auto& people) {
              Contact contact{.on = day(800)};
              for (const Person& person : people) contact.with.push_back(person.id);
              change.add(contact);
              Remark remark{.person = people[1].id, .text = "new job", .heard = day(800)};
              change.add(remark);
              Promise promise{.person = people[1].id, .text = "a book", .given = day(800)};
              change.add(promise);
            }),
    command("edit a person",
            [](Change& change, const auto& people) {
              Person person = people[0];
              person.handle = "renamed";
              person.tier = Tier::moderate;
              change.update(person);
            }),
    command("snooze, close asks",
            [](Change& change, const auto& people) {
              Snooze snooze{.person = people[0].id, .on = day(800), .until = day(900)};
              change.add(snooze);
              change.close_asks(people[1].id, {day(800)});
            }),
    command("remove an entry",
            [](Change& change, const auto&) { change.remove(change.newest_entries(1).front()); }),
    command("merge", [](Change& change, const auto& people) { change.merge(people[0], people[1].id); }),
    command("import many",
            [](Change& change, const auto& people) {
              change.begin_bulk_import();
              for (int n = 0; n < 300; ++n) {
                Contact contact{.with = {people[static_cast<std::size_t>(n) % people.size()].id},
                                .on = day(n)};
                contact.note = std::string(static_cast<std::size_t>(n), 'x');
                change.add(contact);
              }
            }),
    command("write a review",
            [](Change& change, const auto& people) {
              Review review{.on = day(900), .since = day(800), .until = day(900)};
              review.intentions = {{people[0].id, "a walk every week"}};
              change.add(review);
            }),
    {"try out and keep nothing",
     [](const std::string& path) {
       File store = opened(path);
       Person person = someone("new");
       store.try_out().add(person);
       return std::string();
     }},
    {"undo", [](const std::string& path) { return opened(path).undo(test_time)->command; }},
    {"redo", [](const std::string& path) { return opened(path).redo(test_time)->command; }, Scenario::undone},
    {"make the file",
     [](const std::string& path) {
       File store = File::create(path, {});
       added(store, someone("first"));
       return std::string();
     },
     Scenario::no_file},
    {"forget",
     [](const std::string& path) {
       File store = opened(path);
       store.forget(store.people().front().uid, test_time);
       return std::string();
     }},
    {"restore", restore_from},
    {"restore where nothing is", restore_from, Scenario::no_file},
    {"copy",
     [](const std::string& path) { return std::to_string(store::copy_to(path, path + ".other").entries); }},
    {"read everything", read_all},
    {"read with a journal", read_all, Scenario::journal},
    {"write with a journal",
     [](const std::string& path) {
       File store = opened(path);
       added(store, someone("new"));
       return std::string();
     },
     Scenario::journal},
    {"make what is derived anew",
     [](const std::string& path) {
       opened(path).remake_caches();
       return std::string();
     }},
    {"check a copy wholly",
     [](const std::string& path) { return std::to_string(store::check_wholly(path).entries); }},
};

/// A circle, and the ways in which a file of it can be found.
class Campaign {
 public:
  Campaign() {
    Random random(5);
    File store = file_.write();
    fill_circle(store, random, 6);
    store::copy_to(file_.path, file_.path + ".copy");
    added(store, someone("last", "Last One"));
    store.undo(test_time);
    undone_ = bytes_of(file_.path);
    store.redo(test_time);
    whole_ = bytes_of(file_.path);
    Raw raw = file_.raw();
    raw.run("PRAGMA cache_size = 1; BEGIN IMMEDIATE; UPDATE contacts SET note = hex(zeroblob(4000))");
    half_ = bytes_of(file_.path);
    journal_ = bytes_of(journal());
    raw.run("ROLLBACK");
    for (const std::string& line : cells_of(raw.dump(), '\n')) {
      for (const std::string& cell : cells_of(line, '|')) known_.insert(cell);
    }
  }

  /// How the file is found, the run without failures, and what must be true of each with one.
  void run(const Scenario& scenario) {
    put_back(scenario);
    before_ = first_state(scenario);
    const std::string answer = scenario.run(file_.path);
    after_ = state_of(file_.path, known_);
    for (const Failure failure : {Failure::error, Failure::full, Failure::memory}) {
      for (const bool for_good : {false, true}) {
        for (int call = 1 + points % stride;; call += stride) {
          CAPTURE(scenario.name);
          CAPTURE(static_cast<int>(failure));
          CAPTURE(for_good);
          CAPTURE(call);
          if (!holds_at(scenario, answer, call, for_good, failure)) break;
          ++points;
        }
      }
    }
  }

  int points = 0;
  int errors = 0;

 private:
  std::string journal() const { return file_.path + "-journal"; }

  void put_back(const Scenario& scenario) const {
    std::filesystem::remove_all(file_.folder / "backups");
    put(file_.path + ".other", "");
    put(journal(), scenario.begins_with == Scenario::journal ? journal_ : "");
    put(file_.path, first_bytes(scenario));
  }

  const std::string& first_bytes(const Scenario& scenario) const {
    static const std::string none;
    switch (scenario.begins_with) {
      case Scenario::no_file:
        return none;
      case Scenario::journal:
        return half_;
      case Scenario::undone:
        return undone_;
      default:
        return whole_;
    }
  }

  /// What the user has before it: of a file with a journal, what it held before the crash.
  std::multiset<std::string> first_state(const Scenario& scenario) const {
    const std::string path = file_.path + ".first";
    put(path, scenario.begins_with == Scenario::journal ? whole_ : first_bytes(scenario));
    return state_of(path, known_);
  }

  /// False where the run ended before that call.
  bool holds_at(const Scenario& scenario, const std::string& answer, int call, bool for_good,
                Failure failure) {
    put_back(scenario);
    bool refused = false;
    bool failed = false;
    {
      FailingVfs disk;
      disk.fail_at(call, for_good, failure);
      try {
        const std::string given = scenario.run(file_.path);
        CHECK(given == answer);
      } catch (const Error& error) {
        refused = true;
        CHECK(error.exit() >= Exit::file);
      }
      failed = disk.has_failed();
    }
    errors += refused;
    CHECK((failed || !refused));
    if (failed) check_file(refused);
    return failed;
  }

  void check_file(bool refused) {
    const auto there = settled_state();
    CHECK((there == after_ || (refused && there == before_)));
    File store = File::create(file_.path, {});
    Raw raw = file_.raw();
    CHECK(raw.text("PRAGMA integrity_check") == "ok");
    CHECK(caches_hold(store, raw));
    added(store, someone("next"));
    CHECK(store.undo(test_time).has_value());
    CHECK(state_of(file_.path, known_) == there);
  }

  /// What the file holds after whoever comes next has opened it.
  std::multiset<std::string> settled_state() const {
    if (std::filesystem::exists(file_.path)) File::open_to_read(file_.path, {});
    return state_of(file_.path, known_);
  }

  StoreFile file_;
  std::string whole_;
  std::string undone_;
  std::string half_;
  std::string journal_;
  std::set<std::string> known_;
  std::multiset<std::string> before_;
  std::multiset<std::string> after_;
};

TEST_CASE(
    "whichever call to the disk fails: an error or the right answer, all or nothing, and a sound file") {
  Campaign campaign;
  for (const Scenario& scenario : scenarios) campaign.run(scenario);
  std::cout << campaign.points << " failing calls in " << scenarios.size() << " scenarios, "
            << campaign.errors << " of them ended in an error\n";
  CHECK(campaign.errors > campaign.points / 2);
}

TEST_CASE("the failing VFS fails when it is told to, and only then") {
  const StoreFile file;
  { File store = file.write(); }
  FailingVfs disk;
  CHECK_NOTHROW(file.write());
  disk.fail_at(1, false, Failure::error);
  CHECK_THROWS_AS(file.write(), IoError);
  CHECK_NOTHROW(file.write());
  disk.fail_at(1, true, Failure::memory);
  CHECK_THROWS_AS(file.write(), Error);
  CHECK_THROWS_AS(file.write(), Error);
  CHECK(disk.has_failed());
  disk.mend();
  CHECK_NOTHROW(file.write());
}

}  // namespace
}  // namespace rel::test
