#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "cli/typed.hpp"
#include "commands/confirm.hpp"
#include "commands/import_cards.hpp"
#include "commands/input_files.hpp"
#include "commands/options.hpp"
#include "commands/person_options.hpp"
#include "commands/safety.hpp"
#include "commands/texts.hpp"
#include "render/phrases.hpp"

namespace rel::commands {

namespace {

constexpr cli::OptionSpec options[] = {
    {"from", 0, cli::Arity::one, "vcard", "the format, where it is not detected"},
    {"tier", 0, cli::Arity::one, "T", "the tier of new people (default none: kept, never due)",
     cli::ValueKind::tier},
    {"only", 0, cli::Arity::many, "PATTERN",
     "only names that hold this word or part, or match it with * and ?"},
    {"dry-run", 0, cli::Arity::flag, "", "say what it would do, and do nothing"},
    {"keep-going", 0, cli::Arity::flag, "", "take what can be read and list the rest"},
};

constexpr cli::Example examples[] = {
    {"rel import contacts.vcf", "everyone in the address book, in no tier yet"},
    {"rel import ~/cards/ --only lee --tier 2", "a folder of cards; those of a name, right into a tier"},
    {"rel import contacts.vcf --dry-run", "what it would do"},
};

/// All cards of all files, and what went wrong.
struct Read {
  std::vector<formats::Card> cards;
  std::vector<std::string> problems;  // `file:line: why`
  std::map<std::string, std::size_t> dropped;
};

Read read_files(const Call& call) {
  Read read;
  const bool named = call.args.has("from");
  for (const std::string& path : input_files(call.args.words)) {
    const std::string bytes = read_file(path);
    if (!named && !formats::looks_like_vcards(bytes)) {
      throw UsageError(cli::named(path) + ": not a format that rel reads (vCard)",
                       "--from vcard, if it is one");
    }
    formats::Cards cards = formats::read_vcards(bytes);
    if (cards.cards.empty() && cards.problems.empty() && cards.dropped.empty())
      throw UsageError(cli::named(path) + ": holds no cards");
    for (const formats::CardProblem& problem : cards.problems) {
      read.problems.push_back(fmt::format("{}:{}: {}", path, problem.line, problem.why));
    }
    for (const auto& [name, times] : cards.dropped) read.dropped[name] += times;
    std::move(cards.cards.begin(), cards.cards.end(), std::back_inserter(read.cards));
    if (call.env.notice) call.env.notice(fmt::format("\r{} cards read", read.cards.size()));
  }
  if (call.env.notice) call.env.notice("\r\033[K");
  return read;
}

void check_options(const Call& call) {
  if (call.args.words.empty()) throw UsageError("import: which file?", "rel import contacts.vcf");
  for (const std::string& pattern : call.args.all("only")) require_name(pattern, "--only");
  const auto from = call.args.one("from");
  if (from && *from != "vcard")
    throw UsageError(cli::named("from", *from) + ": not a format that rel reads", "vcard");
}

std::size_t leave_out(std::vector<formats::Card>& cards, const Call& call) {
  const std::vector<std::string> patterns = call.args.all("only");
  if (patterns.empty()) return 0;
  return std::erase_if(cards, [&](const formats::Card& card) {
    return std::none_of(patterns.begin(), patterns.end(),
                        [&](const std::string& p) { return name_matches(card.name, p); });
  });
}

void refuse_problems(const Read& read, const Call& call) {
  if (read.problems.empty() || call.args.has("keep-going")) return;
  const std::string more =
      read.problems.size() > 1 ? fmt::format(" (and {} more)", read.problems.size() - 1) : "";
  throw UsageError(read.problems.front() + more, "--keep-going takes the rest");
}

std::string most_dropped(const std::map<std::string, std::size_t>& dropped) {
  std::vector<std::pair<std::string, std::size_t>> sorted(dropped.begin(), dropped.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string text;
  for (const auto& [name, times] : sorted)
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", times, name);
  return text;
}

render::View summary(const Call& call, const Read& read, const Imported& done, std::size_t skipped) {
  render::View view{.command = "import", .rows_key = "wrote", .columns = {"kind", "handle", "name", "tier"}};
  view.head = {
      {"dry_run", call.args.has("dry-run")}, {"new", done.added.size()}, {"updated", done.updated.size()},
      {"unchanged", done.unchanged},         {"skipped", skipped},       {"failed", read.problems.size()}};
  for (const Person& person : done.added) view.rows.push_back(render::wrote_person(person));
  for (const Person& person : done.updated) view.rows.push_back(render::wrote_person(person));

  const auto line = [&](std::string text, render::Style style = render::Style::plain) {
    view.text.emplace_back(render::Line(std::move(text), style));
  };
  line(fmt::format("{}{} new, {} updated, {} unchanged, {} skipped, {} failed",
                   call.args.has("dry-run") ? "would be: " : "", done.added.size(), done.updated.size(),
                   done.unchanged, skipped, read.problems.size()),
       render::Style::strong);
  if (skipped > 0) line(fmt::format("  skipped: {} that --only leaves out", skipped), render::Style::dim);
  for (const std::string& problem : read.problems) line("  failed: " + problem);
  if (!read.dropped.empty())
    line("  left out of the cards: " + most_dropped(read.dropped), render::Style::dim);
  const bool in_none = !call.args.has("tier") && !done.added.empty();
  if (in_none && !call.args.has("dry-run"))
    line("They are in no tier yet. Choose your circle: rel edit", render::Style::dim);
  return view;
}

Exit run_import(Call& call) {
  check_options(call);
  const auto tier_text = call.args.one("tier");
  const Tier tier = tier_text ? require_tier(*tier_text) : Tier::none;
  Read read = read_files(call);
  refuse_problems(read, call);
  const std::size_t skipped = leave_out(read.cards, call);
  if (call.args.has("dry-run")) {
    auto store = store::Store::for_reading(call.database, call.settings);
    const std::vector<Person> known = store ? store->people() : std::vector<Person>{};
    call.show(summary(call, read, plan_import(known, read.cards, call.today()), skipped));
    return Exit::done;
  }
  back_up_first(call);
  store::Store store = call.open_or_make();
  Imported done;
  call.change(store, [&] {
    done = plan_import(store.people(), read.cards, call.today());
    set_tiers(store, done.added, std::vector<Tier>(done.added.size(), tier), call);
    HandleMaker handles(store);
    for (Person& person : done.added) {
      person.handle = handles.make(person.name);
      store.add(person);
    }
    for (const Person& person : done.updated) store.update(person);
  });
  call.confirm(summary(call, read, done, skipped));
  return Exit::done;
}

}  // namespace

const Command import_command = {{.name = "import",
                                 .group = cli::Group::data,
                                 .words = "FILE…",
                                 .summary = "people from an address book (vCard)",
                                 .prose = "Files or folders. New people are in tier none. Importing twice "
                                          "adds nothing: a card belongs to the person with "
                                          "its UID, else with one of its phones or e-mails, else of its "
                                          "name. What you typed is never overwritten.",
                                 .options = options,
                                 .examples = examples},
                                run_import,
                                true};

}  // namespace rel::commands
