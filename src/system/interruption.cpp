#include "system/interruption.hpp"

#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>

namespace rel::store {

namespace {

constexpr std::size_t most_paths = 16;  // at once; there are three or four
std::array<std::atomic<const char*>, most_paths> paths;

// The newest first: what is in a folder goes before it. Only what a handler may call is called.
extern "C" void remove_and_end(int signal) {
  for (auto path = paths.rbegin(); path != paths.rend(); ++path) {
    const char* name = *path;
    if (name && unlink(name) != 0) rmdir(name);
  }
  std::signal(signal, SIG_DFL);
  std::raise(signal);  // comes when this returns
}

}  // namespace

RemovedOnSignal::RemovedOnSignal(const char* path) : place_(0) {
  for (; place_ < most_paths; ++place_) {
    const char* none = nullptr;
    if (paths.at(place_).compare_exchange_strong(none, path)) return;
  }
}

RemovedOnSignal::~RemovedOnSignal() {
  if (place_ < most_paths) paths.at(place_) = nullptr;
}

void remove_on_signals() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    if (std::signal(signal, remove_and_end) == SIG_IGN) std::signal(signal, SIG_IGN);
  }
}

}  // namespace rel::store
