#include <algorithm>
#include <filesystem>

#include "cli/typed.hpp"
#include "commands/commands.hpp"
#include "commands/inbox/taking.hpp"
#include "render/phrases.hpp"
#include "system/input_files.hpp"
#include "system/private_file.hpp"

namespace rel::commands {

namespace {

constexpr cli::OptionSpec inbox_options[] = {
    {"keep", 0, cli::Arity::flag, "", "leave the lines in their files; they are known from now on"},
    {"dry-run", 0, cli::Arity::flag, "", "show what would be taken in, and write nothing"},
};

constexpr cli::Example inbox_examples[] = {
    {"rel inbox", "the lines that wait in the files of the setting inbox"},
    {"rel inbox ~/Sync/rel-inbox.txt --dry-run", "what would become of this file"},
    {"echo 'yesterday ann call 20 her new job' | rel inbox -", "a line: a date, and the words of rel log"},
};

/// What a kill just before the end left beside the files.
void sweep(const std::vector<InboxFile>& files) {
  for (const InboxFile& file : files) {
    if (!file.path.empty()) store::PrivateFile::sweep(file.path);
  }
}

std::vector<InboxFile> files_of(const Call& call) {
  std::vector<InboxFile> files;
  const auto& named = call.args.words;
  if (named.empty() && call.program.inbox.empty())
    throw UsageError("inbox: which file?",
                     "rel inbox FILE, or the setting inbox = [\"~/Sync/rel-inbox*.txt\"]");
  for (const std::string& path : named.empty() ? inbox_paths(call) : named)
    files.push_back(path == "-" ? read_inbox_input(call) : read_inbox_file(call, path));
  return files;
}

/// Takes the lines that are done with out of their files; what there is to say of those where that failed.
std::vector<std::string> clear_out(const std::vector<InboxFile>& files, const Taken& taken) {
  std::vector<std::string> said;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const InboxFile& file = files[i];
    if (file.path.empty() || taken.done_with[i].empty()) continue;
    const std::string stays = "; the lines taken in stay there, and are known";
    try {
      store::PrivateFile rest(file.path);
      rest.append(without_lines(file.bytes, taken.done_with[i]));
      rest.sync();
      if (!rest.replace_if_still(file.bytes))
        said.push_back(cli::named(file.path) + ": changed meanwhile" + stays);
    } catch (const IoError& error) {
      said.push_back(error.what() + stays);
    }
  }
  return said;
}

std::string place_of(const LeftLine& line) {
  const std::string number = std::to_string(line.number);
  return line.file.empty() ? "line " + number
                           : std::string(std::filesystem::path(line.file).filename()) + ":" + number;
}

render::Object object_of(const LeftLine& line) {
  return {{"file", line.file.empty() ? render::Value() : render::Value(line.file)},
          {"line", line.number},
          {"text", line.text},
          {"reason", line.why},
          {"try", line.instead.empty() ? render::Value() : render::Value(line.instead)}};
}

std::string counted_lines(std::size_t count) {
  return render::counted(static_cast<int>(count), "line");
}

void say_all(Confirmation& answer, const Taken& taken, bool trial) {
  for (const KnownLine& line : taken.known)
    answer.close_with(
        render::dim("known since " + cli::echoed({line.since, std::nullopt}) + ": " + line.text));
  render::List left;
  for (const LeftLine& line : taken.left) {
    answer.close_with(render::Line(place_of(line) + ": " + line.text));
    answer.close_with(render::dim("  " + line.why));
    if (!line.instead.empty()) answer.close_with(render::dim("  try: " + line.instead));
    left.emplace_back(object_of(line));
  }
  std::string sum = counted_lines(taken.lines) + (trial ? " would be taken in" : " taken in");
  if (!taken.known.empty()) sum += ", " + std::to_string(taken.known.size()) + " known from before";
  if (!taken.left.empty()) sum += ", " + std::to_string(taken.left.size()) + " left";
  answer.close_with(render::Line(sum));
  answer.tell("taken", static_cast<std::int64_t>(taken.lines));
  answer.tell("known", static_cast<std::int64_t>(taken.known.size()));
  answer.tell("left", std::move(left));
}

bool has_lines(const std::vector<InboxFile>& files) {
  return std::ranges::any_of(files, [](const InboxFile& file) { return !file.lines.empty(); });
}

/// Attempts it until every line is either fit or left.
Exit take_in(Call& call, store::File& store, const std::vector<InboxFile>& files) {
  const bool trial = call.args.has("dry-run");
  Taking taking(call, files);
  for (;;) {
    Confirmation answer(call, store, "inbox", Detail::brief);
    {
      store::Change change = trial ? store.try_out() : store.change(call.typed, call.env.now_ms);
      if (!taking.attempt(change, answer)) continue;
      say_all(answer, taking.taken(), trial);
      if (!trial) change.commit();
    }
    const Taken& taken = taking.taken();
    call.outcome.err += taken.warnings;
    if (!trial && !call.args.has("keep")) {
      for (const std::string& line : clear_out(files, taken)) call.warn(line);
    }
    answer.print(trial || taken.lines == 0 ? Saved::nothing : Saved::something);
    return Exit::done;
  }
}

Exit run_inbox(Call& call) {
  const std::vector<InboxFile> files = files_of(call);
  if (!call.args.has("dry-run")) sweep(files);
  if (!has_lines(files)) {
    if (call.format == render::Format::text && !call.look.terminal) return Exit::done;
    render::View view{.command = "inbox"};
    view.head = {{"taken", 0}, {"known", 0}, {"left", render::List{}}};
    view.rows_key = "wrote";
    view.columns = render::wrote_columns();
    view.text = {render::Line("No line waits.")};
    if (!call.quiet || call.format != render::Format::text) call.show(view);
    return Exit::done;
  }
  store::File store =
      call.args.has("dry-run") ? call.open_to_change(files.front().lines.front().text) : call.open_or_make();
  return take_in(call, store, files);
}

}  // namespace

const Command inbox_command = {
    {.name = "inbox",
     .group = cli::Group::everyday,
     .words = "[FILE…]",
     .summary = "take in what you wrote elsewhere, a line each",
     .prose =
         "For notes of a phone in a folder that is synchronised. A line is the words of rel log, WHO "
         "first, or a date and then WHO; or it begins with note, promise, done, snooze or add. # begins a "
         "comment. Days without a year, weekdays and lines without a day count back from the day on which "
         "the file was saved. What is taken in leaves the file; what can't be read stays, and is said "
         "with its reason. A line that is taken in is known: it counts once, however often the file or a "
         "conflict copy comes back, and twice where it stands twice in one file. All of it is one step: "
         "rel undo takes it back, but does not write the lines into their files again. Without FILE it is "
         "the files of the setting inbox; - is standard input.",
     .options = inbox_options,
     .examples = inbox_examples},
    run_inbox,
    true};

}  // namespace rel::commands
