// The brief answer of a command that wrote something.
#pragma once

#include <string>
#include <vector>

#include "invocation/invocation.hpp"
#include "render/objects.hpp"

namespace rel::commands {

/// How much is said of each thing: with its consequences, or only what was understood.
enum class Detail { whole, brief };

/// Whether the command wrote something, so that its answer is silenced by -q, and a copy may be due.
enum class Saved { nothing, something };

/// Collects what a command wrote, for people and for programs.
class Confirmation {
 public:
  Confirmation(Call& call, const store::Reader& store, std::string_view command,
               Detail detail = Detail::whole);

  /// A sentence, with the id that it can be acted on by.
  void say(const std::string& sentence, std::optional<Id> id = std::nullopt);
  /// A quieter second line: of what was understood, or of what follows from it, which is left out in brief.
  void add(const std::string& sentence);
  template <class Make>
  void add_consequence(const Make& make) {
    if (!is_brief()) add(make());
  }
  /// The day on which it is said; a line that was written before has another.
  Day today() const { return call_.today(); }
  bool is_brief() const { return detail_ == Detail::brief; }
  /// A line behind all that is said of entries.
  void close_with(render::Line line) { last_.push_back(std::move(line)); }
  /// A key of JSON beside `wrote`.
  void tell(std::string_view key, render::Value value) { view_.head.emplace_back(key, std::move(value)); }

  /// What programs are told of it; to people the sentences say the same.
  void wrote(render::Object object) { view_.rows.push_back(std::move(object)); }
  void wrote(const Person& person) {
    row([&] { return render::wrote_person(person); });
  }
  template <class Entry>
  void wrote(const Entry& entry) {
    row([&] { return render::wrote_entry(entry, handle_of_); });
  }
  void wrote(const Contact& contact, double credit) {
    row([&] { return render::wrote_contact(contact, credit, handle_of_); });
  }

  /// Prints it. Call after the change is committed.
  void print(Saved saved = Saved::something);

 private:
  template <class Make>
  void row(const Make& make) {
    if (call_.format != render::Format::text) wrote(make());
  }

  Call& call_;
  const store::Reader& store_;
  Detail detail_;
  render::HandleOf handle_of_;
  render::View view_;
  std::vector<render::Line> last_;
  render::Table table_;
};

/// `today (Sat 21 Nov 2026)`, `Fri 20 Nov 2026, 19:30`: the day understood, always with weekday and date.
std::string understood(const Moment& moment, Day today);

/// How often a person is to be talked with, in words: `tier high, every 30 days`.
std::string cadence(const Person& person, const Call& call);

/// When a person is next due, in words: `next due Sat 28 Nov 2026`, or why they still are.
std::string next_due(const store::Reader& store, const Person& person, const Call& call);

/// What a contact counted as, and when they are next due, for each of its people.
std::vector<std::string> outcomes(const store::Reader& store, const Contact& contact,
                                  const std::vector<Person>& people, const Call& call);

/// A promise, a remark, a snooze and a contact, each in one sentence.
std::string sentence(const Promise& promise, const std::string& name = "");
std::string sentence(const Remark& remark, const std::string& name = "");
std::string sentence(const Snooze& snooze);
std::string sentence(const Review& review);
std::string sentence(const Contact& contact, Day today);

/// A contact without its day: `call, 45 min`, `call tried, no answer`.
std::string happened(const Contact& contact);

/// The names of several people, joined.
std::string names_of(const std::vector<Person>& people);
std::string names_of(const store::Reader& store, const std::vector<Id>& people);

}  // namespace rel::commands
