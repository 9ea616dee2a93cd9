#include "formats/address_table.hpp"

#include <algorithm>
#include <array>
#include <istream>
#include <iterator>
#include <set>
#include <utility>

#include "formats/address_columns.hpp"
#include "formats/ascii.hpp"
#include "formats/charset.hpp"
#include "formats/csv.hpp"
#include "formats/csv_table.hpp"
#include "formats/plain_card.hpp"
#include "formats/vcard_dates.hpp"
#include "formats/vcard_values.hpp"
#include "text/cut.hpp"
#include "text/utf8.hpp"

namespace rel::formats {
namespace {

constexpr std::string_view joiner = " ::: ";  // Google's, between the values of one cell
constexpr std::string_view own_labels[] = {"myContacts", "My Contacts", "starred", "Starred in Android"};

std::vector<std::string_view> split(std::string_view text, std::string_view by) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(by);
    parts.push_back(stripped(text.substr(0, end)));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + by.size());
  }
}

/// A label that people gave: without Google's own, and without the star before those it brings along.
std::string_view own_label(std::string_view label) {
  if (!label.starts_with("* ")) return label;
  label.remove_prefix(2);
  return std::ranges::find(own_labels, label) == std::end(own_labels) ? label : std::string_view{};
}

/// The rows of a table, one after the other.
class TableReader {
 public:
  TableReader(const std::vector<std::string>& heading, const TableReading& reading, AddressTable& out)
      : heading_(heading), order_(reading.order), today_(reading.today), out_(out) {
    for (const std::string& name : heading) {
      const auto told = reading.columns.find(compared_heading(name));
      roles_.push_back(told != reading.columns.end() ? told->second : column_role(name));
    }
    give_names_roles();
  }

