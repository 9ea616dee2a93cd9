#include "commands/inbox/taking.hpp"

#include "commands/commands.hpp"
#include "input/naming.hpp"
#include "store/inbox_lines.hpp"
#include "system/input_files.hpp"

namespace rel::commands {

namespace {

constexpr int same_talk_for = 7;  // days in which a line that comes again is a copy of the one before

KnownNames names_in(const store::Reader& store) {
  const auto is_whole = [&store](const std::string& name) {
    try {
      return !find_by_whole_names(store, name, UnknownName::plain).empty();
    } catch (const UsageError&) {
    } catch (const NotFound&) {
    }
    return false;
  };
  return {is_whole, [&store](const std::string& who) { return names_somebody(store, who); }};
}

Present present_of(const InboxFile& file) {
  return file.path.empty() ? Present::clock : Present::file;
}

}  // namespace

Taking::Taking(Call& call, const std::vector<InboxFile>& files) : call_(call), files_(files), env_(call.env) {
  env_.ask = {};
  env_.read_input = [](std::size_t) -> std::string {
    throw UsageError("-: a line has nothing else to read");
  };
}

bool Taking::attempt(store::Change& change, Confirmation& answer) {
  taken_ = {};
  taken_.done_with.resize(files_.size());
  tainted_ = false;
  Batch batch{change, answer};
  for (std::size_t file = 0; file < files_.size(); ++file) {
    for (const InboxLine& line : files_[file].lines) take(batch, file, line);
  }
  find_half_written();
  return !tainted_;
}

void Taking::take(Batch& batch, std::size_t file, const InboxLine& line) {
  const InboxFile& inbox = files_[file];
  if (const auto unfit = unfit_.find({file, line.number}); unfit != unfit_.end())
    return leave(inbox, line, unfit->second);
  const auto refuse = [&](const Error& error) {
    const auto& [place, unfit] =
        *unfit_.insert_or_assign({file, line.number}, Unfit{error.what(), error.advice()}).first;
    leave(inbox, line, unfit);
  };
  const auto since = store::taken_in(batch.change, line.key);
  const KnownNames names = names_in(batch.change);
  LineCommand command;
  try {
    command = read_line(line.text, inbox.now, present_of(inbox), names);
  } catch (const Error& error) {
    if (!since) return refuse(error);
  }
  if (since && another_is_meant(command, inbox, line, names, *since)) {
    return leave(
        inbox, line,
        {"taken in on " + cli::echoed({*since, std::nullopt}) + "; if this is another talk, write its day",
         ""});
  }
  if (since) {
    taken_.known.push_back({line.text, *since});
  } else {
    try {
      run(batch, std::move(command));
    } catch (const UsageError& error) {
      tainted_ = true;
      return refuse(error);
    } catch (const NotFound& error) {
      tainted_ = true;
      return refuse(error);
    }
    batch.change.refresh();  // the next line may name somebody whom this one added
    store::take_in(batch.change, line.key, call_.today());
    ++taken_.lines;
  }
  taken_.done_with[file].insert(line.number);
}

void Taking::run(Batch& batch, LineCommand command) {
  if (command.args.has("edit")) throw UsageError("-e: a line has no editor");
  const Command& known = require_command(command.command);
  Outcome outcome;
  Call call{.spec = known.spec, .args = std::move(command.args), .env = env_, .outcome = outcome};
  call.settings = call_.settings;
  call.program = call_.program;
  call.now = command.now;
  call.database = call_.database;
  call.format = call_.format;
  call.look = call_.look;
  call.quiet = call_.quiet;
  call.batch = &batch;
  known.run(call);
  taken_.warnings += outcome.err;
}

/// Once a line has been known for some time, the same words may tell of another day: they are not dropped
/// unless they name it.
bool Taking::another_is_meant(const LineCommand& command, const InboxFile& file, const InboxLine& line,
                              const KnownNames& names, Day since) const {
  const bool stays = call_.args.has("keep") || command.command.empty();
  if (stays || days_between(since, call_.today()) <= same_talk_for) return false;
  cli::Now then = file.now;
  then.today = since;
  try {
    return read_line(line.text, then, present_of(file), names).day != command.day;
  } catch (const UsageError&) {  // a day that was still to come then
    return true;
  }
}

void Taking::leave(const InboxFile& file, const InboxLine& line, const Unfit& unfit) {
  taken_.left.push_back({file.path, line.number, line.text, unfit.why, unfit.instead});
}

/// A last line without its end may be half of what somebody is writing while we read.
void Taking::find_half_written() {
  for (std::size_t file = 0; file < files_.size(); ++file) {
    const InboxFile& inbox = files_[file];
    if (inbox.path.empty() || inbox.lines.empty() || inbox.lines.back().ended) continue;
    const int last = inbox.lines.back().number;
    if (!taken_.done_with[file].contains(last) || read_file(inbox.path) == inbox.bytes) continue;
    unfit_[{file, last}] = {"the file is still being written", "rel inbox"};
    tainted_ = true;
  }
}

}  // namespace rel::commands
