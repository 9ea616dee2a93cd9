// A CSV file whose first line names its columns.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/csv.hpp"

namespace rel::formats {

/// Which column of the file stands for each of ours, where it has another name.
using ColumnNames = std::map<std::string, std::string>;

/// Reads a table row by row, each cell by the name of its column. Names are compared without case and blanks.
class CsvTable {
 public:
  /// Reads the heading of `in`, which must outlive this. `ours` are the columns that are asked for, by place.
  CsvTable(std::istream& in, std::vector<std::string_view> ours, const ColumnNames& names);

  /// What is wrong with the heading or the file as a whole: nothing can be read then.
  const std::optional<Problem>& problem() const { return problem_ ? problem_ : reader_.problem(); }
  /// Columns that nobody asks for.
  const std::vector<std::string>& left_out() const { return left_out_; }
  /// The names in the first line, as they are there.
  const std::vector<std::string>& heading() const { return heading_; }
  bool has(std::size_t place) const { return columns_[place].has_value(); }

  /// Reads the next row; a heading that comes again is passed over. False at the end.
  bool next();
  std::size_t line() const { return reader_.line(); }
  /// Why this row can't be taken: it has more or fewer cells than the heading.
  std::optional<std::string> ragged();
  /// The cell of the column at `place` of ours; empty where the table has no such column.
  std::string& cell(std::size_t place);

 private:
  void find_columns(const ColumnNames& names);

  CsvReader reader_;
  std::vector<std::string_view> ours_;
  std::vector<std::optional<std::size_t>> columns_;
  std::vector<std::string> heading_;
  std::vector<std::string> left_out_;
  std::string none_;
  std::optional<Problem> problem_;
};

/// The names in the first line of a file that begins so, as they are compared.
std::vector<std::string> csv_heading(std::string_view beginning, const std::string& charset = "");

}  // namespace rel::formats
