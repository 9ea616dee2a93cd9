#include "commands/review/guided.hpp"

#include <algorithm>

#include "answer/confirm.hpp"
#include "cli/dated_texts.hpp"
#include "cli/dates.hpp"
#include "cli/typed.hpp"
#include "commands/review/intentions.hpp"
#include "commands/review/reading.hpp"
#include "input/options.hpp"
#include "input/person_options.hpp"
#include "input/texts.hpp"
#include "render/phrases.hpp"
#include "render/review_view.hpp"
#include "render/review_words.hpp"
#include "store/review.hpp"

namespace rel::commands {

namespace {

constexpr std::size_t most_quiet = 5;  // people to plan a talk with in one sitting

/// Thrown where the user stops: `q`, or the end of input.
struct Stopped {};

/// Someone who is asked about, and what is said of them.
struct ToConsider {
  Id person = 0;
  std::string text;
};

class Guide {
 public:
  Guide(Call& call, store::File& store)
      : call_(call),
        store_(store),
        reviews_(store.reviews()),
        period_(reviewed_period(call, reviews_)),
        material_(review_material(store, call, period_, reviews_)),
        back_(look_back(material_)) {}
  Guide(const Guide&) = delete;  // what was found points into the material
  Guide& operator=(const Guide&) = delete;
  ~Guide() = default;

  void run() {
    show_figures();
    ask_about_standing();
    ask_about_the_quiet();
    keep_review(call_, store_,
                {.on = call_.today(),
                 .since = period_.since,
                 .until = period_.until,
                 .intentions = ask_for_intentions()});
  }

 private:
  void show_figures();
  std::vector<ToConsider> all_to_consider() const;
  void ask_about_standing();
  void ask_about(const ToConsider& one, const std::string& place);
  std::string apply(Person person, const std::string& answer);
  void ask_about_the_quiet();
  void ask_for_a_day(const Quiet& one, const std::string& place);
  std::vector<Intention> ask_for_intentions();

  std::string ask(const std::string& question);
  template <class Take>
  void ask_until_understood(const std::string& question, const Take& take);
  void say(const std::string& line, render::Style style = render::Style::plain);
  void keep(const std::string& about, const std::function<void(store::Change&)>& work);

