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
