#include "formats/json_rows.hpp"

#include <istream>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>
#include <vector>

#include "formats/json_input.hpp"

namespace rel::formats {
namespace {

constexpr std::size_t deepest_row = 8;  // the archive's own are half of it

/// Takes the library's events and puts rows together.
class JsonRowReader {
 public:
  JsonRowReader(const JsonTakers& takers, const std::size_t& line) : takers_(takers), line_(line) {}

  std::optional<Problem> problem() && { return std::move(problem_); }

  bool null() { return put(nullptr); }
  bool boolean(bool value) { return put(value); }
  bool number_integer(Json::number_integer_t value) { return put(value); }
  bool number_unsigned(Json::number_unsigned_t value) { return put(value); }
  bool number_float(Json::number_float_t value, const std::string&) { return put(value); }
  bool string(std::string& value) { return put(std::move(value)); }
  bool binary(Json::binary_t&) { return refuse("is not JSON"); }

  bool start_object(std::size_t) {
    if (!in_document_) return in_document_ = true;
    return open(Json::object());
  }
  bool end_object() { return open_.empty() || close(); }
  bool start_array(std::size_t) {
    if (!in_document_) return refuse("is not an archive: it begins with a list");
    if (!open_.empty() || in_list_) return open(Json::array());
    rows_ = 0;
    in_list_ = true;
    const auto why = takers_.list(document_key_);
    return !why || refuse(*why);
  }
  bool end_array() {
    if (!open_.empty()) return close();
    in_list_ = false;
    return true;
  }

  bool key(std::string& name) {
    const bool twice =
        open_.empty() ? !document_keys_.insert(name).second : open_.back().value.contains(name);
    if (twice) return refuse("the key \"" + name + "\" is there twice");
    (open_.empty() ? document_key_ : open_.back().key) = std::move(name);
    return true;
  }

  bool parse_error(std::size_t, const std::string&, const Json::exception& error) {
    return refuse("is not JSON: " + plain_message(error.what()));
  }

 private:
  /// A list or an object of a row that is not at its end yet.
  struct Open {
    Json value;
    std::string key;  // where the next value goes
  };

  bool refuse(const std::string& why) {
    problem_ = Problem{line_, why};
    return false;
  }

  bool open(Json empty) {
    if (open_.size() == deepest_row) return refuse("is nested too deeply");
    if (open_.empty()) row_line_ = line_;
    open_.push_back({std::move(empty), {}});
    return true;
  }

  bool close() {
    Json done = std::move(open_.back().value);
    open_.pop_back();
    return put(std::move(done));
  }

  bool put(Json value) {
    if (!in_document_) return refuse("is not an archive: it is no object");
    if (open_.empty()) return hand_over(value);
    Open& in = open_.back();
    if (in.value.is_array()) {
      in.value.push_back(std::move(value));
    } else {
      in.value[std::move(in.key)] = std::move(value);
    }
    return true;
  }

  bool hand_over(const Json& value) {
    const std::size_t begins = value.is_structured() ? row_line_ : line_;
    if (in_list_) {
      takers_.row({document_key_, ++rows_, begins, value});
      return true;
    }
    const auto why = takers_.head(document_key_, value);
    return !why || refuse(*why);
  }

  const JsonTakers& takers_;
  const std::size_t& line_;
  std::optional<Problem> problem_;
  bool in_document_ = false;
  bool in_list_ = false;
  std::set<std::string> document_keys_;
  std::string document_key_;
  std::size_t rows_ = 0;
  std::size_t row_line_ = 1;
  std::vector<Open> open_;
};

}  // namespace

std::optional<Problem> read_json_rows(std::istream& in, const JsonTakers& takers) {
  std::size_t line = 1;
  JsonRowReader reader(takers, line);
  Json::sax_parse(CountedBytes(in.rdbuf(), &line), CountedBytes(), &reader);
  return std::move(reader).problem();
}

}  // namespace rel::formats
