#include "render/svg.hpp"

#include <fmt/format.h>

#include <cmath>

#include "text/terminal.hpp"

namespace rel::render {

namespace {

std::string coordinates(const std::vector<Point>& points) {
  std::string text;
  for (const Point& point : points) text += fmt::format("{} {} ", number(point.x), number(point.y));
  if (!text.empty()) text.pop_back();
  return text;
}

}  // namespace

std::string markup_text(std::string_view text) {
  std::string escaped;
  for (const char c : text::escaped(text, true)) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\'':
        escaped += "&#39;";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

std::string number(double value) {
  const auto tenths = std::lround(value * 10);
  const std::string whole = fmt::format("{}{}", tenths < 0 ? "-" : "", std::abs(tenths) / 10);
  return tenths % 10 == 0 ? whole : fmt::format("{}.{}", whole, std::abs(tenths) % 10);
}

Svg::Svg(double width, double height, std::string_view title, std::string_view description)
    : text_(fmt::format("<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\"><title>{}</title>"
                        "<desc>{}</desc>",
                        number(width), number(height), markup_text(title), markup_text(title),
                        markup_text(description))) {}

void Svg::rect(Point corner, double width, double height, std::string_view classes) {
  text_ += fmt::format("<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>", classes,
                       number(corner.x), number(corner.y), number(width), number(height));
}

void Svg::line(Point from, Point to, std::string_view classes) {
  text_ += fmt::format("<line class=\"{}\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"/>", classes,
                       number(from.x), number(from.y), number(to.x), number(to.y));
}

void Svg::polyline(const std::vector<Point>& points, std::string_view classes) {
  text_ += fmt::format("<polyline class=\"{}\" points=\"{}\"/>", classes, coordinates(points));
}

void Svg::polygon(const std::vector<Point>& points, std::string_view classes) {
  text_ += fmt::format("<polygon class=\"{}\" points=\"{}\"/>", classes, coordinates(points));
}

void Svg::circle(Point centre, double radius, std::string_view classes) {
  text_ += fmt::format("<circle class=\"{}\" cx=\"{}\" cy=\"{}\" r=\"{}\"/>", classes, number(centre.x),
                       number(centre.y), number(radius));
}

void Svg::text(Point at, std::string_view anchor, std::string_view text) {
  text_ += fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"{}\">{}</text>", number(at.x), number(at.y),
                       anchor, markup_text(text));
}

void Svg::begin(std::string_view title) {
  text_ += "<g><title>" + markup_text(title) + "</title>";
}

void Svg::end() {
  text_ += "</g>";
}

void mark(Svg& svg, std::size_t kind, Point centre, double radius, std::string_view classes) {
  const auto [x, y] = centre;
  const double r = radius;
  switch (kind) {
    case 0:
      return svg.circle(centre, r, classes);
    case 1:
      return svg.polygon({{x, y - 1.2 * r}, {x + 1.2 * r, y}, {x, y + 1.2 * r}, {x - 1.2 * r, y}}, classes);
    case 2:
      return svg.rect({x - 0.85 * r, y - 0.85 * r}, 1.7 * r, 1.7 * r, classes);
    default:
      return svg.polygon({{x, y - r}, {x + 1.05 * r, y + 0.8 * r}, {x - 1.05 * r, y + 0.8 * r}}, classes);
  }
}

}  // namespace rel::render
