#include "rel/id.hpp"

namespace rel {

namespace {

// Without i, l, o and u: nothing to misread.
constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr int first_bits = 3;
constexpr int more_bits = 5;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

std::string id_text(Id id) {
  std::string text(1, static_cast<char>('2' + (id & 7)));
  for (int shift = first_bits; shift < 63; shift += more_bits) text += alphabet[(id >> shift) & 31];
  return text;
}

std::optional<IdBeginning> id_beginning(std::string_view text) {
  if (text.empty() || text.size() > id_length || text[0] < '2' || text[0] > '9') return std::nullopt;
  IdBeginning beginning{text[0] - '2', 7};
  int shift = first_bits;
  for (const char c : text.substr(1)) {
    const auto digit = alphabet.find(lower(c));
    if (digit == std::string_view::npos) return std::nullopt;
    beginning.bits |= static_cast<Id>(digit) << shift;
    beginning.mask |= Id{31} << shift;
    shift += more_bits;
  }
  return beginning;
}

}  // namespace rel
