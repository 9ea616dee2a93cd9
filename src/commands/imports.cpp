#include "commands/imports.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "commands/import_cards.hpp"
#include "commands/options.hpp"
#include "commands/texts.hpp"

namespace rel::commands {

namespace {

constexpr std::size_t most_listed =
    1000;  // problems and the like: a bad file of millions of lines is no list
constexpr std::size_t progress_every = 10'000;  // rows

}  // namespace

Import::Import(Call& to_answer, store::Store& target)
    : call(to_answer), store(target), only_(to_answer.args.all("only")) {
  for (const std::string& pattern : only_) require_name(pattern, "--only");
  if (const auto text = call.args.one("tier")) tier = require_tier(*text);
  store.expect_much();
}

bool Import::wanted(const std::string& name) const {
  return only_.empty() || std::any_of(only_.begin(), only_.end(), [&](const std::string& pattern) {
           return name_matches(name, pattern);
         });
}

void Import::fail(const std::string& path, const formats::Problem& problem) {
  ++failed;
  if (problems.size() < most_listed)
    problems.push_back(fmt::format("{}:{}: {}", path, problem.line, problem.why));
}

void Import::keep(const std::string& what) {
  ++kept_count;
  if (kept.size() < most_listed) kept.push_back(what);
}

void Import::offer(const Contact& contact) {
  ++offered_count;
  if (offered.size() < most_listed) offered.push_back(contact);
}

void Import::progress() {
  if (++taken_ % progress_every == 0 && call.env.notice) call.env.notice(fmt::format("\r{} rows", taken_));
}

}  // namespace rel::commands
