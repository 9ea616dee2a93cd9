// What cards say of people beside names and numbers: work, home, family, notes, and Android's own properties.
#include <algorithm>
#include <array>
#include <string>

#include "formats/ascii.hpp"
#include "formats/card_builder.hpp"
#include "formats/vcard_values.hpp"
#include "rel/limits.hpp"
#include "text/utf8.hpp"

namespace rel::formats {

bool too_long_for_a_name(std::string_view name) {
  return name.size() > longest_name && text::grapheme_count(name) > longest_name;
}

bool of_type(const ContentLine& property, std::string_view type) {
  return std::ranges::any_of(property.parameters, [&](const Parameter& parameter) {
    if (parameter.name != "TYPE") return false;
    for (const std::string_view part : split_unescaped(parameter.value, ','))
      if (upper(stripped(part)).find(type) != std::string::npos) return true;
    return false;
  });
}

void CardBuilder::take_organization(const ContentLine&, std::string_view text) {
  if (!workplace_.empty()) return;
  const std::vector<std::string_view> parts = split_unescaped(text, ';');  // of it, its departments
  organization_ = single_line(unescaped(parts.front()));
  for (const std::string_view part : parts)
    if (const std::string name = single_line(unescaped(part)); !text::blank(name))
      workplace_ += (workplace_.empty() ? "" : ", ") + name;
}

void CardBuilder::take_title(const ContentLine& property, std::string_view text) {
  const std::string title = single_line(unescaped(text));
  if (title_.size() > longest_name) return drop(property.name);
  if (title_.find(title) == std::string::npos) title_ += (title_.empty() ? "" : ", ") + title;
}

void CardBuilder::take_note(const ContentLine&, std::string_view text) {
  std::string note(text::trimmed(unescaped(text)));
  std::erase_if(note, [](char c) { return c == '\0' || c == '\r'; });
  facts_.push_back(std::move(note));
}

void CardBuilder::take_address(const ContentLine& property, std::string_view text) {
  const std::vector<std::string_view> parts = split_unescaped(text, ';');  // the town is the fourth
  const std::string town = parts.size() > 3 ? single_line(unescaped(parts[3])) : "";
  if (text::blank(town)) return drop(property.name);
  facts_.push_back((of_type(property, "WORK") ? "works in " : "lives in ") + town);
}

// Who belongs to them: by the property, its TYPE or its label.
void CardBuilder::take_related(const ContentLine& property, std::string_view text) {
  std::string name = single_line(unescaped(text));
  const bool address = name.starts_with("urn:") || name.find("://") != std::string::npos;
  if (address || text::blank(name)) return drop(property.name);
  std::string kind;
  if (property.name.ends_with("SPOUSE") || property.name.ends_with("SPOUSESNAME")) kind = "spouse";
  if (property.name.ends_with("CHILD")) kind = "child";
  if (kind.empty()) kind = lower(property.parameter("TYPE"));
  if (kind == "pref") kind.clear();
  related_.push_back({std::move(kind), std::move(name), property.group});
}

// `vnd.android.cursor.item/contact_event;2015-06-14;1;label;…`: a value, its type, and the label of a type 0.
void CardBuilder::take_android(const ContentLine& property, std::string_view text) {
  constexpr std::string_view kinds = "vnd.android.cursor.item/";
  std::vector<std::string> parts;
  for (const std::string_view part : split_unescaped(text, ';'))
    parts.push_back(single_line(unescaped(part)));
  parts.resize(std::max<std::size_t>(parts.size(), 4));
  const std::string kind = parts[0].starts_with(kinds) ? parts[0].substr(kinds.size()) : "";
  if (kind == "nickname") {
    if (too_long_for_a_name(parts[1])) return drop(property.name);
    return nicknames_.add(parts[1], parts[1]);
  }
  if (kind == "contact_event") {
    const std::string& type = parts[2];
    const bool labelled = type == "0" && !text::blank(parts[3]) && !too_long_for_a_name(parts[3]);
    return add_date(property, parts[1],
                    type == "3"   ? "birthday"
                    : type == "1" ? "anniversary"
                    : labelled    ? parts[3]
                                  : "other");
  }
  if (kind == "relation" && !text::blank(parts[1])) {
    constexpr std::array<std::string_view, 15> relations = {
        "",       "assistant", "brother", "child",       "domestic partner", "father", "friend", "manager",
        "mother", "parent",    "partner", "referred by", "relative",         "sister", "spouse"};
    const std::size_t type = all_digits(parts[2]) && parts[2].size() < 3 ? std::stoul(parts[2]) : 0;
    related_.push_back(
        {type == 0 ? parts[3] : std::string(type < relations.size() ? relations[type] : ""), parts[1], ""});
    return;
  }
  drop(property.name);
}

void CardBuilder::gather_facts() {
  DistinctList facts;
  for (const std::string& fact : facts_) facts.add(fact, fact);
  const std::string at = text::blank(workplace_) ? "" : " at " + workplace_;
  const std::string as = text::blank(title_) ? "" : " as " + title_;
  if (!at.empty() || !as.empty()) facts.add("works" + as + at, "work");
  for (const Related& one : related_) {
    const std::string kind = one.kind.empty() ? label_of(one.group) : one.kind;
    const std::string fact = (kind.empty() ? "belongs to them" : kind) + ": " + one.name;
    facts.add(fact, fact);
  }
  card_.facts = std::move(facts).values();
}

}  // namespace rel::formats
