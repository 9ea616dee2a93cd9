#include "commands/times.hpp"

#include <ctime>

namespace rel::commands {

std::string local_time(std::int64_t at_ms) {
  const auto seconds = static_cast<std::time_t>(at_ms / 1000);
  std::tm local{};
  if (!localtime_r(&seconds, &local)) return "";
  char text[32];
  return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M", &local)};
}

}  // namespace rel::commands
