#include "render/html_page.hpp"

#include <fmt/format.h>

#include "render/page_style.hpp"
#include "render/svg.hpp"

namespace rel::render {

const std::string_view page_beginning =
    "<!DOCTYPE html>\n<!-- A page made by rel. It is made anew under this name: changes to it are lost. "
    "-->\n";

namespace {

// Nothing may be loaded or run, whatever a name or a note holds: only the style of the page itself.
constexpr std::string_view head =
    R"(<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
)";

std::string paragraph(std::string_view text, std::string_view classes = "") {
  if (text.empty()) return "";
  const std::string attribute = classes.empty() ? "" : fmt::format(" class=\"{}\"", classes);
  return fmt::format("<p{}>{}</p>\n", attribute, markup_text(text));
}

}  // namespace

std::string render_page(const Page& page) {
  std::string html(page_beginning);
  html += head;
  html += fmt::format("<title>{}</title>\n<style>\n{}</style>\n</head>\n<body>\n{}", markup_text(page.title),
                      page_style, page_patterns);
  html += fmt::format("<main>\n<header>\n<h1>{}</h1>\n", markup_text(page.title));
  html += paragraph(page.subtitle, "days");
  for (const std::string& lead : page.leads) html += paragraph(lead, "lead");
  html += "</header>\n";
  for (const PageSection& section : page.sections) {
    html += fmt::format("<section>\n<h2>{}</h2>\n", markup_text(section.heading));
    html += paragraph(section.introduction) + section.body + "</section>\n";
  }
  return html + "</main>\n<footer>\n" + paragraph(page.footer) + "</footer>\n</body>\n</html>\n";
}

std::string figure(const std::string& picture, const std::string& legend, std::string_view caption) {
  return fmt::format("<figure>\n{}\n{}<figcaption>{}</figcaption>\n</figure>\n", picture, legend,
                     markup_text(caption));
}

std::string card(std::string_view name, const std::string& picture, std::string_view note) {
  return fmt::format("<div class=\"card\">\n<p class=\"name\">{}</p>\n{}\n<p class=\"note\">{}</p>\n</div>\n",
                     markup_text(name), picture, markup_text(note));
}

std::string legend(const std::vector<LegendEntry>& entries) {
  std::string html = "<ul class=\"legend\">\n";
  for (const LegendEntry& entry : entries)
    html += fmt::format("<li>{} {}</li>\n", entry.sample, markup_text(entry.word));
  return html + "</ul>\n";
}

}  // namespace rel::render
