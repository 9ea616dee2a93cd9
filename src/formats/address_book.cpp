// Whose table of people it is, told by its first line.
#include <algorithm>
#include <set>

#include "formats/address_columns.hpp"
#include "formats/address_table.hpp"
#include "formats/ascii.hpp"
#include "formats/charset.hpp"
#include "formats/csv_table.hpp"
#include "text/utf8.hpp"

namespace rel::formats {
namespace {

bool is_linkedin_heading(std::string_view line) {
  const std::string name = upper(line);
  return name.find("FIRST NAME") != std::string::npos && name.find("CONNECTED ON") != std::string::npos;
}

}  // namespace

std::optional<std::pair<std::size_t, std::size_t>> linkedin_heading(std::string_view text) {
  std::size_t lines = 0;
  for (std::size_t begin = 0; begin < text.size(); ++lines) {
    const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
    if (is_linkedin_heading(text.substr(begin, end - begin))) return std::pair(begin, lines);
    begin = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
  }
  return std::nullopt;
}

/// The charset in which most of the headings are known, of a table that is no Unicode; empty where none
/// helps.
std::string charset_of_table(std::string_view beginning) {
  const std::string_view line = beginning.substr(0, beginning.find_first_of("\r\n"));
  if (utf16_file_as_utf8(beginning.substr(0, beginning.size() & ~std::size_t{1})) ||
      !text::first_invalid_byte(line))
    return {};
  std::string best;
  std::size_t most = 0;
  for (const char* charset : {"windows-1252", "windows-1251", "windows-1250", "shift_jis", "gb18030", "big5",
                              "euc-kr", "windows-1254", "windows-1253", "koi8-r"}) {
    std::size_t known = 0;
    for (const std::string& name : csv_heading(beginning, charset))
      known += column_role(name) == ColumnRole::none ? 0 : 1;
    if (known > most) most = known, best = charset;
  }
  return best;
}

std::optional<AddressBook> address_book_of(std::string_view beginning) {
  const std::vector<std::string> heading = csv_heading(beginning, charset_of_table(beginning));
  std::vector<std::string> names;
  std::set<ColumnRole> roles;
  for (const std::string& name : heading) {
    names.push_back(compared_heading(name));
    roles.insert(column_role(name));
  }
  const auto has = [&](std::string_view name) { return std::ranges::find(names, name) != names.end(); };
  if (has("e mail # value") || has("phone # value") || has("group membership") ||
      (has("first name") && has("labels")))
    return AddressBook::google;
  if (has("primary email") && has("display name")) return AddressBook::thunderbird;
  if (has("first name") && (has("e mail address") || has("business phone") || has("mobile phone")))
    return AddressBook::outlook;
  if (linkedin_heading(beginning)) return AddressBook::linkedin;
  const auto any = [&](std::initializer_list<ColumnRole> some) {
    return std::ranges::any_of(some, [&](ColumnRole role) { return roles.contains(role); });
  };
  const bool of_contacts = has("who") || has("on");
  const bool names_people =
      any({ColumnRole::full, ColumnRole::given, ColumnRole::family, ColumnRole::nickname});
  const bool more =
      any({ColumnRole::email, ColumnRole::phone, ColumnRole::birthday, ColumnRole::birth_day}) ||
      (roles.contains(ColumnRole::given) && roles.contains(ColumnRole::family));
  if (!of_contacts && names_people && more) return AddressBook::other;
  return std::nullopt;
}

}  // namespace rel::formats
