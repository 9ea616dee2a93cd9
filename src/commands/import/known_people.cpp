#include "commands/import/known_people.hpp"

#include "identity/identity.hpp"

namespace rel::commands {

namespace {

using Found = std::vector<const Person*>;

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

}  // namespace

KnownPeople::KnownPeople(Import& import)
    : import_(import), people_(import.change.people()), book_(people_, import.call.program.default_country) {
  for (const Person& person : people_) {
    for (const std::string& email : person.emails) put(by_email_, email_key(email), person);
    put(by_name_, name_key(person.name), person);
    for (const std::string& alias : person.aliases) put(by_name_, name_key(alias), person);
  }
}

const std::vector<const Person*>& KnownPeople::with_number(const std::string& number) {
  const auto [known, is_new] = found_numbers_.try_emplace(number);
  if (is_new) {
    for (const std::size_t place : book_.who(number)) known->second.push_back(&people_[place]);
  }
  return known->second;
}

const std::vector<const Person*>& KnownPeople::with_email(const std::string& address) {
  return found_in(by_email_, email_key(address));
}

const std::vector<const Person*>& KnownPeople::with_name(const std::string& name) {
  const std::vector<const Person*>& found = found_in(by_name_, name_key(name));
  return found.empty() ? with_number(name) : found;
}

const Person* KnownPeople::judge(const std::vector<const Person*>& found, const std::string& text,
                                 std::string_view what, std::string_view texts) {
  const auto count = [&](const std::string& why) { ++import_.passed_over[std::string(what) + why]; };
  if (found.empty()) {
    count(" of " + std::string(texts) + " that nobody here has");
    const PhoneNumber number = phone_number(text, import_.call.program.default_country);
    import_.strangers.insert(number.digits.empty() ? text : number.digits);
  } else if (found.size() > 1) {
    count(" of " + std::string(texts) + " that several people have");
  } else if (!import_.wanted(found.front()->name)) {
    ++import_.left_out;
  } else {
    return found.front();
  }
  return nullptr;
}

}  // namespace rel::commands
