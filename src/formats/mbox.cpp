#include "formats/mbox.hpp"

#include <algorithm>
#include <istream>
#include <set>

#include "formats/ascii.hpp"
#include "formats/lines.hpp"
#include "rel/day.hpp"

namespace rel::formats {
namespace {

constexpr std::size_t longest_field = 64 * 1024;  // bytes that are looked at
constexpr std::size_t longest_address = 254;      // RFC 5321

/// The header fields of one message that matter, folded lines joined.
struct Fields {
  std::string from;
  std::string to;
  std::string date;
  std::string received;  // the last that passed it on
  std::string labels;    // Gmail's
  std::string envelope;  // the line before them
  bool draft = false;
  bool list = false;
  std::string* open = nullptr;  // the one whose lines may go on

  void take(std::string_view line) {
    if (line.starts_with(' ') || line.starts_with('\t')) {
      if (open && open->size() < longest_field) *open += line;
      return;
    }
    open = nullptr;
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return;
    const std::string_view name = stripped(line.substr(0, colon));
    if (same_word(name, "from") && from.empty()) open = &from;
    if (same_word(name, "to") || same_word(name, "cc") || same_word(name, "bcc")) open = &to;
    if (same_word(name, "date") && date.empty()) open = &date;
    if (same_word(name, "received") && received.empty()) open = &received;
    if (same_word(name, "x-gmail-labels")) open = &labels;
    take_marks(name, stripped(line.substr(colon + 1)));
    if (!open || open->size() >= longest_field) return;
    if (!open->empty()) *open += ", ";
    *open += line.substr(colon + 1);
  }

  void take_marks(std::string_view name, std::string_view value) {
    draft = draft || same_word(name, "x-mozilla-draft-info") || same_word(name, "x-apple-auto-saved");
    const bool bulk = same_word(name, "precedence") && (same_word(value, "list") || same_word(value, "bulk"));
    list = list || bulk || same_word(name, "list-id") || same_word(name, "list-post");
  }

  bool labelled(std::initializer_list<std::string_view> any) const {
    for (std::size_t begin = 0; begin < labels.size();) {
      const std::size_t end = std::min(labels.find(',', begin), labels.size());
      const std::string_view label = stripped(std::string_view(labels).substr(begin, end - begin), " \"\t");
      if (std::ranges::any_of(any, [&](std::string_view one) { return same_word(one, label); })) return true;
      begin = end + 1;
    }
    return false;
  }

  /// Of its own, of its envelope, or of who passed it on.
  std::optional<std::int64_t> when() const {
    if (const auto own = mail_date(date)) return own;
    if (const auto enveloped = envelope_date(envelope)) return enveloped;
    const std::size_t semicolon = received.rfind(';');
    return semicolon == std::string::npos ? std::nullopt
                                          : mail_date(std::string_view(received).substr(semicolon + 1));
  }

