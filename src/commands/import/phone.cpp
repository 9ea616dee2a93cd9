// What a telephone logs: calls as conversations of their real length, messages as touches.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <deque>
#include <fstream>
#include <map>
#include <unordered_set>

#include "commands/import/known_people.hpp"
#include "commands/import/log_entries.hpp"
#include "formats/phone_backup.hpp"
#include "system/input_files.hpp"

namespace rel::commands {

namespace {

using formats::CallType;
using formats::PhoneCall;
using formats::PhoneMessage;

constexpr int days_a_missed_call_waits = 14;
constexpr int most_minutes = 24 * 60;

bool looks_like_calls(const cli::Arguments&, std::string_view beginning) {
  return formats::looks_like_calls(beginning);
}

bool looks_like_sms(const cli::Arguments&, std::string_view beginning) {
  return formats::looks_like_messages(beginning);
}

/// Who has the number of `what` (`calls`); null, and counted, where it is nobody's.
const Person* caller(Import& import, KnownPeople& people, const std::string& number,
                     const std::string& what) {
  if (!number.empty()) return people.judge(people.with_number(number), number, what, "numbers");
  ++import.passed_over[what + " of hidden numbers"];
  return nullptr;
}

/// The calls of one or more backups.
class CallsImport {
 public:
  explicit CallsImport(Import& import) : import_(import), people_(import) {}

  void read(const std::string& path) {
    std::ifstream in = open_file(path);
    const auto problem = formats::read_phone_backup(
        in, {.call = [&](const PhoneCall& call) { take(path, call); },
             .message = {},
             .problem = [&](const formats::Problem& bad) { import_.fail(path, bad); }});
    if (problem) import_.fail(path, *problem);
  }

  /// Calls that nobody took: one for each person and day.
  void write_missed() {
    for (const auto& [key, call] : missed_) {
      const auto& [day, person] = key;
      const std::vector<Contact> there = import_.change.contacts_on(person, day, store::Company::counted);
      const bool known = std::any_of(there.begin(), there.end(),
                                     [](const Contact& one) { return one.kind == ContactKind::missed; });
      if (known) {
        ++import_.unchanged;
        continue;
      }
      Contact missed{
          .with = {person}, .on = day, .time = call.time, .channel = Channel::call, .by = Side::them};
      missed.kind = ContactKind::missed;
      missed.source = source_of(call.at_ms);
      add(missed);
    }
  }

 private:
  struct Missed {
    std::int64_t at_ms;
    std::optional<TimeOfDay> time;
  };

  static std::string source_of(std::int64_t at_ms) { return fmt::format("calls {}", at_ms); }

  void take(const std::string& path, const PhoneCall& call) {
    import_.progress();
    const auto at = moment_of_log(import_.call, call.at_ms);
    if (!at) return import_.fail(path, {call.line, "call: date: not a day that has been"});
    const bool answered = call.type == CallType::incoming || call.type == CallType::outgoing;
    if (answered && call.seconds > 0) return take_talk(path, call, *at);
    const bool waits =
        call.type == CallType::missed || call.type == CallType::rejected || call.type == CallType::voicemail;
    if (waits) return take_missed(call, *at);
    ++import_.passed_over["calls without a conversation"];
  }

  void take_talk(const std::string& path, const PhoneCall& call, const Moment& at) {
    const auto minutes = std::max<std::int64_t>(1, (call.seconds + 30) / 60);
    if (minutes > most_minutes) return import_.fail(path, {call.line, "call: duration: longer than a day"});
    const Person* person = caller(import_, people_, call.number, "calls");
    if (!person) return;
    Contact talk{.with = {person->id}, .on = at.day, .time = at.time, .channel = Channel::call};
    talk.minutes = static_cast<int>(minutes);
    talk.by = call.type == CallType::outgoing ? Side::me : Side::them;
    talk.source = source_of(call.at_ms);
    if (is_here(talk)) {
      ++import_.unchanged;
    } else {
      add(talk);
    }
  }

