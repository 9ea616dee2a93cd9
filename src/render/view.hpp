// What a command has to say, once, for people and for programs. Every format is made from it.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "render/value.hpp"

namespace rel::render {

/// How a piece of text stands out, where there is colour. Nothing is said by it alone.
/// `reach` is a phone number or an e-mail address: a link, where the terminal takes links.
enum class Style { plain, strong, heading, dim, reach };

/// A piece of text in one style.
struct Span {
  std::string text;
  Style style = Style::plain;
};

/// A line of text; too long ones are wrapped. A command at its end, to be copied, never is: where both do not
/// fit, it stands on a line of its own.
struct Line {
  std::vector<Span> spans;
  bool ends_with_command = false;  ///< the last span is one
  Line() = default;
  // A list in braces would copy what it holds.
  Line(std::string text, Style style = Style::plain) { spans.push_back({std::move(text), style}); }
  Line(const char* text) : Line(std::string(text)) {}
  Line(std::vector<Span> several) : spans(std::move(several)) {}

  static Line with_command(std::string text, std::string command, Style style = Style::plain) {
    Line line(std::move(text), style);
    line.spans.push_back({std::move(command), style});
    line.ends_with_command = true;
    return line;
  }
};

/// A line that matters less than the others.
inline Line dim(std::string text) {
  return {std::move(text), Style::dim};
}

/// What stands in one column of one row, in one or more lines.
struct Cell {
  std::vector<Line> lines;
  Cell() = default;
  Cell(std::string text, Style style = Style::plain) { lines.emplace_back(std::move(text), style); }
  Cell(const char* text) : Cell(std::string(text)) {}
  Cell(Line line) { lines.push_back(std::move(line)); }
  Cell(std::vector<Line> several) : lines(std::move(several)) {}
};

/// A column: as wide as its cells; the one that stretches takes the room that is left and wraps.
struct Column {
  bool stretches = false;
  bool cut = false;  ///< the stretching one is cut on a terminal instead of wrapped, a row stays a line
  int most = 0;      ///< at most so wide on a terminal, 0 for no limit
};

/// Rows under each other; a row of a single cell stands alone as a line across.
struct Table {
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
  int indent = 2;
};

using Block = std::variant<Line, Table>;

using TakeRow = std::function<void(const Object&)>;

/// Rows that are made as they are written, so that thousands of them take no room.
struct LaterRows {
  std::size_t count = 0;
  std::function<void(const TakeRow&)> each;
};

/// Everything a command has to say.
struct View {
  std::string_view command;
  Object head;                            ///< the JSON keys beside `schema` and `command`
  std::string_view rows_key;              ///< the JSON key of the rows; empty where there are none
  std::vector<std::string_view> columns;  ///< the keys of a row that TSV shows
  std::vector<Object> rows;
  LaterRows later_rows;     ///< behind them
  std::vector<Block> text;  ///< for people

  std::size_t row_count() const { return rows.size() + later_rows.count; }
  void each_row(const TakeRow& take) const;
};

enum class Format { text, json, tsv };

/// How text may look where it goes.
struct Look {
  bool colour = false;
  bool terminal = false;  ///< cut to the width; else nothing is cut
  bool links = false;     ///< numbers and addresses are links (OSC 8)
  int columns = 80;
  int rows = 0;  ///< of the terminal, 0 if not known
};

/// The view in a format; empty where a text view has nothing to say.
std::string render(const View& view, Format format, const Look& look);

std::string render_text(const std::vector<Block>& blocks, const Look& look);
std::string render_json(const View& view);

/// Appends an object as JSON in one line.
void append_json(std::string& json, const Object& object);
std::string render_tsv(const View& view);

}  // namespace rel::render
