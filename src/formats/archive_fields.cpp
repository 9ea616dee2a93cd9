#include "formats/archive_fields.hpp"

#include <algorithm>

#include "rel/clocks.hpp"
#include "rel/id.hpp"
#include "rel/limits.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace rel::formats {
namespace {

using nlohmann::json;

void check_text(std::string_view key, const std::string& value, std::size_t longest) {
  if (value.size() > longest) throw BadField(key, "is longer than " + std::to_string(longest) + " bytes");
  if (value.find('\0') != std::string::npos) throw BadField(key, "holds a NUL character");
}

// Control characters may be in a name that came from an address book; lines of its own it never has.
void check_name(std::string_view key, const std::string& value) {
  check_text(key, value, longest_name_bytes);
  if (text::blank(value)) throw BadField(key, "is empty");
  if (value.find_first_of("\n\r") != std::string::npos) throw BadField(key, "has more than one line");
  if (text::grapheme_count(value) > longest_name) throw BadField(key, "is longer than 200 characters");
}

std::string checked_handle(std::string_view key, const std::string& value) {
  if (value.empty() || value.size() > longest_name_bytes || text::handle_from_name(value) != value)
    throw BadField(key, "\"" + value + "\" is not a handle");
  return value;
}

YearlyDate date_from(ArchiveFields fields) {
  YearlyDate date;
  date.name = ArchiveFields::required(fields.name("name"), "name");
  date.month = static_cast<unsigned>(ArchiveFields::required(fields.number("month", 1, 12), "month"));
  date.day = static_cast<unsigned>(ArchiveFields::required(fields.number("day", 1, 31), "day"));
  date.year = fields.number("year", 1900, 2199);
  fields.finish();
  if (!exists(date)) throw BadField("day", "there is no such day");
  return date;
}

}  // namespace

ArchiveFields::ArchiveFields(const json& row, Day today) : row_(row), today_(today) {
  if (!row.is_object()) throw BadField("", "is not an object");
}

const json* ArchiveFields::find(std::string_view key) {
  asked_.push_back(key);
  const auto found = row_.find(std::string(key));
  return found == row_.end() || found->is_null() ? nullptr : &*found;
}

const std::string* ArchiveFields::string(std::string_view key) {
  const json* value = find(key);
  if (!value) return nullptr;
  if (!value->is_string()) throw BadField(key, "is not a text");
  return value->get_ptr<const std::string*>();
}

const json* ArchiveFields::list(std::string_view key) {
  const json* value = find(key);
  if (value && !value->is_array()) throw BadField(key, "is not a list");
  return value;
}

std::optional<std::string> ArchiveFields::name(std::string_view key) {
  const std::string* value = string(key);
  if (!value) return std::nullopt;
  check_name(key, *value);
  return *value;
}

std::optional<std::string> ArchiveFields::text(std::string_view key) {
  const std::string* value = string(key);
  if (!value) return std::nullopt;
  check_text(key, *value, longest_note);
  return *value;
}

std::vector<std::string> ArchiveFields::texts(std::string_view key) {
  std::vector<std::string> texts;
  const json* values = list(key);
  for (const json& value : values ? *values : json::array()) {
    if (!value.is_string()) throw BadField(key, "holds something that is not a text");
    texts.push_back(value.get<std::string>());
    check_text(key, texts.back(), longest_name_bytes);
    if (text::blank(texts.back())) throw BadField(key, "holds an empty text");
  }
  return texts;
}

std::optional<std::string> ArchiveFields::handle(std::string_view key) {
  const std::string* value = string(key);
  return value ? std::optional(checked_handle(key, *value)) : std::nullopt;
}

std::vector<std::string> ArchiveFields::handles(std::string_view key) {
  std::vector<std::string> handles = texts(key);
  for (auto one = handles.begin(); one != handles.end(); ++one) {
    checked_handle(key, *one);
    if (std::find(handles.begin(), one, *one) != one) throw BadField(key, "names " + *one + " twice");
  }
  return handles;
}

std::optional<int> ArchiveFields::number(std::string_view key, int least, int most) {
  const json* value = find(key);
  if (!value) return std::nullopt;
  const bool whole =
      value->is_number_integer() && !(value->is_number_unsigned() && value->get<std::uint64_t>() > INT64_MAX);
  const std::int64_t number = whole ? value->get<std::int64_t>() : 0;
  if (!whole || number < least || number > most)
    throw BadField(key,
                   "is not a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  return static_cast<int>(number);
}

bool ArchiveFields::flag(std::string_view key, bool otherwise) {
  const json* value = find(key);
  if (!value) return otherwise;
  if (!value->is_boolean()) throw BadField(key, "is not true or false");
  return value->get<bool>();
}

std::optional<Day> ArchiveFields::day(std::string_view key) {
  const std::string* value = string(key);
  if (!value) return std::nullopt;
  const auto day = day_from_iso(*value);
  if (!day) throw BadField(key, "\"" + *value + "\" is not a day like 2026-11-02");
  return day;
}

std::optional<Day> ArchiveFields::past_day(std::string_view key) {
  const auto found = day(key);
  if (found && *found > plus_days(today_, 1) && (!ahead_ || *found > ahead_->day))
    ahead_ = {*found, std::string(key) + ": " + iso(*found) + " lies in the future"};
  return found;
}

std::optional<TimeOfDay> ArchiveFields::time(std::string_view key) {
  const std::string* value = string(key);
  if (!value) return std::nullopt;
  const auto time = time_from_text(*value);
  if (!time) throw BadField(key, "\"" + *value + "\" is not a time like 19:30");
  return time;
}

Id ArchiveFields::id(std::string_view key) {
  const std::string* value = string(key);
  if (!value) return 0;
  const auto whole = value->size() == id_length ? id_beginning(*value) : std::nullopt;
  if (!whole || whole->bits == 0) throw BadField(key, "\"" + *value + "\" is not an id");
  return whole->bits;
}

std::vector<YearlyDate> ArchiveFields::dates(std::string_view key) {
  std::vector<YearlyDate> dates;
  for (const json& row : rows(key)) dates.push_back(date_from(ArchiveFields(row, today_)));
  return dates;
}

std::vector<json> ArchiveFields::rows(std::string_view key) {
  const json* values = list(key);
  return values ? values->get<std::vector<json>>() : std::vector<json>{};
}

void ArchiveFields::finish() const {
  for (const auto& [key, value] : row_.items()) {
    if (std::find(asked_.begin(), asked_.end(), key) == asked_.end())
      throw BadField("", "\"" + key + "\" is not a key that rel knows");
  }
}

}  // namespace rel::formats
