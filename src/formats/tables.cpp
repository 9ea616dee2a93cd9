#include "formats/tables.hpp"

#include <concepts>
#include <nlohmann/json.hpp>

#include "formats/archive_rows.hpp"
#include "formats/vcard_dates.hpp"
#include "formats/vcard_values.hpp"

namespace rel::formats {
namespace {

using nlohmann::json;

template <class Range>
bool among(std::string_view key, const Range& keys) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

std::string joined_list(const std::vector<std::string>& values) {
  std::string text;
  for (const std::string& value : values) {
    if (&value != values.data()) text += ';';
    for (const char c : value) {
      if (c == ';' || c == '\\') text += '\\';
      text += c;
    }
  }
  return text;
}

std::vector<std::string> split_list(std::string_view text) {
  std::vector<std::string> values;
  for (const std::string_view part : split_unescaped(text, ';')) values.push_back(unescaped(part));
  return values;
}

/// `birthday 1980-04-12`, `birthday 04-12`.
std::string text_of(const YearlyDate& date) {
  const Day any = date::year{date.year.value_or(2000)} / date::month{date.month} / date::day{date.day};
  return date.name + ' ' + iso(any).substr(date.year ? 0 : 5);
}

json date_from(const std::string& text) {
  const std::size_t blank = text.rfind(' ');
  const std::string day = blank == std::string::npos ? "" : text.substr(blank + 1);
  const auto date = yearly_date_from_vcard((day.size() == 5 ? "--" : "") + day, "");
  if (!date) throw BadField("dates", "\"" + text + "\" is not like birthday 04-12");
  json row = {{"name", text.substr(0, blank)}, {"month", date->month}, {"day", date->day}};
  if (date->year) row["year"] = *date->year;
  return row;
}

/// What the archive has for a cell, by the type of what it holds.
struct FromCell {
  static json value(const std::string& cell, const auto&) { return cell; }
  static json value(const std::string& cell, const std::optional<int>&) {
    const bool digits = cell.size() < 10 && cell.find_first_not_of("0123456789") == std::string::npos;
    return digits ? json(std::stoi(cell)) : json(cell);
  }
  static json value(const std::string& cell, bool) {
    return cell == "true" || cell == "false" ? json(cell == "true") : json(cell);
  }
  template <class T>
  static json value(const std::string& cell, const std::vector<T>&) {
    if constexpr (!std::is_same_v<T, YearlyDate>) return split_list(cell);
    json dates = json::array();
    for (const std::string& one : split_list(cell)) dates.push_back(date_from(one));
    return dates;
  }
};

/// The row as the archive would have it, so that both are read by the same rules.
json archive_row(CsvTable& table) {
  json row = json::object();
  const Person empty;
  std::size_t place = 0;
  each_field<Person>([&](const auto& field) {
    if (field.key.empty()) return;
    const std::string& cell = table.cell(place);
    if (!cell.empty()) row[std::string(field.key)] = FromCell::value(cell, empty.*field.member);
    if (cell.empty() && field.key == "start" && table.has(place)) row["start"] = nullptr;
    ++place;
  });
  return row;
}

/// What stands in the cell of a value.
struct CellOf {
  static std::string text(const std::string& text) { return text; }
  static std::string text(Day day) { return iso(day); }
  static std::string text(TimeOfDay time) { return clock_text(time); }
  static std::string text(const std::integral auto& number) { return std::to_string(number); }
  static std::string text(bool value) { return value ? "true" : "false"; }
  static std::string text(const YearlyDate& date) { return text_of(date); }
  static std::string text(const auto& value) { return std::string(word(value)); }
  template <class T>
  static std::string text(const std::optional<T>& value) {
    return value ? text(*value) : "";
  }
  template <class T>
  static std::string text(const std::vector<T>& values) {
    std::vector<std::string> texts;
    for (const T& value : values) texts.push_back(text(value));
    return joined_list(texts);
  }
};

}  // namespace

std::string heading(std::span<const std::string_view> columns) {
  return csv_line(std::vector<std::string>(columns.begin(), columns.end()));
}

std::string contact_line(const Contact& contact, const std::vector<std::string>& handles) {
  std::vector<std::string> cells = {joined_list(handles)};
  each_field<Contact>([&](const auto& field) {
    if (among(field.key, contact_columns)) cells.push_back(CellOf::text(contact.*field.member));
  });
  return csv_line(cells);
}

std::string person_line(const Person& person) {
  std::vector<std::string> cells;
  each_field<Person>([&](const auto& field) {
    if (!field.key.empty()) cells.push_back(CellOf::text(person.*field.member));
  });
  return csv_line(cells);
}

std::optional<Problem> read_people_table(std::istream& in, Day today,
                                         const std::function<void(ArchivedPerson)>& take,
                                         const std::function<void(const Problem&)>& refuse) {
  CsvTable table(in, {person_columns.begin(), person_columns.end()}, {});
  while (table.next()) {
    if (const auto why = table.ragged()) {
      refuse({table.line(), *why});
      continue;
    }
    try {
      const json row = archive_row(table);
      ArchivedPerson person = person_from(row, today);
      person.line = table.line();
      take(std::move(person));
    } catch (const BadField& bad) {
      refuse({table.line(), bad.what()});
    }
  }
  return table.problem();
}

}  // namespace rel::formats
