// The options that `add` and `edit` share: everything kept about a person.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "invocation/invocation.hpp"

namespace rel::commands {

/// Their specifications.
inline constexpr std::array person_options = {
    cli::OptionSpec{"tier", 't', cli::Arity::one, "T", "very-high (1), high (2), moderate (3) or none",
                    cli::ValueKind::tier},
    cli::OptionSpec{"every", 0, cli::Arity::one, "3w", "your own cadence instead of the tier's: 10d, 3w, 2m"},
    cli::OptionSpec{"last", 0, cli::Arity::one, "DATE", "the last real conversation, if you remember",
                    cli::ValueKind::day},
    cli::OptionSpec{"alias", 0, cli::Arity::many, "NAME", "another name to find them by"},
    cli::OptionSpec{"phone", 0, cli::Arity::many, "NUMBER", "how to reach them"},
    cli::OptionSpec{"email", 0, cli::Arity::many, "ADDRESS", "how to reach them"},
    cli::OptionSpec{"tag", 0, cli::Arity::many, "TAG", "a group of yours: family, choir",
                    cli::ValueKind::tag},
    cli::OptionSpec{"birthday", 0, cli::Arity::one, "[Y-]M-D", "04-12 or 1980-04-12"},
    cli::OptionSpec{"date", 0, cli::Arity::many, "NAME [Y-]M-D",
                    "another day of the year: \"wedding 06-14\""},
    cli::OptionSpec{"real-by", 0, cli::Arity::one, "CHANNEL,…", "channels that are conversations with them",
                    cli::ValueKind::channel},
    cli::OptionSpec{"purpose", 0, cli::Arity::one, "TEXT", "why this relationship matters"},
    cli::OptionSpec{"handle", 0, cli::Arity::one, "WORD", "how you type them: letters, digits, -"},
};

/// Puts the options into the person. In lists a value is added, or taken away where it begins with `!`; `-`
/// clears --every, --last, --birthday, --real-by and --purpose. Does not touch the tier: that is set_tiers'.
void apply_options(Person& person, const cli::Arguments& args, const cli::Now& now);

/// Checks an alias or a tag as these options do.
std::string require_alias(const std::string& text);
std::string require_tag(const std::string& text);

/// The people of one command who get this tier: sets tier and `considered`, and the start day of those who
/// never had one, spread back over their target where nothing is known of their last talk.
void set_tiers(const store::Reader& store, std::vector<Person>& people, const std::vector<Tier>& tiers,
               const Call& call);

/// Makes handles that are not taken: `ann-lee`, `ann-lee-2`, … It remembers how far the numbers behind a
/// handle have gone, so that an address book of thousands without a Latin letter costs no more than any
/// other.
class HandleMaker {
 public:
  explicit HandleMaker(const store::Reader& store) : store_(store) {}
  std::string make(const std::string& name);

 private:
  const store::Reader& store_;
  std::map<std::string, int> numbers_;  // the next to try behind each handle
};

/// Throws UsageError where the handle is malformed.
void require_handle(const std::string& handle);

/// The same, and where someone else has it.
void check_handle(const store::Reader& store, const std::string& handle, Id owner);

/// Throws where someone other than `owner` has this name: two people may bear one, but then the user must
/// tell them apart by a handle of their own choice.
void refuse_double(const store::Reader& store, const std::string& name, Id owner);

/// Warns where someone other than `owner` has a name that looks the same in letters of another script: "Ann"
/// with a Cyrillic A.
void warn_of_lookalike(const store::Reader& store, Call& call, const std::string& name, Id owner);

/// The days that the options named, as they were understood: `last talked on Thu 29 Oct 2026`, `birthday on
/// 12 Apr`.
std::vector<std::string> days_understood(const Person& person, const Call& call);

}  // namespace rel::commands
