#include <algorithm>
#include <unordered_set>

#include "answer/calendar.hpp"
#include "answer/notifying.hpp"
#include "answer/reaching.hpp"
#include "cli/durations.hpp"
#include "cli/scanning.hpp"
#include "cli/typed.hpp"
#include "commands/commands.hpp"
#include "input/inbox_files.hpp"
#include "input/naming.hpp"
#include "input/options.hpp"
#include "invocation/invocation.hpp"
#include "invocation/output_files.hpp"
#include "render/due_view.hpp"
#include "render/phrases.hpp"
#include "store/waiting.hpp"

namespace rel::commands {

namespace {

constexpr int away_after = 14;           // days without an entry: an absence
constexpr int next_days = 14;            // how far a quiet day looks ahead,
constexpr std::size_t next_people = 3;   // and how many it names
constexpr int first_after_absence = 2;   // people to begin with,
constexpr int kept_after_absence = 14;   // and for how many days what has a day stays on the list
constexpr int longest_look_ahead = 366;  // days

constexpr cli::OptionSpec due_options[] = {
    {"limit", 'n', cli::Arity::one, "N", "at most N of those who were long enough ago (default 5)",
     cli::ValueKind::number},
    {"all", 0, cli::Arity::flag, "", "everyone who is due"},
    {"minutes", 0, cli::Arity::one, "M", "fit the time you have: 30, 45m, 1h30", cli::ValueKind::number},
    {"days", 0, cli::Arity::one, "N", "look N days ahead, too", cli::ValueKind::number},
    {"tier", 0, cli::Arity::many, "T", "only this tier", cli::ValueKind::tier},
    {"tag", 0, cli::Arity::many, "TAG", "only with this tag; '!work' leaves out", cli::ValueKind::tag},
    {"explain", 0, cli::Arity::flag, "", "the figures behind the rank"},
    {"discreet", 0, cli::Arity::flag, "", "names only, for screens and mails that others see"},
    {"count", 0, cli::Arity::flag, "", "print only how many are due"},
    {"notify", 0, cli::Arity::flag, "", "tell it on the desktop, by notify-send, instead of printing it"},
    {"call", 0, cli::Arity::flag, "", "only the first, and open their phone number or e-mail address"},
};

constexpr cli::Exclusion due_exclusions[] = {
    {"all", "limit minutes call"},
    {"count", "limit minutes explain discreet notify call format=ics"},
    {"call", "limit notify"},
    {"explain", "discreet notify format=ics"},
    {"discreet", "format=json format=tsv"},
};

constexpr cli::Example due_examples[] = {
    {"rel", "whom to call today, and why"},
    {"rel due --minutes 30", "whom you can reach in half an hour"},
    {"rel due --days 7 --tag '!work'", "the week ahead, without work"},
    {"rel due -q && echo someone waits", "in a shell script: exit 0 if anyone is due, else 1"},
    {"rel due --call", "open the number of the first"},
    {"rel due --notify --discreet", "names on the desktop, for a timer"},
    {"rel due --days 14 --format ics > due.ics", "the next two weeks for a calendar"},
    {"rel due --format json | jq -r '.items[].phone'", "for programs"},
};

/// What was asked for.
struct Wanted {
  std::unordered_set<Id> people;  ///< only these; everyone where empty
  PeopleFilter filter;
  int days_ahead = 0;
  std::optional<int> limit;  ///< as typed
  std::optional<int> minutes;
  bool all = false;
};

std::optional<int> minutes_option(const Call& call) {
  const auto text = call.args.one("minutes");
  if (!text) return std::nullopt;
  const bool bare = cli::all_digits(*text);
  const auto reading = cli::read_minutes(bare ? *text + "m" : *text);
  const int* minutes = std::get_if<int>(&reading);
  if (!minutes || *minutes == 0) {
    throw UsageError(cli::named("minutes", *text) + ": not a length of time up to 24 hours",
                     "30, 45m or 1h30");
  }
  return *minutes;
}

Wanted wanted_of(const Call& call) {
  Wanted wanted;
  wanted.filter = people_filter(call);
  wanted.days_ahead = number_option(call, "days", 0, longest_look_ahead).value_or(0);
  wanted.limit = limit_option(call);
  wanted.minutes = minutes_option(call);
  wanted.all = call.args.has("all");
  return wanted;
}

bool is_wanted(const Facts& facts, const Wanted& wanted) {
  const bool named = wanted.people.empty() || wanted.people.contains(facts.person.id);
  return named && wanted.filter.fits(facts.person);
}

/// Everyone who may be due until `days_ahead` and is wanted. Tags are read only where they are asked for.
std::vector<Facts> candidates(const store::Reader& store, const Wanted& wanted, Day today, int days_ahead,
                              store::Signs signs = store::Signs::left_out) {
  std::vector<Facts> people = store::waiting(store, today, days_ahead, signs);
  if (wanted.people.empty() && wanted.filter.empty()) return people;
  if (!wanted.filter.tags.empty()) {
    for (Facts& facts : people) facts.person.tags = store.person(facts.person.id).tags;
  }
  std::erase_if(people, [&](const Facts& facts) { return !is_wanted(facts, wanted); });
  return people;
}

/// Days since anything was logged, where the user was away.
std::optional<int> absence(const store::Reader& store, const Call& call) {
  const auto last = store.last_change_ms();
  if (!last || call.looking_back) return std::nullopt;
  const auto days = static_cast<int>((call.env.now_ms - *last) / (24LL * 60 * 60 * 1000));
  return days >= away_after ? std::optional(days) : std::nullopt;
}

int shown_at_most(const Call& call, const Wanted& wanted, const render::DuePage& page) {
  const bool cuts_by_itself = call.format == render::Format::text && !wanted.all && wanted.people.empty();
  if (wanted.limit) return *wanted.limit;
  if (!cuts_by_itself) return no_limit;
  return page.catching_up ? first_after_absence : call.program.list_length;
}

/// Takes those out of a ranked list for whom `fits` is true; all stay ranked.
template <class Fits>
std::vector<DueItem> take_out(std::vector<DueItem>& due, const Fits& fits) {
  const auto out =
      std::stable_partition(due.begin(), due.end(), [&](const DueItem& item) { return !fits(item); });
  std::vector<DueItem> taken(std::make_move_iterator(out), std::make_move_iterator(due.end()));
  due.erase(out, due.end());
  return taken;
}

/// Whether all that rings and has a day is older than what is kept after an absence.
bool is_older(const DueItem& item) {
  return item.has_day() && std::ranges::all_of(item.open, [](const OpenItem& open) {
           return open.ratio < 1 || open.late_days > kept_after_absence;
         });
}

/// What the list folds into a line each when nothing was asked for: those quiet for long, and after an
/// absence what has become old.
void fold_away(render::DuePage& page, std::vector<DueItem>& due, const Call& call, const Wanted& wanted) {
  if (call.format != render::Format::text || wanted.all || !wanted.people.empty()) return;
  page.quiet_for_long = take_out(due, quiet_for_long);
  if (page.catching_up) page.older = take_out(due, is_older);
}

// Where nobody else is due, one of those quiet for long is for today.
void call_one_of_long(render::DuePage& page) {
  const DueItem* named = named_of_long(page.quiet_for_long, page.today);
  if (!page.shown.empty() || !named) return;
  const auto place = named - page.quiet_for_long.data();
  page.shown.push_back(*named);
  page.quiet_for_long.erase(page.quiet_for_long.begin() + place);
}

// The days ahead were asked for: of themselves they are never cut.
void choose(render::DuePage& page, std::vector<DueItem> due, const Call& call, const Wanted& wanted) {
  std::vector<DueItem> later;
  if (!wanted.limit && !wanted.minutes)
    later = take_out(due, [&](const DueItem& item) { return item.due_on > page.today; });
  page.may_be_cut = !wanted.limit && !wanted.minutes && !wanted.all && wanted.people.empty() && later.empty();
  Fitted fitted{std::move(due), {}};
  if (wanted.minutes) fitted = fit_minutes(std::move(fitted.taken), *wanted.minutes);
  if (!wanted.minutes || wanted.limit) {
    Fitted by_count = fit_count(std::move(fitted.taken), shown_at_most(call, wanted, page));
    fitted.taken = std::move(by_count.taken);
    std::move(by_count.left.begin(), by_count.left.end(), std::back_inserter(fitted.left));
  }
  std::move(later.begin(), later.end(), std::back_inserter(fitted.taken));
  if (call.args.has("call")) {
    keep_first(fitted);
    page.minutes.reset();  // others may have fitted, too
    page.only_first = true;
  }
  page.shown = std::move(fitted.taken);
  page.left = std::move(fitted.left);
  if (!wanted.minutes && !wanted.limit) call_one_of_long(page);
}

void look_further(const store::Reader& store, render::DuePage& page, const DueRules& rules,
                  const Wanted& wanted) {
  page.next = due_list(candidates(store, wanted, rules.today, next_days), rules, next_days);
  if (page.next.size() > next_people) page.next.resize(next_people);
  const std::vector<Person> people = store.people();
  page.people = static_cast<int>(people.size());
  page.anyone_in_a_tier = std::any_of(people.begin(), people.end(), [](const Person& person) {
    return person.tier != Tier::none && person.active();
  });
}

void add_what_is_shown(const store::Reader& store, DueItem& item, const Call& call) {
  store.read_details(item.facts.person);
  if (call.format != render::Format::text || !item.silence_due) return;
  store::add_last_remark(store, item.facts);
  store::add_postponements(store, item.facts);
}

// Of those who are left out, what has a day is shown all the same.
void add_later(render::DuePage& page, const store::Reader& store, const DueRules& rules, const Call& call,
               const Wanted& wanted) {
  const Day until = plus_days(rules.today, wanted.days_ahead);
  for (const DueItem& item : page.shown) {
    for (DueItem& more : later_items(item, rules, until)) page.later.push_back(std::move(more));
  }
  for (const DueItem& item : page.left) {
    for (DueItem& more : later_items(item, rules, until)) {
      if (more.has_day()) page.later.push_back(std::move(more));
    }
  }
  for (DueItem& item : page.later) add_what_is_shown(store, item, call);
}

render::DuePage page_of(const store::Reader& store, const Call& call, const Wanted& wanted) {
  const store::OwnDays own = store::own_days(store, call.today());
  const DueRules rules{call.today(), call.settings, own.away_until};
  const bool counts_only = call.quiet || call.args.has("count");
  std::vector<Facts> people = candidates(store, wanted, rules.today, wanted.days_ahead,
                                         counts_only ? store::Signs::left_out : store::Signs::wanted);
  render::DuePage page{
      .today = rules.today, .minutes = wanted.minutes, .away_until = rules.away_until, .people = 1};
  page.looked_back = own.reviewed;
  page.began = own.began;
  page.explain = call.args.has("explain");
  page.discreet = call.args.has("discreet");
  for (const Facts& facts : people) {
    if (waits_after_try(facts, rules)) page.tried_today.push_back(facts.person.name);
  }
  if (!counts_only) {
    page.soft = soft_signs(people, rules);
    if (page.soft.size() > most_signs) page.soft.erase(page.soft.begin() + most_signs, page.soft.end());
    for (SoftSign& sign : page.soft) store.read_details(sign.facts.person);
    page.week = week_ahead(people, rules);
  }
  std::vector<DueItem> due = due_list(std::move(people), rules, wanted.days_ahead);
  const auto silent = std::ranges::count_if(due, [](const DueItem& item) { return !item.has_day(); });
  if (silent > call.program.list_length && wanted.days_ahead == 0 && !call.looking_back) {
    page.catching_up = store::away_lately(store, rules.today);
    if (page.catching_up) page.days_away = absence(store, call);
  }
  fold_away(page, due, call, wanted);
  choose(page, std::move(due), call, wanted);
  for (DueItem& item : page.shown) add_what_is_shown(store, item, call);
  const bool looks_ahead = wanted.days_ahead > 0 && call.format == render::Format::text;
  if (looks_ahead && !call.args.has("call")) add_later(page, store, rules, call, wanted);
  if (page.waiting() == 0 && call.look.terminal) look_further(store, page, rules, wanted);
  return page;
}

/// What rings until the last day looked at, as events.
std::string calendar(const store::Reader* store, const render::DuePage& page, const Call& call,
                     const Wanted& wanted) {
  const DueRules rules{page.today, call.settings, page.away_until};
  const Day until = plus_days(page.today, wanted.days_ahead);
  std::vector<NamedEvent> events;
  for (const DueItem& item : page.shown) {
    std::vector<NamedEvent> more =
        events_of(store::facts_of(*store, item.facts.person.id), rules, until, page.discreet);
    std::move(more.begin(), more.end(), std::back_inserter(events));
  }
  return calendar_of(events);
}

void answer(Call& call, const render::DuePage& page, const Wanted& wanted, const store::Reader* store) {
  const bool text = call.format == render::Format::text;
  if (call.quiet || (text && call.args.has("notify"))) return;
  if (call.args.one("format") == "ics") {
    const std::string events = calendar(store, page, call, wanted);
    call.outcome.out = call.look.terminal ? for_terminal(events) : events;
  } else if (call.args.has("count")) {
    call.show(render::count_view(page));
  } else {
    call.show(render::due_view(page, call.format, call.look));
  }
}

/// At a terminal, how many lines wait elsewhere.
void say_what_waits(Call& call, const store::Reader& store) {
  const bool is_list = call.format == render::Format::text && call.look.terminal && !call.quiet &&
                       !call.args.has("count") && !call.args.has("notify");
  if (!is_list || call.program.inbox.empty()) return;
  const int lines = lines_waiting(store, call);
  if (lines == 0) return;
  const std::string wait = render::counted(lines, "line") + (lines == 1 ? " waits" : " wait");
  call.show(
      {.command = "due",
       .text = {render::Line::with_command(wait + " in the inbox: ", "rel inbox", render::Style::dim)}});
}

/// What is done about the list beside printing it. The file is open no more: another program may take long.
void act(Call& call, const render::DuePage& page) {
  if (call.args.has("notify")) notify(call, page);
  if (call.args.has("call") && !page.shown.empty()) reach_out(call, page.shown.front().facts.person);
}

Exit run_due(Call& call) {
  Wanted wanted = wanted_of(call);
  auto store = call.open_to_read();
  if (!store && !call.args.words.empty())
    throw NotFound(cli::named(call.args.words.front()) + ": nobody is in the file yet",
                   "rel add \"Ann Lee\"");
  render::DuePage page{.today = call.today(), .people = -1};
  if (store) {
    for (const std::string& who : call.args.words) {
      for (const store::NameMatch& match : find_people(*store, who)) wanted.people.insert(match.person);
    }
    page = page_of(*store, call, wanted);
  }
  page.for_reader = call.look.terminal;
  answer(call, page, wanted, store ? &*store : nullptr);
  if (store) say_what_waits(call, *store);
  store.reset();
  act(call, page);
  return call.quiet && page.waiting() == 0 ? Exit::no : Exit::done;
}

}  // namespace

const Command due_command = {{.name = "due",
                              .group = cli::Group::everyday,
                              .words = "[WHO…]",
                              .summary = "whom to call today, best first, with the reason",
                              .prose = "What has a day (a reply, a promise, an ask, a meeting agreed on, a "
                                       "birthday) is always shown whole. Below it "
                                       "stands who was long enough ago: five people by default. Prints "
                                       "nothing when nobody is due and no terminal "
                                       "is there to read it, so that cron sends no mail. With "
                                       "--format ics it is a calendar.",
                              .options = due_options,
                              .examples = due_examples,
                              .formats = "text|json|tsv|ics",
                              .exclusions = due_exclusions,
                              .synonyms = "today"},
                             run_due,
                             false};

}  // namespace rel::commands
