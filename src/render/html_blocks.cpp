#include "render/html_blocks.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/svg.hpp"
#include "text/utf8.hpp"

namespace rel::render {

namespace {

std::string spans_html(const Line& line) {
  std::string html;
  for (const Span& span : line.spans) {
    if (span.text.empty()) continue;
    const std::string text = markup_text(span.text);
    if (span.style == Style::strong) {
      html += "<strong>" + text + "</strong>";
    } else if (span.style == Style::dim) {
      html += "<span class=\"soft\">" + text + "</span>";
    } else {
      html += text;
    }
  }
  return html;
}

bool is_empty(const Line& line) {
  return std::ranges::all_of(line.spans, [](const Span& span) { return text::blank(span.text); });
}

bool is_heading(const Line& line) {
  return !line.spans.empty() && line.spans.front().style == Style::heading;
}

std::string line_html(const Line& line) {
  if (is_empty(line)) return "";
  const char* const tag = is_heading(line) ? "h3" : "p";
  return fmt::format("<{0}>{1}</{0}>\n", tag, spans_html(line));
}

std::string cell_html(const Cell& cell) {
  std::string html;
  for (const Line& line : cell.lines) html += (html.empty() ? "" : "<br>") + spans_html(line);
  return html;
}

// A cell that stands alone goes across.
std::string table_html(const Table& table) {
  std::string html = "<table>\n<tbody>\n";
  for (const auto& row : table.rows) {
    html += "<tr>";
    const std::size_t across = row.size() == 1 ? table.columns.size() : 1;
    for (const Cell& cell : row) {
      html += across > 1 ? fmt::format("<td colspan=\"{}\">{}</td>", across, cell_html(cell))
                         : fmt::format("<td>{}</td>", cell_html(cell));
    }
    html += "</tr>\n";
  }
  return table.rows.empty() ? "" : html + "</tbody>\n</table>\n";
}

}  // namespace

std::string blocks_html(const std::vector<Block>& blocks) {
  std::string html;
  for (const Block& block : blocks) {
    const Line* const line = std::get_if<Line>(&block);
    html += line ? line_html(*line) : table_html(std::get<Table>(block));
  }
  return html;
}

}  // namespace rel::render
