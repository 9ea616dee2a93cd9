// The options that `log` and `edit` of a contact share, and what words and options together say.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "invocation/invocation.hpp"

namespace rel::commands {

/// Their specifications.
inline constexpr std::array contact_options = {
    cli::OptionSpec{"via", 0, cli::Arity::one, "CHANNEL", "how: met, call, video, email, chat, …",
                    cli::ValueKind::channel},
    cli::OptionSpec{"for", 0, cli::Arity::one, "45m", "how long"},
    cli::OptionSpec{"on", 0, cli::Arity::one, "DATE", "when: yesterday, 3d ago, 2 nov 19:30",
                    cli::ValueKind::day},
    cli::OptionSpec{"note", 'm', cli::Arity::one, "TEXT", "what it was about; - reads standard input"},
    cli::OptionSpec{"by", 0, cli::Arity::one, "me|them", "who began (for a promise: its day)"},
    cli::OptionSpec{"depth", 0, cli::Arity::one, "small|personal|deep", "how deep it went"},
    cli::OptionSpec{"real", 0, cli::Arity::flag, "", "counts as a real conversation"},
    cli::OptionSpec{"touch", 0, cli::Arity::flag, "", "counts as a touch"},
    cli::OptionSpec{"tried", 0, cli::Arity::flag, "", "you tried; no answer"},
    cli::OptionSpec{"missed", 0, cli::Arity::flag, "", "they tried; you owe a reply"},
    cli::OptionSpec{"owe", 0, cli::Arity::flag, "", "you owe an answer"},
    cli::OptionSpec{"others", 0, cli::Arity::one, "N", "people present who are not in the file",
                    cli::ValueKind::number},
};

/// Of which only one can hold. Kinds of contacts (`--tried`) can be words, too: contact_changes sees to them.
inline constexpr std::array contact_exclusions = {
    cli::Exclusion{"real", "touch"},
    cli::Exclusion{"tried", "for real touch"},
    cli::Exclusion{"missed", "for real touch"},
};

/// What the words and options of a log line say about the contact, each where it was said.
struct ContactChanges {
  std::optional<Channel> channel;
  std::optional<int> minutes;
  std::optional<Moment> when;
  std::optional<std::string> note;
  std::optional<Side> by;
  std::optional<Depth> depth;
  std::optional<Counts> counts;
  std::optional<ContactKind> kind;
  std::optional<int> others;
};

/// The value of --note, checked; `-` is standard input.
std::string note_text(const Call& call, const std::string& text);

/// Reads the words behind the first and the options of `log` or `edit`. Throws UsageError where one can't be
/// told, is said twice, or two exclude each other.
ContactChanges contact_changes(const Call& call);

/// A note as it is said back, in one line.
std::string note_line(const std::string& note);

/// Puts them into a contact. A conversation without a length gets `default_minutes`; people are those who
/// were there.
void apply(Contact& contact, const ContactChanges& changes, const std::vector<Person>& people,
           const Call& call);

}  // namespace rel::commands
