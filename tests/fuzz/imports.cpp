// The import of a file of any bytes, whichever format it looks like, into a file with a circle.
#include "fuzz/world.hpp"
#include "text/utf8.hpp"

using namespace rel;
using namespace rel::test;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static FuzzWorld world;
  world.write(world.bytes);
  std::ofstream(world.folder / "in", std::ios::binary) << text_of(data, size);
  const Outcome outcome = world.run({"import", "in", "--meetings", "--keep-going"});
  must(!text::first_invalid_byte(outcome.out + outcome.err), "what is printed is UTF-8");
  must(world.run({"doctor"}).exit_code == 0, "the file is sound");
  std::filesystem::remove_all(world.folder / "backups");
  return 0;
}
