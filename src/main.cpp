#include <malloc.h>

#include "app/run.hpp"
#include "base/errors.hpp"
#include "system/process.hpp"

namespace {

constexpr int largest_kept = 32 * 1024 * 1024;  // bytes

}  // namespace

int main(int argc, char** argv) {
  // Memory that was given back is soon asked for again, and the system is slow to give it.
  mallopt(M_MMAP_THRESHOLD, largest_kept);
  mallopt(M_TRIM_THRESHOLD, largest_kept);
  const std::vector<std::string> args(argv + (argc > 0 ? 1 : 0), argv + argc);
  try {
    const rel::Env env = rel::process_env();
    return rel::deliver(rel::run(args, env), env.output_is_terminal);
  } catch (const rel::Error& error) {
    return rel::deliver(
        {static_cast<int>(error.exit()), "", std::string("rel: ") + error.what() + "\n", false, {}});
  }
}
