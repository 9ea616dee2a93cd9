#include "commands/review/intentions.hpp"

#include "base/errors.hpp"
#include "cli/typed.hpp"
#include "input/naming.hpp"
#include "input/texts.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace rel::commands {

namespace {

constexpr const char* intend_option = "--intend";

/// Whom the words before the colon mean; nothing where they are part of the text.
std::optional<Id> person_before_colon(const store::Reader& store, const std::string& who) {
  try {
    const auto people = find_people(store, who);
    if (people.size() > 1) throw UsageError(cli::named(who) + ": an intention is about one person");
    return people.front().person;
  } catch (const NotFound& problem) {
    if (text::handle_from_name(who) != text::fold(who)) return std::nullopt;
    const bool near = !problem.advice().starts_with("rel add");
    throw NotFound(problem.what(),
                   (near ? problem.advice() + "; " : "") + "no colon, where it is about no one person");
  }
}

}  // namespace

Intention read_intention(const store::Reader& store, const std::string& typed) {
  const std::string text = require_name(typed, intend_option);
  const std::size_t colon = text.find(':');
  const bool at_end = colon != std::string::npos && colon + 1 == text.size();
  if (colon == std::string::npos || colon == 0 || (!at_end && text[colon + 1] != ' ')) return {{}, text};
  const std::string who(text::trimmed(text.substr(0, colon)));
  const auto person = person_before_colon(store, who);
  if (!person) return {{}, text};
  if (at_end) throw UsageError(cli::named(text) + ": what do you mean to do?", who + ": a walk every week");
  return {person, require_name(text.substr(colon + 1), intend_option)};
}

std::string sentence(const store::Reader& store, const Intention& intention) {
  if (!intention.person) return intention.text;
  return intention.text + ", with " + store.person(*intention.person).name;
}

}  // namespace rel::commands
