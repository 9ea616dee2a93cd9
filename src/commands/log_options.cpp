#include "commands/log_options.hpp"

#include <algorithm>

#include "cli/typed.hpp"
#include "commands/options.hpp"
#include "commands/texts.hpp"
#include "rel/credit.hpp"
#include "rel/limits.hpp"

namespace rel::commands {

namespace {

template <class T>
void once(std::optional<T>& place, std::optional<T> value, const std::string& option, const char* kind) {
  if (!value) return;
  if (place) throw UsageError("--" + option + ": a second " + kind);
  place = std::move(value);
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

ContactChanges contact_changes(const Call& call, std::span<const std::string> words) {
  std::vector<std::string> kept(words.begin(), words.end());
  const auto dash = std::find(kept.begin(), kept.end(), "-");
  const bool reads_input = dash != kept.end();
  if (reads_input) kept.erase(dash);
  const cli::LogWords said = cli::read_log_words(kept, call.now);

  ContactChanges changes;
  changes.kind = kind_of(call, said);
  changes.channel = said.channel;
  once(changes.channel, option(call, "via", require_channel), "via", "channel");
  if (!changes.channel && said.voicemail) changes.channel = Channel::voice;
  changes.minutes = said.minutes;
  once(changes.minutes, option(call, "for", require_minutes), "for", "duration");
  changes.when = said.when;
  once(changes.when,
       option(call, "on",
              [&](const std::string& text) {
                return cli::require_date(text, cli::named("on", text), cli::Tense::past, call.now);
              }),
       "on", "date");
  if (said.note) changes.note = require_note(*said.note, "note");
  once(changes.note, option(call, "note", [&](const std::string& text) { return note_text(call, text); }),
       "note", "note");
  if (reads_input) once(changes.note, std::optional(note_text(call, "-")), "note", "note");
  changes.by = choice<Side>(call, "by", side_from, "me, them");
  changes.depth = choice<Depth>(call, "depth", depth_from, "small, personal, deep");
  exclude(call, "real", "touch");
  if (call.args.has("real")) changes.counts = Counts::real;
  if (call.args.has("touch")) changes.counts = Counts::touch;
  changes.others = number_option(call, "others", 0, most_others);
  return changes;
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
