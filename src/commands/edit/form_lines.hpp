// A form of `key: value` lines for the editor: whatever text a value is, it can be shown, and comes back.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rel::commands {

/// One line of a form. Only a purpose goes on below, indented.
struct FormLine {
  std::string_view key;
  std::string value;
};

/// How the values of one form are written: as they are, unless one of them would come back as another; then
/// all are escaped.
class FormWriting {
 public:
  explicit FormWriting(const std::vector<FormLine>& lines);

  bool escapes() const { return escapes_; }
  std::string shown(std::string_view key, const std::string& value) const;
  /// What a value stands for. Throws UsageError for what is no escape.
  std::string meant(std::string_view key, const std::string& value) const;

 private:
  bool escapes_;
};

/// The lines as text; escapes are explained where there are any.
std::string form_text(const std::vector<FormLine>& lines);

/// The keys that a form may have, and whether each may stand on several lines.
using FormKeys = std::vector<std::pair<std::string, bool>>;

/// The values of each key as they are written, without those that are empty.
using FormValues = std::map<std::string, std::vector<std::string>>;

/// Reads a form. Throws UsageError, with the line's number, for another key and for one that stands on too
/// many lines.
FormValues read_form(const std::string& text, const FormKeys& keys);

}  // namespace rel::commands
