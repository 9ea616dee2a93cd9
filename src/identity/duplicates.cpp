#include "identity/duplicates.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <span>
#include <string_view>
#include <tuple>
#include <utility>

#include "identity/identity.hpp"
#include "identity/phone_book.hpp"
#include "text/fold.hpp"
#include "text/joined.hpp"
#include "text/nearest.hpp"
#include "text/utf8.hpp"

namespace rel::commands {

namespace {

constexpr std::size_t most_sharing = 4;  // of a number or an e-mail: a family
constexpr std::size_t most_alike = 20;   // of names one letter apart: more are a pattern, not a slip
constexpr std::size_t shortest_word = 3;
constexpr std::size_t longer_word = 4;         // Jon and John; not Tom and Tim
constexpr std::size_t shortest_lone_word = 6;  // of a name that has no other

/// Something that a person has, and the person's place among all, the foremost first.
struct Key {
  std::string text;
  std::size_t rank = 0;

  // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 sees a 0 in it
  auto operator<=>(const Key&) const = default;
};

std::vector<std::string> sorted_words(const std::string& name) {
  std::vector<std::string> words = text::words(text::fold_name(name));
  std::sort(words.begin(), words.end());
  return words;
}

std::string name_in_order(const std::string& name) {
  return text::joined(sorted_words(name), " ");
}

/// Takes the word, and what is left of it without each of its letters: two words that differ in one letter
/// have one of these in common.
template <class Take>
void without_a_letter(const std::string& word, const Take& take) {
  take(word);
  std::string variant;
  for (std::size_t begin = 0; begin < word.size();) {
    std::size_t end = begin;
    text::next_code_point(word, end);
    take(variant.assign(word, 0, begin).append(word, end));
    begin = end;
  }
}

/// A name without one of its words: the words, sorted, and whose it is.
struct Rest {
  const std::vector<std::string>* words = nullptr;
  std::size_t left_out = 0;
  std::size_t rank = 0;

  const std::string& word() const { return (*words)[left_out]; }
  bool same_as(const Rest& other) const {
    const auto behind = [](const Rest& one, std::size_t i) { return i < one.left_out ? i : i + 1; };
    if (words->size() != other.words->size()) return false;
    for (std::size_t i = 0; i + 1 < words->size(); ++i) {
      if ((*words)[behind(*this, i)] != (*other.words)[behind(other, i)]) return false;
    }
    return true;
  }
};

/// A rest and a variant of the word left out, as a number: there are many, and of many letters.
using Variant = std::pair<std::size_t, Rest>;

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
      for (std::string& key : keys_of(people_[order_[rank]])) keys.push_back({std::move(key), rank});
    }
    for_groups(std::move(keys), [&](const std::vector<Key>& group) {
      if (group.size() > most) return;
      for (const Key& key : group) add(group.front().rank, key.rank, why);
    });
  }

  void nearly_share_a_name() {
    const Names names = all_names();
    std::vector<Variant> all = variants(names);
    const auto key = [](const Variant& one) {
      return std::tuple(one.first, one.second.rank, one.second.left_out);
    };
    std::ranges::sort(all, {}, key);
    const auto doubled = std::ranges::unique(all, {}, key);
    all.erase(doubled.begin(), doubled.end());
    for (std::span<const Variant> left = all; !left.empty();) {
      const auto end =
          std::ranges::find_if(left, [&](const Variant& one) { return one.first != left.front().first; });
      const auto group = left.first(static_cast<std::size_t>(end - left.begin()));
      if (group.size() <= most_alike) nearly_share(group);
      left = left.subspan(group.size());
    }
  }

  std::vector<Duplicate> result() const {
    std::vector<Duplicate> all;
    for (const auto& [pair, why] : pairs_) all.push_back({order_[pair.first], order_[pair.second], why});
    return all;
  }

 private:
  using Names = std::map<std::vector<std::string>, std::size_t>;

  void nearly_share(std::span<const Variant> group) {
    for (std::size_t i = 0; i < group.size(); ++i) {
      for (std::size_t j = i + 1; j < group.size(); ++j) {
        const Rest& one = group[i].second;
        const Rest& other = group[j].second;
        if (one_letter_apart(one.word(), other.word()) && one.same_as(other))
          add(one.rank, other.rank, Likeness::near_name);
      }
    }
  }

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

  /// The words of every name, and the foremost who has it.
  Names all_names() const {
    Names names;
    for (std::size_t rank = 0; rank < order_.size(); ++rank)
      names.emplace(sorted_words(people_[order_[rank]].name), rank);
    return names;
  }

  /// Every name without one letter of one word.
  static std::vector<Variant> variants(const Names& names) {
    std::vector<Variant> all;
    const std::hash<std::string_view> hash;
    for (const auto& [words, rank] : names) {
      for (std::size_t i = 0; i < words.size(); ++i) {
        const bool doubled = i > 0 && words[i] == words[i - 1];
        if (doubled || !may_be_misspelt(words[i], words.size() == 1)) continue;
        std::vector<std::string> rest = words;
        rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
        const std::size_t beginning = hash(text::joined(rest, " ")) * 31;
        without_a_letter(words[i], [&](const std::string& variant) {
          all.emplace_back(beginning + hash(variant), Rest{&words, i, rank});
        });
      }
    }
    return all;
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

std::vector<std::string> keys_of_names(const Person& person) {
  std::vector<std::string> keys = {name_in_order(person.name)};
  for (const std::string& alias : person.aliases) keys.push_back(name_in_order(alias));
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
  pairs.share(Likeness::name, people.size() * 2, keys_of_names);
  pairs.nearly_share_a_name();
  return pairs.result();
}

}  // namespace rel::commands
