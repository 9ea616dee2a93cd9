// Chats of Facebook, Instagram and Signal: a touch for each person and day, never a text.
#include "formats/chat_lists.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

#include "cli/typed.hpp"
#include "commands/import/call_log.hpp"
#include "commands/import/known_people.hpp"
#include "commands/import/log_entries.hpp"
#include "text/fold.hpp"
#include "text/joined.hpp"

namespace rel::commands {

namespace {

using formats::ChatEntry;

/// A format of such chats.
struct ChatKind {
  std::optional<formats::Problem> (*read)(std::istream& in, const formats::ChatTakers& takers);
  const char* source;
  const char* me;  // what the user is called in it, where that is always the same
};

constexpr ChatKind facebook = {formats::read_facebook, "facebook", ""};
constexpr ChatKind signal_desktop = {formats::read_signal, "signal", "Me"};

/// One chat on its way in: whose it is shows in all of it, so that the file is read twice.
class ChatListImport {
 public:
  ChatListImport(Import& import, const ChatKind& kind, const InputFile& file, KnownPeople& people,
                 Touches& touches, CallLog& calls)
      : import_(import), kind_(kind), file_(file), people_(people), touches_(touches), calls_(calls) {}

  void run() {
    std::size_t entries = 0;
    read([&](const ChatEntry&) { ++entries; }, [](const formats::Problem&) {});
    const auto other = other_one(entries);
    const Person* person =
        other ? people_.judge(people_.with_name(*other), *other, "messages", "names", entries) : nullptr;
    const auto take_entry = [&](const ChatEntry& entry) {
      if (person) take(*person, entry, *other);
    };
    if (const auto problem =
            read(take_entry, [&](const formats::Problem& bad) { import_.fail(file_.name, bad); }))
      import_.fail(file_.name, *problem);
  }

 private:
  template <class TakeEntry, class TakeProblem>
  std::optional<formats::Problem> read(TakeEntry take_entry, TakeProblem take_problem) {
    std::ifstream in = open_file(file_.path);
    return kind_.read(in, {.participant = [&](const std::string& name) { add_participant(name); },
                           .entry = take_entry,
                           .problem = take_problem});
  }

  void add_participant(const std::string& name) {
    if (names_.size() < 3 && std::ranges::find(names_, name) == names_.end()) names_.push_back(name);
  }

  bool is_me(const std::string& name) const {
    const auto me = import_.call.args.one("me");
    return name == kind_.me || (me && text::fold_name(*me) == text::fold_name(name));
  }

  /// Whose chat it is; nothing where it is a group's, or nobody's.
  std::optional<std::string> other_one(std::size_t entries) {
    if (names_.size() > 2) {
      import_.passed_over.add("messages in groups", "", entries);
      import_.remarks.push_back(file_.name + ": a group of " + text::joined(names_, ", ") +
                                " and others, left out");
      return std::nullopt;
    }
    std::vector<std::string> others = names_;
    std::erase_if(others, [&](const std::string& name) { return is_me(name); });
    std::vector<std::string> known = others;
    std::erase_if(known, [&](const std::string& name) { return people_.with_name(name).empty(); });
    if (known.size() > 1)
      throw UsageError(file_.name + ": both " + cli::named(known[0]) + " and " + cli::named(known[1]) +
                           " are somebody here: which are you?",
                       "--me NAME");
    if (known.size() == 1) return known.front();
    if (others.size() == 1) return others.front();
    for (const std::string& name : others) import_.strangers[name] += entries;
    if (entries > 0) import_.passed_over.add("messages of names that nobody here has", "", entries);
    return std::nullopt;
  }

  void take(const Person& person, const ChatEntry& entry, const std::string& other) {
    import_.progress();
    const auto at =
        entry.civil ? moment_of_log(import_.call, *entry.civil) : moment_of_log(import_.call, *entry.at_ms);
    if (!at)
      return import_.fail(file_.name,
                          {entry.line, "message of " + entry.sender + ": not a day that has been"});
    const Side by = entry.sender == other ? Side::them : Side::me;
    if (!entry.call) return touches_.add(person.id, *at, by);
    const std::string source = fmt::format("{} {} {}", kind_.source, iso(at->day), clock_text(*at->time));
    if (entry.seconds == 0 && by == Side::them) return calls_.missed(person, *at, source);
    if (entry.seconds == 0 ||
        !calls_.talk(person, {.at = *at, .seconds = entry.seconds, .by = by, .source = source}))
      import_.passed_over.add("calls without a conversation", person.name);
  }

  Import& import_;
  const ChatKind& kind_;
  const InputFile& file_;
  KnownPeople& people_;
  Touches& touches_;
  CallLog& calls_;
  std::vector<std::string> names_;  // of whoever takes part, three at most
};

template <const ChatKind& kind>
void take_chats(Import& import, const std::vector<InputFile>& files) {
  KnownPeople people(import);
  Touches touches(import, Channel::chat, kind.source);
  CallLog calls(import);
  for (const InputFile& file : files) ChatListImport(import, kind, file, people, touches, calls).run();
  touches.write();
  calls.write_missed();
}

bool looks_like_facebook(const cli::Arguments&, std::string_view beginning) {
  return formats::looks_like_facebook(beginning);
}
bool looks_like_signal(const cli::Arguments&, std::string_view beginning) {
  return formats::looks_like_signal(beginning);
}

}  // namespace

const ImportFormat facebook_import = {"facebook", "a chat of Facebook or Instagram", looks_like_facebook,
                                      take_chats<facebook>, true};
const ImportFormat signal_import = {"signal", "a chat of Signal (signal-export)", looks_like_signal,
                                    take_chats<signal_desktop>, true};

}  // namespace rel::commands
