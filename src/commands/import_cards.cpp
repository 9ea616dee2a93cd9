#include "commands/import_cards.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "commands/identity.hpp"
#include "text/fold.hpp"
#include "text/match.hpp"

namespace rel::commands {

namespace {

std::string uid_key(const std::string& uid) {
  return uid.empty() ? "" : "uid " + uid;
}

/// People by what they are recognised by; a key that several share recognises nobody.
class Directory {
 public:
  void add(const Person& person, std::size_t place) {
    put(uid_key(person.uid), place);
    for (const std::string& phone : person.phones) put(phone_key(phone), place);
    for (const std::string& email : person.emails) put(email_key(email), place);
    put(name_key(person.name), place);
    for (const std::string& alias : person.aliases) put(name_key(alias), place);
  }

  std::optional<std::size_t> by_uid(const formats::Card& card) const { return only({uid_key(card.uid)}); }
  std::optional<std::size_t> by_name(const formats::Card& card) const { return only({name_key(card.name)}); }
  std::optional<std::size_t> by_reach(const formats::Card& card) const {
    std::vector<std::string> reach;
    for (const std::string& phone : card.phones) reach.push_back(phone_key(phone));
    for (const std::string& email : card.emails) reach.push_back(email_key(email));
    return only(reach);
  }

 private:
  void put(const std::string& key, std::size_t place) {
    if (!key.empty()) places_[key].insert(place);
  }

  std::optional<std::size_t> only(const std::vector<std::string>& keys) const {
    std::set<std::size_t> all;
    for (const std::string& key : keys) {
      const auto found = places_.find(key);
      if (found != places_.end()) all.insert(found->second.begin(), found->second.end());
    }
    return all.size() == 1 ? std::optional(*all.begin()) : std::nullopt;
  }

  std::map<std::string, std::set<std::size_t>> places_;
};

std::string folded(const std::string& text) {
  return text::fold_name(text);
}

/// Takes over what the card has more; true where there was anything.
bool grow(Person& person, const formats::Card& card) {
  std::vector<std::string> other_names = card.nicknames;
  if (folded(card.name) != folded(person.name)) other_names.push_back(card.name);
  bool grew = add_new(person.aliases, other_names, folded);
  grew |= add_new(person.phones, card.phones, phone_key);
  grew |= add_new(person.emails, card.emails, email_key);
  grew |= add_new(person.tags, card.categories, folded);
  for (const YearlyDate& date : card.dates) {
    const auto same = [&](const YearlyDate& one) { return one.name == date.name; };
    if (std::any_of(person.dates.begin(), person.dates.end(), same)) continue;
    person.dates.push_back(date);
    grew = true;
  }
  return grew;
}

Person person_from(const formats::Card& card, Day today) {
  Person person{.name = card.name, .uid = card.uid, .added = today, .considered = today};
  grow(person, card);
  return person;
}

/// Everyone, known and new, while cards are taken one by one.
class Import {
 public:
  Import(const std::vector<Person>& known, const std::vector<formats::Card>& cards, Day today)
      : today_(today), known_(known.size()), people_(known) {
    for (std::size_t i = 0; i < known.size(); ++i) {
      directory_.add(known[i], i);
      uids_.insert(known[i].uid);
    }
    for (const formats::Card& card : cards) {
      if (const auto place = directory_.by_uid(card)) spoken_for_.insert(*place);
      if (const auto place = directory_.by_name(card)) spoken_for_.insert(*place);
    }
  }

  void take(const formats::Card& card) {
    const auto place = find(card);
    result_.whose.push_back(place.value_or(people_.size()));
    if (!place) return add(card);
    claims_[*place] = card.uid;
    const bool grew = grow(people_[*place], card);
    if (grew) directory_.add(people_[*place], *place);
    if (*place < known_ && grew) changed_.insert(*place);
    if (!grew) ++result_.unchanged;
  }

  Imported result() && {
    for (const std::size_t place : changed_) result_.updated.push_back(people_[place]);
    result_.added.assign(people_.begin() + static_cast<std::ptrdiff_t>(known_), people_.end());
    return std::move(result_);
  }

 private:
  std::optional<std::size_t> find(const formats::Card& card) const {
    if (const auto place = directory_.by_uid(card)) return place;
    const auto reached = directory_.by_reach(card);
    const auto named = directory_.by_name(card);
    if (reached && may_take(*reached, card) && (reached == named || shares_a_phone_with_nobody(*reached)))
      return reached;
    return named && (may_take(*named, card) || says_nothing_new(*named, card)) ? named : std::nullopt;
  }

  // Two cards with UIDs of their own are two people, whatever else they share.
  bool may_take(std::size_t place, const formats::Card& card) const {
    const auto claim = claims_.find(place);
    return claim == claims_.end() || claim->second.empty() || card.uid.empty() || claim->second == card.uid;
  }

  // Two cards of which the user has made one person: the second has a UID that nobody bears any more.
  bool says_nothing_new(std::size_t place, const formats::Card& card) const {
    Person person = people_[place];
    return place < known_ && !grow(person, card);
  }

  // A couple has one telephone: a card of another name is someone else where this person has a card of their
  // own.
  bool shares_a_phone_with_nobody(std::size_t place) const {
    return place < known_ && !spoken_for_.contains(place);
  }

  void add(const formats::Card& card) {
    Person person = person_from(card, today_);
    // A file that uses one UID for several people: the second gets one of its own.
    if (!person.uid.empty() && !uids_.insert(person.uid).second) person.uid.clear();
    claims_[people_.size()] = card.uid;
    directory_.add(person, people_.size());
    people_.push_back(std::move(person));
  }

  Day today_;
  std::size_t known_;
  std::vector<Person> people_;
  Directory directory_;
  std::set<std::string> uids_;
  std::set<std::size_t> spoken_for_;           // known people whose UID or name a card of this import has
  std::map<std::size_t, std::string> claims_;  // who was found by a card, and the card's UID
  std::set<std::size_t> changed_;
  Imported result_;
};

}  // namespace

Imported plan_import(const std::vector<Person>& known, const std::vector<formats::Card>& cards, Day today) {
  Import import(known, cards, today);
  for (const formats::Card& card : cards) import.take(card);
  return std::move(import).result();
}

bool name_matches(const std::string& name, const std::string& pattern) {
  if (pattern.find_first_of("*?") != std::string::npos) {
    return text::fits_pattern(name, pattern);
  }
  return text::fold_name(name).find(text::fold_name(pattern)) != std::string::npos;
}

}  // namespace rel::commands
