#include "cli/typed.hpp"
#include "commands/commands.hpp"
#include "input/naming.hpp"
#include "input/words.hpp"
#include "text/joined.hpp"

namespace rel::commands {

namespace {

/// What may have been meant by words of which the whole is nobody.
std::string instead(const store::Reader& store, const std::vector<std::string>& words) {
  const std::string& first = words.front();
  if (words.size() > 1 && names_somebody(store, first))
    return "rel log " + text::joined(words, " ", cli::shell_word);
  const auto near = near_handles(store, first);
  return near.empty() ? "rel help --all"
                      : text::joined(near, ", ", [](const std::string& one) { return "rel " + one; });
}

}  // namespace

Exit run_by_name(Call& call) {
  const auto store = call.open_to_read();
  const std::vector<std::string>& words = call.args.words;
  if (!store) refuse_command(words.front());
  if (!names_somebody(*store, joined_words(call, 0))) refuse_command(words.front(), instead(*store, words));
  return prep_command.run(call);
}

}  // namespace rel::commands
