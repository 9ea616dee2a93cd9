#include "formats/vcard_writer.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

#include "formats/ascii.hpp"
#include "formats/folding.hpp"
#include "formats/vcard_values.hpp"
#include "text/joined.hpp"

namespace rel::formats {
namespace {

constexpr int apples_no_year = 1604;  // which X-APPLE-OMIT-YEAR says to leave out
constexpr std::string_view uuid_shape = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

bool is_uuid(std::string_view text) {
  return std::equal(text.begin(), text.end(), uuid_shape.begin(), uuid_shape.end(),
                    [](char c, char shape) { return shape == 'x' ? hex_value(c) >= 0 : c == shape; });
}

std::string comma_list(const std::vector<std::string>& values) {
  return text::joined(values, ",", escaped);
}

// Family name and the others. Where a name begins is not known: the last word of several is taken for the
// family name, as programs do that ask for one line; with a comma in it, it stays whole. FN is to the letter.
std::string name_parts(const std::string& name) {
  const std::size_t blank = name.rfind(' ');
  const bool whole = blank == std::string::npos || name.find(',') != std::string::npos;
  if (whole) return ";" + escaped(name) + ";;;";
  return escaped(name.substr(blank + 1)) + ";" + escaped(name.substr(0, blank)) + ";;;";
}

// `:1980-04-12` in 3.0, which has no other way to leave out the year than Apple's; in 4.0 `:19800412` and
// `:--0412`.
std::string date_value(const YearlyDate& date, CardVersion version) {
  std::string day = iso(date::year{date.year.value_or(apples_no_year)} / static_cast<int>(date.month) /
                        static_cast<int>(date.day));
  if (version == CardVersion::v3) return (date.year ? ":" : ";X-APPLE-OMIT-YEAR=1604:") + day;
  std::erase(day, '-');
  return date.year ? ":" + day : ":--" + day.substr(4);
}

class CardWriter {
 public:
  CardWriter(const Person& person, CardVersion version) : person_(person), version_(version) {}

  std::string card() && {
    const bool is_v4 = version_ == CardVersion::v4;
    line("BEGIN:VCARD");
    line(is_v4 ? "VERSION:4.0" : "VERSION:3.0");
    line(uid());
    line("FN:" + escaped(person_.name));
    line("N:" + name_parts(person_.name));
    // Each on a line of its own: of a list many programs show the first alone.
    for (const std::string& alias : person_.aliases) line("NICKNAME:" + escaped(alias));
    for (const std::string& phone : person_.phones) line("TEL:" + escaped(phone));
    for (const std::string& email : person_.emails) line("EMAIL:" + escaped(email));
    if (!person_.tags.empty()) line("CATEGORIES:" + comma_list(person_.tags));
    std::set<std::string_view> names;
    for (const YearlyDate& date : person_.dates) {
      if (names.insert(date.name).second) add(date);
    }
    line("END:VCARD");
    return std::move(out_);
  }

 private:
  void line(const std::string& text) { out_ += folded(text); }

  // In 4.0 it is an address (a UUID is written as one) unless it says that it is a text.
  std::string uid() const {
    if (version_ == CardVersion::v3) return "UID:" + escaped(person_.uid);
    return is_uuid(person_.uid) ? "UID:urn:uuid:" + person_.uid : "UID;VALUE=text:" + escaped(person_.uid);
  }

  // What neither version has a property for is written as Apple does, with its name beside it.
  void add(const YearlyDate& date) {
    if (date.name == "birthday") return line("BDAY" + date_value(date, version_));
    if (date.name == "anniversary" && version_ == CardVersion::v4)
      return line("ANNIVERSARY" + date_value(date, version_));
    if (date.name == "anniversary") return line("X-ANNIVERSARY" + date_value(date, version_));
    const std::string item = "item" + std::to_string(++items_) + ".";
    line(item + "X-ABDATE" + date_value(date, CardVersion::v3));
    line(item + "X-ABLABEL:" + escaped(date.name));
  }

  const Person& person_;
  CardVersion version_;
  int items_ = 0;
  std::string out_;
};

}  // namespace

std::string vcard_of(const Person& person, CardVersion version) {
  return CardWriter(person, version).card();
}

}  // namespace rel::formats
