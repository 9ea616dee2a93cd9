#include "identity/phone_book.hpp"

#include <algorithm>

#include "identity/calling_codes.hpp"
#include "text/ascii.hpp"

namespace rel::commands {

namespace {

constexpr std::size_t least_digits = 6;    // shorter numbers are extensions and services, not people
constexpr std::size_t enough = 7;          // digits that tell a telephone where the calling code is not known
constexpr std::size_t telling_digits = 8;  // the end of a number, whatever stands for country and town

std::string last_digits(const std::string& digits, std::size_t most) {
  return digits.substr(digits.size() - std::min(digits.size(), most));
}

bool has_plus(std::string_view text) {
  return text.find('+') < text.find_first_of("0123456789");
}

/// Without what may follow a number: `x12`, `ext. 12`, `;ext=12`, `,12` (a pause, then more to dial).
std::string_view without_extension(std::string_view text) {
  return text.substr(0, text.find_first_of("xXeE;,pPwW#", text.starts_with("tel:") ? 4 : 0));
}

/// `(0)` in `+44 (0)20`: dialled at home only.
std::string without_home_zero(std::string text) {
  const std::size_t zero = text.find("(0)");
  if (zero != std::string::npos) text.erase(zero, 3);
  return text;
}

/// From home to the world, where it is known how.
PhoneNumber abroad(std::string digits, const DialPlan& plan) {
  if (plan.code == "1" && digits.starts_with("011")) return {digits.substr(3), true};
  if (plan.code.empty()) return {std::move(digits), false};
  if (!plan.trunk.empty() && digits.starts_with(plan.trunk)) digits.erase(0, plan.trunk.size());
  return {std::string(plan.code) + digits, true};
}

/// As numbers are compared: one that is dialled at home without the zeros before it.
PhoneNumber comparable(const std::string& text, const std::string& country) {
  PhoneNumber number = phone_number(text, country);
  if (number.digits.size() < least_digits) return {};
  if (!number.international) number.digits.erase(0, number.digits.find_first_not_of('0'));
  return number;
}

bool same(const PhoneNumber& a, const PhoneNumber& b) {
  if (a.international == b.international) return a.digits == b.digits;
  const std::string& home = a.international ? b.digits : a.digits;
  const std::string& world = a.international ? a.digits : b.digits;
  return home.size() >= enough && world.ends_with(home);
}

}  // namespace

std::string phone_key(std::string_view phone) {
  const std::string digits = text::digits_of(phone);
  return digits.size() < least_digits ? "" : (has_plus(phone) ? "tel 00" : "tel ") + digits;
}

std::string phone_end(const std::string& phone) {
  std::string digits = text::digits_of(phone);
  digits.erase(0, digits.find_first_not_of('0'));
  return digits.size() < least_digits ? "" : last_digits(digits, telling_digits);
}

PhoneNumber phone_number(std::string_view text, const std::string& country) {
  const std::string plain(without_extension(text));
  std::string digits = text::digits_of(plain);
  if (digits.size() < least_digits) return {};
  if (has_plus(plain)) return {text::digits_of(without_home_zero(plain)), true};
  if (digits.starts_with("00")) return {text::digits_of(without_home_zero(plain)).substr(2), true};
  return abroad(std::move(digits), dial_plan(country));
}

PhoneBook::PhoneBook(const std::vector<Person>& people, std::string country) : country_(std::move(country)) {
  for (std::size_t place = 0; place < people.size(); ++place) {
    for (const std::string& phone : people[place].phones) {
      PhoneNumber number = comparable(phone, country_);
      if (!number.digits.empty())
        by_end_[last_digits(number.digits, enough)].emplace_back(std::move(number), place);
    }
  }
}

std::vector<std::size_t> PhoneBook::who(const std::string& text) const {
  const PhoneNumber number = comparable(text, country_);
  const auto alike = by_end_.find(last_digits(number.digits, enough));
  if (alike == by_end_.end()) return {};
  std::vector<std::size_t> places;
  for (const auto& [other, place] : alike->second) {
    const bool seen = !places.empty() && places.back() == place;
    if (!seen && same(number, other)) places.push_back(place);
  }
  return places;
}

}  // namespace rel::commands
