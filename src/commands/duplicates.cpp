#include "commands/duplicates.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "text/fold.hpp"
#include "text/nearest.hpp"
#include "text/utf8.hpp"

namespace rel::commands {

namespace {

constexpr std::size_t telling_digits = 8;  // the end of a number, whatever stands for country and town
constexpr std::size_t least_digits = 6;
constexpr std::size_t most_sharing = 4;  // of a number or an e-mail: a family
constexpr std::size_t most_alike = 20;   // of names one letter apart: more are a pattern, not a slip
constexpr std::size_t shortest_word = 3;
constexpr std::size_t longer_word = 4;         // Jon and John; not Tom and Tim
constexpr std::size_t shortest_lone_word = 6;  // of a name that has no other

/// Something that a person has, and the person's place among all, the foremost first.
struct Key {
  std::string text;
  std::size_t rank = 0;
  std::string word;  // of a name, where the key is the rest of it

  // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 sees a 0 in it
  auto operator<=>(const Key&) const = default;
};

std::string phone_end(const std::string& phone) {
  std::string digits;
  for (const char c : phone) {
    if (c >= '0' && c <= '9' && (c != '0' || !digits.empty())) digits += c;
  }
  if (digits.size() < least_digits) return "";
  return digits.substr(digits.size() - std::min(digits.size(), telling_digits));
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

std::vector<std::string> sorted_words(const std::string& name) {
  std::vector<std::string> words = text::words(text::fold_name(name));
  std::sort(words.begin(), words.end());
  return words;
}

/// The word, and what is left of it without each of its letters: two words that differ in one letter have one
/// of these in common.
std::vector<std::string> without_a_letter(const std::string& word) {
  std::vector<std::string> variants = {word};
  for (std::size_t begin = 0; begin < word.size();) {
    std::size_t end = begin;
    text::next_code_point(word, end);
    variants.push_back(word.substr(0, begin) + word.substr(end));
    begin = end;
  }
  return variants;
}

std::size_t letters(const std::string& word) {
  return text::grapheme_count(word);
}

bool may_be_misspelt(const std::string& word, bool alone) {
  const bool numbered = word.find_first_of("0123456789") != std::string::npos;
  return !numbered && letters(word) >= (alone ? shortest_lone_word : shortest_word);
}

bool one_letter_apart(const std::string& one, const std::string& other) {
  return one != other && std::max(letters(one), letters(other)) >= longer_word &&
         text::edit_distance(one, other, 1) == 1;
}

/// Collects pairs, the surest reason first.
class Pairs {
 public:
  explicit Pairs(const std::vector<Person>& people) : people_(people), order_(people.size()) {
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    const auto standing = [&](std::size_t i) {
      const Person& one = people[i];
      return std::tuple(!one.active(), -static_cast<int>(one.tier), one.added, std::string_view(one.handle),
                        std::string_view(one.name), std::string_view(one.uid));
    };
    std::sort(order_.begin(), order_.end(),
              [&](std::size_t a, std::size_t b) { return standing(a) < standing(b); });
  }

  void share(Likeness why, std::size_t most, std::vector<std::string> (*keys_of)(const Person&)) {
    std::vector<Key> keys;
    for (std::size_t rank = 0; rank < order_.size(); ++rank) {
      for (std::string& key : keys_of(people_[order_[rank]])) keys.push_back({std::move(key), rank, {}});
    }
    for_groups(std::move(keys), [&](const std::vector<Key>& group) {
      if (group.size() > most) return;
      for (const Key& key : group) add(group.front().rank, key.rank, why);
    });
  }

  void nearly_share_a_name() {
    for_groups(name_rests(), [&](const std::vector<Key>& group) {
      if (group.size() > most_alike) return;
      for (std::size_t i = 0; i < group.size(); ++i) {
        for (std::size_t j = i + 1; j < group.size(); ++j) {
          if (one_letter_apart(group[i].word, group[j].word))
            add(group[i].rank, group[j].rank, Likeness::near_name);
        }
      }
    });
  }

  std::vector<Duplicate> result() const {
    std::vector<Duplicate> all;
    for (const auto& [pair, why] : pairs_) all.push_back({order_[pair.first], order_[pair.second], why});
    return all;
  }

 private:
  template <class See>
  static void for_groups(std::vector<Key> keys, const See& see) {
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    for (auto begin = keys.begin(); begin != keys.end();) {
      const auto end =
          std::find_if(begin, keys.end(), [&](const Key& key) { return key.text != begin->text; });
      if (!begin->text.empty() && end - begin > 1) see({begin, end});
      begin = end;
    }
  }

  void add(std::size_t one, std::size_t other, Likeness why) {
    if (one != other) pairs_.emplace(std::minmax(one, other), why);
  }

  /// Every name without one letter of one word; of those with one name the foremost alone.
  std::vector<Key> name_rests() const {
    std::map<std::vector<std::string>, std::size_t> names;
    for (std::size_t rank = 0; rank < order_.size(); ++rank)
      names.emplace(sorted_words(people_[order_[rank]].name), rank);
    std::vector<Key> keys;
    for (const auto& [words, rank] : names) {
      for (std::size_t i = 0; i < words.size(); ++i) {
        if (!may_be_misspelt(words[i], words.size() == 1)) continue;
        std::vector<std::string> rest = words;
        rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
        const std::string beginning = joined(rest) + '\n';
        for (const std::string& part : without_a_letter(words[i]))
          keys.push_back({beginning + part, rank, words[i]});
      }
    }
    return keys;
  }

  const std::vector<Person>& people_;
  std::vector<std::size_t> order_;  // of rank 0, 1, …: the foremost first, however the list is sorted
  std::map<std::pair<std::size_t, std::size_t>, Likeness> pairs_;
};

std::vector<std::string> phones_of(const Person& person) {
  std::vector<std::string> keys;
  for (const std::string& phone : person.phones) keys.push_back(phone_end(phone));
  return keys;
}

std::vector<std::string> emails_of(const Person& person) {
  std::vector<std::string> keys;
  for (const std::string& email : person.emails) keys.push_back(text::fold(email));
  return keys;
}

std::vector<std::string> names_of(const Person& person) {
  std::vector<std::string> keys = {joined(sorted_words(person.name))};
  for (const std::string& alias : person.aliases) keys.push_back(joined(sorted_words(alias)));
  return keys;
}

}  // namespace

std::string_view word(Likeness likeness) {
  constexpr std::string_view words[] = {"phone", "email", "name", "near-name"};
  return words[static_cast<std::size_t>(likeness)];
}

std::vector<Duplicate> likely_duplicates(const std::vector<Person>& people) {
  Pairs pairs(people);
  pairs.share(Likeness::phone, most_sharing, phones_of);
  pairs.share(Likeness::email, most_sharing, emails_of);
  pairs.share(Likeness::name, people.size() * 2, names_of);
  pairs.nearly_share_a_name();
  return pairs.result();
}

}  // namespace rel::commands