  MailHead head(std::size_t line) const {
    MailHead head{.line = line, .from = {}, .to = addresses_in(to), .at = when()};
    head.chat = labelled({"Chat", "Chats", "Hangouts"});
    head.draft =
        draft || labelled({"Draft", "Drafts", "Entwurf", "Entwürfe", "Brouillon", "Brouillons", "Borrador",
                           "Borradores", "Rascunho", "Rascunhos", "Bozza", "Bozze", "Concept", "Concepten"});
    head.list = list;
    const std::vector<std::string> senders = addresses_in(from);
    if (!senders.empty()) head.from = senders.front();
    return head;
  }
};

bool is_address(std::string_view text) {
  const std::size_t at = text.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < text.size() && text.size() <= longest_address &&
         text.find_first_of(" \t<>,;\"()") == std::string_view::npos;
}

/// Takes a word: letters, digits and `+`, with whatever parts it before.
std::string_view take_word(std::string_view& text) {
  const std::size_t begin = text.find_first_not_of(" \t,");
  if (begin == std::string_view::npos) return text = {};
  text.remove_prefix(begin);
  const std::string_view word = text.substr(0, text.find_first_of(" \t,"));
  text.remove_prefix(word.size());
  return word;
}

std::optional<int> number_in(std::string_view text, std::size_t least, std::size_t most) {
  if (text.size() < least || text.size() > most ||
      text.find_first_not_of("0123456789") != std::string_view::npos)
    return std::nullopt;
  int value = 0;
  for (const char c : text) value = value * 10 + (c - '0');
  return value;
}

std::optional<unsigned> month_in(std::string_view word) {
  constexpr std::string_view months[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                         "jul", "aug", "sep", "oct", "nov", "dec"};
  const auto* found =
      std::ranges::find_if(months, [&](auto month) { return same_word(word.substr(0, 3), month); });
  if (found == std::end(months)) return std::nullopt;
  return static_cast<unsigned>(found - std::begin(months)) + 1;
}

/// `20:15:33` or `20:15`, in seconds.
std::optional<int> seconds_of_day(std::string_view text) {
  int seconds = 0;
  int parts = 0;
  for (; parts < 3; ++parts) {
    const std::size_t end = std::min(text.find(':'), text.size());
    const auto number = number_in(text.substr(0, end), 1, 2);
    if (!number || *number > (parts == 0 ? 23 : 60)) return std::nullopt;
    seconds = seconds * 60 + *number;
    if (end == text.size()) break;
    text.remove_prefix(end + 1);
  }
  if (parts == 0 || parts == 3) return std::nullopt;
  return parts == 1 ? seconds * 60 : seconds;
}

/// What a zone is ahead of UTC, in seconds; 0 for one that nobody knows.
int zone_in(std::string_view text) {
  constexpr std::pair<std::string_view, int> names[] = {{"EST", -5}, {"EDT", -4}, {"CST", -6}, {"CDT", -5},
                                                        {"MST", -7}, {"MDT", -6}, {"PST", -8}, {"PDT", -7}};
  for (const auto& [name, hours] : names) {
    if (same_word(text, name)) return hours * 3600;
  }
  const bool sign = text.starts_with('+') || text.starts_with('-');
  const auto number = sign ? number_in(text.substr(1), 4, 4) : std::nullopt;
  if (!number) return 0;
  const int ahead = (*number / 100 * 60 + *number % 100) * 60;
  return text.front() == '-' ? -ahead : ahead;
}

}  // namespace

std::vector<std::string> addresses_in(std::string_view field) {
  std::vector<std::string> found;
  std::set<std::string> known;
  std::string bare;       // what stands outside of names, comments and brackets
  std::string bracketed;  // what stands in <…>
  bool has_brackets = false;
  const auto finish = [&] {
    const std::string_view address = stripped(has_brackets ? bracketed : bare);
    if (is_address(address) && known.insert(lower(address)).second) found.push_back(lower(address));
    bare.clear();
    bracketed.clear();
    has_brackets = false;
  };
  bool quoted = false;
  bool in_brackets = false;
  int comments = 0;
  for (std::size_t i = 0; i < field.size(); ++i) {
    const char c = field[i];
    if (c == '\\' && (quoted || comments > 0)) {
      ++i;
    } else if (quoted || (c == '"' && comments == 0)) {
      quoted = c == '"' ? !quoted : quoted;
    } else if (c == '(' || (c == ')' && comments > 0)) {
      comments += c == '(' ? 1 : -1;
    } else if (comments > 0) {
      continue;
    } else if (c == '<') {
      in_brackets = has_brackets = true;
      bracketed.clear();
    } else if (c == '>') {
      in_brackets = false;
    } else if (!in_brackets && (c == ',' || c == ';')) {
      finish();
    } else if (!in_brackets && c == ':') {
      bare.clear();  // the name of a group
    } else {
      (in_brackets ? bracketed : bare) += c;
    }
  }
  finish();
  return found;
}

std::optional<std::int64_t> mail_date(std::string_view text) {
  std::string_view word = take_word(text);
  if (!word.empty() && !is_digit(word.front())) word = take_word(text);  // the weekday
  const auto day = number_in(word, 1, 2);
  const auto month = month_in(take_word(text));
  const std::string_view year_word = take_word(text);
  auto year = number_in(year_word, 2, 4);
  const auto seconds = seconds_of_day(take_word(text));
  if (!day || !month || !year || !seconds) return std::nullopt;
  if (year_word.size() == 2) *year += *year < 50 ? 2000 : 1900;
  if (year_word.size() == 3) *year += 1900;
  const auto civil = date::year{*year} / date::month{*month} / date::day{static_cast<unsigned>(*day)};
  if (!civil.ok()) return std::nullopt;
  const std::int64_t midnight = date::sys_days{civil}.time_since_epoch().count() * std::int64_t{86400};
  return midnight + *seconds - zone_in(take_word(text));
}

std::optional<std::int64_t> envelope_date(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::string_view word = take_word(line); !word.empty(); word = take_word(line)) words.push_back(word);
  for (std::size_t i = 0; i + 3 < words.size(); ++i) {
    if (!month_in(words[i]) || !number_in(words[i + 1], 1, 2)) continue;
    const auto is_year = [](std::string_view word) { return number_in(word, 4, 4).has_value(); };
    const auto year = std::find_if(words.begin() + static_cast<std::ptrdiff_t>(i) + 3, words.end(), is_year);
    if (year == words.end()) continue;
    const auto is_zone = [](std::string_view word) { return word.starts_with('+') || word.starts_with('-'); };
    const auto zone = std::find_if(words.begin() + static_cast<std::ptrdiff_t>(i) + 3, words.end(), is_zone);
    std::string date;
    for (const std::string_view word : {words[i + 1], words[i], *year, words[i + 2]})
      date += std::string(word) + ' ';
    if (zone != words.end()) date += *zone;
    if (const auto at = mail_date(date)) return at;
  }
  return std::nullopt;
}

