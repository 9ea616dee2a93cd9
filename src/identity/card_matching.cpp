#include "identity/card_matching.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "identity/identity.hpp"
#include "identity/phone_book.hpp"
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
    add_reach(person.phones, person.emails, place);
    put(name_key(person.name), place);
    for (const std::string& alias : person.aliases) put(name_key(alias), place);
  }

  /// What someone who is there has of a card now. It may be little beside what they had before.
  void add(const formats::Card& card, std::size_t place) {
    add_reach(card.phones, card.emails, place);
    put(name_key(card.name), place);
    for (const std::string& nickname : card.nicknames) put(name_key(nickname), place);
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
  static constexpr auto several = static_cast<std::size_t>(-1);

  void add_reach(const std::vector<std::string>& phones, const std::vector<std::string>& emails,
                 std::size_t place) {
    for (const std::string& phone : phones) put(phone_key(phone), place);
    for (const std::string& email : emails) put(email_key(email), place);
  }

  void put(const std::string& key, std::size_t place) {
    if (key.empty()) return;
    const auto [known, is_new] = places_.try_emplace(key, place);
    if (!is_new && known->second != place) known->second = several;
  }

  std::optional<std::size_t> only(const std::vector<std::string>& keys) const {
    std::optional<std::size_t> one;
    for (const std::string& key : keys) {
      const auto found = places_.find(key);
      if (found == places_.end()) continue;
      if (found->second == several || (one && *one != found->second)) return std::nullopt;
      one = found->second;
    }
    return one;
  }

  std::unordered_map<std::string, std::size_t> places_;
};

/// What a person has, for cards to be compared with at once, however much that is.
class Growing {
 public:
  explicit Growing(const Person& person)
      : name_(text::fold_name(person.name)),
        aliases_(text::fold_name, person.aliases),
        phones_(phone_key, person.phones),
        emails_(email_key, person.emails),
        tags_(text::fold_name, person.tags) {
    for (const YearlyDate& date : person.dates) dates_.insert(date.name);
    deceased_ = person.deceased;
  }

  /// Whether the card has anything more.
  bool lacks(const formats::Card& card) const {
    const auto any_new = [](const Keys& known, const std::vector<std::string>& values) {
      return !std::ranges::all_of(values, [&](const std::string& value) { return known.has(value); });
    };
    return (card.deceased && !deceased_) || any_new(aliases_, other_names(card)) ||
           any_new(phones_, card.phones) || any_new(emails_, card.emails) ||
           any_new(tags_, card.categories) || !std::ranges::all_of(card.dates, [&](const YearlyDate& date) {
             return dates_.contains(date.name);
           });
  }

  /// Takes over what the card has more; `person` is the one whom this was made of.
  void take(Person& person, const formats::Card& card) {
    add(person.aliases, other_names(card), aliases_);
    add(person.phones, card.phones, phones_);
    add(person.emails, card.emails, emails_);
    add(person.tags, card.categories, tags_);
    for (const YearlyDate& date : card.dates) {
      if (!dates_.insert(date.name).second) continue;
      person.dates.push_back(date);
      person.dates.back().imported = true;
    }
    person.deceased = deceased_ = person.deceased || card.deceased;
  }

 private:
  std::vector<std::string> other_names(const formats::Card& card) const {
    std::vector<std::string> names = card.nicknames;
    if (text::fold_name(card.name) != name_) names.push_back(card.name);
    return names;
  }

  static void add(std::vector<std::string>& list, const std::vector<std::string>& values, Keys& known) {
    for (const std::string& value : values) {
      if (known.add(value)) list.push_back(value);
    }
  }

  std::string name_;
  Keys aliases_;
  Keys phones_;
  Keys emails_;
  Keys tags_;
  std::set<std::string> dates_;
  bool deceased_ = false;
};

Person person_from(const formats::Card& card, Day today) {
  Person person{.name = card.name, .uid = card.uid, .added = today, .considered = today};
  Growing(person).take(person, card);
  return person;
}

/// Everyone, known and new, while cards are taken one by one.
class CardImport {
 public:
  CardImport(const std::vector<Person>& known, const std::vector<formats::Card>& cards, Day today)
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
    Growing& whose = growing(*place);
    if (!whose.lacks(card)) {
      ++result_.unchanged;
      return;
    }
    whose.take(people_[*place], card);
    directory_.add(card, *place);
    if (*place < known_) changed_.insert(*place);
  }

  Imported result() && {
    for (const std::size_t place : changed_) result_.updated.push_back(people_[place]);
    result_.added.assign(people_.begin() + static_cast<std::ptrdiff_t>(known_), people_.end());
    return std::move(result_);
  }

 private:
  Growing& growing(std::size_t place) { return growing_.try_emplace(place, people_[place]).first->second; }

  std::optional<std::size_t> find(const formats::Card& card) {
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
  bool says_nothing_new(std::size_t place, const formats::Card& card) {
    return place < known_ && !growing(place).lacks(card);
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
  std::unordered_map<std::size_t, Growing> growing_;  // of whoever was found by a card
  std::set<std::string> uids_;
  std::set<std::size_t> spoken_for_;           // known people whose UID or name a card of this import has
  std::map<std::size_t, std::string> claims_;  // who was found by a card, and the card's UID
  std::set<std::size_t> changed_;
  Imported result_;
};

}  // namespace

Imported plan_import(const std::vector<Person>& known, const std::vector<formats::Card>& cards, Day today) {
  CardImport import(known, cards, today);
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
