#include "commands/log/asking.hpp"

#include <algorithm>
#include <functional>
#include <optional>

#include "cli/log_words.hpp"
#include "cli/scanning.hpp"
#include "cli/typed.hpp"
#include "input/naming.hpp"
#include "rel/due.hpp"
#include "store/waiting.hpp"
#include "text/terminal.hpp"
#include "text/utf8.hpp"

namespace rel::commands {

namespace {

constexpr std::size_t most_offered = 5;  // people

struct Offered {
  std::string handle;
  std::string name;
};

/// Those who are due, as the likeliest. The file is open for no longer than this.
std::vector<Offered> likely(const Call& call) {
  std::vector<Offered> people;
  const auto store = call.open_to_read();
  if (!store) return people;
  const DueRules rules{call.today(), call.settings, store::away_until(*store, call.today())};
  for (const DueItem& item : due_list(store::waiting(*store, call.today(), 0), rules, 0)) {
    if (people.size() < most_offered) people.push_back({item.facts.person.handle, item.facts.person.name});
  }
  return people;
}

/// Asks until `read` takes what was typed; nothing where the input ends. `read` throws an Error to refuse.
std::optional<std::string> ask_until_read(Call& call, const std::string& question,
                                          const std::function<std::string(const std::string&)>& read) {
  for (;;) {
    const auto answer = call.ask(question);
    if (!answer || answer->empty()) return answer;
    try {
      return read(*answer);
    } catch (const UsageError& error) {
      call.outcome.out += text::escaped(error.what()) + "\n";
    } catch (const NotFound& error) {
      call.outcome.out += text::escaped(std::string(error.what()) + ": " + error.advice()) + "\n";
    }
  }
}

std::optional<std::string> ask_who(Call& call) {
  const std::vector<Offered> offered = likely(call);
  for (std::size_t i = 0; i < offered.size(); ++i)
    call.outcome.out += "  " + std::to_string(i + 1) + "  " + text::escaped(offered[i].name) + "\n";
  const auto read = [&](const std::string& who) {
    const auto number = cli::small_number(who);
    if (number && *number >= 1 && static_cast<std::size_t>(*number) <= offered.size())
      return offered[static_cast<std::size_t>(*number) - 1].handle;
    const auto store = call.open_to_read();
    if (!store)
      throw NotFound(cli::named(who) + ": nobody is in the file yet", "rel add \"Ann Lee\" --tier 1");
    find_people(*store, who);
    return who;
  };
  return ask_until_read(call, offered.empty() ? "Who?" : "Who? A name or a number:", read);
}

/// Words of a log that are no note.
std::string read_words(const std::string& typed, const cli::Now& now) {
  const auto said = cli::read_log_words(cli::words_in(typed), now);
  if (said.note || said.input) throw UsageError(cli::named(typed) + ": no channel, duration or date");
  return typed;
}

}  // namespace

std::vector<std::string> asked_words(Call& call) {
  const auto who = ask_who(call);
  if (!who || who->empty()) return {};
  std::vector<std::string> words = {*who};
  const auto take = [&](const std::optional<std::string>& answer) {
    const std::vector<std::string> more = answer ? cli::words_in(*answer) : std::vector<std::string>{};
    words.insert(words.end(), more.begin(), more.end());
    return answer.has_value();
  };
  const auto as_minutes = [&](const std::string& typed) {
    return read_words(cli::all_digits(typed) ? typed + "m" : typed, call.now);
  };
  const std::string usual = std::to_string(call.settings.default_minutes);
  const bool all_asked =
      take(ask_until_read(call, "How? met, call, video, chat, … [call]",
                          [&](const std::string& typed) { return read_words(typed, call.now); })) &&
      take(ask_until_read(call, "How long? 20, 1h30 [" + usual + " min where it was a talk]", as_minutes));
  const auto note = all_asked ? call.ask("What about? [no note]") : std::nullopt;
  if (!note) return {};
  if (!text::blank(*note)) words.insert(words.end(), {std::string(cli::note_mark), *note});
  return words;
}

}  // namespace rel::commands
