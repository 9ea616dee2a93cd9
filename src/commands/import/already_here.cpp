#include "commands/import/already_here.hpp"

#include <algorithm>

namespace rel::commands {

const AlreadyHere::OfOneDay& AlreadyHere::contacts(Id person, Day day) {
  const auto [place, is_new] = contacts_.try_emplace({person, day});
  if (is_new) {
    OfOneDay& all = place->second;
    for (Contact& contact : store_.contacts_on(person, day, store::Company::counted)) {
      if (contact.source) {
        all.sources.insert(*std::move(contact.source));
      } else {
        all.typed.push_back(std::move(contact));
      }
    }
  }
  return place->second;
}

AlreadyHere::Texts& AlreadyHere::remarks_of(Id person) {
  const auto [place, is_new] = remarks_.try_emplace(person);
  if (is_new) {
    for (Remark& remark : store_.remarks_of(person)) place->second.insert(std::move(remark.text));
  }
  return place->second;
}

bool AlreadyHere::has_source(const Contact& contact) {
  return std::any_of(contact.with.begin(), contact.with.end(), [&](Id person) {
    return contacts(person, contact.on).sources.contains(*contact.source);
  });
}

void AlreadyHere::add(const Contact& contact) {
  for (const Id person : contact.with) {
    const auto known = contacts_.find({person, contact.on});
    if (known == contacts_.end()) continue;  // it will be read with the others
    if (contact.source) {
      known->second.sources.insert(*contact.source);
    } else {
      contacts_.erase(known);
    }
  }
}

void AlreadyHere::add(const Remark& remark) {
  const auto known = remarks_.find(remark.person);
  if (known != remarks_.end()) known->second.insert(remark.text);
}

}  // namespace rel::commands
