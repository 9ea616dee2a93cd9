// Command lines, an argument a line, on a file with a circle. Commands that write elsewhere are left out, and
// so are arguments that lead out of the folder.
#include <algorithm>
#include <array>

#include "base/errors.hpp"
#include "cli/arguments.hpp"
#include "commands/commands.hpp"
#include "fuzz/world.hpp"
#include "text/utf8.hpp"

using namespace rel;
using namespace rel::test;

namespace {

constexpr std::array run_here = {"add",     "log",   "due",    "prep", "health", "review", "note",
                                 "promise", "done",  "snooze", "list", "show",   "find",   "edit",
                                 "remove",  "merge", "undo",   "redo", "help"};

void parse(const std::vector<std::string>& args) {
  try {
    const cli::CommandLine line = cli::split_command(args);
    if (const auto* command = commands::find_command(line.command)) cli::parse(command->spec, line);
  } catch (const UsageError&) {
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static FuzzWorld world;
  static int runs = 0;
  const std::vector<std::string> args = lines_of(text_of(data, size));
  parse(args);
  const bool known =
      !args.empty() && std::find(run_here.begin(), run_here.end(), args.front()) != run_here.end();
  const bool stays = std::none_of(args.begin(), args.end(), [](const std::string& arg) {
    return arg.find('/') != std::string::npos || arg.find('\0') != std::string::npos;
  });
  if (!known || !stays) return 0;
  if (++runs % 50 == 1) world.write(world.bytes);  // so that it does not fill up
  const Outcome outcome = world.run(args);
  must(!text::first_invalid_byte(outcome.out + outcome.err), "what is printed is UTF-8");
  return 0;
}
