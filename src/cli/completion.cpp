#include "cli/completion.hpp"

#include <algorithm>
#include <array>

#include "cli/completion_values.hpp"

namespace rel::cli {

namespace {

bool takes_value(const OptionSpec& option) {
  return option.arity == Arity::one || option.arity == Arity::many;
}

/// A command line as far as it is typed.
class Line {
 public:
  Line(std::span<const CommandSpec* const> commands, std::vector<std::string> words) : commands_(commands) {
    last_ = words.empty() ? "" : words.back();
    if (!words.empty()) words.pop_back();
    for (const std::string& word : words) take(word);
  }

  Wanted wanted() {
    result_.command = command_ ? command_->name : "";
    result_.begun = last_;
    if (open_) {
      add_value(*open_);
    } else if (!only_words_ && last_.starts_with("--") && last_.find('=') != std::string::npos) {
      add_value_behind_sign();
    } else if (!only_words_ && last_.starts_with('-')) {
      add_options();
    } else if (!named_) {
      add_commands();
      if (!last_.empty()) add_kind(ValueKind::person);  // `rel ann` is `rel prep ann`
    } else if (command_) {
      add_word();
    }
    std::erase_if(result_.candidates,
                  [&](const Candidate& one) { return !one.value.starts_with(result_.begun); });
    return std::move(result_);
  }

 private:
  void take(const std::string& word) {
    if (open_) {
      open_ = nullptr;
    } else if (!only_words_ && word == "--") {
      only_words_ = true;
    } else if (!only_words_ && word.size() > 1 && word.starts_with('-')) {
      given_.push_back(word);
      const OptionSpec* option = find(word);
      if (option && takes_value(*option)) open_ = option;
    } else if (!named_) {
      named_ = true;
      command_ = find_command(word);
    } else {
      ++words_before_;
    }
  }

  const CommandSpec* find_command(const std::string& name) const {
    const auto found = std::find_if(commands_.begin(), commands_.end(),
                                    [&](const CommandSpec* spec) { return spec->is_called(name); });
    return found == commands_.end() ? nullptr : *found;
  }

  // Bare `rel` is `rel due`: before a command is named its options can be typed.
  const CommandSpec* spec() const { return command_ ? command_ : find_command("due"); }

  std::string_view formats() const {
    const CommandSpec* known = spec();
    return known ? known->formats : usual_formats;
  }

  std::vector<const OptionSpec*> options() const {
    std::vector<const OptionSpec*> all;
    if (const CommandSpec* spec = this->spec()) {
      for (const OptionSpec& option : spec->options) all.push_back(&option);
    }
    for (const OptionSpec& option : global_options()) all.push_back(&option);
    return all;
  }

  const OptionSpec* find(const std::string& word) const {
    for (const OptionSpec* option : options()) {
      if (option->is_called(word)) return option;
    }
    return nullptr;
  }

  bool given(const OptionSpec& option) const {
    return std::any_of(given_.begin(), given_.end(), [&](const std::string& word) {
      return option.is_called(word.substr(0, word.find('=')));
    });
  }

  void add(std::string_view value, std::string_view meaning = "") {
    result_.candidates.push_back({std::string(value), std::string(meaning)});
  }

  void add_options() {
    for (const OptionSpec* option : options()) {
      if (option->arity == Arity::many || !given(*option))
        add("--" + std::string(option->name), option->help);
    }
  }

  void add_commands() {
    for (const CommandSpec* spec : commands_) add(spec->name, spec->summary);
  }

  void add_word() {
    const std::vector<ValueKind> kinds = kinds_of_word(command_->words, words_before_);
    for (const ValueKind kind : kinds) add_kind(kind);
    const bool is_choice =
        kinds.empty() && words_before_ == 0 && command_->words.find('|') != std::string_view::npos;
    if (!is_choice) return;
    for (const std::string& choice : choices_in(command_->words)) add(choice);
  }

  void add_value_behind_sign() {
    const std::size_t sign = last_.find('=');
    const OptionSpec* option = find(last_.substr(0, sign));
    result_.kept = last_.substr(0, sign + 1);
    result_.begun = last_.substr(sign + 1);
    if (option && takes_value(*option)) add_value(*option);
  }

  void add_value(const OptionSpec& option) {
    const std::string_view values = option.name == "format" ? formats() : option.value;
    if (values.find('|') == std::string_view::npos) return add_kind(option.kind);
    for (const std::string& choice : choices_in(values)) add(choice);
  }

  void add_kind(ValueKind kind) {
    for (Candidate& value : values_of(kind)) result_.candidates.push_back(std::move(value));
    if (kind == ValueKind::command) add_commands();
    if (kind == ValueKind::person) keep(result_.begun.rfind(',') + 1);
    if (kind == ValueKind::tag && result_.begun.starts_with('!')) keep(1);
    constexpr std::array in_file = {ValueKind::person, ValueKind::tag, ValueKind::entry, ValueKind::file};
    if (std::find(in_file.begin(), in_file.end(), kind) != in_file.end()) result_.look_up.push_back(kind);
  }

  void keep(std::size_t length) {
    result_.kept += result_.begun.substr(0, length);
    result_.begun.erase(0, length);
  }

  std::span<const CommandSpec* const> commands_;
  std::string last_;
  bool named_ = false;                    // a command stands there,
  const CommandSpec* command_ = nullptr;  // and it is this one
  const OptionSpec* open_ = nullptr;      // waits for its value
  std::vector<std::string> given_;        // options so far
  std::size_t words_before_ = 0;
  bool only_words_ = false;
  Wanted result_;
};

}  // namespace

Wanted wanted_at(std::span<const CommandSpec* const> commands, const std::vector<std::string>& words) {
  return Line(commands, words).wanted();
}

}  // namespace rel::cli
