#include "formats/archive_rows.hpp"

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <type_traits>

#include "base/errors.hpp"
#include "domain/fields.hpp"
#include "rel/id.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace rel::formats {
namespace {

using nlohmann::json;

// What fields must be to each other.
void check(const auto&) {}
void check(const Promise& promise) {
  if (promise.kept && promise.dropped) throw BadField("dropped", "stands beside kept: only one can be true");
}
void check(const Snooze& snooze) {
  if (snooze.until < snooze.on) throw BadField("until", "is before the day of the snooze");
}
void check(const Group& group) {
  if (group.tier == Tier::none) throw BadField("tier", "is none: a group has a clock");
}
void check(const Review& review) {
  if (review.until < review.since) throw BadField("until", "is before since");
  if (review.intentions.size() > most_intentions) throw BadField("intentions", "are more than three");
}
void check(const YearlyDate& date) {
  constexpr int any_leap_year = 2000;  // has every day that a date without a year may name
  if (!(date::year{date.year.value_or(any_leap_year)} / date::month{date.month} / date::day{date.day}).ok())
    throw BadField("day", "there is no such day");
}

/// Takes the fields of one row, and refuses what is left over.
class ArchiveRowReader {
 public:
  ArchiveRowReader(const json& row, Day today, std::vector<std::string>& handles)
      : row_(row), today_(today), handles_(handles) {
    if (!row.is_object()) throw BadField("", "is not an object");
  }

  template <HasFields Row>
  Row read() {
    Row row;
    each_field<Row>([&](const auto& field) {
      key_ = field.key;
      if (!key_.empty()) take(row.*field.member, field.rule);
    });
    check(row);
    for (const auto& [key, value] : row_.items()) {
      bool known = false;
      each_field<Row>([&](const auto& field) { known = known || field.key == key; });
      if (!known || key.empty()) throw BadField("", "\"" + key + "\" is not a key that rel knows");
    }
    return row;
  }

  /// The last day on which something is said to have happened, where it is later than tomorrow.
  std::optional<DayAhead> ahead;

 private:
  [[noreturn]] void refuse(const std::string& why) const { throw BadField(key_, why); }

  /// The value of the field; null where it is left out.
  const json* find() const {
    const auto found = row_.find(std::string(key_));
    return found == row_.end() || found->is_null() ? nullptr : &*found;
  }

  template <class T, class Rule>
  void take(T& to, Rule rule) {
    constexpr bool required = std::is_same_v<Rule, rule::Name> || std::is_same_v<Rule, rule::Said> ||
                              std::is_same_v<Rule, rule::Whose> || std::is_same_v<T, unsigned>;
    if (const json* value = find()) {
      read(to, *value, rule);
    } else if (required) {
      refuse("is missing");
    }
  }
  template <class T, class Rule>
  void take(std::optional<T>& to, Rule rule) {
    if (const json* value = find()) read(to.emplace(), *value, rule);
  }
  void take(Day& to, rule::Dated dated) {
    const json* value = find();
    if (!value && !dated.or_today) refuse("is missing");
    to = today_;
    if (value) read(to, *value, dated);
  }
  void take(std::optional<Id>&, rule::Whose) {
    const json* value = find();
    handles_.push_back(value ? handle(string(*value)) : "");
  }
  void take(std::vector<Id>&, rule::Whose) {
    if (const json* value = find()) read(handles_, *value, Detail{});
    for (auto one = handles_.begin(); one != handles_.end(); ++one) {
      handle(*one);
      if (std::find(handles_.begin(), one, *one) != one) refuse("names " + *one + " twice");
    }
    if (handles_.empty()) refuse("names nobody");
  }

  const std::string& string(const json& value) const {
    if (!value.is_string()) refuse("is not a text");
    return *value.get_ptr<const std::string*>();
  }
  const std::string& checked(const std::string& text, std::size_t longest = longest_note) const {
    if (text.size() > longest) refuse("is longer than " + std::to_string(longest) + " bytes");
    if (text.find('\0') != std::string::npos) refuse("holds a NUL character");
    return text;
  }
  const std::string& handle(const std::string& text) const {
    if (text.empty() || text.size() > longest_name_bytes || text::handle_from_name(text) != text)
      refuse("\"" + text + "\" is not a handle");
    return text;
  }
  const json& list(const json& value) const {
    if (!value.is_array()) refuse("is not a list");
    return value;
  }