  void take(const std::vector<std::string>& cells, std::size_t line) {
    if (cells == heading_) return;
    if (cells.size() != heading_.size()) {
      out_.problems.push_back({line, "has " + std::to_string(cells.size()) + " columns; the heading has " +
                                         std::to_string(heading_.size())});
      return;
    }
    if (std::ranges::all_of(cells, [](const std::string& cell) { return text::blank(cell); })) return;
    card_.emplace(line);
    line_ = line;
    parts_ = {};
    dates_.clear();
    note_.clear();
    birth_ = {};
    event_.clear();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (!text::blank(cells[i])) take_cell(i, cells[i]);
    }
    finish();
  }

  /// Puts the days in figures into their people, now that all of them were seen.
  void place_written_days() {
    if (!order_) order_ = evidence_.order();
    for (const Written& written : written_) {
      const auto day = order_ ? day_in_order(written.day, *order_) : std::nullopt;
      out_.days_unclear = out_.days_unclear || !order_;
      Card& card = out_.people[written.row];
      if (!day) {
        out_.dropped.add(written.name + ' ' + written.text, card.name);
        continue;
      }
      YearlyDate date =
          yearly_date_on(*day, written.day.numbers[*order_ == DayOrder::ymd ? 0 : 2] < 100, today_);
      date.name = written.name;
      add_date(card.dates, std::move(date));
    }
  }

 private:
  /// A day in figures, whose order is settled at the end.
  struct Written {
    std::size_t row;
    std::string name;
    std::string text;
    WrittenDay day;
  };

  // Where a table has a column of whole names and one of first names, both are called so in some languages.
  void give_names_roles() {
    const auto has = [&](ColumnRole role) { return std::ranges::find(roles_, role) != roles_.end(); };
    if (has(ColumnRole::given) && !has(ColumnRole::family) && !has(ColumnRole::full))
      std::ranges::replace(roles_, ColumnRole::given, ColumnRole::full);
    if (has(ColumnRole::family) && !has(ColumnRole::given) && !has(ColumnRole::full))
      std::ranges::replace(roles_, ColumnRole::family, ColumnRole::full);
    if (has(ColumnRole::given) && !has(ColumnRole::family) && has(ColumnRole::full))
      std::ranges::replace(roles_, ColumnRole::full, ColumnRole::family);
  }

  void put_all(std::string_view property, std::string_view cell, std::string_view by) {
    for (const std::string_view part : split(cell, by)) card_->put(property, part);
  }

  /// Several of one cell, however they are parted.
  void put_each(std::string_view property, std::string_view cell, std::string_view parters) {
    if (cell.find(joiner) != std::string_view::npos) return put_all(property, cell, joiner);
    for (std::size_t begin = 0; begin <= cell.size();) {
      const std::size_t end = std::min(cell.find_first_of(parters, begin), cell.size());
      card_->put(property, stripped(cell.substr(begin, end - begin)));
      begin = end + 1;
    }
  }

  // A spreadsheet made 4.91701E+11 of a number: its last digits are gone.
  static bool is_spoilt(std::string_view cell) {
    const std::size_t e = cell.find_first_of("eE");
    return e != std::string_view::npos && e > 0 &&
           cell.substr(0, e).find_first_not_of("0123456789.,+ ") == std::string_view::npos &&
           !cell.substr(e + 1).empty() &&
           cell.substr(e + 1).find_first_not_of("0123456789+-") == std::string_view::npos;
  }

  void take_phone(std::string_view cell) {
    if (is_spoilt(stripped(cell)))
      return card_->drop("number spoilt by a spreadsheet (" + std::string(stripped(cell)) + ")");
    put_each("TEL", cell, ";\n");
  }

  void take_cell(std::size_t column, const std::string& cell) {
    switch (roles_[column]) {
      case ColumnRole::none:
        return card_->drop(heading_[column]);
      case ColumnRole::nothing:
        return;
      case ColumnRole::full:
        return card_->put("FN", cell);
      case ColumnRole::family:
        parts_[0] = cell;
        return;
      case ColumnRole::given:
        parts_[1] = cell;
        return;
      case ColumnRole::middle:
        parts_[2] = cell;
        return;
      case ColumnRole::suffix:
        parts_[4] = cell;
        return;
      case ColumnRole::nickname:
        return put_all("NICKNAME", cell, joiner);
      case ColumnRole::phone:
        return take_phone(cell);
      case ColumnRole::fax:
        return is_spoilt(cell) ? card_->drop(heading_[column]) : card_->put_silent_number(cell);
      case ColumnRole::email:
        return put_each("EMAIL", cell, ";,\n");
      case ColumnRole::label:
        return take_labels(cell);
      case ColumnRole::birthday:
        return take_day("birthday", cell);
      case ColumnRole::anniversary:
        return take_day("anniversary", cell);
      case ColumnRole::birth_year:
        birth_[0] = cell;
        return;
      case ColumnRole::birth_month:
        birth_[1] = cell;
        return;
      case ColumnRole::birth_day:
        birth_[2] = cell;
        return;
      case ColumnRole::event_name:
        event_ = std::string(stripped(cell));
        return;
      case ColumnRole::event_day:
        return take_event(cell);
      case ColumnRole::note:
        note_ = cell;
        return;
      case ColumnRole::company:
        return card_->put("ORG", cell);
      case ColumnRole::job:
        return card_->put("TITLE", cell);
      case ColumnRole::town:
        return card_->put_town(cell);
    }
  }

  void take_labels(const std::string& cell) {
    const bool joined = cell.find(joiner) != std::string::npos;
    const bool semicolons = cell.find(';') != std::string::npos;
    for (const std::string_view part : split(cell, joined ? joiner : semicolons ? ";" : ","))
      card_->put("CATEGORIES", own_label(part));
  }

  void take_event(const std::string& cell) {
    const std::string name = event_.empty() ? "event" : event_;
    const bool known = same_word(name, "anniversary") || same_word(name, "birthday");
    take_day(known ? std::string(upper(name[0]) == 'A' ? "anniversary" : "birthday") : name, cell);
    event_.clear();
  }

  void take_day(const std::string& name, const std::string& cell) {
    std::string_view text = stripped(cell);
    if (auto date = yearly_date_from_vcard(text, "")) {
      date->name = name;
      return add_date(dates_, *std::move(date));
    }
    const auto written = take_written_day(text);
    const bool zero = written && written->numbers[0] == 0;  // Outlook: 0/0/00 is no day
    if (zero) return;
    if (!written) {
      auto date = yearly_date_from_text(cell, {.order = order_, .today = today_});
      if (!date) return card_->drop(name + ' ' + std::string(text::beginning(single_line(cell), 40)));
      date->name = name;
      return add_date(dates_, *std::move(date));
    }
    evidence_.see(*written);
    written_.push_back({out_.people.size(), name, std::string(stripped(cell)), *written});
  }

  static void add_date(std::vector<YearlyDate>& dates, YearlyDate date) {
    if (std::ranges::find(dates, date.name, &YearlyDate::name) == dates.end())
      dates.push_back(std::move(date));
  }

  /// Thunderbird's three columns.
  void take_birth() {
    if (birth_[1].empty() || birth_[2].empty()) return;
    const auto two = [](const std::string& text) { return text.size() == 1 ? "0" + text : text; };
    const std::string year = birth_[0].size() == 4 ? birth_[0] : "-";
    take_day("birthday", year + "-" + two(birth_[1]) + "-" + two(birth_[2]));
  }

  /// Names of the east have the family first, and no blank.
  void put_family_first() {
    std::size_t at = 0;
    const char32_t first = parts_[0].empty() ? 0 : text::next_code_point(parts_[0], at);
    const bool eastern = (first >= 0x2E80 && first <= 0x9FFF) || (first >= 0xAC00 && first <= 0xD7AF);
    if (eastern && !parts_[1].empty()) card_->put("FN", parts_[0] + parts_[1]);
  }

  void finish() {
    put_family_first();
    card_->put_name(parts_);
    if (!card_->named()) return forget_row("row without a name");
    take_birth();
    Cards made;
    std::move(*card_).finish(made);
    for (const CardProblem& problem : made.problems) out_.problems.push_back({problem.line, problem.why});
    out_.dropped.add(made.dropped);
    if (made.cards.empty()) return forget_row("");
    std::move(dates_.begin(), dates_.end(), std::back_inserter(made.cards.front().dates));
    if (!text::blank(note_)) made.cards.front().facts.push_back(note_);
    out_.people.push_back(std::move(made.cards.front()));
  }

  void forget_row(const std::string& what) {
    if (!what.empty()) out_.dropped.add(what, "line " + std::to_string(line_));
    while (!written_.empty() && written_.back().row == out_.people.size()) written_.pop_back();
  }

  std::vector<std::string> heading_;
  std::vector<ColumnRole> roles_;
  std::optional<DayOrder> order_;
  Day today_;
  DayOrderEvidence evidence_;
  std::vector<Written> written_;
  AddressTable& out_;
  // Of the row under way:
  std::optional<PlainCard> card_;
  std::size_t line_ = 0;
  std::array<std::string, 5> parts_;  // of the name, as N has them
  std::array<std::string, 3> birth_;  // year, month, day
  std::vector<YearlyDate> dates_;
  std::string event_;
  std::string note_;
};

std::optional<Problem> read_rows(CsvReader& reader, std::size_t lines_before, const TableReading& reading,
                                 AddressTable& out) {
  if (!reader.next()) return reader.problem() ? reader.problem() : Problem{1, "is empty"};
  TableReader table(reader.cells(), reading, out);
  while (reader.next()) table.take(reader.cells(), reader.line() + lines_before);
  table.place_written_days();
  if (!reader.problem()) return std::nullopt;
  return Problem{reader.problem()->line + lines_before, reader.problem()->why};
}

}  // namespace

std::optional<Problem> read_address_table(std::istream& in, const TableReading& reading, AddressTable& out) {
  std::string beginning(64 * 1024, '\0');
  in.read(beginning.data(), static_cast<std::streamsize>(beginning.size()));
  beginning.resize(static_cast<std::size_t>(in.gcount()));
  const auto found = linkedin_heading(beginning);
  in.clear();
  in.seekg(found ? static_cast<std::streamoff>(found->first) : 0);
  CsvReader reader(in, charset_of_table(beginning));
  return read_rows(reader, found ? found->second : 0, reading, out);
}

}  // namespace rel::formats
