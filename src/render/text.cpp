#include <algorithm>
#include <numeric>

#include "render/view.hpp"
#include "text/terminal.hpp"
#include "text/uri.hpp"

namespace rel::render {

namespace {

constexpr int gap = 2;             // between columns
constexpr int least_stretch = 28;  // narrower, and what stands right of it goes below

std::string_view escape_code(Style style) {
  switch (style) {
    case Style::plain:
    case Style::reach:
      return "";
    case Style::strong:
      return "\033[1m";
    case Style::heading:
      return "\033[35m";  // to be read on white as on black
    case Style::dim:
      return "\033[2m";
  }
  return "";
}

std::string styled(std::string safe, Style style, const Look& look) {
  const std::string_view code = look.colour ? escape_code(style) : "";
  if (!code.empty() && !safe.empty()) safe.insert(0, code).append("\033[0m");
  return safe;
}

// What is shown leads to where the whole text does, also where it is cut. A URI holds no control character.
std::string linked(const std::string& shown, const std::string& whole) {
  const std::string uri = text::reach_uri(whole);
  if (uri.empty() || shown.empty()) return shown;
  return "\033]8;;" + uri + "\033\\" + shown + "\033]8;;\033\\";
}

std::string plain(const Line& line) {
  std::string text;
  for (const Span& span : line.spans) text += text::escaped(span.text);
  return text;
}

int width(const Line& line) {
  int columns = 0;
  for (const Span& span : line.spans) columns += text::escaped_width(span.text);
  return columns;
}

int width(const Cell& cell) {
  int widest = 0;
  for (const Line& line : cell.lines) widest = std::max(widest, width(line));
  return widest;
}

bool empty(const Cell& cell) {
  return std::all_of(cell.lines.begin(), cell.lines.end(), [](const Line& line) {
    return std::all_of(line.spans.begin(), line.spans.end(),
                       [](const Span& span) { return span.text.empty(); });
  });
}

/// A piece of output and the columns it takes.
struct Shown {
  std::string text;
  int width = 0;
};

Shown shown(std::string safe, Style style, const Look& look) {
  const int width = text::width(safe);
  return {styled(std::move(safe), style, look), width};
}

// The one place where text from people and files reaches a terminal.
Shown shown(const Line& line, const Look& look) {
  Shown whole;
  for (const Span& span : line.spans) {
    Shown part = shown(text::escaped(span.text), span.style, look);
    if (look.links && span.style == Style::reach) part.text = linked(part.text, span.text);
    whole.width += part.width;
    whole.text += part.text;
  }
  return whole;
}

// A line that fits keeps its styles; one that does not is wrapped in the style of its first span.
void add_wrapped(const Line& line, int columns, const Look& look, std::vector<Shown>& lines) {
  Shown whole = shown(line, look);
  if (whole.width <= columns) {
    lines.push_back(std::move(whole));
    return;
  }
  if (line.ends_with_command) {
    Line text = line;
    text.ends_with_command = false;
    text.spans.pop_back();
    add_wrapped(text, columns, look, lines);
    const Span& command = line.spans.back();
    lines.push_back(shown("  " + text::escaped(command.text), command.style, look));
    return;
  }
  for (std::string& part : text::wrapped(plain(line), columns)) {
    lines.push_back(shown(std::move(part), line.spans.front().style, look));
  }
}

std::vector<Shown> shown(const Cell& cell, int columns, const Look& look) {
  std::vector<Shown> lines;
  for (const Line& line : cell.lines) add_wrapped(line, columns, look, lines);
  return lines;
}

/// Lays out one table: every column but the stretching one is as wide as its widest cell.
class Layout {
 public:
  Layout(const Table& table, const Look& look) : table_(table), look_(look), widths_(table.columns.size()) {
    for (const auto& row : table.rows) measure(row);
    stretch_ = static_cast<std::size_t>(std::find_if(table.columns.begin(), table.columns.end(),
                                                     [](const Column& c) { return c.stretches; }) -
                                        table.columns.begin());
    fit();
  }

  std::string render() const {
    std::string text;
    for (const auto& row : table_.rows) add_row(row, text);
    return text;
  }

 private:
  void measure(const std::vector<Cell>& row) {
    if (row.size() == 1) return;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const int wide = width(row[i]);
      const bool cut = look_.terminal && table_.columns[i].most > 0;
      widths_[i] = std::max(widths_[i], cut ? std::min(wide, table_.columns[i].most) : wide);
    }
  }

