#include "commands/reaching.hpp"

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

Opening opening_of(const Person& person, const Settings& settings) {
  if (!person.phones.empty())
    return {person.phones.front(), text::tel_uri(person.phones.front()), settings.phone_opener};
  if (!person.emails.empty())
    return {person.emails.front(), text::mailto_uri(person.emails.front()), settings.email_opener};
  throw NotFound(person.name + ": no phone number or e-mail address is known",
                 "rel edit " + person.handle + " --phone \"+49 30 123456\"");
}

std::string why_not(const Ended& ended) {
  return ended.problem.empty() ? "ended with status " + std::to_string(ended.status) : ended.problem;
}

}  // namespace

void reach_out(Call& call, const Person& person) {
  Opening opening = opening_of(person, call.settings);
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
