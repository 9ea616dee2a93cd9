#include "input/words.hpp"

#include "rel/limits.hpp"
#include "text/joined.hpp"

namespace rel::commands {

std::string joined_words(const Call& call, std::size_t first) {
  return text::joined(std::span(call.args.words).subspan(first), " ");
}

WhoAndText who_and_text(const Call& call, const std::string& question) {
  if (call.args.words.size() < 2) {
    const std::string missing = call.args.words.empty() ? "whom is it about?" : question;
    throw UsageError(std::string(call.spec.name) + ": " + missing, std::string(call.spec.examples[0].line));
  }
  const std::string text = joined_words(call, 1);
  return {call.args.words.front(), text == "-" ? call.env.read_input(longest_note + 1) : text};
}

}  // namespace rel::commands
