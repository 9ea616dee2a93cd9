#include "store/review.hpp"

#include "answer/confirm.hpp"
#include "answer/pages.hpp"
#include "commands/commands.hpp"
#include "commands/review/guided.hpp"
#include "commands/review/intentions.hpp"
#include "commands/review/reading.hpp"
#include "render/review_view.hpp"
#include "store/health.hpp"

namespace rel::commands {

namespace {

constexpr cli::OptionSpec review_options[] = {
    {"period", 0, cli::Arity::one, "P", "week, month, quarter or year: 7, 30, 91 or 365 days up to today"},
    {"since", 0, cli::Arity::one, "DATE",
     "its first day (default: the day after the last review, else 30 days)", cli::ValueKind::day},
    {"until", 0, cli::Arity::one, "DATE", "its last day (default: today)", cli::ValueKind::day},
    {"guided", 0, cli::Arity::flag, "", "goes through it by questions; can be stopped and gone on with"},
    {"intend", 0, cli::Arity::many, "[WHO: ]TEXT", "what you mean to do until the next one, at most three"},
    {"done", 0, cli::Arity::flag, "", "keeps it as done: the next one begins after it"},
    html_option,
};

constexpr cli::Exclusion review_exclusions[] = {
    {"period", "since"},
    {"guided", "done intend format=json format=tsv"},
    {"html", "guided done intend format=json format=tsv"},
    {"as-of", "guided done intend"},
};

constexpr cli::Example review_examples[] = {
    {"rel review", "since the last one"},
    {"rel review --period quarter", "91 days against the 91 before"},
    {"rel review --intend \"ann: a walk every week\"", "keeps it, with what you mean to do"},
    {"rel review --html review.html", "a page with pictures, to read in a browser or to print"},
    {"rel review --guided", "goes through it with you"},
    {"rel review --format json | jq .questions", "for programs"},
};

/// Whether the review is to be kept, rather than only shown.
bool keeps(const Call& call) {
  return call.args.has("done") || call.args.has("intend");
}

void refuse_too_many(const Call& call) {
  const std::size_t intentions = call.args.all("intend").size();
  if (intentions > most_intentions) {
    throw UsageError("--intend: " + std::to_string(intentions) + " are too many to keep in mind",
                     "choose three at most");
  }
}

/// Makes of a review and an earlier one of the day the whole of both. Throws UsageError where that is too
/// much to mean to do.
void take_in(Review& review, const Review& before) {
  review.id = before.id;
  review.since = std::min(review.since, before.since);
  std::vector<Intention> all = before.intentions;
  for (Intention& one : review.intentions) {
    if (std::ranges::find(all, one) == all.end()) all.push_back(std::move(one));
  }
  if (all.size() > most_intentions) {
    throw UsageError("--intend: with those of today's review they are " + std::to_string(all.size()),
                     "three at most; rel remove takes today's review away");
  }
  review.intentions = std::move(all);
}

bool is_kept_already(Call& call, const store::Reader& store, const std::vector<Review>& reviews) {
  for (const char* other : {"intend", "period", "since", "until"}) {
    if (call.args.has(other)) return false;
  }
  const Review* kept = review_of(call.today(), reviews);
  if (!kept) return false;
  Confirmation answer(call, store, "review");
  answer.say("already kept today: " + sentence(*kept), kept->id);
  answer.print();
  return true;
}

Exit keep(Call& call) {
  store::File store = call.open_to_change("review");
  const std::vector<Review> reviews = store.reviews();
  if (is_kept_already(call, store, reviews)) return Exit::done;
  const Period period = reviewed_period(call, reviews);
  Review review{.on = call.today(), .since = period.since, .until = period.until, .intentions = {}};
  for (const std::string& text : call.args.all("intend"))
    review.intentions.push_back(read_intention(store, text));
  keep_review(call, store, std::move(review));
  return Exit::done;
}

Exit look(Call& call) {
  auto store = call.open_to_read();
  const auto reviews = store ? store->reviews() : std::vector<Review>{};
  const Period period = reviewed_period(call, reviews);
  Material material{.today = call.today(), .period = period, .settings = call.settings};
  if (store) material = review_material(*store, call, period, reviews);
  LookBack back = look_back(material);
  if (store) store::propose_cadences(*store, back.capacity, call.today());
  const render::ReviewPage page{.of = material,
                                .back = back,
                                .stale_remarks = store ? store::stale_remarks(*store, call.today()) : 0,
                                .can_be_kept = period.until == call.today() && !call.args.has("as-of") &&
                                               !review_of(call.today(), reviews)};
  if (call.args.has("html")) {
    deliver_page(call, review_page(store ? &*store : nullptr, call, page));
    return Exit::done;
  }
  call.show(render::review_view(page, call.format, [&](Id id) { return store->short_id(id); }));
  return Exit::done;
}

Exit run_review(Call& call) {
  refuse_too_many(call);
  if (call.args.has("guided")) return review_guided(call);
  return keeps(call) ? keep(call) : look(call);
}

}  // namespace

// Two of one day are one: a second would take what the first meant to do out of sight.
void keep_review(Call& call, store::File& store, Review review) {
  const std::vector<Review> reviews = store.reviews();
  const Review* const before = review_of(call.today(), reviews);
  if (before && review.until == before->until) take_in(review, *before);
  const auto write = [&](store::Change& change) {
    if (review.id != 0) change.remove({store::EntryKind::review, review.id});
    change.add(review);
  };
  Confirmation answer(call, store, "review");
  const auto report = [&] {
    answer.say("kept: " + sentence(review), review.id);
    for (const Intention& one : review.intentions) answer.say("you mean to: " + sentence(store, one));
    answer.add("the next one begins after it");
    answer.wrote(review);
  };
  call.change(store, write, report);
  answer.print();
}

const Command review_command = {
    {.name = "review",
     .group = cli::Group::everyday,
     .words = "",
     .summary = "look back: more or less, deeper or shallower, and what to change",
     .prose =
         "The period against as many days just before: meeting in person, calling, people, depth; whom you "
         "talked with most; promises, postponements, who went quiet; tiers and targets that are no longer "
         "looked at or not what you do; what you meant to do, and what happened. Nothing is changed by it. "
         "What is of the present (who is quiet, capacity, tiers) is as of today, whatever the period. With "
         "--format tsv each figure is a row: about, handle, name, figure, now, before, text.",
     .options = review_options,
     .examples = review_examples,
     .most_words = 0,
     .exclusions = review_exclusions},
    run_review,
    false};

}  // namespace rel::commands
