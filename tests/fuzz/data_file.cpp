// A data file of any bytes. An input is a file as it is, or (first byte 0) changes of a sound one: three
// bytes for a place, one for a length, and so many bytes that are written there.
#include "fuzz/world.hpp"

using namespace rel;
using namespace rel::test;

namespace {

std::string changed(std::string file, const std::uint8_t* data, std::size_t size) {
  for (std::size_t at = 0; at + 4 < size;) {
    std::size_t place = (data[at] << 16 | data[at + 1] << 8 | data[at + 2]) % file.size();
    const std::size_t end = std::min(size, at + 4 + data[at + 3] % 16 + 1);
    for (at += 4; at < end; ++at) file[place++ % file.size()] = static_cast<char>(data[at]);
  }
  return file;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static FuzzWorld world;
  const bool changes = size > 0 && data[0] == 0;
  const std::string file = changes ? changed(world.bytes, data + 1, size - 1) : text_of(data, size);
  world.write(file);
  world.run({"due", "--format", "json"});
  world.run({"show", "ann"});
  world.run({"health"});
  world.run({"undo", "--list"});
  world.run({"export", "--to", "json"});
  world.run({"log", "ann", "5m"});
  world.run({"undo"});
  std::filesystem::remove(world.path + "-journal");
  std::filesystem::remove_all(world.folder / "backups");
  return 0;
}
