#include "commands/inbox/reading.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

#include "base/errors.hpp"
#include "cli/dated_texts.hpp"
#include "cli/log_words.hpp"
#include "cli/scanning.hpp"
#include "cli/typed.hpp"
#include "commands/commands.hpp"
#include "commands/inbox/line.hpp"
#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace rel::commands {

namespace {

using Words = std::span<const LineWord>;

constexpr std::size_t most_words_of_name = 5;
constexpr auto other_commands = std::to_array<std::string_view>({"note", "promise", "done", "snooze", "add"});
constexpr auto dashes = std::to_array<std::string_view>({"\u2014", "\u2013"});  // what phones make of --
constexpr auto bullets = std::to_array<std::string_view>({"-", "*", "+", "\u2022", "\u2013", "\u2014"});

template <class Texts>
bool is_one_of(const Texts& texts, std::string_view text) {
  return std::ranges::find(texts, text) != std::ranges::end(texts);
}

std::string without_stop(std::string text) {
  if (text.size() > 1 && (text.ends_with(',') || text.ends_with(':'))) text.pop_back();
  return text;
}

std::vector<std::string> texts_of(Words words) {
  std::vector<std::string> texts;
  for (const LineWord& word : words) texts.push_back(word.text);
  return texts;
}

/// Somebody, or several people, at the front.
struct Who {
  std::string name;
  std::size_t words = 0;
};

/// The longest whole name, else one word.
Who one_at_front(Words words, const KnownNames& names) {
  for (std::size_t count = std::min(words.size(), most_words_of_name); count > 1; --count) {
    const std::string name = without_stop(cli::joined(texts_of(words.first(count))));
    if (names.whole(name)) return {name, count};
  }
  return {without_stop(words.front().text), 1};
}

/// `ann, bo` is a group like `ann,bo`.
Who who_at_front(Words words, const KnownNames& names) {
  Who all;
  while (all.words < words.size()) {
    const Who one = one_at_front(words.subspan(all.words), names);
    all.name += (all.words ? "," : "") + one.name;
    all.words += one.words;
    if (!words[all.words - 1].text.ends_with(',')) break;
  }
  return all;
}

std::optional<std::string> command_at_front(Words words) {
  if (words.empty() || words.front().quoted) return std::nullopt;
  const std::string word = without_stop(text::lower(words.front().text));
  return word == "log" || is_one_of(other_commands, word) ? std::optional(word) : std::nullopt;
}

/// How many words at the front are a date before what happened; 0 where they are a name.
std::size_t words_of_front_date(Words words, const cli::Now& now, const KnownNames& names) {
  std::vector<std::string> texts = texts_of(words);
  for (std::string& text : texts) text = without_stop(text);
  const std::size_t count = cli::words_of_date(texts, cli::Tense::past, now);
  if (count == 0 || words.front().quoted || !names.whole(texts.front())) return count;
  const Words rest = words.subspan(count);
  const bool names_another =
      !rest.empty() && (command_at_front(rest) || names.any(who_at_front(rest, names).name));
  if (names_another)
    throw UsageError(cli::named(texts.front()) + ": can be a day and a name", "the day as 2026-11-02");
  return 0;
}

/// The option that a word is, with `--` where a phone has made a dash of it; empty where it is a word.
std::string option_typed(const LineWord& word, const cli::CommandSpec& spec) {
  if (word.quoted) return "";
  std::string typed = word.text;
  for (const std::string_view dash : dashes) {
    if (typed.starts_with(dash)) typed.replace(0, dash.size(), "--");
  }
  const std::string name = typed.substr(0, typed.find('='));
  const auto known = [&](const cli::OptionSpec& option) { return option.is_called(name); };
  if (std::ranges::any_of(spec.options, known)) return typed;
  const bool meant = word.text.starts_with("--") && word.text.size() > 2 && text::is_letter(word.text[2]);
  if (meant) throw UsageError(cli::named(name) + ": no option of a line that begins so");
  return "";
}

/// Takes options, with their values, away from the words.
class OptionTaker {
 public:
  OptionTaker(const cli::CommandSpec& spec, cli::Arguments& args) : spec_(spec), args_(args) {}

  std::vector<LineWord> take(Words words) {
    std::vector<LineWord> plain;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::string typed = option_typed(words[i], spec_);
      if (typed.empty()) {
        plain.push_back(words[i]);
      } else {
        i += take_option(typed, words.subspan(i + 1));
      }
    }
    return plain;
  }

 private:
  /// How many words behind it are its value.
  std::size_t take_option(const std::string& typed, Words behind) {
    const std::size_t sign = typed.find('=');
    const std::string name = typed.substr(0, sign);
    const auto option =
        std::ranges::find_if(spec_.options, [&](const cli::OptionSpec& one) { return one.is_called(name); });
    std::vector<std::string> values = args_.all(option->name);
    if (args_.has(option->name) && option->arity != cli::Arity::many)
      throw UsageError(cli::option_name(option->name) + ": given twice");
    std::size_t taken = 0;
    if (sign != std::string::npos) {
      values.push_back(typed.substr(sign + 1));
    } else if (option->arity != cli::Arity::flag && !behind.empty()) {
      values.push_back(behind.front().text);
      taken = 1;
    } else if (option->arity == cli::Arity::one || option->arity == cli::Arity::many) {
      throw UsageError(cli::option_name(option->name) + ": needs a value");
    }
    args_.set(option->name, std::move(values));
    return taken;
  }

