#include "app/run.hpp"
#include "base/errors.hpp"
#include "system/process.hpp"

int main(int argc, char** argv) {
  const std::vector<std::string> args(argv + (argc > 0 ? 1 : 0), argv + argc);
  try {
    const rel::Env env = rel::process_env();
    return rel::deliver(rel::run(args, env), env.output_is_terminal);
  } catch (const rel::Error& error) {
    return rel::deliver(
        {static_cast<int>(error.exit()), "", std::string("rel: ") + error.what() + "\n", false, {}});
  }
}
