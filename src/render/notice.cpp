#include "render/notice.hpp"

#include "render/phrases.hpp"
#include "text/terminal.hpp"
#include "text/utf8.hpp"

namespace rel::render {

namespace {

// A word of a command line may have 128 KiB; what is longer, notify-send is not even begun with.
constexpr std::size_t longest_body = 120 * 1024;

// Desktops read the body as Pango's markup, and before them notify-send takes backslashes for escapes.
std::string harmless(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '&') {
      result += "&amp;";
    } else if (c == '<') {
      result += "&lt;";
    } else if (c == '>') {
      result += "&gt;";
    } else {
      result += c == '\\' ? "\\\\" : std::string(1, c);
    }
  }
  return result;
}

/// Adds as much of a text as there is room for; false where that is not all.
bool add(std::string& body, const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text::grapheme_end(text, at);
    const std::string shown = harmless(std::string_view(text).substr(at, end - at));
    if (body.size() + shown.size() > longest_body) {
      body += "…";
      return false;
    }
    body += shown;
    at = end;
  }
  return true;
}

std::string line_of(const DueItem& item, const DuePage& page) {
  const std::string& name = item.facts.person.name;
  return text::escaped(page.discreet ? name : name + ": " + reason(item, page.today));
}

}  // namespace

Notice notice_of(const DuePage& page) {
  const std::size_t count = page.waiting();
  Notice notice{.summary = count == 1 ? "Someone to talk to" : std::to_string(count) + " people to talk to"};
  std::vector<std::string> lines;
  for (const DueItem& item : page.shown) lines.push_back(line_of(item, page));
  if (!page.left.empty()) lines.push_back(std::to_string(page.left.size()) + " more");
  if (const DueItem* named = named_of_long(page.quiet_for_long, page.today))
    lines.push_back("Quiet for long: " + text::escaped(named->facts.person.name));
  for (const SoftSign& sign : page.soft) {
    const std::string& name = sign.facts.person.name;
    lines.push_back(text::escaped(page.discreet ? name : name + ": " + soft_reason(sign, page.today)));
  }
  for (const std::string& line : lines) {
    if (!add(notice.body, (notice.body.empty() ? "" : "\n") + line)) break;
  }
  return notice;
}

}  // namespace rel::render
