#include "formats/friends_md.hpp"

#include <algorithm>
#include <optional>

#include "formats/ascii.hpp"
#include "formats/charset.hpp"
#include "formats/plain_card.hpp"
#include "text/cut.hpp"

namespace rel::formats {
namespace {

constexpr std::string_view also_known_as = "a.k.a. ";
constexpr std::size_t longest_item = 64 * 1024;

enum class Section { none, activities, notes, friends, locations };

bool is_word(char c) {
  return is_letter(c) || is_digit(c) || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

/// `### Activities:` begins a list; nothing for every other line.
std::optional<Section> section_of(std::string_view line) {
  if (!line.starts_with('#')) return std::nullopt;
  const std::string_view name = stripped(line, "# \t\r:");
  if (same_word(name, "activities")) return Section::activities;
  if (same_word(name, "notes")) return Section::notes;
  if (same_word(name, "friends")) return Section::friends;
  if (same_word(name, "locations")) return Section::locations;
  return Section::none;
}

/// Takes the text up to `end` and `end` itself from the front; all of it where there is no end.
std::string_view take_until(std::string_view& text, std::string_view end) {
  const std::size_t at = text.find(end);
  const std::string_view taken = text.substr(0, at);
  text.remove_prefix(at == std::string_view::npos ? text.size() : at + end.size());
  return taken;
}

/// The words of an activity, apart from the names and places in it.
class Words {
 public:
  explicit Words(FriendsEvent& event) : event_(event) {}

  void read(std::string_view text) {
    while (!text.empty()) {
      if (text.starts_with("**") && text.find("**", 2) != std::string_view::npos) {
        text.remove_prefix(2);
        take_name(take_until(text, "**"));
      } else if (const std::size_t length = place_length(text); length > 0) {
        event_.text += text.substr(1, length);
        text.remove_prefix(length + 2);
      } else {
        event_.text += text.front();
        event_.plain += text.front();
        text.remove_prefix(1);
      }
    }
  }

 private:
  void take_name(std::string_view name) {
    event_.text += name;
    const std::string plain(stripped(name));
    if (!plain.empty() && std::ranges::find(event_.names, plain) == event_.names.end())
      event_.names.push_back(plain);
  }

  /// The length of the place in `_Marie's Diner_` at the front; 0 where there is none. An underscore inside
  /// a word is none of these.
  std::size_t place_length(std::string_view text) const {
    if (text.size() < 3 || text.front() != '_' || !is_word(text[1])) return 0;
    if (!event_.text.empty() && is_word(event_.text.back())) return 0;
    const std::size_t end = text.find('_', 1);
    if (end == std::string_view::npos) return 0;
    return end + 1 < text.size() && is_word(text[end + 1]) ? 0 : end - 1;
  }

  FriendsEvent& event_;
};

/// Reads a file line by line.
class FriendsReader {
 public:
  FriendsFile read(std::string_view text) && {
    if (text.starts_with(utf8_mark)) text.remove_prefix(utf8_mark.size());
    while (!text.empty()) {
      ++line_;
      take_line(stripped(take_until(text, "\n"), " \t\r"));
    }
    return std::move(file_);
  }

 private:
  void take_line(std::string_view line) {
    if (const auto section = section_of(line)) {
      section_ = *section;
    } else if (line.starts_with("- ") || line.starts_with("* ")) {
      take_item(line.substr(2));
    } else if (!line.empty()) {
      file_.dropped.add("line outside the lists", "");
    }
  }

  void take_item(std::string_view item) {
    if (item.size() > longest_item) return refuse("is longer than 64 KiB");
    const std::string text = to_utf8(stripped(item), "");
    if (text.find('\0') != std::string::npos) return refuse("holds a NUL byte");
    switch (section_) {
      case Section::friends:
        return take_friend(text);
      case Section::activities:
        return take_event(text, file_.activities);
      case Section::notes:
        return take_event(text, file_.notes);
      case Section::locations:
        file_.dropped.add("place", "");
        return;
      case Section::none:
        file_.dropped.add("line outside the lists", "");
        return;
    }
  }

  void refuse(const std::string& why) { file_.problems.push_back({line_, why}); }

  // Name (a.k.a. One a.k.a. Two) [Place] @tag @tag
  void take_friend(std::string_view text) {
    PlainCard card(line_);
    const std::size_t end = std::min({text.find('('), text.find('['), text.find(" @"), text.size()});
    card.put("FN", stripped(text.substr(0, end)));
    text.remove_prefix(end);
    while (!text.empty()) {
      const char mark = text.front();
      text.remove_prefix(1);
      if (mark == '(') take_nicknames(card, take_until(text, ")"));
      if (mark == '[') take_tag(card, take_until(text, "]"));
      if (mark == '@') take_tag(card, take_until(text, " "));
    }
    Cards made;
    std::move(card).finish(made);
    for (const CardProblem& problem : made.problems) file_.problems.push_back({problem.line, problem.why});
    std::ranges::move(made.cards, std::back_inserter(file_.friends));
  }

  static void take_nicknames(PlainCard& card, std::string_view names) {
    take_until(names, also_known_as);
    while (!names.empty()) card.put("NICKNAME", stripped(take_until(names, also_known_as)));
  }

  static void take_tag(PlainCard& card, std::string_view tag) { card.put("CATEGORIES", stripped(tag, " @")); }

  void take_event(std::string_view text, std::vector<FriendsEvent>& events) {
    const std::string_view date = stripped(take_until(text, ":"));
    const auto day = day_from_iso(date);
    if (!day)
      return refuse("\"" + std::string(text::beginning(date, 40)) + "\" is not a day such as 2018-11-02");
    FriendsEvent event{.line = line_, .on = *day};
    Words(event).read(stripped(text));
    if (event.text.empty()) return refuse("says nothing");
    events.push_back(std::move(event));
  }

  FriendsFile file_;
  Section section_ = Section::none;
  std::size_t line_ = 0;
};

}  // namespace

bool looks_like_friends(std::string_view beginning) {
  if (beginning.starts_with(utf8_mark)) beginning.remove_prefix(utf8_mark.size());
  std::string_view rest = stripped(beginning);
  const auto section = section_of(take_until(rest, "\n"));
  return section && *section != Section::none;
}

FriendsFile read_friends(std::string_view text) {
  return FriendsReader().read(text);
}

}  // namespace rel::formats