  // A reply is owed for what was missed lately, and only to those who are in a tier.
  void take_missed(const PhoneCall& call, const Moment& at) {
    const Person* person = caller(import_, people_, call.number, "missed calls");
    if (!person) return;
    if (days_between(at.day, import_.call.today()) > days_a_missed_call_waits) {
      ++import_.passed_over["missed calls of more than two weeks ago"];
    } else if (person->tier == Tier::none || !person->active()) {
      ++import_.passed_over["missed calls of people in no tier"];
    } else {
      const auto [place, fresh] = missed_.try_emplace({at.day, person->id}, Missed{call.at_ms, at.time});
      if (!fresh && call.at_ms < place->second.at_ms) place->second = {call.at_ms, at.time};
    }
  }

  /// When a call that the user typed was, and how long.
  using WhenTyped = std::pair<std::optional<TimeOfDay>, std::optional<int>>;
  /// Those of a person and day, with their places in the file.
  using Typed = std::map<WhenTyped, std::deque<std::pair<std::size_t, Id>>>;

  bool is_here(const Contact& talk) { return import_.here.has_source(talk) || claim_typed(talk); }

  /// Whether the user typed it; the first that may be this call, and was no other's, is this one's then.
  bool claim_typed(const Contact& talk) {
    Typed& typed = typed_on(talk.with.front(), talk.on);
    std::optional<std::pair<std::size_t, Id>> first;
    for (auto one = typed.begin(); one != typed.end();) {
      auto& [when, places] = *one;
      while (!places.empty() && claimed_.contains(places.front().second)) places.pop_front();
      if (!places.empty() && may_be(when, talk))
        first = std::min(first.value_or(places.front()), places.front());
      one = places.empty() ? typed.erase(one) : std::next(one);
    }
    return first && claimed_.insert(first->second).second;
  }

  Typed& typed_on(Id person, Day day) {
    const auto [place, is_new] = typed_.try_emplace({person, day});
    if (!is_new) return place->second;
    std::size_t number = 0;
    for (const Contact& one : import_.here.contacts(person, day).typed) {
      if (one.kind == ContactKind::contact && one.channel == Channel::call)
        place->second[{one.time, one.minutes}].emplace_back(number++, one.id);
    }
    return place->second;
  }

  /// Whether what was typed may be this call: about as long, about then.
  static bool may_be(const WhenTyped& typed, const Contact& talk) {
    const auto& [time, minutes] = typed;
    const int longer = std::max(minutes.value_or(*talk.minutes), *talk.minutes);
    const int apart = std::abs(minutes.value_or(*talk.minutes) - *talk.minutes);
    const bool near = !time || std::abs((*time - *talk.time).count()) <= 2 * 60 + longer;
    return near && apart <= 5 + longer / 3;
  }

  void add(Contact& contact) { import_.add(contact); }

  Import& import_;
  KnownPeople people_;
  std::map<std::pair<Day, Id>, Missed> missed_;
  std::map<std::pair<Id, Day>, Typed> typed_;
  std::unordered_set<Id> claimed_;  // what the user typed and a call was found to be
};

void take_calls(Import& import, const std::vector<std::string>& paths) {
  CallsImport calls(import);
  for (const std::string& path : paths) calls.read(path);
  calls.write_missed();
}

void take_sms(Import& import, const std::vector<std::string>& paths) {
  KnownPeople people(import);
  Touches touches(import, Channel::chat, "sms");
  for (const std::string& path : paths) {
    std::ifstream in = open_file(path);
    const auto take = [&](const PhoneMessage& message) {
      import.progress();
      const auto at = moment_of_log(import.call, message.at_ms);
      if (!at) return import.fail(path, {message.line, "message: date: not a day that has been"});
      if (message.numbers.size() > 1) {
        ++import.passed_over["messages to groups"];
        return;
      }
      const std::string number = message.numbers.empty() ? "" : message.numbers.front();
      if (const Person* person = caller(import, people, number, "messages"))
        touches.add(person->id, *at, message.mine ? Side::me : Side::them);
    };
    const auto problem = formats::read_phone_backup(
        in, {.call = {}, .message = take, .problem = [&](const formats::Problem& bad) {
               import.fail(path, bad);
             }});
    if (problem) import.fail(path, *problem);
  }
  touches.write();
}

}  // namespace

const ImportFormat calls_import = {"calls", "a log of calls", looks_like_calls, take_calls, true};
const ImportFormat sms_import = {"sms", "a backup of text messages", looks_like_sms, take_sms, true};

}  // namespace rel::commands
