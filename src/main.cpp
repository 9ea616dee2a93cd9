#include "app/process.hpp"
#include "app/run.hpp"
#include "rel/errors.hpp"

int main(int argc, char** argv) {
  const std::vector<std::string> args(argv + (argc > 0 ? 1 : 0), argv + argc);
  try {
    return rel::deliver(rel::run(args, rel::process_env()));
  } catch (const rel::Error& error) {
    return rel::deliver(
        {static_cast<int>(error.exit()), "", std::string("rel: ") + error.what() + "\n", false, {}});
  }
}
