#include "formats/address_columns.hpp"

#include <algorithm>
#include <array>

#include "formats/ascii.hpp"

namespace rel::formats {
namespace {

// Without a pointer, which would be put in place at every start of the program.
struct Heading {
  char name[24];  // in upper case, with # for a number
  ColumnRole role;
};

constexpr auto headings = std::to_array<Heading>({
    // Google, both generations
    {"NAME", ColumnRole::full},
    {"GIVEN NAME", ColumnRole::given},
    {"ADDITIONAL NAME", ColumnRole::middle},
    {"FAMILY NAME", ColumnRole::family},
    {"FIRST NAME", ColumnRole::given},
    {"MIDDLE NAME", ColumnRole::middle},
    {"LAST NAME", ColumnRole::family},
    {"NAME SUFFIX", ColumnRole::suffix},
    {"NICKNAME", ColumnRole::nickname},
    {"FILE AS", ColumnRole::nothing},
    {"BIRTHDAY", ColumnRole::birthday},
    {"NOTES", ColumnRole::note},
    {"GROUP MEMBERSHIP", ColumnRole::label},
    {"LABELS", ColumnRole::label},
    {"E-MAIL # - TYPE", ColumnRole::nothing},
    {"E-MAIL # - LABEL", ColumnRole::nothing},
    {"E-MAIL # - VALUE", ColumnRole::email},
    {"PHONE # - TYPE", ColumnRole::nothing},
    {"PHONE # - LABEL", ColumnRole::nothing},
    {"PHONE # - VALUE", ColumnRole::phone},
    {"EVENT # - TYPE", ColumnRole::event_name},
    {"EVENT # - LABEL", ColumnRole::event_name},
    {"EVENT # - VALUE", ColumnRole::event_day},
    {"ORGANIZATION # - NAME", ColumnRole::company},
    {"ORGANIZATION NAME", ColumnRole::company},
    // Outlook
    {"SUFFIX", ColumnRole::suffix},
    {"COMPANY", ColumnRole::company},
    {"E-MAIL ADDRESS", ColumnRole::email},
    {"E-MAIL # ADDRESS", ColumnRole::email},
    {"EMAIL ADDRESS", ColumnRole::email},  // LinkedIn
    {"E-MAIL TYPE", ColumnRole::nothing},
    {"E-MAIL # TYPE", ColumnRole::nothing},
    {"E-MAIL DISPLAY NAME", ColumnRole::nothing},
    {"E-MAIL # DISPLAY NAME", ColumnRole::nothing},
    {"BUSINESS PHONE", ColumnRole::phone},
    {"BUSINESS PHONE #", ColumnRole::phone},
    {"HOME PHONE", ColumnRole::phone},
    {"HOME PHONE #", ColumnRole::phone},
    {"MOBILE PHONE", ColumnRole::phone},
    {"OTHER PHONE", ColumnRole::phone},
    {"PRIMARY PHONE", ColumnRole::phone},
    {"CAR PHONE", ColumnRole::phone},
    {"CATEGORIES", ColumnRole::label},
    {"ANNIVERSARY", ColumnRole::anniversary},
    {"PRIORITY", ColumnRole::nothing},
    {"PRIVATE", ColumnRole::nothing},
    {"SENSITIVITY", ColumnRole::nothing},
    {"GENDER", ColumnRole::nothing},
    // Thunderbird
    {"DISPLAY NAME", ColumnRole::full},
    {"PRIMARY EMAIL", ColumnRole::email},
    {"SECONDARY EMAIL", ColumnRole::email},
    {"WORK PHONE", ColumnRole::phone},
    {"MOBILE NUMBER", ColumnRole::phone},
    {"ORGANIZATION", ColumnRole::company},
    {"BIRTH YEAR", ColumnRole::birth_year},
    {"BIRTH MONTH", ColumnRole::birth_month},
    {"BIRTH DAY", ColumnRole::birth_day},
});

}  // namespace

std::string numberless(std::string_view heading) {
  std::string name;
  for (const char c : stripped(heading)) {
    if (!is_digit(c)) {
      name += upper(c);
    } else if (!name.ends_with('#')) {
      name += '#';
    }
  }
  return name;
}

ColumnRole column_role(std::string_view heading) {
  const std::string name = numberless(heading);
  const auto* found = std::ranges::find_if(headings, [&](const Heading& one) { return one.name == name; });
  return found == headings.end() ? ColumnRole::none : found->role;
}

}  // namespace rel::formats
