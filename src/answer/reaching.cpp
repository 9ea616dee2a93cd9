#include "answer/reaching.hpp"

#include "cli/typed.hpp"
#include "text/terminal.hpp"
#include "text/uri.hpp"

namespace rel::commands {

namespace {

constexpr const char* usual_opener = "xdg-open";

/// What is opened, as the user knows it and as programs do, and with which command.
struct Opening {
  std::string shown;
  std::string uri;
  ProgramWords command;
};

Opening opening_of(const Person& person, const formats::ProgramSettings& settings) {
  // An address book may have "ask Bo" in the place of a number.
  for (const std::string& phone : person.phones) {
    const std::string uri = text::tel_uri(phone);
    if (!uri.empty()) return {phone, uri, settings.phone_opener};
  }
  if (!person.emails.empty())
    return {person.emails.front(), text::mailto_uri(person.emails.front()), settings.email_opener};
  if (!person.phones.empty())
    throw NotFound(
        person.name + ": no number to open: " + cli::named(person.phones.front()) + " has no digit",
        "rel edit " + person.handle + " --phone \"+49 30 123456\"");
  throw NotFound(person.name + ": no phone number or e-mail address is known",
                 "rel edit " + person.handle + " --phone \"+49 30 123456\"");
}

}  // namespace

void reach_out(Call& call, const Person& person) {
  Opening opening = opening_of(person, call.program);
  if (opening.command.empty()) opening.command = {usual_opener};
  if (!call.quiet && call.format == render::Format::text)
    call.outcome.out +=
        "\nopening " + text::escaped(opening.shown) + " of " + text::escaped(person.name) + '\n';
  opening.command.push_back(opening.uri);
  const Ended ended = call.env.run_in_front(opening.command, call.outcome.out);
  call.outcome.out.clear();
  if (!ended.well()) {
    throw IoError(opening.command.front() + " " + opening.uri + ": " + why_not(ended),
                  "another command under [reach] in the settings: rel help config");
  }
}

}  // namespace rel::commands
