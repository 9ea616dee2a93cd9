#include "formats/csv_table.hpp"

#include <algorithm>
#include <sstream>

#include "formats/ascii.hpp"

namespace rel::formats {
namespace {

std::string compared(std::string_view name) {
  return upper(stripped(name));
}

}  // namespace

CsvTable::CsvTable(std::istream& in, std::vector<std::string_view> ours, const ColumnNames& names)
    : reader_(in), ours_(std::move(ours)), columns_(ours_.size()) {
  if (!reader_.next()) {
    if (!reader_.problem()) problem_ = Problem{1, "is empty"};
    return;
  }
  heading_ = reader_.cells();
  find_columns(names);
}

void CsvTable::find_columns(const ColumnNames& names) {
  for (std::size_t column = 0; column < heading_.size(); ++column) {
    const std::string name = compared(heading_[column]);
    // What is told goes before what is called so.
    const auto told = std::ranges::find_if(ours_, [&](std::string_view our) {
      const auto other = names.find(std::string(our));
      return other != names.end() && compared(other->second) == name;
    });
    const auto found = told != ours_.end() ? told : std::ranges::find_if(ours_, [&](std::string_view our) {
      return !names.contains(std::string(our)) && compared(our) == name;
    });
    if (found == ours_.end()) {
      left_out_.push_back(heading_[column]);
      continue;
    }
    auto& place = columns_[static_cast<std::size_t>(found - ours_.begin())];
    if (place) problem_ = Problem{1, "the column " + heading_[column] + " is there twice"};
    place = column;
  }
  for (const auto& [our, other] : names) {
    const auto found = std::find(ours_.begin(), ours_.end(), our);
    if (found != ours_.end() && !columns_[static_cast<std::size_t>(found - ours_.begin())])
      problem_ = Problem{1, "there is no column " + other};
  }
}

bool CsvTable::next() {
  if (problem()) return false;
  while (reader_.next()) {
    if (reader_.cells() != heading_) return true;
  }
  return false;
}

std::optional<std::string> CsvTable::ragged() {
  const std::size_t cells = reader_.cells().size();
  if (cells == heading_.size()) return std::nullopt;
  return "has " + std::to_string(cells) + " columns; the first line has " + std::to_string(heading_.size());
}

std::string& CsvTable::cell(std::size_t place) {
  if (columns_[place]) return reader_.cells()[*columns_[place]];
  none_.clear();
  return none_;
}

std::vector<std::string> csv_heading(std::string_view beginning, const std::string& charset) {
  if (!looks_like_csv(beginning)) return {};
  std::istringstream in{std::string(beginning)};
  CsvReader reader(in, charset);
  if (!reader.next()) return {};
  std::vector<std::string> names;
  for (const std::string& cell : reader.cells()) names.push_back(compared(cell));
  return names;
}

}  // namespace rel::formats
