#include "formats/card_builder.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "formats/ascii.hpp"
#include "formats/charset.hpp"
#include "formats/vcard_dates.hpp"
#include "formats/vcard_values.hpp"
#include "rel/limits.hpp"
#include "text/utf8.hpp"

namespace rel::formats {
namespace {

bool too_long_for_a_name(std::string_view name) {
  return name.size() > longest_name && text::grapheme_count(name) > longest_name;
}

bool has_value(const ContentLine& property) {
  return property.folded_value.find_first_not_of(" \t\r\n;") != std::string_view::npos;
}

bool readable(const ContentLine& property) {
  return property.encoding != Encoding::base64 && property.folded_value.size() <= longest_value;
}

// A component of N may be a list; only vCard 2.1 writes its commas as they are ("Jr., MD").
std::string name_part(std::string_view component) {
  std::string part;
  for (const std::string_view word : split_unescaped(component, ',')) part += unescaped(word) + ' ';
  return single_line(part);
}

}  // namespace

void DistinctList::add(std::string value, std::string key) {
  if (!text::blank(value) && keys_.insert(std::move(key)).second) values_.push_back(std::move(value));
}

CardBuilder::Taker CardBuilder::taker_of(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, Taker>, 20> takers = {{
      {"FN", &CardBuilder::take_formatted_name},
      {"N", &CardBuilder::take_name_parts},
      {"TEL", &CardBuilder::take_phone},
      {"EMAIL", &CardBuilder::take_email},
      {"BDAY", &CardBuilder::take_date},
      {"ANNIVERSARY", &CardBuilder::take_date},
      {"X-ANNIVERSARY", &CardBuilder::take_date},
      {"X-ABDATE", &CardBuilder::take_date},
      {"UID", &CardBuilder::take_uid},
      {"NICKNAME", &CardBuilder::take_nicknames},
      {"CATEGORIES", &CardBuilder::take_categories},
      {"ORG", &CardBuilder::take_organization},
      {"KIND", &CardBuilder::take_kind},
      {"X-ADDRESSBOOKSERVER-KIND", &CardBuilder::take_kind},
      {"VERSION", &CardBuilder::take_nothing},
      {"PRODID", &CardBuilder::take_nothing},
      {"REV", &CardBuilder::take_nothing},
      {"BEGIN", &CardBuilder::take_nothing},
      {"END", &CardBuilder::take_nothing},
      {"X-ABLABEL", &CardBuilder::take_label},
  }};
  const auto* found = std::ranges::find(takers, name, [](const auto& entry) { return entry.first; });
  return found == takers.end() ? nullptr : found->second;
}

void CardBuilder::take(const ContentLine& property) {
  if (!has_value(property)) return;
  const Taker taker = taker_of(property.name);
  if (taker == nullptr) return drop(property.name);
  if (!readable(property)) {
    endless_name_ = endless_name_ || property.name == "FN" || property.name == "N";
    return drop(property.name);
  }
  const std::string text = text_of(property);
  nul_ = nul_ || text.find('\0') != std::string::npos;
  (this->*taker)(property, text);
}

std::string CardBuilder::text_of(const ContentLine& property) const {
  const bool converted = already_utf8_ && property.encoding == Encoding::plain;
  return to_utf8(property.value(), converted ? std::string_view{} : property.parameter("CHARSET"));
}

void CardBuilder::take_formatted_name(const ContentLine&, std::string_view text) {
  if (formatted_name_.empty()) formatted_name_ = single_line(unescaped(text));
}

void CardBuilder::take_name_parts(const ContentLine&, std::string_view text) {
  // N has family, given, middle, prefix, suffix.
  static constexpr std::array<std::size_t, 5> reading_order = {3, 1, 2, 0, 4};
  const std::vector<std::string_view> components = split_unescaped(text, ';');
  std::string name;
  for (const std::size_t i : reading_order) {
    if (i < components.size()) name += name_part(components[i]) + ' ';
  }
  if (name_from_parts_.empty()) name_from_parts_ = single_line(name);
}

void CardBuilder::take_nicknames(const ContentLine& property, std::string_view text) {
  for (const std::string_view part : split_unescaped(text, ',')) {
    const std::string nickname = single_line(unescaped(part));
    if (too_long_for_a_name(nickname))
      drop(property.name);
    else
      nicknames_.add(nickname, nickname);
  }
}

void CardBuilder::take_categories(const ContentLine&, std::string_view text) {
  for (const std::string_view part : split_unescaped(text, ',')) {
    const std::string category = single_line(unescaped(part));
    categories_.add(category, category);
  }
}

void CardBuilder::take_organization(const ContentLine& property, std::string_view text) {
  drop(property.name);
  if (organization_.empty()) organization_ = single_line(unescaped(split_unescaped(text, ';').front()));
}

void CardBuilder::take_phone(const ContentLine&, std::string_view text) {
  std::string phone = single_line(without_scheme(unescaped(text), "tel:"));
  std::string key = phone_spelling(phone);
  phones_.add(std::move(phone), std::move(key));
}

void CardBuilder::take_email(const ContentLine&, std::string_view text) {
  std::string email = single_line(without_scheme(unescaped(text), "mailto:"));
  std::string key = upper(email);
  emails_.add(std::move(email), std::move(key));
}

void CardBuilder::take_uid(const ContentLine&, std::string_view text) {
  if (card_.uid.empty()) card_.uid = single_line(without_scheme(unescaped(text), "urn:uuid:"));
}

void CardBuilder::take_date(const ContentLine& property, std::string_view text) {
  const bool words = same_word(property.parameter("VALUE"), "TEXT");
  auto date =
      words ? std::nullopt : yearly_date_from_vcard(unescaped(text), property.parameter("X-APPLE-OMIT-YEAR"));
  if (!date) return drop(property.name);
  dates_.push_back({*std::move(date), property.name, property.group});
}

// Apple's own words are `_$!<Anniversary>!$_`, to be shown in each one's language.
void CardBuilder::take_label(const ContentLine& property, std::string_view text) {
  constexpr std::string_view begin = "_$!<";
  constexpr std::string_view end = ">!$_";
  std::string label = single_line(unescaped(text));
  if (label.starts_with(begin) && label.ends_with(end) && label.size() >= begin.size() + end.size())
    label = lower(label.substr(begin.size(), label.size() - begin.size() - end.size()));
  labels_.emplace(upper(property.group), std::move(label));
}

std::string CardBuilder::name_of(const FoundDate& date) const {
  if (date.property == "BDAY") return "birthday";
  if (date.property != "X-ABDATE") return "anniversary";
  const auto label = labels_.find(upper(date.group));
  const bool named = !date.group.empty() && label != labels_.end() && !text::blank(label->second);
  return named && !too_long_for_a_name(label->second) ? label->second : "other";
}

void CardBuilder::name_dates() {
  std::map<std::string, std::size_t> places;  // by name
  for (FoundDate& found : dates_) {
    found.date.name = name_of(found);
    const auto [place, is_new] = places.try_emplace(found.date.name, card_.dates.size());
    if (is_new)
      card_.dates.push_back(std::move(found.date));
    else if (card_.dates[place->second] != found.date)
      drop(found.property);
  }
}

void CardBuilder::take_kind(const ContentLine&, std::string_view text) {
  group_ = group_ || same_word(stripped(text), "GROUP");
}

std::string CardBuilder::chosen_name() {
  static const std::string none;
  if (!text::blank(formatted_name_)) return formatted_name_;
  if (!text::blank(name_from_parts_)) return name_from_parts_;
  if (!nicknames_.first_or(none).empty()) return nicknames_.first_or(none);
  if (!text::blank(organization_)) {
    if (--dropped_["ORG"] == 0) dropped_.erase("ORG");  // counted when it was read, but now it is taken
    return organization_;
  }
  return emails_.first_or(phones_.first_or(none));
}

std::optional<std::string> CardBuilder::problem() const {
  if (nul_) return "holds a NUL byte";
  if (endless_name_ || too_long_for_a_name(card_.name)) return "has a name of more than 200 characters";
  if (card_.name.empty()) return "has no name";
  return std::nullopt;
}

void CardBuilder::finish(Cards& out) && {
  if (group_) {
    ++out.dropped["GROUP"];
    return;
  }
  name_dates();
  card_.name = chosen_name();
  if (auto why = problem()) {
    out.problems.push_back({card_.line, *std::move(why)});
    return;
  }
  for (const auto& [name, count] : dropped_) out.dropped[name] += count;
  card_.nicknames = std::move(nicknames_).values();
  card_.phones = std::move(phones_).values();
  card_.emails = std::move(emails_).values();
  card_.categories = std::move(categories_).values();
  out.cards.push_back(std::move(card_));
}

}  // namespace rel::formats
