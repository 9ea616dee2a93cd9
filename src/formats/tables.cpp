#include "formats/tables.hpp"

#include <nlohmann/json.hpp>

#include "formats/archive_rows.hpp"
#include "formats/vcard_dates.hpp"
#include "formats/vcard_values.hpp"

namespace rel::formats {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 5> list_columns = {"aliases", "phones", "emails", "tags", "real_by"};

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

json value_of(std::string_view key, const std::string& cell) {
  if (among(key, list_columns)) return split_list(cell);
  if (key == "every_days") {
    const bool digits = cell.size() < 10 && cell.find_first_not_of("0123456789") == std::string::npos;
    return digits ? json(std::stoi(cell)) : json(cell);
  }
  if (key == "archived" || key == "deceased") {
    if (cell == "true") return true;
    return cell == "false" ? json(false) : json(cell);
  }
  if (key != "dates") return cell;
  json dates = json::array();
  for (const std::string& one : split_list(cell)) dates.push_back(date_from(one));
  return dates;
}

/// The row as the archive would have it, so that both are read by the same rules.
json archive_row(CsvTable& table) {
  json row = json::object();
  for (std::size_t place = 0; place < person_columns.size(); ++place) {
    const std::string_view key = person_columns[place];
    const std::string& cell = table.cell(place);
    if (!cell.empty()) row[std::string(key)] = value_of(key, cell);
    if (cell.empty() && key == "start" && table.has(place)) row["start"] = nullptr;
  }
  return row;
}

std::string text_if(const std::optional<Day>& day) {
  return day ? iso(*day) : "";
}

template <class E>
std::string word_if(const std::optional<E>& value) {
  return value ? std::string(word(*value)) : "";
}

}  // namespace

std::string heading(std::span<const std::string_view> columns) {
  return csv_line(std::vector<std::string>(columns.begin(), columns.end()));
}

std::string contact_line(const Contact& contact, const std::vector<std::string>& handles) {
  return csv_line({joined_list(handles), iso(contact.on), contact.time ? clock_text(*contact.time) : "",
                   std::string(word(contact.channel)),
                   contact.minutes ? std::to_string(*contact.minutes) : "", word_if(contact.by),
                   word_if(contact.depth), contact.note.value_or("")});
}

std::string person_line(const Person& person) {
  std::vector<std::string> real_by;
  for (const Channel channel : person.real_by) real_by.emplace_back(word(channel));
  std::vector<std::string> dates;
  for (const YearlyDate& date : person.dates) dates.push_back(text_of(date));
  const auto flag = [](bool value) { return std::string(value ? "true" : "false"); };
  return csv_line({person.handle, person.name, person.uid, std::string(word(person.tier)),
                   person.every_days ? std::to_string(*person.every_days) : "", iso(person.added),
                   text_if(person.last), joined_list(person.aliases), joined_list(person.phones),
                   joined_list(person.emails), joined_list(person.tags), joined_list(dates),
                   person.purpose.value_or(""), joined_list(real_by), text_if(person.start),
                   iso(person.considered), flag(person.archived), flag(person.deceased)});
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
      ArchivedPerson person = person_from(ArchiveFields(row, today), today);
      person.line = table.line();
      take(std::move(person));
    } catch (const BadField& bad) {
      refuse({table.line(), bad.what()});
    }
  }
  return table.problem();
}

}  // namespace rel::formats
