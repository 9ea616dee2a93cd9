#include "store/health.hpp"

#include <algorithm>

#include "answer/pages.hpp"
#include "cli/typed.hpp"
#include "commands/commands.hpp"
#include "commands/health/pages.hpp"
#include "commands/health/person.hpp"
#include "input/options.hpp"
#include "input/words.hpp"
#include "invocation/invocation.hpp"
#include "render/health_view.hpp"
#include "store/waiting.hpp"

namespace rel::commands {

namespace {

constexpr int people_on_a_screen = 10;  // where nothing else is asked for

constexpr cli::OptionSpec health_options[] = {
    {"sort", 0, cli::Arity::one, "BY", "health (weakest first), silence, tier or name"},
    {"limit", 'n', cli::Arity::one, "N", "at most N people (on a terminal 10)", cli::ValueKind::number},
    {"all", 0, cli::Arity::flag, "", "everyone, on a terminal, too"},
    {"tier", 0, cli::Arity::many, "T", "only this tier", cli::ValueKind::tier},
    {"tag", 0, cli::Arity::many, "TAG", "only with this tag; '!work' leaves out", cli::ValueKind::tag},
    {"explain", 0, cli::Arity::flag, "", "the figures behind the bars"},
    html_option,
};

constexpr cli::Exclusion health_exclusions[] = {
    {"all", "limit"},
    {"html", "explain format=json format=tsv"},
};

constexpr cli::Example health_examples[] = {
    {"rel health", "who needs something, and what"},
    {"rel health ann", "one of them: a picture of the last year, and what would help most"},
    {"rel health --tier 1 --sort silence", "the dearest, the longest silence first"},
    {"rel health ann --html ann.html", "a page with pictures, to read in a browser or to print"},
    {"rel health ann --as-of 2026-06-01", "how it stood in June"},
    {"rel health --format json | jq -r '.people[0].advice'", "for programs"},
};

using render::HealthEntry;
using Before = bool (*)(const HealthEntry&, const HealthEntry&);

bool by_name(const HealthEntry& a, const HealthEntry& b) {
  return a.who.facts.person.name < b.who.facts.person.name;
}

// Of whom nothing is known comes last.
bool by_health(const HealthEntry& a, const HealthEntry& b) {
  static constexpr double unknown = 101;
  const auto health = [](const HealthEntry& one) { return one.standing.health.value_or(unknown); };
  return health(a) != health(b) ? health(a) < health(b) : by_name(a, b);
}

bool by_silence(const HealthEntry& a, const HealthEntry& b) {
  const auto in_targets = [](const HealthEntry& one) { return one.standing.silence_in_targets(); };
  return in_targets(a) != in_targets(b) ? in_targets(a) > in_targets(b) : by_name(a, b);
}

bool by_tier(const HealthEntry& a, const HealthEntry& b) {
  const auto tier = [](const HealthEntry& one) { return one.who.facts.person.tier; };
  return tier(a) != tier(b) ? tier(a) > tier(b) : by_health(a, b);
}

Before order(const Call& call) {
  const std::string by = call.args.one("sort").value_or("health");
  if (by == "health") return by_health;
  if (by == "silence") return by_silence;
  if (by == "tier") return by_tier;
  if (by == "name") return by_name;
  throw UsageError(cli::named("sort", by) + ": not health, silence, tier or name");
}

/// Which people, and in which order.
struct Choice {
  Before before = by_health;
  PeopleFilter filter;
  std::optional<int> limit;
  bool all = false;
};

Choice choice_of(const Call& call) {
  return {.before = order(call),
          .filter = people_filter(call),
          .limit = limit_option(call),
          .all = call.args.has("all")};
}

// With one person there is nothing to choose or to sort.
void refuse_choices(const Call& call) {
  for (const char* name : {"sort", "limit", "all", "tier", "tag"}) {
    if (call.args.has(name)) throw UsageError(std::string("--") + name + ": not with a person");
  }
}

std::size_t shown_at_most(const Call& call, const Choice& choice) {
  if (choice.limit) return static_cast<std::size_t>(*choice.limit);
  const bool cut =
      call.look.terminal && call.format == render::Format::text && !choice.all && !call.args.has("html");
  return cut ? people_on_a_screen : no_limit;
}

std::vector<HealthEntry> entries_of(const store::Reader& store, std::vector<Relationship> everyone,
                                    const Call& call, const Choice& choice) {
  std::vector<HealthEntry> entries;
  for (Relationship& who : everyone) {
    if (!has_health(who.facts.person)) continue;
    if (!choice.filter.tags.empty()) store.read_details(who.facts.person);
    if (!choice.filter.fits(who.facts.person)) continue;
    Standing found = standing(who, {.today = call.today(), .settings = call.settings});
    entries.push_back({std::move(who), std::move(found), {}});
  }
  return entries;
}

// Those who need something have a line each.
void count_the_others(render::HealthPage& page) {
  std::erase_if(page.people, [&](const HealthEntry& one) {
    if (!one.standing.health) return ++page.without_talk, true;
    if (one.standing.fine()) return ++page.fine, true;
    return false;
  });
}

void fill(render::HealthPage& page, const store::Reader& store, const Call& call, const Choice& choice) {
  std::vector<Relationship> everyone = store::relationships(store);
  page.capacity =
      capacity(loads_of(everyone), call.settings, call.today(), store::away_lately(store, call.today()));
  store::propose_cadences(store, page.capacity, call.today());
  page.anyone = std::any_of(everyone.begin(), everyone.end(),
                            [](const Relationship& who) { return has_health(who.facts.person); });
  page.people = entries_of(store, std::move(everyone), call, choice);
  if (call.format == render::Format::text && !choice.all && !call.args.has("html")) count_the_others(page);
  std::sort(page.people.begin(), page.people.end(), choice.before);
  const std::size_t most = shown_at_most(call, choice);
  if (page.people.size() > most) {
    page.left = static_cast<int>(page.people.size() - most);
    page.people.erase(page.people.begin() + static_cast<std::ptrdiff_t>(most), page.people.end());
  }
}

Exit run_health(Call& call) {
  const Choice choice = choice_of(call);
  auto store = call.open_to_read();
  render::HealthPage page{.today = call.today(), .explain = call.args.has("explain"), .anyone = false};
  page.for_reader = call.look.terminal;
  page.columns = call.look.columns;
  if (call.args.words.empty()) {
    if (store) fill(page, *store, call, choice);
    if (call.args.has("html")) {
      deliver_page(call, health_page(store ? &*store : nullptr, call, page));
    } else {
      call.show(render::health_view(page, call.format));
    }
    return Exit::done;
  }
  const std::string who = joined_words(call, 0);
  if (!store) throw NotFound(cli::named(who) + ": nobody is in the file yet", "rel add \"Ann Lee\"");
  refuse_choices(call);
  show_health_of(call, *store, who, std::move(page));
  return Exit::done;
}

}  // namespace

const Command health_command = {
    {.name = "health",
     .group = cli::Group::everyday,
     .words = "[WHO]",
     .summary = "how your relationships stand, the weakest first",
     .prose =
         "A line for each person who needs something, with what it is. Each has up to four bars: silence "
         "(full on the day of a talk, half full when your target is reached), rhythm (how much of what you "
         "wanted took place), said deep, and promises (yours, and answers); what is not known is blank. "
         "Those who need nothing, and those without a talk yet, are counted. Where less took place than "
         "you wanted, up to three people stand on top with an easier target. With WHO: one of them, with "
         "a picture of the last year and the one act that would help most.",
     .options = health_options,
     .examples = health_examples,
     .exclusions = health_exclusions},
    run_health,
    false};

}  // namespace rel::commands
