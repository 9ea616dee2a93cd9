#include "answer/carry_out.hpp"
#include "cli/dated_texts.hpp"
#include "cli/typed.hpp"
#include "commands/commands.hpp"
#include "input/naming.hpp"
#include "input/promises.hpp"
#include "input/words.hpp"
#include "input/writing.hpp"

namespace rel::commands {

namespace {

constexpr cli::OptionSpec promise_options[] = {
    {"by", 0, cli::Arity::one, "DATE", "until when", cli::ValueKind::day},
    {"theirs", 0, cli::Arity::flag, "", "they promised you"},
};

constexpr cli::Example promise_examples[] = {
    {"rel promise ann \"send the Calvino book by fri\"", "it is due on Friday"},
    {"rel promise bo \"bring the drill back\" --theirs", "his to you"},
};

Exit run_promise(Call& call) {
  const WhoAndText said = who_and_text(call, "what was promised?");
  Promise promise = read_promise(said.text, "promise", call.now);
  promise.mine = !call.args.has("theirs");
  promise.given = call.today();
  if (const auto by = call.args.one("by")) {
    if (promise.by) throw UsageError(cli::named("by", *by) + ": a second day after " + iso(*promise.by));
    promise.by = cli::require_date(*by, cli::named("by", *by), cli::Tense::future, call.now).day;
  }
  const auto add = [&](store::Change& change, Confirmation&) {
    promise.person = find_person(change, said.who).person;
    add_entry(change, promise, call);
  };
  const auto report = [&](Confirmation& answer, const store::Reader& store) {
    answer.say(sentence(promise, names_of(store, {promise.person})), promise.id);
    answer.wrote(promise);
  };
  return carry_out(call, said.who, {add, report});
}

}  // namespace

const Command promise_command = {
    {.name = "promise",
     .group = cli::Group::everyday,
     .words = "WHO TEXT [by DATE]",
     .summary = "what you promised them, or they promised you",
     .prose = "Yours is due on its day; without one after the tier's target, 30 days at most.",
     .options = promise_options,
     .examples = promise_examples},
    run_promise,
    true};

}  // namespace rel::commands
