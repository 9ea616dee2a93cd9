// Pictures drawn by hand: inline SVG for a page of HTML.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rel::render {

/// The text for HTML and SVG, in content and in attributes: what is markup is written as entities, control
/// and bidirectional characters as everywhere else.
std::string markup_text(std::string_view text);

/// A coordinate: at most one decimal, and never in another language's writing.
std::string number(double value);

/// A point in a picture, in its own units.
struct Point {
  double x = 0;
  double y = 0;
};

/// One picture. How it looks is left to the page's style sheet, by classes. Texts are escaped here.
class Svg {
 public:
  /// `title` says what it shows, `description` what is to be seen in it.
  Svg(double width, double height, std::string_view title, std::string_view description);

  void rect(Point corner, double width, double height, std::string_view classes);
  void line(Point from, Point to, std::string_view classes);
  /// A line through points, and the area that it bounds.
  void polyline(const std::vector<Point>& points, std::string_view classes);
  void polygon(const std::vector<Point>& points, std::string_view classes);
  void circle(Point centre, double radius, std::string_view classes);
  /// `anchor` is start, middle or end.
  void text(Point at, std::string_view anchor, std::string_view text);
  /// What follows until end() belongs together, and says so when it is pointed at.
  void begin(std::string_view title);
  void end();

  std::string str() const { return text_ + "</svg>"; }

 private:
  std::string text_;
};

/// The marks that pictures tell kinds apart by, beside their colour: a disc, a diamond, a square, a triangle.
void mark(Svg& svg, std::size_t kind, Point centre, double radius, std::string_view classes);

}  // namespace rel::render
