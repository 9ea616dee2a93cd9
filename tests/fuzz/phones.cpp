// What telephones log: XML of calls and messages.
#include "formats/phone_backup.hpp"
#include "fuzz/cards.hpp"

using namespace rel;
using namespace rel::test;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = text_of(data, size);
  formats::looks_like_calls(text);
  std::istringstream in(text);
  formats::read_phone_backup(
      in, {.call = [](const formats::PhoneCall& call) { must(call.seconds >= 0, "a length"); },
           .message = [](const formats::PhoneMessage& message) { must(message.at_ms >= 0, "a moment"); },
           .problem = [](const formats::Problem& problem) { must(problem.line > 0, "a line"); }});
  return 0;
}
