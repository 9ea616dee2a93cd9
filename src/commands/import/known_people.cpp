#include "commands/import/known_people.hpp"

#include <algorithm>

#include "cli/typed.hpp"
#include "identity/identity.hpp"
#include "input/naming.hpp"
#include "text/fold.hpp"

namespace rel::commands {

namespace {

using Found = std::vector<const Person*>;

constexpr std::size_t most_words = 6;  // of a name that is found in a text

/// What is found by a key; empty where nothing is.
const Found& found_in(const std::map<std::string, Found>& places, const std::string& key) {
  static const Found nobody;
  const auto found = places.find(key);
  return found == places.end() ? nobody : found->second;
}

void put(std::map<std::string, std::vector<const Person*>>& places, const std::string& key,
         const Person& person) {
  if (key.empty()) return;
  std::vector<const Person*>& all = places[key];
  if (all.empty() || all.back() != &person) all.push_back(&person);  // they come one after the other
}

/// What --as names and files may hold in several spellings: a number, an address, a name.
std::string told_key(const Import& import, const std::string& name) {
  if (name.find('@') != std::string::npos) return "@ " + email_key(name);
  const bool number = name.find_first_not_of("+0123456789 ()-./") == std::string::npos;
  const std::string digits = number ? phone_number(name, import.call.program.default_country).digits : "";
  return digits.empty() ? "name " + name_key(name) : "number " + digits;
}

}  // namespace

KnownPeople::KnownPeople(Import& import)
    : import_(import), people_(import.change.people()), book_(people_, import.call.program.default_country) {
  for (const Person& person : people_) {
    for (const std::string& email : person.emails) put(by_email_, email_key(email), person);
    put(by_name_, name_key(person.name), person);
    for (const std::string& alias : person.aliases) put(by_name_, name_key(alias), person);
  }
  read_as();
}

void KnownPeople::read_as() {
  for (const std::string& pair : import_.call.args.all("as")) {
    const std::size_t equals = pair.rfind('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == pair.size())
      throw UsageError(cli::named("as", pair) + ": not NAME=WHO", "--as 'Annie=ann-lee'");
    const Id who = find_person(import_.change, pair.substr(equals + 1)).person;
    const auto person = std::ranges::find(people_, who, &Person::id);
    if (person != people_.end()) as_[told_key(import_, pair.substr(0, equals))] = {&*person};
  }
}

const KnownPeople::Found* KnownPeople::told(const std::string& name) {
  if (as_.empty()) return nullptr;
  const auto found = as_.find(told_key(import_, name));
  return found == as_.end() ? nullptr : &found->second;
}

const std::vector<const Person*>& KnownPeople::with_number(const std::string& number) {
  if (const Found* who = told(number)) return *who;
  const auto [known, is_new] = found_numbers_.try_emplace(number);
  if (is_new) {
    for (const std::size_t place : book_.who(number)) known->second.push_back(&people_[place]);
  }
  return known->second;
}

const std::vector<const Person*>& KnownPeople::with_email(const std::string& address) {
  if (const Found* who = told(address)) return *who;
  return found_in(by_email_, email_key(address));
}

const std::vector<const Person*>& KnownPeople::with_name(const std::string& name) {
  if (const Found* who = told(name)) return *who;
  const std::vector<const Person*>& found = found_in(by_name_, name_key(name));
  return found.empty() ? with_number(name) : found;
}

const Person* KnownPeople::judge(const std::vector<const Person*>& found, const std::string& text,
                                 std::string_view what, std::string_view texts, std::size_t times) {
  const auto count = [&](const std::string& why, const std::string& whose) {
    import_.passed_over.add(std::string(what) + why, whose, times);
  };
  if (found.empty()) {
    count(" of " + std::string(texts) + " that nobody here has", "");  // they are listed
    const PhoneNumber number = phone_number(text, import_.call.program.default_country);
    const std::string spelling = (number.international ? "+" : "") + number.digits;
    import_.strangers[number.digits.empty() ? text : spelling] += times;
  } else if (found.size() > 1) {
    count(" of " + std::string(texts) + " that several people have", text);
  } else if (!import_.wanted(found.front()->name)) {
    import_.left_out += times;
  } else {
    return found.front();
  }
  return nullptr;
}

// A name of one word is anybody's: only names of several are found in a text.
std::vector<const Person*> KnownPeople::named_in(const std::string& text) const {
  std::vector<const Person*> found;
  const std::vector<std::string> words = text::words(text::fold_name(text));
  for (std::size_t begin = 0; begin < words.size(); ++begin) {
    std::string name = words[begin];
    for (std::size_t end = begin + 1; end < std::min(words.size(), begin + most_words); ++end) {
      name += ' ' + words[end];
      const auto known = by_name_.find(name_key(name));
      if (known == by_name_.end() || known->second.size() != 1) continue;
      if (std::ranges::find(found, known->second.front()) == found.end())
        found.push_back(known->second.front());
    }
  }
  return found;
}

}  // namespace rel::commands
