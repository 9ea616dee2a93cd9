// The settings file: TOML.
#include "formats/config.hpp"
#include "fuzz/target.hpp"

using namespace rel;
using namespace rel::test;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto read = formats::read_config(text_of(data, size));
  if (const auto* problem = std::get_if<formats::ConfigProblem>(&read)) {
    must(!problem->why.empty() && problem->line >= 0, "a problem says why");
    return 0;
  }
  for (const formats::Setting& setting : formats::all_settings()) {
    must(!formats::value_text(setting, std::get<formats::Config>(read)).empty(), "a setting has a value");
  }
  return 0;
}
