// What a person is recognised by, however it is written.
#pragma once

#include <string>
#include <vector>

namespace rel::commands {

/// Two spellings of one number are the same: `+49 30 1234`, `0049-30-1234`. Empty for one of less than six
/// digits: an extension, not a person.
std::string phone_key(const std::string& phone);
std::string email_key(const std::string& email);
/// Empty where nothing is left of the name.
std::string name_key(const std::string& name);

/// Adds the values that the list does not have yet, by their keys; values without a key are the same only to
/// the letter. True where it grew.
bool add_new(std::vector<std::string>& list, const std::vector<std::string>& values,
             std::string (*key)(const std::string&));

}  // namespace rel::commands