  void read(Id& to, const json& value, rule::Key) const {
    const std::string& text = string(value);
    const auto whole = text.size() == id_length ? id_beginning(text) : std::nullopt;
    if (!whole || whole->bits == 0) refuse("\"" + text + "\" is not an id");
    to = whole->bits;
  }
  void read(Id& to, const json& value, rule::OtherEntry) const { read(to, value, rule::Key{}); }
  void read(Id&, const json& value, rule::Whose) { handles_ = {handle(string(value))}; }
  void read(std::string& to, const json& value, rule::Any) const { to = checked(string(value)); }
  void read(std::string& to, const json& value, rule::Handle) const { to = handle(string(value)); }
  // Control characters may be in a name that came from an address book; lines of its own it never has.
  void read(std::string& to, const json& value, rule::Name) const {
    to = checked(string(value), longest_name_bytes);
    if (text::blank(to)) refuse("is empty");
    if (to.find_first_of("\n\r") != std::string::npos) refuse("has more than one line");
    if (text::grapheme_count(to) > longest_name) refuse("is longer than 200 characters");
  }
  void read(std::string& to, const json& value, rule::Said) const {
    to = checked(string(value));
    if (to.empty()) refuse("is empty");
  }
  void read(Day& to, const json& value, rule::Dated dated) {
    const auto day = day_from_iso(string(value));
    if (!day) refuse("\"" + string(value) + "\" is not a day like 2026-11-02");
    to = *day;
    if (dated.past && to > plus_days(today_, 1) && (!ahead || to > ahead->day))
      ahead = {to, std::string(key_) + ": " + iso(to) + " lies in the future"};
  }
  void read(TimeOfDay& to, const json& value, rule::Any) const {
    const auto time = time_from_text(string(value));
    if (!time) refuse("\"" + string(value) + "\" is not a time like 19:30");
    to = *time;
  }
  void read(bool& to, const json& value, rule::Any) const {
    if (!value.is_boolean()) refuse("is not true or false");
    to = value.get<bool>();
  }
  void read(std::integral auto& to, const json& value, rule::Number range) const {
    const bool whole =
        value.is_number_integer() && !(value.is_number_unsigned() && value.get<std::uint64_t>() > INT64_MAX);
    const std::int64_t number = whole ? value.get<std::int64_t>() : 0;
    if (!whole || number < range.least || number > range.most)
      refuse("is not a whole number from " + std::to_string(range.least) + " to " +
             std::to_string(range.most));
    to = static_cast<std::remove_reference_t<decltype(to)>>(number);
  }
  template <class E>
  void read(E& to, const json& value, rule::Word<E> word) const {
    const auto found = word.from(string(value));
    if (!found) refuse("\"" + string(value) + "\" is not a word for it");
    to = *found;
  }
  void read(std::vector<std::string>& to, const json& value, Detail) const {
    for (const json& one : list(value)) {
      if (!one.is_string()) refuse("holds something that is not a text");
      to.push_back(checked(string(one), longest_name_bytes));
      if (text::blank(to.back())) refuse("holds an empty text");
    }
  }
  void read(std::vector<Channel>& to, const json& value, Detail kind) const {
    std::vector<std::string> words;
    read(words, value, kind);
    for (const std::string& word : words) {
      const auto channel = channel_from(word);
      if (!channel) refuse("\"" + word + "\" is not a channel");
      to.push_back(*channel);
    }
  }
  template <HasFields Part>
  void read(std::vector<Part>& to, const json& value, rule::Any) {
    for (const json& row : list(value)) to.push_back(ArchiveRowReader(row, today_, handles_).read<Part>());
  }

  const json& row_;
  Day today_;
  std::vector<std::string>& handles_;
  std::string_view key_;  // of the field that is being taken
};

}  // namespace

BadField::BadField(std::string_view key, const std::string& why)
    : std::runtime_error(without_nul(key.empty() ? why : std::string(key) + ": " + why)) {}

ArchivedPerson person_from(const json& row, Day today) {
  std::vector<std::string> handles;
  ArchiveRowReader reader(row, today, handles);
  ArchivedPerson person{.brings_tier = row.contains("tier"), .brings_start = row.contains("start")};
  person.person = reader.read<Person>();
  person.ahead = reader.ahead;
  return person;
}

Group group_from(const json& row, Day today) {
  std::vector<std::string> handles;
  return ArchiveRowReader(row, today, handles).read<Group>();
}

template <class Entry>
Archived<Entry> entry_from(const json& row, Day today) {
  Archived<Entry> entry;
  ArchiveRowReader reader(row, today, entry.handles);
  entry.entry = reader.read<Entry>();
  entry.ahead = reader.ahead;
  return entry;
}
template Archived<Contact> entry_from(const json&, Day);
template Archived<Remark> entry_from(const json&, Day);
template Archived<Promise> entry_from(const json&, Day);
template Archived<Snooze> entry_from(const json&, Day);
template Archived<Review> entry_from(const json&, Day);

}  // namespace rel::formats
