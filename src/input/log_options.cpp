#include "input/log_options.hpp"

#include <algorithm>

#include "cli/channels.hpp"
#include "cli/dated_texts.hpp"
#include "cli/durations.hpp"
#include "cli/log_words.hpp"
#include "cli/typed.hpp"
#include "input/options.hpp"
#include "input/texts.hpp"
#include "rel/credit.hpp"
#include "rel/limits.hpp"
#include "render/phrases.hpp"
#include "text/terminal.hpp"

namespace rel::commands {

namespace {

/// What words or an option say; it is refused where both do.
template <class T>
std::optional<T> said_once(const std::optional<cli::Said<T>>& said, std::optional<T> by_option,
                           const std::string& option, const char* kind) {
  if (!said) return by_option;
  if (by_option) throw UsageError("--" + option + ": a second " + kind + " after " + cli::named(said->words));
  return said->value;
}

template <class T>
std::optional<T> choice(const Call& call, std::string_view option, std::optional<T> (*from)(std::string_view),
                        const char* choices) {
  const auto text = call.args.one(option);
  if (!text) return std::nullopt;
  if (const auto value = from(*text)) return value;
  throw UsageError(cli::named(option, *text) + ": not one of its values", choices);
}

template <class Read>
auto option(const Call& call, std::string_view name, const Read& read) {
  const auto text = call.args.one(name);
  return text ? std::optional(read(*text)) : std::nullopt;
}

std::optional<ContactKind> kind_of(const Call& call, const cli::LogWords& said) {
  const bool tried = said.tried || said.voicemail || call.args.has("tried");
  const bool missed = said.missed || call.args.has("missed");
  const bool owed = said.owe || call.args.has("owe");
  if (tried + missed + owed > 1) throw UsageError("tried, missed, owe: only one of them");
  if (tried) return ContactKind::tried;
  if (missed) return ContactKind::missed;
  return owed ? std::optional(ContactKind::owed) : std::nullopt;
}

// Of what was said before only that stays which the new kind allows: a try that led to a talk after all is
// given a length; what turns out to be a try loses it.
void reconsider_kind(Contact& contact, const ContactChanges& changes) {
  if (!changes.kind) {
    if (!took_place(contact) && (changes.minutes || changes.counts)) contact.kind = ContactKind::contact;
    return;
  }
  contact.kind = *changes.kind;
  if (!took_place(contact)) {
    contact.minutes.reset();
    contact.counts.reset();
    contact.depth.reset();
  }
  const bool they_began = contact.kind == ContactKind::missed || contact.kind == ContactKind::owed;
  if (they_began) contact.by = Side::them;
  if (contact.kind == ContactKind::tried && contact.by == Side::them) contact.by.reset();
}

/// `--for 20`, as behind a channel.
int length_of(const std::string& text) {
  const auto bare = cli::read_bare_minutes(text);
  return bare ? *bare : require_minutes(text);
}

std::optional<std::string> note_of(const Call& call, const cli::LogWords& said) {
  std::optional<cli::Said<std::string>> by_words;
  if (said.note) by_words = {require_note(*said.note, "note"), *said.note};
  const auto by_option = call.args.one("note");
  if (said.input && (by_words || by_option))
    throw UsageError("-: a second note beside " + cli::named(by_words ? by_words->words : *by_option));
  if (said.input) return note_text(call, "-");
  const auto read = [&](const std::string& text) { return note_text(call, text); };
  return said_once(by_words, option(call, "note", read), "note", "note");
}

/// The options as they can be typed again, each behind a blank.
std::string options_typed(const Call& call) {
  std::string line;
  for (const auto options : {cli::global_options(), call.spec.options}) {
    for (const cli::OptionSpec& option : options) {
      const bool flag = option.arity == cli::Arity::flag;
      if (flag && call.args.has(option.name)) line += " " + cli::option_name(option.name);
      for (const std::string& value : call.args.all(option.name))
        line += " " + cli::option_name(option.name) + " " + cli::shell_word(value);
    }
  }
  return line;
}

/// The whole command again, with what was refused as the note: to be pasted.
std::string as_note(const Call& call, const cli::RefusedWords& refused) {
  constexpr int widest = 300;
  std::string words = " " + cli::shell_word(call.args.words.front());
  bool has_dashes = false;
  for (const std::string& word : refused.instead) {
    has_dashes = has_dashes || word.starts_with('-');
    words += " " + cli::shell_word(word);
  }
  const std::string options = options_typed(call);
  return text::shortened(
      "rel " + std::string(call.spec.name) + (has_dashes ? options + " --" + words : words + options),
      widest);
}

cli::LogWords words_said(const Call& call) {
  try {
    return cli::read_log_words(std::span(call.args.words).subspan(1), call.now);
  } catch (const cli::RefusedWords& refused) {
    throw UsageError(refused.what(), as_note(call, refused));
  }
}

bool is_conversation(const Contact& contact, const std::vector<Person>& people) {
  return std::any_of(people.begin(), people.end(), [&](const Person& person) {
    Contact full = contact;
    full.minutes = full.minutes.value_or(1);
    return credit(full, person) > 0;
  });
}

}  // namespace

std::string note_text(const Call& call, const std::string& text) {
  return require_note(text == "-" ? call.env.read_input(longest_note + 1) : text, "note");
}

ContactChanges contact_changes(const Call& call) {
  const cli::LogWords said = words_said(call);
  ContactChanges changes;
  changes.kind = kind_of(call, said);
  changes.channel = said_once(said.channel, option(call, "via", require_channel), "via", "channel");
  if (!changes.channel && said.voicemail) changes.channel = Channel::voice;
  changes.minutes = said_once(said.minutes, option(call, "for", length_of), "for", "duration");
  const auto moment_of = [&](const std::string& text) {
    return cli::require_date(text, cli::named("on", text), cli::Tense::past, call.now);
  };
  changes.when = said_once(said.when, option(call, "on", moment_of), "on", "date");
  changes.note = note_of(call, said);
  changes.by = choice<Side>(call, "by", side_from, "me, them");
  changes.depth = said_once(
      said.depth, choice<Depth>(call, "depth", cli::read_depth, "small, personal, deep"), "depth", "depth");
  if (call.args.has("real")) changes.counts = Counts::real;
  if (call.args.has("touch")) changes.counts = Counts::touch;
  changes.others = number_option(call, "others", 0, most_others);
  return changes;
}

std::string note_line(const std::string& note) {
  constexpr int widest = 500;  // it is said back to be recognised, not to be read
  return "note: " + text::shortened(render::one_line(note), widest);
}

void apply(Contact& contact, const ContactChanges& changes, const std::vector<Person>& people,
           const Call& call) {
  // An import may not know how long a talk was, and that stays until the user says.
  const bool of_unknown_length = contact.id != 0 && !contact.minutes && is_conversation(contact, people);
  reconsider_kind(contact, changes);
  if (changes.channel) contact.channel = *changes.channel;
  if (changes.minutes) contact.minutes = changes.minutes;
  if (changes.when) {
    contact.on = changes.when->day;
    contact.time = changes.when->time;
  }
  if (changes.note) contact.note = changes.note;
  if (changes.by) contact.by = changes.by;
  if (changes.depth) contact.depth = changes.depth;
  if (changes.counts) contact.counts = changes.counts;
  if (changes.others) contact.others = *changes.others;
  if (!contact.minutes && !of_unknown_length && is_conversation(contact, people))
    contact.minutes = call.settings.default_minutes;
}

}  // namespace rel::commands
