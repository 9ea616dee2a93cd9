// A person as a form of `key: value` lines, for the editor.
#pragma once

#include <string>

#include "invocation/invocation.hpp"

namespace rel::commands {

/// Everything about a person that can be changed, a line each; lists have several lines with one key, and
/// a purpose of several lines goes on below, indented. What a line can't hold is escaped, where there is any.
std::string person_form(const Person& person);

/// The person as the form says now: what stands on no line is cleared, and what stands there as it was shown
/// stays, whatever it is. Throws UsageError for what was changed into what can't be understood.
Person read_person_form(const store::Reader& store, const std::string& text, const Person& before,
                        Call& call);

}  // namespace rel::commands
