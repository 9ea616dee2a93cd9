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
    if (name == "addr") return take_address(element);
    if (name == "sms" || name == "mms") finish();
    if (name == "call" && takers_.call) take_call(element);
    if (name == "sms" && takers_.message) take_sms(element);
    if (name == "mms" && takers_.message) take_mms(element);
  }

  bool known() const { return known_; }

  /// Hands over the picture message whose addresses were read to their end.
  void finish() {
    if (!picture_) return;
    settle_addresses(*picture_);
    takers_.message(picture_->message);
    picture_.reset();
  }

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
    const bool known = *type >= 1 && *type <= 7;
    takers_.call({.line = element.line(),
                  .number = shown_number(element),
                  .at_ms = *at,
                  .civil = {},
                  .seconds = *seconds,
                  .type = known ? static_cast<CallType>(*type - 1) : CallType::other});
  }

  void take_sms(const XmlElement& element) {
    if (const auto type = number(element, "type"))
      if (auto message = message_of(element, *type)) takers_.message(*message);
  }

  void take_mms(const XmlElement& element) {
    const auto box = number(element, "msg_box");
    auto message = box ? message_of(element, *box) : std::nullopt;
    if (message) picture_ = Picture{*std::move(message), {}, {}};
  }

  /// A picture message while its addresses come.
  struct Picture {
    PhoneMessage message;
    std::vector<std::string> from;
    std::vector<std::string> to;
  };

  void take_address(const XmlElement& element) {
    const std::string address(value(element, "address"));
    if (!picture_ || !is_address(address)) return;
    (value(element, "type") == "137" ? picture_->from : picture_->to).push_back(address);
  }

  // The rows know better than the attribute, in which the user's own place may stand.
  static void settle_addresses(Picture& picture) {
    std::vector<std::string>& numbers = picture.message.numbers;
    if (picture.message.mine && !picture.to.empty()) numbers = picture.to;
    if (!picture.message.mine && !picture.from.empty()) {
      if (picture.to.size() <= 1)
        numbers = {picture.from.front()};
      else
        numbers = picture.to;
    }
  }

  static bool is_address(std::string_view text) {
    return !text.empty() && !text.starts_with('-') && text != "insert-address-token";
  }

  /// Several of a group are joined by `~`.
  static std::vector<std::string> addresses(const XmlElement& element) {
    const std::string_view all = value(element, "address");
    std::vector<std::string> numbers;
    for (std::size_t begin = 0; begin < all.size();) {
      const std::size_t end = std::min(all.find('~', begin), all.size());
      const std::string_view one = stripped(all.substr(begin, end - begin));
      if (is_address(one)) numbers.emplace_back(one);
      begin = end + 1;
    }
    return numbers;
  }

  // 1 is received, 2 is sent; the others are drafts and what never left.
  std::optional<PhoneMessage> message_of(const XmlElement& element, std::int64_t type) const {
    const auto at = number(element, "date");
    if (!at) return std::nullopt;
    PhoneMessage message{.line = element.line(), .numbers = addresses(element), .at_ms = *at, .civil = {}};
    message.mine = type == 2;
    message.draft = type != 1 && type != 2;
    return message;
  }

  const PhoneTakers& takers_;
  bool first_ = true;
  bool known_ = false;
  std::optional<Picture> picture_;
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
  reader.finish();
  if (!problem && !reader.known()) problem = Problem{1, "holds neither calls nor messages"};
  return problem;
}

}  // namespace rel::formats
