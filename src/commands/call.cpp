#include "commands/call.hpp"

#include <algorithm>

#include "cli/typed.hpp"
#include "commands/safety.hpp"
#include "text/terminal.hpp"
#include "text/utf8.hpp"

namespace rel::commands {

std::vector<std::string> Call::places() const {
  return link.empty() ? std::vector{database} : std::vector{database, link};
}

void Call::show(const render::View& view) {
  std::string text = render::render(view, format, look);
  // Thousands of rows are not copied.
  if (outcome.out.empty()) {
    outcome.out = std::move(text);
  } else {
    outcome.out += text;
  }
}

void Call::confirm(const render::View& view) {
  outcome.saved = true;
  if (!quiet || format != render::Format::text) show(view);
}

void Call::print(std::string_view text) const {
  if (env.print) return env.print(text);
  outcome.out += text;
}

void Call::warn(const std::string& line) {
  if (!quiet) outcome.err += "rel: " + text::escaped(line) + '\n';
}

std::optional<std::string> Call::ask(const std::string& question) {
  const auto answer = env.ask(outcome.out + text::escaped(question) + ' ');
  outcome.out.clear();
  return answer ? std::optional(std::string(text::trimmed(*answer))) : std::nullopt;
}

std::optional<store::Reader> Call::open_to_read(store::Reading reading) const {
  auto store = store::File::open_to_read(database, settings, reading);
  if (store && looking_back) store->look_back_to(today());
  return store;
}

std::optional<store::File> Call::open_to_write() const {
  try {
    return store::File::open_to_write(database, settings);
  } catch (const store::OlderFile&) {
    migrate(*this);
  }
  return store::File::open_to_write(database, settings);
}

store::File Call::open_to_change(const std::string& who) const {
  auto store = open_to_write();
  if (!store) throw NotFound(cli::named(who) + ": nobody is in the file yet", "rel add \"Ann Lee\" --tier 1");
  return std::move(*store);
}

store::File Call::open_or_make() const {
  if (auto store = open_to_write()) return std::move(*store);
  return store::File::create(database, settings);
}

void Call::change(store::File& store, const std::function<void(store::Change&)>& work,
                  const std::function<void()>& report) const {
  store::Change change = store.change(typed, env.now_ms);
  work(change);
  change.commit(report);
}

std::span<const std::reference_wrapper<const Command>> all_commands() {
  static constexpr std::reference_wrapper<const Command> commands[] = {
      log_command,      due_command,    prep_command,   note_command,   promise_command,  done_command,
      snooze_command,   health_command, review_command, add_command,    list_command,     show_command,
      search_command,   import_command, export_command, edit_command,   remove_command,   merge_command,
      forget_command,   undo_command,   redo_command,   backup_command, restore_command,  config_command,
      schedule_command, doctor_command, demo_command,   help_command,   complete_command, page_command};
  return commands;
}

std::vector<const cli::CommandSpec*> shown_specs() {
  std::vector<const cli::CommandSpec*> specs;
  for (const Command& command : all_commands()) {
    if (command.spec.group != cli::Group::hidden) specs.push_back(&command.spec);
  }
  return specs;
}

const Command* find_command(std::string_view name) {
  const auto commands = all_commands();
  const auto found = std::find_if(commands.begin(), commands.end(),
                                  [&](const Command& command) { return command.spec.name == name; });
  return found == commands.end() ? nullptr : &found->get();
}

}  // namespace rel::commands
