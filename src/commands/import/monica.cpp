// Monica: people with what was logged about them; its wishes for the rhythm are shown, or taken with --tier.
#include "formats/monica.hpp"

#include <fmt/format.h>

#include <unordered_map>

#include "commands/import/card_people.hpp"
#include "commands/import/distinct.hpp"
#include "commands/import/guessed_channel.hpp"
#include "commands/import/log_entries.hpp"
#include "render/phrases.hpp"
#include "system/input_files.hpp"

namespace rel::commands {

namespace {

constexpr std::size_t most_suggested = 5;  // rhythms that are shown

bool looks_like_monica(const cli::Arguments&, std::string_view beginning) {
  return formats::looks_like_monica(beginning);
}

/// One export on its way in.
class MonicaImport {
 public:
  MonicaImport(Import& import, const InputFile& file)
      : import_(import), path_(file.name), file_(formats::read_monica(read_file(file.path))) {}

  void run() {
    for (const formats::Problem& problem : file_.problems) import_.fail(path_, problem);
    import_.dropped.add(file_.dropped);
    take_people();
    for (std::size_t place = 0; place < file_.people.size(); ++place) {
      if (!ids_[place]) continue;
      take_entries(file_.people[place], *ids_[place]);
    }
    talks_.write();
    for (const formats::MonicaActivity& activity : file_.activities) take_activity(activity);
    if (suggested_ > most_suggested)
      import_.remarks.push_back(
          fmt::format("and {} more with a rhythm in Monica", suggested_ - most_suggested));
  }

 private:
  void take_people() {
    std::vector<formats::Card> cards;
    std::vector<std::size_t> places;
    ids_.resize(file_.people.size());
    for (std::size_t place = 0; place < file_.people.size(); ++place) {
      if (!import_.wanted(file_.people[place].card.name)) {
        ++import_.left_out;
        continue;
      }
      cards.push_back(file_.people[place].card);
      places.push_back(place);
    }
    const std::size_t before = import_.new_people.size();
    const std::vector<Id> whose = take_cards(import_, cards);
    for (std::size_t i = 0; i < whose.size(); ++i) ids_[places[i]] = whose[i];
    std::unordered_map<Id, std::size_t> first_place;
    for (std::size_t place = 0; place < ids_.size(); ++place)
      if (ids_[place]) first_place.try_emplace(*ids_[place], place);
    for (std::size_t i = before; i < import_.new_people.size(); ++i)
      finish(import_.new_people[i], file_.people[first_place.at(import_.new_people[i].id)]);
  }

  /// What a card can't say of someone new.
  void finish(Person& person, const formats::MonicaPerson& theirs) {
    person.deceased = theirs.deceased;
    person.archived = theirs.archived;
    if (theirs.every_days && person.tier != Tier::none) person.every_days = theirs.every_days;
    if (theirs.every_days && person.tier == Tier::none && person.active())
      suggest(person, *theirs.every_days);
    if (person.deceased || person.archived || person.every_days) import_.change.update(person);
  }

  void suggest(const Person& person, int days) {
    if (++suggested_ > most_suggested) return;
    import_.remarks.push_back(fmt::format("in Monica every {}: rel edit {} --tier 2 --every {}d",
                                          render::counted(days, "day"), person.handle, days));
  }

  bool has_been(Day day, std::size_t line, const char* what) {
    import_.progress();
    const bool been = moment_of_log(import_.call, Moment{day, std::nullopt}).has_value();
    if (!been) import_.fail(path_, {line, std::string(what) + ": " + iso(day) + " lies in the future"});
    return been;
  }

  void take_entries(const formats::MonicaPerson& person, Id id) {
    for (const formats::MonicaCall& call : person.calls) {
      if (!has_been(call.on, person.card.line, "call")) continue;
      Contact contact{.with = {id}, .on = call.on, .channel = Channel::call};
      contact.by = call.they_called ? Side::them : Side::me;
      contact.source = "monica " + fingerprint(iso(call.on) + call.text);
      if (!call.text.empty()) contact.note = call.text;
      add(contact);
    }
    for (const formats::MonicaNote& note : person.notes)
      if (has_been(note.on, person.card.line, "note")) take_note(import_, id, note.text, note.on);
    for (const formats::MonicaReminder& reminder : person.reminders) take_reminder(reminder, id);
    for (const formats::MonicaTalk& talk : person.talks)
      if (has_been(talk.on, person.card.line, "conversation"))
        talks_.add(id, {talk.on, std::nullopt}, talk.mine ? Side::me : Side::them);
  }

  void take_reminder(const formats::MonicaReminder& reminder, Id person) {
    const Day today = import_.call.today();
    if (reminder.on <= today) {
      import_.passed_over.add("reminders whose day is over", import_.change.name_of(person));
      return;
    }
    if (import_.here.has_remark(person, reminder.text)) {
      ++import_.unchanged;
      return;
    }
    Remark remark{.person = person, .text = reminder.text, .heard = today, .ask_on = reminder.on};
    import_.add(remark);
  }

  void take_activity(const formats::MonicaActivity& activity) {
    Contact contact{.on = activity.on, .channel = guessed_channel(activity.text)};
    Distinct<Id> people;
    for (const std::size_t place : activity.people) {
      if (const auto id = ids_[place]) {
        people.add(*id);
      } else {
        ++contact.others;
      }
    }
    contact.with = people.values();
    if (contact.with.empty()) {
      ++import_.left_out;
      return;
    }
    if (!has_been(activity.on, activity.line, "activity")) return;
    contact.guessed = true;
    contact.source = "monica " + activity.uuid;
    if (!activity.text.empty()) contact.note = activity.text;
    add(contact);
  }

  void add(Contact& contact) {
    if (import_.here.has_source(contact)) {
      ++import_.unchanged;
    } else {
      import_.add(contact);
    }
  }

  Import& import_;
  const std::string& path_;
  formats::MonicaExport file_;
  std::vector<std::optional<Id>> ids_;  // of each of its people; none where --only leaves them out
  Touches talks_{import_, Channel::chat, "monica"};
  std::size_t suggested_ = 0;
};

void take_monica(Import& import, const std::vector<InputFile>& files) {
  for (const InputFile& file : files) MonicaImport(import, file).run();
}

}  // namespace

const ImportFormat monica_import = {"monica", "an export of Monica", looks_like_monica, take_monica};

}  // namespace rel::commands