  void fit() {
    if (stretch_ == widths_.size()) return;
    int others = table_.indent;
    for (std::size_t i = 0; i < widths_.size(); ++i) {
      if (i != stretch_ && widths_[i] > 0) others += widths_[i] + gap;
    }
    const int room = look_.columns - others;
    if (table_.columns[stretch_].cut) {  // where nobody counts columns nothing is cut
      if (look_.terminal) widths_[stretch_] = std::min(std::max(10, room), widths_[stretch_]);
      return;
    }
    below_ = room < std::min(least_stretch, widths_[stretch_]) && stretch_ + 1 < widths_.size();
    if (below_) {
      int before = table_.indent;
      for (std::size_t i = 0; i < stretch_; ++i) before += widths_[i] + gap;
      widths_[stretch_] = std::max(10, look_.columns - before);
    } else {
      widths_[stretch_] = std::min(std::max(10, room), widths_[stretch_]);
    }
  }

  void add_across(const Cell& cell, std::string& text) const {
    for (const Shown& line : shown(cell, look_.columns, look_)) (text += line.text) += '\n';
  }

  void add_row(const std::vector<Cell>& row, std::string& text) const {
    if (row.size() == 1) return add_across(row[0], text);
    std::vector<std::vector<Shown>> cells;
    cells.reserve(row.size());
    for (std::size_t i = 0; i < row.size() && !(below_ && i > stretch_); ++i) cells.push_back(cell(row, i));
    if (below_) add_below(row, cells[stretch_]);
    std::size_t height = 0;
    for (const auto& lines : cells) height = std::max(height, lines.size());
    for (std::size_t n = 0; n < height; ++n) add_line(cells, n, text);
  }

  /// Puts what stands right of the stretching column under it, on one line.
  void add_below(const std::vector<Cell>& row, std::vector<Shown>& lines) const {
    Line rest;
    for (std::size_t i = stretch_ + 1; i < row.size(); ++i) {
      for (const Line& one : row[i].lines) {
        if (width(one) == 0) continue;
        if (!rest.spans.empty()) rest.spans.push_back({std::string(gap, ' ')});
        rest.spans.insert(rest.spans.end(), one.spans.begin(), one.spans.end());
      }
    }
    if (!rest.spans.empty()) add_wrapped(rest, widths_[stretch_], look_, lines);
  }

  /// The stretching column may use the room of empty cells right of it.
  int room_of(const std::vector<Cell>& row) const {
    int room = widths_[stretch_];
    for (std::size_t i = stretch_ + 1; i < row.size() && empty(row[i]) && !below_; ++i) {
      if (widths_[i] > 0) room += gap + widths_[i];
    }
    return room;
  }

  std::vector<Shown> cell(const std::vector<Cell>& row, std::size_t column) const {
    const Cell& content = row[column];
    if (column == stretch_ && !table_.columns[column].cut) return shown(content, room_of(row), look_);
    std::vector<Shown> lines;
    for (const Line& one : content.lines) {
      lines.push_back(shown(one, look_));
      if (lines.back().width <= widths_[column]) continue;
      const Span& first = one.spans.front();
      lines.back() = shown(text::shortened(plain(one), widths_[column]), first.style, look_);
      if (look_.links && first.style == Style::reach)
        lines.back().text = linked(lines.back().text, first.text);
    }
    return lines;
  }

  void add_line(const std::vector<std::vector<Shown>>& cells, std::size_t n, std::string& text) const {
    int at = 0;  // columns written
    int begin = table_.indent;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (widths_[i] == 0) continue;
      if (n < cells[i].size() && cells[i][n].width > 0) {
        text.append(static_cast<std::size_t>(std::max(0, begin - at)), ' ').append(cells[i][n].text);
        at = std::max(at, begin) + cells[i][n].width;
      }
      begin += widths_[i] + gap;
    }
    text += '\n';
  }

  const Table& table_;
  const Look& look_;
  std::vector<int> widths_;
  std::size_t stretch_ = 0;
  bool below_ = false;
};

std::string render_block(const Line& line, const Look& look) {
  std::vector<Shown> lines;
  add_wrapped(line, look.columns, look, lines);
  std::string text;
  for (const Shown& one : lines) (text += one.text) += '\n';
  return text;
}

std::string render_block(const Table& table, const Look& look) {
  return Layout(table, look).render();
}

}  // namespace

std::string render_text(const std::vector<Block>& blocks, const Look& look) {
  std::string text;
  for (const Block& block : blocks) {
    text += std::visit([&](const auto& one) { return render_block(one, look); }, block);
  }
  return text;
}

}  // namespace rel::render
