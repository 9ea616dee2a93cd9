#include <ranges>
#include <string>

#include "base/errors.hpp"
#include "cli/arguments.hpp"
#include "cli/typed.hpp"

namespace rel::cli {

namespace {

/// One of the others of an exclusion: a name, and the value that it must have, if any.
struct Other {
  std::string_view name;
  std::string_view value;

  explicit Other(std::string_view text)
      : name(text.substr(0, text.find('='))),
        value(name.size() < text.size() ? text.substr(name.size() + 1) : "") {}
  bool given_in(const Arguments& arguments) const {
    return value.empty() ? arguments.has(name) : arguments.one(name) == value;
  }
  std::string shown() const { return option_name(name) + (value.empty() ? "" : " " + std::string(value)); }
};

std::vector<Other> others_of(const Exclusion& exclusion) {
  std::vector<Other> others;
  for (const auto part : std::views::split(exclusion.others, ' '))
    others.emplace_back(std::string_view(part.begin(), part.end()));
  return others;
}

}  // namespace

std::vector<std::string> excluded_by(const CommandSpec& spec, const OptionSpec& option) {
  std::vector<std::string> shown;
  for (const Exclusion& exclusion : spec.exclusions) {
    for (const Other& other : others_of(exclusion)) {
      if (exclusion.option == option.name) shown.push_back(other.shown());
      if (other.name == option.name) shown.push_back(option_name(exclusion.option));
    }
  }
  return shown;
}

void refuse_excluded(const CommandSpec& spec, const Arguments& arguments) {
  for (const Exclusion& exclusion : spec.exclusions) {
    if (!arguments.has(exclusion.option)) continue;
    for (const Other& other : others_of(exclusion)) {
      if (other.given_in(arguments))
        throw UsageError(option_name(exclusion.option) + " and " + other.shown() + ": only one of the two");
    }
  }
}

}  // namespace rel::cli
