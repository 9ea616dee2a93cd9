#include "formats/card_builder.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "formats/ascii.hpp"
#include "formats/charset.hpp"
#include "formats/vcard_dates.hpp"
#include "formats/vcard_values.hpp"
#include "rel/limits.hpp"
#include "text/cut.hpp"
#include "text/utf8.hpp"

namespace rel::formats {
namespace {

bool has_value(const ContentLine& property) {
  return property.folded_value.find_first_not_of(" \t\r\n;") != std::string_view::npos;
}

bool readable(const ContentLine& property) {
  return property.encoding != Encoding::base64 && property.folded_value.size() <= longest_value;
}

// What nobody can talk to.
constexpr std::string_view silent_types[] = {"FAX", "PAGER", "MODEM", "BBS", "TELEX", "TEXTPHONE"};

constexpr int no_preference = 101;

/// 1 for what is preferred most, 100 for least, and more where nothing is said: PREF of vCard 4, or a type.
int preference(const ContentLine& property) {
  const std::string_view pref = property.parameter("PREF");
  if (all_digits(pref) && pref.size() <= 3) return std::stoi(std::string(pref));
  return of_type(property, "PREF") || !pref.empty() ? 1 : no_preference;
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
  static constexpr auto takers = std::to_array<std::pair<std::string_view, Taker>>({
      {"FN", &CardBuilder::take_formatted_name},
      {"N", &CardBuilder::take_name_parts},
      {"TEL", &CardBuilder::take_phone},
      {"EMAIL", &CardBuilder::take_email},
      {"BDAY", &CardBuilder::take_date},
      {"X-BDAY", &CardBuilder::take_date},
      {"X-BIRTHDAY", &CardBuilder::take_date},
      {"ANNIVERSARY", &CardBuilder::take_date},
      {"X-ANNIVERSARY", &CardBuilder::take_date},
      {"X-EVOLUTION-ANNIVERSARY", &CardBuilder::take_date},
      {"X-MS-ANNIVERSARY", &CardBuilder::take_date},
      {"X-WEDDING", &CardBuilder::take_date},
      {"X-KADDRESSBOOK-X-ANNIVERSARY", &CardBuilder::take_date},
      {"X-ABDATE", &CardBuilder::take_date},
      {"DEATHDATE", &CardBuilder::take_death},
      {"X-DEATHDATE", &CardBuilder::take_death},
      {"X-DATE-OF-DEATH", &CardBuilder::take_death},
      {"X-DEATH-DATE", &CardBuilder::take_death},
      {"X-DDAY", &CardBuilder::take_death},
      {"DDAY", &CardBuilder::take_death},
      {"X-ANDROID-CUSTOM", &CardBuilder::take_android},
      {"UID", &CardBuilder::take_uid},
      {"NICKNAME", &CardBuilder::take_nicknames},
      {"X-NICKNAME", &CardBuilder::take_nicknames},
      {"X-EVOLUTION-NICKNAME", &CardBuilder::take_nicknames},
      {"CATEGORIES", &CardBuilder::take_categories},
      {"X-CATEGORIES", &CardBuilder::take_categories},
      {"ORG", &CardBuilder::take_organization},
      {"TITLE", &CardBuilder::take_title},
      {"ROLE", &CardBuilder::take_title},
      {"NOTE", &CardBuilder::take_note},
      {"ADR", &CardBuilder::take_address},
      {"RELATED", &CardBuilder::take_related},
      {"X-ABRELATEDNAMES", &CardBuilder::take_related},
      {"X-SPOUSE", &CardBuilder::take_related},
      {"X-MS-SPOUSE", &CardBuilder::take_related},
      {"X-MS-CHILD", &CardBuilder::take_related},
      {"X-EVOLUTION-SPOUSE", &CardBuilder::take_related},
      {"X-KADDRESSBOOK-X-SPOUSESNAME", &CardBuilder::take_related},
      {"KIND", &CardBuilder::take_kind},
      {"X-ADDRESSBOOKSERVER-KIND", &CardBuilder::take_kind},
      {"VERSION", &CardBuilder::take_nothing},
      {"PRODID", &CardBuilder::take_nothing},
      {"REV", &CardBuilder::take_nothing},
      {"BEGIN", &CardBuilder::take_nothing},
      {"END", &CardBuilder::take_nothing},
      {"X-ABLABEL", &CardBuilder::take_label},
  });
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
  const bool may_be_mended = taker == &CardBuilder::take_note;
  nul_ = nul_ || (!may_be_mended && text.find('\0') != std::string::npos);
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

void CardBuilder::take_phone(const ContentLine& property, std::string_view text) {
  std::string phone = single_line(without_scheme(unescaped(text), "tel:"));
  std::string key = phone_spelling(phone);
  const bool silent =
      std::ranges::any_of(silent_types, [&](std::string_view type) { return of_type(property, type); });
  const bool carried =
      of_type(property, "CELL") || of_type(property, "IPHONE") || of_type(property, "MOBILE");
  phones_.push_back({std::move(phone), std::move(key), property.group,
                     silent ? no_talk : preference(property) * 2 + (carried ? 0 : 1)});
}

void CardBuilder::take_email(const ContentLine& property, std::string_view text) {
  std::string email = single_line(without_scheme(unescaped(text), "mailto:"));
  std::string key = upper(email);
  emails_.push_back({std::move(email), std::move(key), property.group, preference(property)});
}

void CardBuilder::take_uid(const ContentLine&, std::string_view text) {
  if (card_.uid.empty()) card_.uid = single_line(without_scheme(unescaped(text), "urn:uuid:"));
}

void CardBuilder::take_date(const ContentLine& property, std::string_view text) {
  add_date(property, unescaped(text), "");
}

void CardBuilder::add_date(const ContentLine& property, std::string_view text, const std::string& name) {
  const std::string_view calendar = property.parameter("CALSCALE");
  const bool ours = calendar.empty() || same_word(calendar, "GREGORIAN");
  auto date = ours ? yearly_date_from_vcard(text, property.parameter("X-APPLE-OMIT-YEAR")) : std::nullopt;
  if (!date && ours) date = yearly_date_from_text(text, reading_);
  if (!date) {
    constexpr std::size_t most_shown = 40;
    return drop(property.name + ' ' + std::string(text::beginning(single_line(text), most_shown)));
  }
  dates_.push_back({*std::move(date), property.name, property.group, name});
}

void CardBuilder::take_death(const ContentLine&, std::string_view) {
  card_.deceased = true;
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

std::string CardBuilder::label_of(const std::string& group) const {
  const auto label = labels_.find(upper(group));
  return group.empty() || label == labels_.end() ? std::string() : label->second;
}

std::string CardBuilder::name_of(const FoundDate& date) const {
  if (!date.name.empty()) return date.name;
  if (date.property.ends_with("BDAY") || date.property == "X-BIRTHDAY") return "birthday";
  if (date.property != "X-ABDATE") return "anniversary";
  const std::string label = label_of(date.group);
  return text::blank(label) || too_long_for_a_name(label) ? "other" : label;
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

// What can't be talked to comes last, and is nothing to be reached by where there is nothing else.
void CardBuilder::order_reaches() {
  for (Reach& phone : phones_) {
    const std::string label = lower(label_of(phone.group));
    const bool silent = std::ranges::any_of(
        silent_types, [&](std::string_view type) { return label.find(lower(type)) != std::string::npos; });
    if (silent) phone.rank = no_talk;
  }
  const auto take_all = [](std::vector<Reach>& reaches, std::vector<std::string>& values) {
    std::ranges::stable_sort(reaches, {}, &Reach::rank);
    DistinctList distinct;
    for (Reach& reach : reaches) distinct.add(std::move(reach.value), std::move(reach.key));
    values = std::move(distinct).values();
  };
  const bool only_silent =
      !phones_.empty() && std::ranges::all_of(phones_, [](const Reach& one) { return one.rank == no_talk; });
  if (only_silent) {
    for (const Reach& phone : phones_) drop("TEL of a fax or the like " + phone.value);
    phones_.clear();
  }
  take_all(phones_, card_.phones);
  take_all(emails_, card_.emails);
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
    workplace_.clear();
    return organization_;
  }
  return !card_.emails.empty() ? card_.emails.front() : !card_.phones.empty() ? card_.phones.front() : none;
}

std::optional<std::string> CardBuilder::problem() const {
  if (nul_) return "holds a NUL byte";
  if (endless_name_ || too_long_for_a_name(card_.name)) return "has a name of more than 200 characters";
  if (card_.name.empty()) return "has no name";
  return std::nullopt;
}

void CardBuilder::finish(Cards& out) && {
  if (group_) {
    out.dropped.add("GROUP", formatted_name_);
    return;
  }
  name_dates();
  order_reaches();
  card_.name = chosen_name();
  if (auto why = problem()) {
    out.problems.push_back({card_.line, *std::move(why)});
    return;
  }
  for (const auto& [name, count] : dropped_) out.dropped.add(name, card_.name, count);
  gather_facts();
  card_.nicknames = std::move(nicknames_).values();
  card_.categories = std::move(categories_).values();
  out.cards.push_back(std::move(card_));
}

}  // namespace rel::formats
