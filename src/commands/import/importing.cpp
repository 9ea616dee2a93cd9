#include "commands/import/importing.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "formats/fitting.hpp"
#include "identity/card_matching.hpp"
#include "input/options.hpp"
#include "input/texts.hpp"
#include "rel/credit.hpp"
#include "render/phrases.hpp"

namespace rel::commands {

namespace {

constexpr std::size_t most_listed =
    1000;  // problems and the like: a bad file of millions of lines is no list
constexpr std::size_t progress_every = 10'000;  // rows

}  // namespace

Import::Import(Call& to_answer, store::Change& target)
    : call(to_answer), change(target), here(target), only_(to_answer.args.all("only")) {
  for (const std::string& pattern : only_) require_name(pattern, "--only");
  if (const auto text = call.args.one("tier")) tier = require_tier(*text);
  change.begin_bulk_import();
}

bool Import::wanted(const std::string& name) const {
  return only_.empty() || std::any_of(only_.begin(), only_.end(), [&](const std::string& pattern) {
           return name_matches(name, pattern);
         });
}

bool Import::takes(const std::string& path, std::size_t line, const std::optional<formats::DayAhead>& ahead) {
  if (!ahead) return true;
  if (brings_back) {
    last_ahead = std::max(ahead->day, last_ahead.value_or(ahead->day));
  } else {
    fail(path, {line, ahead->why});
  }
  return brings_back;
}

void Import::count_cut(std::size_t texts, const std::string& whose) {
  if (texts > 0) dropped.add("end of a text that is too long", whose, texts);
}

std::map<Id, Import::Asked>& Import::asked() {
  if (!asked_) {
    asked_.emplace();
    for (const Id id : change.people_with_asks()) asked_->emplace(id, Asked{change.person(id), {}});
  }
  return *asked_;
}

void Import::add(Contact& contact) {
  if (const std::size_t cut = formats::fit(contact)) count_cut(cut, change.person(contact.with.front()).name);
  change.add(contact);
  here.add(contact);
  ++added["contacts"];
  for (const Id id : contact.with) {
    const auto found = asked().find(id);
    if (found != asked().end() && credit(contact, found->second.person) > 0)
      found->second.talks.insert(contact.on);
  }
}

void Import::add(Remark& remark) {
  if (const std::size_t cut = formats::fit(remark)) count_cut(cut, change.person(remark.person).name);
  change.add(remark);
  here.add(remark);
  ++added["remarks"];
}

void Import::close_asks() {
  std::size_t closed = 0;
  for (const auto& [id, asked] : asked()) closed += change.close_asks(id, asked.talks).size();
  if (closed > 0)
    remarks.push_back("closed: " + render::counted(static_cast<int>(closed), "ask") +
                      ", because you talked since");
}

bool Import::anything_found() const {
  std::size_t found = updated.size() + strangers.size() + unchanged + left_out + offered_count + kept_count;
  for (const auto& [kind, count] : added) found += count;
  for (const auto& [what, left] : passed_over) found += left.times;
  return found > 0;
}

void Import::fail(const std::string& path, const formats::Problem& problem) {
  ++failed;
  own_failed = own_failed || own_format;
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
