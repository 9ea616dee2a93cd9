// Picking up the phone: opening a number or an address with a program of the user's.
#pragma once

#include "invocation/invocation.hpp"

namespace rel::commands {

/// Prints what was said so far, and opens the first phone number of a person, else the first e-mail address,
/// with the command of the settings, else xdg-open. Throws NotFound where neither is known, and IoError where
/// the command fails. Nothing may be open any more: the command may run for as long as a call.
void reach_out(Call& call, const Person& person);

}  // namespace rel::commands
