#include "formats/phone_backup.hpp"

#include <charconv>

#include "formats/ascii.hpp"
#include "formats/charset.hpp"
#include "formats/xml.hpp"
#include "text/cut.hpp"

namespace rel::formats {
namespace {

/// Reads the entries of a backup, of calls and of messages alike.
class BackupReader {
 public:
  explicit BackupReader(const PhoneTakers& takers) : takers_(takers) {}

  void take(const XmlElement& element) {
    const std::string_view name = element.name();
    if (first_) {
      first_ = false;
      known_ = name == "calls" || name == "smses";
    }
    if (!known_) return;
    if (name == "call" && takers_.call) take_call(element);
    if (name == "sms" && takers_.message) take_sms(element);
    if (name == "mms" && takers_.message) take_mms(element);
  }

  bool known() const { return known_; }

 private:
  static std::string_view value(const XmlElement& element, std::string_view name) {
    return stripped(element.attribute(name).value_or(""));
  }

  /// A whole number of an attribute; a problem where it is none.
  std::optional<std::int64_t> number(const XmlElement& element, std::string_view name) const {
    const std::string_view text = value(element, name);
    std::int64_t number = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (!text.empty() && read.ptr == end && read.ec == std::errc() && number >= 0) return number;
    const std::string_view shown = text::beginning(text, 40);
    takers_.problem(
        {element.line(), std::string(element.name()) + ": " + std::string(name) + ": " +
                             (text.empty() ? "is missing" : std::string(shown) + " is no number")});
    return std::nullopt;
  }

  /// Empty where the phone was not told: `-1`, `-2`, `-3`, `Unknown`, or presentation 2 to 4.
  static std::string shown_number(const XmlElement& element) {
    const std::string_view number = value(element, "number");
    const std::string_view presentation = value(element, "presentation");
    const bool told = presentation != "2" && presentation != "3" && presentation != "4";
    const bool digits = number.find_first_of("0123456789") != std::string_view::npos;
    return told && digits && !number.starts_with('-') ? std::string(number) : std::string();
  }

  void take_call(const XmlElement& element) {
    const auto type = number(element, "type");
    const auto at = type ? number(element, "date") : std::nullopt;
    const auto seconds = at ? number(element, "duration") : std::nullopt;
    if (!seconds) return;
    const bool known = *type >= 1 && *type <= 6;
    takers_.call({element.line(), shown_number(element), *at, *seconds,
                  known ? static_cast<CallType>(*type - 1) : CallType::other});
  }

  void take_sms(const XmlElement& element) {
    if (const auto type = number(element, "type")) take_message(element, *type);
  }

  void take_mms(const XmlElement& element) {
    if (const auto box = number(element, "msg_box")) take_message(element, *box);
  }

  /// Several of a group are joined by `~`.
  static std::vector<std::string> addresses(const XmlElement& element) {
    const std::string_view all = value(element, "address");
    std::vector<std::string> numbers;
    for (std::size_t begin = 0; begin < all.size();) {
      const std::size_t end = std::min(all.find('~', begin), all.size());
      const std::string_view one = stripped(all.substr(begin, end - begin));
      if (!one.empty() && !one.starts_with('-')) numbers.emplace_back(one);
      begin = end + 1;
    }
    return numbers;
  }

  // 1 is received, 2 is sent; the others are drafts and what never left.
  void take_message(const XmlElement& element, std::int64_t type) {
    if (type != 1 && type != 2) return;
    const auto at = number(element, "date");
    if (at) takers_.message({element.line(), addresses(element), *at, type == 2});
  }

  const PhoneTakers& takers_;
  bool first_ = true;
  bool known_ = false;
};

bool begins_with_root(std::string_view beginning, std::string_view root) {
  if (beginning.starts_with(utf8_mark)) beginning.remove_prefix(utf8_mark.size());
  if (!stripped(beginning).starts_with('<')) return false;
  for (std::size_t at = beginning.find(root); at != std::string_view::npos;
       at = beginning.find(root, at + 1)) {
    const std::size_t after = at + root.size();
    if (after == beginning.size() ||
        std::string_view(" \t\r\n/>").find(beginning[after]) != std::string_view::npos)
      return true;
  }
  return false;
}

}  // namespace

bool looks_like_calls(std::string_view beginning) {
  return begins_with_root(beginning, "<calls");
}

bool looks_like_messages(std::string_view beginning) {
  return begins_with_root(beginning, "<smses");
}

std::optional<Problem> read_phone_backup(std::istream& in, const PhoneTakers& takers) {
  BackupReader reader(takers);
  auto problem = read_xml(in, [&](const XmlElement& element) { reader.take(element); });
  if (!problem && !reader.known()) problem = Problem{1, "holds neither calls nor messages"};
  return problem;
}

}  // namespace rel::formats
