#include "text/uri.hpp"

#include "text/ascii.hpp"

namespace rel::text {

namespace {

// The unreserved characters of RFC 3986, and what parts an address.
bool is_safe(char c) {
  return is_letter(c) || is_digit(c) || std::string_view("-._~@").find(c) != std::string_view::npos;
}

std::string encoded(char c) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  return {'%', digits[byte / 16], digits[byte % 16]};
}

// The zero that is dialled only inside the country: `+49 (0)30 …`.
std::string without_trunk(std::string number) {
  constexpr std::string_view trunk = "(0)";
  const std::size_t at = number.starts_with('+') ? number.find(trunk) : std::string::npos;
  return at == std::string::npos ? number : number.erase(at, trunk.size());
}

}  // namespace

std::string tel_uri(std::string_view number) {
  const std::size_t begin = number.find_first_of("+0123456789*#");
  if (begin == std::string_view::npos) return "";
  std::string dialled;
  bool any = false;
  for (const char c : without_trunk(std::string(number.substr(begin)))) {
    if (is_letter(c) || c == ';' || c == ',') break;
    if (is_digit(c) || c == '*' || (c == '+' && dialled.empty())) dialled += c;
    if (c == '#') dialled += encoded(c);
    any = any || is_digit(c);
  }
  return any ? "tel:" + dialled : "";
}

std::string mailto_uri(std::string_view address) {
  std::string uri = "mailto:";
  for (const char c : address) uri += is_safe(c) ? std::string(1, c) : encoded(c);
  return uri;
}

std::string reach_uri(std::string_view number_or_address) {
  const bool address = number_or_address.find('@') != std::string_view::npos;
  return address ? mailto_uri(number_or_address) : tel_uri(number_or_address);
}

}  // namespace rel::text
