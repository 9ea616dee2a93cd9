#include "formats/csv.hpp"

#include <algorithm>
#include <istream>
#include <iterator>

#include "formats/charset.hpp"
#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace rel::formats {
namespace {

constexpr std::size_t bytes_at_once = 64 * 1024;
constexpr std::size_t longest_record = 2 * 1024 * 1024;  // bytes: twice the longest note
constexpr std::size_t most_columns = 1000;
constexpr int at_end = -1;
constexpr std::string_view cell_separators = ",;\t|";
constexpr std::string_view formula_beginnings = "=+-@\t\r";

/// What a `'` is put before: a formula, behind any number of such marks.
bool needs_defusal(std::string_view value) {
  const std::size_t first = value.find_first_not_of('\'');
  return first != std::string_view::npos && formula_beginnings.find(value[first]) != std::string_view::npos;
}

/// The separator that stands most often in the first line, outside of quotes; nothing where none does.
std::optional<char> separator_of(std::string_view text) {
  std::size_t counts[cell_separators.size()] = {};
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n' || c == '\r') break;
    if (const std::size_t which = cell_separators.find(c); which != std::string_view::npos) ++counts[which];
  }
  const auto* most = std::max_element(std::begin(counts), std::end(counts));
  if (*most == 0) return std::nullopt;
  return cell_separators[static_cast<std::size_t>(most - std::begin(counts))];
}

}  // namespace

std::string csv_cell(std::string_view value) {
  const bool defused = needs_defusal(value);
  const bool quoted = value.find_first_of(",\"\r\n") != std::string_view::npos ||
                      (!value.empty() && (value.front() == ' ' || value.back() == ' '));
  std::string cell = (defused ? "'" : "") + text::well_formed(value);
  if (!quoted) return cell;
  for (std::size_t at = cell.find('"'); at != std::string::npos; at = cell.find('"', at + 2))
    cell.insert(at, 1, '"');
  return '"' + cell + '"';
}

std::string csv_line(const std::vector<std::string>& values) {
  std::string line;
  for (const std::string& value : values) {
    if (&value != values.data()) line += ',';
    line += csv_cell(value);
  }
  return line + "\r\n";
}

std::string_view without_defusal(std::string_view cell) {
  return cell.starts_with('\'') && needs_defusal(cell) ? cell.substr(1) : cell;
}

bool looks_like_csv(std::string_view beginning) {
  const auto converted = utf16_file_as_utf8(beginning);
  const std::string_view text = converted ? std::string_view(*converted) : beginning;
  return text.find('\0') == std::string_view::npos && separator_of(text).has_value();
}

CsvReader::CsvReader(std::istream& in, std::string charset) : in_(&in), charset_(std::move(charset)) {
  refill();
  if (utf16_file_as_utf8(buffer_)) {
    buffer_.append(std::istreambuf_iterator<char>(in), {});
    converted_.str(*utf16_file_as_utf8(buffer_));
    in_ = &converted_;
    refill();
  }
  if (buffer_.starts_with(utf8_mark)) at_ = utf8_mark.size();
  separator_ = separator_of(std::string_view(buffer_).substr(at_)).value_or(',');
  take_separator_line();
}

// `sep=;`, which spreadsheets write and read.
void CsvReader::take_separator_line() {
  std::string_view line = std::string_view(buffer_).substr(at_);
  line = line.substr(0, line.find_first_of("\r\n"));
  const std::string_view told = text::stripped(line, "\" ");
  if (told.size() != 5 || !text::same_word(told.substr(0, 4), "sep=")) return;
  separator_ = told[4];
  at_ += line.size();
  if (buffer_.substr(at_, 2) == "\r\n") ++at_;
  ++at_;
  ++lines_;
}

bool CsvReader::refill() {
  buffer_.resize(bytes_at_once);
  in_->read(buffer_.data(), static_cast<std::streamsize>(bytes_at_once));
  buffer_.resize(static_cast<std::size_t>(in_->gcount()));
  at_ = 0;
  return !buffer_.empty();
}

int CsvReader::peek() {
  if (at_ == buffer_.size() && !refill()) return at_end;
  return static_cast<unsigned char>(buffer_[at_]);
}

/// The next byte, with every end of a line as `\n`.
int CsvReader::take() {
  const int byte = peek();
  if (byte == at_end) return at_end;
  ++at_;
  if (byte == '\n') ++lines_;
  if (byte != '\r') return byte;
  if (peek() != '\n') ++lines_;
  return '\r';
}

bool CsvReader::refuse(const std::string& why) {
  problem_ = Problem{line_, why};
  return false;
}

std::string& CsvReader::next_cell() {
  if (count_ == cells_.size()) cells_.emplace_back();
  cells_[count_].clear();
  return cells_[count_++];
}

bool CsvReader::add(std::string& cell, int byte) {
  if (++length_ > longest_record) return refuse("a line of more than 2 MiB: is a quote never closed?");
  if (byte == 0) return refuse("holds a NUL byte");
  ascii_ = ascii_ && byte < 0x80;
  cell += static_cast<char>(byte);
  return true;
}

bool CsvReader::read_quoted(std::string& cell) {
  for (int byte = take();; byte = take()) {
    if (byte == at_end) return refuse("a quote is never closed");
    if (byte == '"') {
      if (peek() != '"') return true;
      take();
    }
    if (!add(cell, byte)) return false;
  }
}

bool CsvReader::read_record() {
  std::string* cell = &next_cell();
  bool fresh = true;  // nothing of the cell is read yet
  for (;;) {
    const int byte = take();
    if (byte == '\r' && peek() == '\n') take();
    if (byte == at_end || byte == '\n' || byte == '\r') return true;
    if (byte == separator_) {
      if (count_ == most_columns) return refuse("has more than 1000 columns");
      cell = &next_cell();
      fresh = true;
      continue;
    }
    const bool taken = byte == '"' && fresh ? read_quoted(*cell) : add(*cell, byte);
    if (!taken) return false;
    fresh = false;
  }
}

void CsvReader::tidy() {
  cells_.resize(count_);
  for (std::string& cell : cells_) {
    if (!ascii_ && text::first_invalid_byte(cell)) cell = to_utf8(cell, charset_);
    if (const std::string_view plain = without_defusal(cell); plain.size() < cell.size()) cell.erase(0, 1);
  }
}

bool CsvReader::next() {
  while (!problem_ && peek() != at_end) {
    line_ = lines_ + 1;
    length_ = count_ = 0;
    ascii_ = true;
    if (!read_record()) return false;
    if (count_ == 1 && length_ == 0) continue;
    tidy();
    return true;
  }
  return false;
}

}  // namespace rel::formats
