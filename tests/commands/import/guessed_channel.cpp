#include "commands/import/guessed_channel.hpp"

#include <doctest/doctest.h>

using namespace rel::commands;
using rel::Channel;

TEST_CASE("the first word that tells a channel decides, without one people met") {
  CHECK(guessed_channel("Got lunch together.") == Channel::met);
  CHECK(guessed_channel("Talked on the phone, then lunch") == Channel::call);
  CHECK(guessed_channel("Skype") == Channel::video);
  CHECK(guessed_channel("(texted) her") == Channel::chat);
  CHECK(guessed_channel("e-mail about it") == Channel::email);
  CHECK(guessed_channel("Celebrated the new year") == Channel::met);
  CHECK(guessed_channel("") == Channel::met);
}

TEST_CASE("a fingerprint is that of FNV-1a") {
  CHECK(fingerprint("") == "cbf29ce484222325");
  CHECK(fingerprint("a") == "af63dc4c8601ec8c");
}
