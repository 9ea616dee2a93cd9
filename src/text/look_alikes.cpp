#include "text/look_alikes.hpp"

#include <algorithm>
#include <array>

#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace rel::text {

namespace {

struct LookAlike {
  char32_t letter;
  char latin;
};

// Lower case, as folding leaves them; a capital counts as its small letter.
constexpr std::array look_alikes = {
    LookAlike{U'а', 'a'}, LookAlike{U'в', 'b'}, LookAlike{U'е', 'e'}, LookAlike{U'к', 'k'},
    LookAlike{U'м', 'm'}, LookAlike{U'н', 'h'}, LookAlike{U'о', 'o'}, LookAlike{U'р', 'p'},
    LookAlike{U'с', 'c'}, LookAlike{U'т', 't'}, LookAlike{U'у', 'y'}, LookAlike{U'х', 'x'},
    LookAlike{U'ѕ', 's'}, LookAlike{U'і', 'i'}, LookAlike{U'ј', 'j'}, LookAlike{U'ԁ', 'd'},
    LookAlike{U'һ', 'h'}, LookAlike{U'ԛ', 'q'}, LookAlike{U'ԝ', 'w'}, LookAlike{U'α', 'a'},
    LookAlike{U'β', 'b'}, LookAlike{U'ε', 'e'}, LookAlike{U'η', 'h'}, LookAlike{U'ι', 'i'},
    LookAlike{U'κ', 'k'}, LookAlike{U'μ', 'm'}, LookAlike{U'ν', 'v'}, LookAlike{U'ο', 'o'},
    LookAlike{U'ρ', 'p'}, LookAlike{U'τ', 't'}, LookAlike{U'υ', 'y'}, LookAlike{U'χ', 'x'},
    LookAlike{U'ζ', 'z'}};

}  // namespace

std::string look_alike_skeleton(std::string_view name) {
  const std::string folded = fold_name(name);
  std::string skeleton;
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = next_code_point(folded, at);
    const auto same = std::find_if(look_alikes.begin(), look_alikes.end(),
                                   [&](const LookAlike& l) { return l.letter == c; });
    append_utf8(skeleton, same == look_alikes.end() ? c : static_cast<char32_t>(same->latin));
  }
  return skeleton;
}

}  // namespace rel::text
