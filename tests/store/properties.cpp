// What must hold after any sequence of commands: caches equal a rebuild, and undo leads back to every moment.
#include <doctest/doctest.h>

#include "support/circles.hpp"
#include "support/store_file.hpp"

namespace rel::test {
namespace {

/// A user who does anything at all, and who remembers how the file looked before each command.
class Session {
 public:
  /// Every other one keeps contacts in lists, as an import does.
  explicit Session(std::uint64_t seed) : random_(seed), lists_(seed % 2 == 0) {}

  /// A few people to begin with, then anything.
  void do_much(int commands) {
    for (int i = random_.between(1, 3); i > 0; --i) act([&] { add_person(); });
    for (int i = 0; i < commands; ++i) do_anything();
  }

  void do_anything() {
    const int choice = random_.between(0, 13);
    if (!store_.has_people() && choice < 12) return act([&] { add_person(); });
    switch (choice) {
      case 0:
        return act([&] { add_person(); });
      case 1:
        return act([&] { edit_person(); });
      case 2:
      case 3:
        return act([&] { log(latest_ = plus_days(latest_, random_.between(0, 20))); });
      case 4:
        return act([&] { log(day(random_.between(0, day_number(latest_)))); });
      case 5:
        return act([&] { edit_contact(); });
      case 6:
        return act([&] { remove_anything(); });
      case 7:
        return act([&] { add(random_snooze(random_, someone_there())); });
      case 8:
        return act([&] { edit_snooze(); });
      case 9:
        return act([&] { add(random_promise(random_, someone_there())); });
      case 10:
        return act([&] { add(random_remark(random_, someone_there())); });
      case 11:
        return act([&] { close_asks(); });
      case 12:
        return undo();
      default:
        return redo();
    }
  }

  void undo() {
    const bool possible = !past_.empty();
    REQUIRE(store_.undo(test_time).has_value() == possible);
    if (possible) move(past_, future_);
  }

  void redo() {
    const bool possible = !future_.empty();
    REQUIRE(store_.redo(test_time).has_value() == possible);
    if (possible) move(future_, past_);
  }

  void undo_everything() {
    while (!past_.empty()) undo();
    undo();  // finds nothing
  }

  bool caches_hold() { return test::caches_hold(store_, raw_); }
  bool empty() { return store_.people().empty(); }

 private:
  using Moments = std::vector<std::string>;

  /// Runs a command, and checks that it left a step exactly if it changed something.
  void act(const std::function<void()>& work) {
    const std::string count = "SELECT count(*) FROM history";
    const int steps = raw_.number(count);
    change(store_, [&](Change& change) {
      if (lists_) change.begin_bulk_import();
      change_ = &change;
      work();
    });
    std::string after = raw_.dump();
    REQUIRE(raw_.number(count) == steps + (after == now_ ? 0 : 1));
    if (after == now_) return;
    past_.push_back(std::exchange(now_, std::move(after)));
    future_.clear();
  }

  void move(Moments& from, Moments& to) {
    to.push_back(std::move(now_));
    now_ = std::move(from.back());
    from.pop_back();
    REQUIRE(raw_.dump() == now_);
  }

  std::vector<Id> people_there() {
    std::vector<Id> ids;
    for (const Person& person : store_.people()) ids.push_back(person.id);
    return ids;
  }
  Id someone_there() { return random_.one_of(people_there()); }

  template <class Entry>
  void add(Entry entry) {
    change_->add(entry);
  }

  void add_person() {
    Person person = random_anyone(random_, "p" + std::to_string(++handles_));
    change_->add(person);
  }

  void edit_person() {
    const Person before = store_.person(someone_there());
    Person after =
        random_anyone(random_, random_.one_in(2) ? before.handle : "p" + std::to_string(++handles_));
    after.id = before.id;
    after.uid = before.uid;
    change_->update(after);
  }

  void log(Day on) {
    Contact contact = random_contact_of(random_, people_there());
    contact.on = on;
    change_->add(contact);
  }

  /// Changes one of their entries; nothing where they have none.
  template <class Entries, class Edit>
  void edit_one_of(Entries entries, const Edit& edit) {
    if (entries.empty()) return;
    auto& entry = entries[random_.index(entries.size())];
    edit(entry);
    change_->update(entry);
  }

  void edit_contact() {
    edit_one_of(store_.contacts_of(someone_there()), [&](Contact& contact) {
      const Id id = contact.id;
      const std::vector<Id> with = contact.with;
      contact = random_contact_of(random_, people_there());
      contact.id = id;
      if (random_.one_in(2)) contact.with = with;
    });
  }

  void edit_snooze() {
    edit_one_of(store_.snoozes_of(someone_there()), [&](Snooze& snooze) {
      snooze.until = plus_days(snooze.until, random_.between(0, 5));
      if (random_.one_in(3)) snooze.person = someone_there();
    });
  }

  void close_asks() { change_->close_asks(someone_there(), {latest_}); }

  void remove_anything() {
    std::vector<EntryRef> entries = store_.entries_beginning({0, 0}, 100);
    if (!entries.empty()) change_->remove(entries[random_.index(entries.size())]);
  }

  Random random_;
  StoreFile file_;
  File store_ = file_.write();
  bool lists_;
  Change* change_ = nullptr;  // the one under way
  Raw raw_ = file_.raw();
  Day latest_ = day(100);
  int handles_ = 0;
  std::string now_ = raw_.dump();  ///< what the file holds
  Moments past_;                   ///< what it held before each command that can be undone
  Moments future_;                 ///< and before each undo that can be done again
};

TEST_CASE("caches equal a rebuild, and undo leads back to every moment, after any sequence of commands") {
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    CAPTURE(seed);
    Session session(seed);
    for (int sequence = 0; sequence < 20; ++sequence) {
      CAPTURE(sequence);
      session.do_much(6);
      REQUIRE(session.caches_hold());
      session.undo_everything();
      REQUIRE(session.empty());
      REQUIRE(session.caches_hold());
    }
  }
}

TEST_CASE("after every command of a sequence, not only at its end") {
  for (std::uint64_t seed = 1001; seed <= 1100; ++seed) {
    CAPTURE(seed);
    Session session(seed);
    for (int commands = 0; commands < 40; ++commands) {
      session.do_anything();
      REQUIRE(session.caches_hold());
    }
  }
}

}  // namespace
}  // namespace rel::test
