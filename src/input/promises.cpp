#include "input/promises.hpp"

#include "cli/dated_texts.hpp"
#include "input/texts.hpp"

namespace rel::commands {

Promise read_promise(const std::string& text, const std::string& what, const cli::Now& now) {
  const cli::TextByDay said = cli::read_text_by_day(text, now);
  return {.text = require_note(said.text, what), .by = said.by};
}

}  // namespace rel::commands
