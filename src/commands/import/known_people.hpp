// The people of an import by what logs and messages call them, and who is counted as nobody.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "commands/import/importing.hpp"
#include "identity/phone_book.hpp"

namespace rel::commands {

/// Everyone in the file as it was when this was made.
class KnownPeople {
 public:
  explicit KnownPeople(Import& import);

  /// Who has this number, this e-mail address, or this name (an alias, a whole name, or a number in its
  /// place): mostly one, or nobody.
  const std::vector<const Person*>& with_number(const std::string& number);
  const std::vector<const Person*>& with_email(const std::string& address);
  const std::vector<const Person*>& with_name(const std::string& name);

  /// The one who was found, and --only wants; else null, and one of `what` (`calls`) is counted as passed
  /// over, because nobody or several people have `text`, one of `texts` (`numbers`).
  const Person* judge(const std::vector<const Person*>& found, const std::string& text, std::string_view what,
                      std::string_view texts, std::size_t times = 1);

  /// Everyone whose whole name stands in a text such as the title of an event; nobody twice.
  std::vector<const Person*> named_in(const std::string& text) const;

 private:
  using Found = std::vector<const Person*>;
  using Places = std::map<std::string, Found>;

  void read_as();
  const Found* told(const std::string& name);

  Import& import_;
  std::vector<Person> people_;
  PhoneBook book_;
  Places by_email_;
  Places by_name_;
  Places as_;  // whom --as says, by the keys of what stands in the file
  std::unordered_map<std::string, std::vector<const Person*>> found_numbers_;
};

}  // namespace rel::commands
