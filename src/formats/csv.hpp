// CSV (RFC 4180) as spreadsheets write and read it.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "formats/problem.hpp"

namespace rel::formats {

/// A cell as it stands in a file: in quotes where it must be. What a spreadsheet would run as a formula (it
/// begins with = + - @, tab or return) has a `'` before it, and so has what would be taken for that.
std::string csv_cell(std::string_view value);

/// The same line with commas between its cells, ended by CRLF.
std::string csv_line(const std::vector<std::string>& values);

/// The value of a cell without the `'` that csv_cell put there.
std::string_view without_defusal(std::string_view cell);

/// Whether the bytes look like a table of two columns or more.
bool looks_like_csv(std::string_view beginning);

/// Reads records one at a time, whatever separates their cells (comma, semicolon, tab or |, told by the first
/// line, or by one before it that says `sep=;`) and their lines, in UTF-8, UTF-16, or in the charset that is
/// named, else CP1252. Empty lines are passed over.
class CsvReader {
 public:
  /// `in` must outlive this.
  explicit CsvReader(std::istream& in, std::string charset = "");

  /// Reads the next record; false at the end and where something is wrong with the file.
  bool next();

  /// Where the record begins, from 1.
  std::size_t line() const { return line_; }
  /// Its cells in UTF-8, without quotes and defusals. They may be taken.
  std::vector<std::string>& cells() { return cells_; }
  /// Why the reading ended: a NUL byte, a line without end, a quote that is never closed, too many columns.
  const std::optional<Problem>& problem() const { return problem_; }

 private:
  int peek();
  int take();
  bool refill();
  bool refuse(const std::string& why);
  bool read_record();
  bool read_quoted(std::string& cell);
  std::string& next_cell();
  bool add(std::string& cell, int byte);
  void tidy();
  void take_separator_line();

  std::istream* in_;
  std::istringstream converted_;  // a UTF-16 file as UTF-8
  std::string buffer_;
  std::size_t at_ = 0;
  char separator_ = ',';
  std::string charset_;
  std::size_t lines_ = 0;  // ended so far
  std::size_t line_ = 0;
  std::size_t length_ = 0;  // of the record so far, in bytes
  bool ascii_ = true;
  std::size_t count_ = 0;
  std::vector<std::string> cells_;
  std::optional<Problem> problem_;
};

}  // namespace rel::formats