  Call& call_;
  store::File& store_;
  std::vector<Review> reviews_;
  Period period_;
  Material material_;
  LookBack back_;
};

// Which question of how many.
std::string place_among(std::size_t place, std::size_t count) {
  return std::to_string(place + 1) + " of " + std::to_string(count);
}

void Guide::say(const std::string& line, render::Style style) {
  call_.show({.command = "review", .text = {render::Line(line, style)}});
}

std::string Guide::ask(const std::string& question) {
  const auto answer = call_.ask(question);
  if (!answer || *answer == "q") throw Stopped{};
  return *answer;
}

/// Asks again for as long as the answer is refused; nothing is taken from an empty one.
template <class Take>
void Guide::ask_until_understood(const std::string& question, const Take& take) {
  for (std::string answer = ask(question); !answer.empty(); answer = ask(question)) {
    try {
      take(answer);
      return;
    } catch (const UsageError& problem) {
      say(problem.what());
    } catch (const NotFound& problem) {
      say(std::string(problem.what()) + (problem.advice().empty() ? "" : ": " + problem.advice()));
    }
  }
}

// Each answer is a step of its own: one undo takes back one answer.
void Guide::keep(const std::string& about, const std::function<void(store::Change&)>& work) {
  store::Change change = store_.change("review --guided (" + about + ")", call_.env.now_ms);
  work(change);
  change.commit();
  call_.outcome.saved = true;
}

void Guide::show_figures() {
  const render::ReviewPage page{
      .of = material_, .back = back_, .stale_remarks = store::stale_remarks(store_, call_.today())};
  call_.show(render::review_view(page, call_.format, [&](Id id) { return store_.short_id(id); }));
  say("");
  say("Enter goes on, q stops; every answer is kept at once.", render::Style::dim);
  ask("Go through it now? [Enter/q]");
}

// Whose target seems to be another comes first; nobody twice, and nobody who was looked at today.
std::vector<ToConsider> Guide::all_to_consider() const {
  std::vector<ToConsider> all;
  const auto add = [&](const Person& person, std::string text) {
    const bool there =
        std::any_of(all.begin(), all.end(), [&](const ToConsider& one) { return one.person == person.id; });
    if (!there && person.considered != call_.today()) all.push_back({person.id, std::move(text)});
  };
  for (const Suggestion& one : back_.suggestions)
    add(*one.person,
        render::suggestion_text(one, material_.settings) + " (" + render::cadence(one.days) + ")");
  for (const Person* one : back_.to_consider)
    add(*one, render::standing_text(*one, material_.settings, material_.today));
  for (const TalkedWith& one : back_.without_tier)
    add(*one.person, "in no tier; " + render::counted(one.talks.count, "talk"));
  return all;
}

void Guide::ask_about_standing() {
  const std::vector<ToConsider> all = all_to_consider();
  if (all.empty()) return;
  say("");
  say("Is it still right?", render::Style::strong);
  say("k keeps it   1, 2, 3, none is a tier   3w a target   a archives   p TEXT says why they matter",
      render::Style::dim);
  for (std::size_t i = 0; i < all.size(); ++i) {
    say(store_.person(all[i].person).name + ": " + all[i].text);
    ask_about(all[i], place_among(i, all.size()));
  }
}

void Guide::ask_about(const ToConsider& one, const std::string& place) {
  ask_until_understood(place + " [k/1/2/3/none/3w/a/p/Enter/q]",
                       [&](const std::string& answer) { say(apply(store_.person(one.person), answer)); });
}

/// Does what the answer says, and says what it did.
std::string Guide::apply(Person person, const std::string& answer) {
  const auto tier = tier_from(answer);
  std::string done;
  if (answer == "k") {
    done = "kept as it is";
  } else if (answer == "a") {
    person.archived = true;
    done = "archived: never due; rel undo brings them back";
  } else if (answer.starts_with("p ")) {
    person.purpose = require_note(answer.substr(2), "p");
    done = "why they matter: " + *person.purpose;
  } else if (!tier) {
    if (person.tier == Tier::none) throw UsageError(cli::named(answer) + ": a tier first: 1, 2 or 3");
    person.every_days = require_cadence(answer);
  }
  person.considered = call_.today();
  keep(person.handle, [&](store::Change& change) {
    std::vector people = {person};
    if (tier) set_tiers(change, people, {*tier}, call_);
    person = people.front();
    change.update(person);
  });
  if (done.empty() && person.tier == Tier::none) done = "in no tier";
  if (done.empty()) {
    done = "tier " + render::tier_name(person.tier) + ", every " +
           render::counted(target_of(person, call_.settings), "day");
  }
  return person.name + ": " + done;
}

void Guide::ask_about_the_quiet() {
  std::vector<Quiet> all = back_.cooled;
  all.insert(all.end(), back_.quiet.begin(), back_.quiet.end());
  std::erase_if(all, [&](const Quiet& one) {
    const auto until = one.sums->snoozed_until;
    return (until && *until > call_.today()) || store_.person(one.person->id).archived;
  });
  if (all.empty()) return;
  if (all.size() > most_quiet) all.resize(most_quiet);
  say("");
  say("Is a day fixed for a talk?", render::Style::strong);
  say("A day such as fri, 2w or sat 19:30; it is shown on its day.", render::Style::dim);
  for (std::size_t i = 0; i < all.size(); ++i) ask_for_a_day(all[i], place_among(i, all.size()));
}

void Guide::ask_for_a_day(const Quiet& one, const std::string& place) {
  const bool overdue = one.silence >= target_of(*one.person, material_.settings);
  say(one.person->name + ": " +
      (overdue ? render::quiet_text(one, material_.settings, material_.today)
               : render::cooled_text(one, material_.today)));
  ask_until_understood(place + " [sat 19:30/Enter/q]", [&](const std::string& answer) {
    const Moment moment = cli::require_date(answer, answer, cli::Tense::future, call_.now);
    Snooze snooze{.person = one.person->id,
                  .on = call_.today(),
                  .until = moment.day,
                  .counted = false,
                  .agreed = moment.time ? "a talk, " + clock_text(*moment.time) : "a talk"};
    keep(one.person->handle, [&](store::Change& change) { change.add(snooze); });
    say(one.person->name + ": " + sentence(snooze));
  });
}

std::vector<Intention> Guide::ask_for_intentions() {
  say("");
  say("What do you mean to do until the next review?", render::Style::strong);
  say("At most three, like: ann: a walk every week. The next review holds them against what happened.",
      render::Style::dim);
  std::vector<Intention> intentions;
  const Review* today = review_of(call_.today(), reviews_);
  const std::size_t already = today ? today->intentions.size() : 0;
  for (std::size_t i = 0; i < already; ++i) say("you mean to: " + sentence(store_, today->intentions[i]));
  while (already + intentions.size() < most_intentions) {
    const std::size_t before = intentions.size();
    const std::string place = std::to_string(already + before + 1);
    try {
      ask_until_understood(place + " of 3 [Enter ends]", [&](const std::string& answer) {
        intentions.push_back(read_intention(store_, answer));
      });
    } catch (const Stopped&) {
      if (intentions.empty()) throw;
      break;  // what was answered is kept
    }
    if (intentions.size() == before) break;
  }
  return intentions;
}

}  // namespace

Exit review_guided(Call& call) {
  if (!call.can_ask() || call.format != render::Format::text) {
    throw UsageError("--guided: asks, so it needs a terminal",
                     "rel review, and then rel review --intend \"ann: a walk\"");
  }
  store::File store = call.open_to_change("review");
  try {
    Guide(call, store).run();
  } catch (const Stopped&) {
    call.show(
        {.command = "review",
         .text = {render::Line("Stopped here; what you answered is kept. rel review --guided goes on.")}});
  }
  return Exit::done;
}

}  // namespace rel::commands