  const cli::CommandSpec& spec_;
  cli::Arguments& args_;
};

/// Reads what stands behind the date and the name of the command.
class LineReader {
 public:
  LineReader(const std::string& line, const KnownNames& names, LineCommand& result)
      : line_(line), names_(names), result_(result) {}

  void read(Words words, const std::optional<Moment>& day, Present present) {
    const cli::CommandSpec& spec = require_command(result_.command).spec;
    if (result_.command == "add") {
      result_.args.words = texts_of(OptionTaker(spec, result_.args).take(words));
      return;
    }
    if (words.empty()) throw UsageError("no name stands there", "ann call 20 her new job");
    take_who(words);
    if (result_.command == "done") {
      while (!words.empty()) take_who(words);
      return;
    }
    const std::vector<LineWord> plain = OptionTaker(spec, result_.args).take(words);
    const bool bare = plain.size() == words.size();
    if (result_.command == "log") return read_log(plain, bare, day, present);
    if (result_.command == "snooze") return add(texts_of(plain));
    if (!plain.empty()) add({text_from(plain, bare)});
  }

 private:
  void add(const std::vector<std::string>& words) {
    result_.args.words.insert(result_.args.words.end(), words.begin(), words.end());
  }

  void take_who(Words& words) {
    const Who who = who_at_front(words, names_);
    add({who.name});
    words = words.subspan(who.words);
  }

  /// As it stands in the line, with its quotation marks, where no option was among it.
  std::string text_from(Words words, bool bare) const {
    const bool one = words.size() == 1;
    return one || !bare ? cli::joined(texts_of(words)) : line_.substr(words.front().begin);
  }

  cli::LogWords log_words(const std::vector<std::string>& texts) const {
    try {
      return cli::read_log_words(texts, result_.now);
    } catch (const cli::RefusedWords& refused) {
      throw UsageError(refused.what(), result_.args.words.front() + " " + cli::joined(refused.instead));
    }
  }

  void read_log(Words plain, bool bare, const std::optional<Moment>& day, Present present) {
    std::vector<std::string> texts = texts_of(plain);
    const auto dash = std::ranges::find_if(plain, [](const LineWord& word) {
      return !word.quoted && is_one_of(bullets, word.text) && word.text != "*" && word.text != "+";
    });
    if (dash != plain.end()) texts[static_cast<std::size_t>(dash - plain.begin())] = cli::note_mark;
    const cli::LogWords said = log_words(texts);
    add({texts.begin(), texts.begin() + static_cast<std::ptrdiff_t>(said.note_at)});
    if (said.note) {
      if (texts[said.note_at - (said.note_at ? 1 : 0)] != cli::note_mark) add({std::string(cli::note_mark)});
      add({text_from(plain.subspan(said.note_at), bare)});
    }
    set_day(said, day, present);
  }

  void set_day(const cli::LogWords& said, const std::optional<Moment>& day, Present present) {
    const auto typed = result_.args.one("on");
    if (day && typed) throw UsageError("--on: a second date after " + cli::echoed(*day));
    if (day && said.when)
      throw UsageError(cli::named(said.when->words) + ": a second date after " + cli::echoed(*day));
    if (day) result_.args.set("on", {iso(*day)});
    result_.day = day         ? day->day
                  : said.when ? said.when->value.day
                  : typed
                      ? cli::require_date(*typed, cli::named("on", *typed), cli::Tense::past, result_.now).day
                      : result_.now.today;
    const bool undated = !day && !said.when && !typed;
    if (undated && present == Present::file) result_.args.set("on", {iso(result_.day)});
  }

  const std::string& line_;
  const KnownNames& names_;
  LineCommand& result_;
};

}  // namespace

LineCommand read_line(const std::string& line, const cli::Now& now, Present present,
                      const KnownNames& names) {
  if (const auto offset = text::first_invalid_byte(line))
    throw UsageError("byte " + std::to_string(*offset) + " is not UTF-8");
  const std::vector<LineWord> all = words_of_line(line);
  Words words = all;
  if (words.size() > 1 && is_one_of(bullets, words.front().text)) words = words.subspan(1);
  if (words.size() > 1 && text::lower(words.front().text) == "rel") words = words.subspan(1);
  LineCommand result{.command = "log", .args = {}, .now = now};
  std::optional<Moment> day;
  if (const std::size_t count = words_of_front_date(words, now, names)) {
    std::vector<std::string> date = texts_of(words.first(count));
    for (std::string& word : date) word = without_stop(word);
    day = cli::require_date(cli::joined(date), cli::joined(date), cli::Tense::past, now);
    words = words.subspan(count);
  }
  if (const auto command = command_at_front(words)) {
    result.command = *command;
    words = words.subspan(1);
  }
  if (day && result.command != "log") {
    result.now.today = day->day;
    if (day->time) result.now.time = *day->time;
  }
  result.day = result.now.today;
  LineReader(line, names, result).read(words, day, present);
  cli::refuse_excluded(require_command(result.command).spec, result.args);
  return result;
}

}  // namespace rel::commands
