#include "render/notice.hpp"

#include "render/phrases.hpp"
#include "text/terminal.hpp"

namespace rel::render {

namespace {

// Desktops read the body as Pango's markup, and before them notify-send takes backslashes for escapes.
std::string harmless(const std::string& text) {
  std::string result;
  for (const char c : text::escaped(text)) {
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

std::string line_of(const DueItem& item, const DuePage& page) {
  const std::string& name = item.facts->person.name;
  return harmless(page.discreet ? name : name + ": " + reason(item, page.today));
}

}  // namespace

Notice notice_of(const DuePage& page) {
  const std::size_t count = page.shown.size() + page.left.size();
  Notice notice{.summary = count == 1 ? "Someone to talk to" : std::to_string(count) + " people to talk to"};
  for (const DueItem& item : page.shown) notice.body += line_of(item, page) + '\n';
  if (!page.left.empty()) {
    notice.body += std::to_string(page.left.size()) + " more can wait a little";
  } else if (!notice.body.empty()) {
    notice.body.pop_back();
  }
  return notice;
}

}  // namespace rel::render
