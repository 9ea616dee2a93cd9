#include <fmt/format.h>

#include <algorithm>

#include "render/view.hpp"
#include "text/terminal.hpp"

namespace rel::render {

namespace {

struct ToTsv {
  std::string operator()(std::monostate) const { return ""; }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(const std::string& value) const { return text::escaped_for_tsv(value); }
  std::string operator()(const List&) const { return ""; }
  std::string operator()(const Object&) const { return ""; }
  std::string operator()(const auto& number) const { return fmt::format("{}", number); }
};

std::string cell(const Object& row, std::string_view column) {
  const auto found =
      std::find_if(row.begin(), row.end(), [&](const auto& entry) { return entry.first == column; });
  return found == row.end() ? "" : std::visit(ToTsv{}, found->second.content);
}

}  // namespace

std::string render_tsv(const View& view) {
  if (view.columns.empty()) return {};
  std::string tsv = fmt::format("{}\n", fmt::join(view.columns, "\t"));
  view.each_row([&](const Object& row) {
    std::vector<std::string> cells;
    for (const std::string_view column : view.columns) cells.push_back(cell(row, column));
    tsv += fmt::format("{}\n", fmt::join(cells, "\t"));
  });
  return tsv;
}

}  // namespace rel::render
