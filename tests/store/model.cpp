// The store against a model that could not be simpler: lists in memory, and a copy of all of them for every
// undo.
#include <doctest/doctest.h>

#include <cstdlib>
#include <iostream>

#include "support/circles.hpp"
#include "support/store_file.hpp"

namespace rel::test {
namespace {

/// At length where the environment has REL_SOAK.
const int sequences = std::getenv("REL_SOAK") ? 100'000 : 10'000;
constexpr int most_commands = 16;

/// Someone as the model knows them.
struct ModelPerson {
  std::string name;
  Tier tier = Tier::none;
  bool archived = false;
  bool operator==(const ModelPerson&) const = default;
};

/// All that a file holds, by id.
struct Model {
  std::map<Id, ModelPerson> people;
  std::map<Id, std::pair<std::set<Id>, std::string>> contacts;  ///< who was there, the note
  std::map<Id, std::pair<Id, std::string>> remarks;             ///< of whom, the text
  std::map<Id, std::pair<Id, bool>> promises;                   ///< to whom, whether kept
  std::map<Id, Day> snoozes;                                    ///< until when
  bool operator==(const Model&) const = default;
};

/// The same, read from the file by its everyday questions.
Model read(const Reader& store) {
  Model model;
  for (const Person& person : store.people()) {
    model.people[person.id] = {person.name, person.tier, person.archived};
    for (const Contact& contact : store.contacts_of(person.id)) {
      model.contacts[contact.id] = {{contact.with.begin(), contact.with.end()}, contact.note.value_or("")};
    }
    for (const Remark& remark : store.remarks_of(person.id))
      model.remarks[remark.id] = {person.id, remark.text};
    for (const Promise& promise : store.promises_of(person.id)) {
      model.promises[promise.id] = {person.id, promise.kept.has_value()};
    }
    for (const Snooze& snooze : store.snoozes_of(person.id)) model.snoozes[snooze.id] = snooze.until;
  }
  return model;
}

/// One user's commands, done to both.
class Pair {
 public:
  /// Every other one keeps contacts in lists, as an import does.
  explicit Pair(std::uint64_t seed) : random_(seed), lists_(seed % 2 == 0) {}

  void do_anything() {
    const int choice = now_.people.size() < 2 ? 0 : random_.between(0, 12);
    if (choice == 10) return move(past_, future_, [&] { return store_.undo(test_time).has_value(); });
    if (choice == 11) return move(future_, past_, [&] { return store_.redo(test_time).has_value(); });
    const Model before = now_;
    change(store_, [&](Change& change) {
      if (lists_) change.begin_bulk_import();
      change_ = &change;
      do_to_both(choice);
    });
    if (now_ == before) return;
    past_.push_back(before);
    future_.clear();
  }

  bool agree() { return read(store_) == now_; }

 private:
  void do_to_both(int choice) {
    switch (choice) {
      case 0:
        return add_person();
      case 1:
      case 2:
      case 3:
        return log();
      case 4:
        return note();
      case 5:
        return promise();
      case 6:
        return snooze();
      case 7:
        return rename();
      case 8:
        return keep_a_promise();
      case 9:
        return edit_a_contact();
      default:
        return remove_anything();
    }
  }

  template <class Map>
  Id any_of(const Map& map) {
    return std::next(map.begin(), random_.between(0, static_cast<int>(map.size()) - 1))->first;
  }
  std::string word() {
    return random_.one_of(hostile_texts).substr(0, 40) + std::to_string(random_.between(0, 99));
  }

  void add_person() {
    Person person = someone("p" + std::to_string(++handles_), random_.one_of(random_names));
    person.tier = random_.one_of(all_tiers);
    now_.people[change_->add(person)] = {person.name, person.tier, false};
  }

  void log() {
    Contact contact{.on = day(random_.between(0, 500)), .note = word()};
    std::set<Id> with = {any_of(now_.people)};
    if (random_.one_in(3)) with.insert(any_of(now_.people));
    contact.with.assign(with.begin(), with.end());
    now_.contacts[change_->add(contact)] = {with, *contact.note};
  }

  void note() {
    Remark remark{.person = any_of(now_.people), .text = word(), .heard = day(random_.between(0, 500))};
    now_.remarks[change_->add(remark)] = {remark.person, remark.text};
  }

  void promise() {
    Promise promise{.person = any_of(now_.people), .text = word(), .given = day(random_.between(0, 500))};
    now_.promises[change_->add(promise)] = {promise.person, false};
  }

  void snooze() {
    Snooze snooze{.person = any_of(now_.people), .on = day(random_.between(0, 500))};
    snooze.until = plus_days(snooze.on, random_.between(1, 60));
    now_.snoozes[change_->add(snooze)] = snooze.until;
  }

  void rename() {
    const Id id = any_of(now_.people);
    Person person = store_.person(id);
    person.name = now_.people[id].name = random_.one_of(random_names);
    person.archived = now_.people[id].archived = random_.one_in(3);
    change_->update(person);
  }

  void keep_a_promise() {
    if (now_.promises.empty()) return;
    Promise promise = store_.promise(any_of(now_.promises));
    promise.kept = plus_days(promise.given, 3);
    now_.promises[promise.id].second = true;
    change_->update(promise);
  }

  void edit_a_contact() {
    if (now_.contacts.empty()) return;
    Contact contact = store_.contact(any_of(now_.contacts));
    contact.note = now_.contacts[contact.id].second = word();
    change_->update(contact);
  }

  void remove_anything() {
    const auto remove = [&](EntryKind kind, auto& entries) {
      if (entries.empty()) return;
      const Id id = any_of(entries);
      change_->remove({kind, id});
      entries.erase(id);
    };
    switch (random_.between(0, 3)) {
      case 0:
        return remove(EntryKind::contact, now_.contacts);
      case 1:
        return remove(EntryKind::remark, now_.remarks);
      case 2:
        return remove(EntryKind::promise, now_.promises);
      default:
        return remove(EntryKind::snooze, now_.snoozes);
    }
  }

  void move(std::vector<Model>& from, std::vector<Model>& to, const std::function<bool()>& step) {
    REQUIRE(step() == !from.empty());
    if (from.empty()) return;
    to.push_back(std::exchange(now_, from.back()));
    from.pop_back();
  }

  Random random_;
  StoreFile file_;
  File store_ = file_.write();
  bool lists_;
  Change* change_ = nullptr;  // the one under way
  int handles_ = 0;
  Model now_;
  std::vector<Model> past_;
  std::vector<Model> future_;
};

TEST_CASE("the file holds what a model in memory holds, after every command, undo and redo") {
  int commands = 0;
  for (int seed = 1; seed <= sequences; ++seed) {
    CAPTURE(seed);
    Pair pair(static_cast<std::uint64_t>(seed));
    for (int i = 0; i < 2 + seed % most_commands; ++i, ++commands) {
      pair.do_anything();
      REQUIRE(pair.agree());
    }
  }
  std::cout << sequences << " sequences, " << commands << " commands\n";
}

}  // namespace
}  // namespace rel::test
