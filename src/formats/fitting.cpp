#include "formats/fitting.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "rel/limits.hpp"
#include "text/cut.hpp"
#include "text/utf8.hpp"

namespace rel::formats {
namespace {

constexpr int first_year = 1900;  // of a date that an archive takes
constexpr int last_year = 2199;

/// The beginning of a text, of so many graphemes.
std::string_view graphemes(std::string_view text, std::size_t most) {
  std::size_t end = 0;
  for (std::size_t count = 0; count < most && end < text.size(); ++count) end = text::grapheme_end(text, end);
  return text.substr(0, end);
}

template <std::string (*fitting)(std::string)>
std::size_t cut(std::string& text) {
  const std::size_t before = text.size();
  text = fitting(std::move(text));
  return text.size() < before ? 1 : 0;
}

/// Without NUL, and of at most so many bytes.
std::string without_nul_up_to(std::string text, std::size_t most) {
  std::erase(text, '\0');
  text.resize(text::beginning(text, most).size());
  return text;
}

std::string fitting_short(std::string text) {
  return without_nul_up_to(std::move(text), longest_name_bytes);
}

template <std::string (*fitting)(std::string)>
std::size_t cut_all(std::vector<std::string>& texts) {
  std::size_t count = 0;
  for (std::string& text : texts) count += cut<fitting>(text);
  std::erase_if(texts, [](const std::string& text) { return text::blank(text); });
  return count;
}

std::size_t fit_dates(std::vector<YearlyDate>& dates) {
  std::size_t count = 0;
  std::vector<YearlyDate> kept;
  for (YearlyDate& date : dates) {
    count += cut<fitting_name>(date.name);
    if (text::blank(date.name)) date.name = "other";
    if (date.year && (*date.year < first_year || *date.year > last_year)) date.year.reset();
    if (std::ranges::find(kept, date.name, &YearlyDate::name) == kept.end()) kept.push_back(std::move(date));
  }
  dates = std::move(kept);
  return count;
}

}  // namespace

std::string fitting_name(std::string text) {
  std::erase(text, '\0');
  std::ranges::replace_if(
      text, [](char c) { return c == '\n' || c == '\r'; }, ' ');
  text.resize(text::beginning(graphemes(text, longest_name), longest_name_bytes).size());
  return text;
}

std::string fitting_text(std::string text) {
  return without_nul_up_to(std::move(text), longest_note);
}

std::size_t fit(Card& card) {
  return cut<fitting_name>(card.name) + cut<fitting_short>(card.uid) + cut_all<fitting_name>(card.nicknames) +
         cut_all<fitting_short>(card.phones) + cut_all<fitting_short>(card.emails) +
         cut_all<fitting_name>(card.categories) + fit_dates(card.dates);
}

std::size_t fit(Contact& contact) {
  contact.others = std::clamp(contact.others, 0, most_others);
  if (contact.minutes) contact.minutes = std::clamp(*contact.minutes, 0, longest_minutes);
  if (contact.note && text::blank(*contact.note)) contact.note.reset();
  return (contact.note ? cut<fitting_text>(*contact.note) : 0) +
         (contact.source ? cut<fitting_short>(*contact.source) : 0);
}

std::size_t fit(Remark& remark) {
  return cut<fitting_text>(remark.text) + (remark.ask ? cut<fitting_text>(*remark.ask) : 0);
}

}  // namespace rel::formats