namespace {

/// Apple's messages have their length on a line before them.
std::string_view without_length(std::string_view beginning) {
  const std::size_t end = beginning.find('\n');
  const bool length = end != std::string_view::npos && all_digits(stripped(beginning.substr(0, end)));
  return length ? beginning.substr(end + 1) : beginning;
}

/// Whether a text begins with header fields, those of mail among them.
bool begins_with_head(std::string_view text) {
  constexpr std::string_view of_mail[] = {"from", "date", "to", "subject", "message-id", "received"};
  std::size_t found = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = stripped(text.substr(0, end), "\r\n");
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty()) break;
    if (line.starts_with(' ') || line.starts_with('\t')) continue;
    const std::string_view name = line.substr(0, line.find(':'));
    const bool sound = name.size() < line.size() && !name.empty() && std::ranges::all_of(name, [](char c) {
                         return is_letter(c) || is_digit(c) || c == '-' || c == '_';
                       });
    if (!sound) return false;
    if (std::ranges::any_of(of_mail, [&](std::string_view one) { return same_word(one, name); })) ++found;
  }
  return found >= 2;
}

}  // namespace

bool looks_like_mbox(std::string_view beginning) {
  if (!beginning.starts_with("From ")) return begins_with_head(without_length(beginning));
  const std::size_t end = beginning.find('\n');
  if (end == std::string_view::npos) return false;
  const std::string_view second = beginning.substr(end + 1);
  const std::size_t colon = second.find_first_of(": \t\n");
  return colon != std::string_view::npos && colon > 0 && second[colon] == ':';
}

namespace {

/// `Name: value`, which the first line of a message that is a file of its own is.
bool is_header(std::string_view line) {
  const std::size_t colon = line.find_first_of(": \t");
  return colon != std::string_view::npos && colon > 0 && line[colon] == ':';
}

}  // namespace

void read_mbox(std::istream& in, const std::function<void(const MailHead&)>& take) {
  Lines lines(in);
  Fields fields;
  std::size_t begins = 0;  // 0: no message yet
  bool in_head = false;
  bool blank_before = true;
  bool several = true;  // messages in one file
  const auto finish = [&] {
    if (begins != 0) take(fields.head(begins));
    fields = {};
  };
  while (lines.next()) {
    const std::string& line = lines.line();
    if (lines.number() == 1 && all_digits(line)) continue;
    if (begins == 0 && lines.number() <= 2 && is_header(line)) {
      several = false;
      in_head = true;
      begins = lines.number();
    }
    if (several && blank_before && line.starts_with("From ")) {
      finish();
      begins = lines.number();
      fields.envelope = line;
      in_head = true;
    } else if (in_head && !line.empty()) {
      fields.take(line);
    } else if (line.empty()) {
      in_head = false;
    }
    blank_before = line.empty();
  }
  finish();
}

}  // namespace rel::formats
