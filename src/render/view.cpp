#include "render/view.hpp"

#include <cmath>

namespace rel::render {

double rounded(double value) {
  return std::round(value * 1e4) / 1e4;
}

Value rounded_or_null(const std::optional<double>& value) {
  return value ? Value(rounded(*value)) : Value();
}

void View::each_row(const TakeRow& take) const {
  for (const Object& row : rows) take(row);
  if (later_rows.each) later_rows.each(take);
}

std::string render(const View& view, Format format, const Look& look) {
  switch (format) {
    case Format::text:
      return render_text(view.text, look);
    case Format::json:
      return render_json(view);
    case Format::tsv:
      return render_tsv(view);
  }
  return {};
}

}  // namespace rel::render
