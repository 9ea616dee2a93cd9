// What a person is recognised by, however it is written; of telephone numbers see phone_book.hpp.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace rel::commands {

std::string email_key(std::string_view email);
/// Empty where nothing is left of the name.
std::string name_key(std::string_view name);

/// What a list has, by the keys of its values; values without a key, such as short numbers, are the same only
/// to the letter.
class Keys {
 public:
  using KeyOf = std::string (*)(std::string_view);
  Keys(KeyOf key_of, const std::vector<std::string>& list) : key_of_(key_of) {
    for (const std::string& value : list) add(value);
  }

  bool has(const std::string& value) const { return keys_.contains(key(value)); }
  /// False where it has it already.
  bool add(const std::string& value) { return keys_.insert(key(value)).second; }

 private:
  std::string key(const std::string& value) const {
    std::string text = key_of_(value);
    return text.empty() ? value : text;
  }

  KeyOf key_of_;
  std::unordered_set<std::string> keys_;
};

}  // namespace rel::commands
