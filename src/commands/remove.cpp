#include "answer/asks.hpp"
#include "answer/entry_text.hpp"
#include "commands/commands.hpp"
#include "input/naming.hpp"

namespace rel::commands {

namespace {

constexpr cli::Example remove_examples[] = {
    {"rel remove 7k2q", "takes one entry away; rel undo brings it back"}};

Exit run_remove(Call& call) {
  if (call.args.words.empty()) throw UsageError("remove: which entry?", "rel show WHO shows their ids");
  store::File store = call.open_to_change(call.args.words.front());
  Confirmation answer(call, store, "remove");
  call.change(store, [&](store::Change& change) {
    for (const std::string& id : call.args.words) {
      const store::EntryRef entry = find_entry(change, id);
      answer.say("removed: " + describe(change, entry));
      answer.wrote(entry_object(change, entry));
      const bool is_contact = entry.kind == store::EntryKind::contact;
      const auto contact = is_contact ? std::optional(change.contact(entry.id)) : std::nullopt;
      change.remove(entry);
      report(answer, follow_talk(change, contact, std::nullopt));
    }
  });
  answer.add("rel undo brings " + std::string(call.args.words.size() == 1 ? "it" : "them") + " back");
  answer.print();
  return Exit::done;
}

}  // namespace

const Command remove_command = {
    {.name = "remove",
     .group = cli::Group::entries,
     .words = "ID…",
     .summary = "take an entry away",
     .prose = "A contact, a remark, a promise or a snooze. The clocks are as if it had never been.",
     .options = {},
     .examples = remove_examples,
     .synonyms = "rm delete"},
    run_remove,
    true};

}  // namespace rel::commands
