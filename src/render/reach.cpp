#include "render/reach.hpp"

namespace rel::render {

Line reach_line(const Person& person) {
  Line line;
  for (const auto* ways : {&person.phones, &person.emails}) {
    for (const std::string& way : *ways) {
      if (!line.spans.empty()) line.spans.push_back({", "});
      line.spans.push_back({way, Style::reach});
    }
  }
  return line;
}

}  // namespace rel::render
