#include "invocation/invocation.hpp"

#include <algorithm>

#include "cli/typed.hpp"
#include "invocation/safety.hpp"
#include "text/terminal.hpp"
#include "text/utf8.hpp"

namespace rel::commands {

std::vector<std::string> Call::places() const {
  return link.empty() ? std::vector{database} : std::vector{database, link};
}

void Call::show(const render::View& view) {
  std::string text = render::render(view, format, look);
  // Thousands of rows are not copied.
  if (outcome.out.empty()) {
    outcome.out = std::move(text);
  } else {
    outcome.out += text;
  }
}

void Call::confirm(const render::View& view) {
  outcome.saved = true;
  if (!quiet || format != render::Format::text) show(view);
}

void Call::print(std::string_view text) const {
  if (env.print) return env.print(text);
  outcome.out += text;
}

void Call::warn(const std::string& line) {
  if (!quiet) outcome.err += "rel: " + text::escaped(line) + '\n';
}

std::optional<std::string> Call::ask(const std::string& question) {
  const auto answer = env.ask(outcome.out + text::escaped(question) + ' ');
  outcome.out.clear();
  return answer ? std::optional(std::string(text::trimmed(*answer))) : std::nullopt;
}

std::optional<store::Reader> Call::open_to_read(store::Reading reading) const {
  auto store = store::File::open_to_read(database, settings, reading);
  if (store && looking_back) store->look_back_to(today());
  return store;
}

std::optional<store::File> Call::open_to_write() const {
  try {
    return store::File::open_to_write(database, settings);
  } catch (const store::OlderFile&) {
    migrate(*this);
  }
  return store::File::open_to_write(database, settings);
}

store::File Call::open_to_change(const std::string& who) const {
  auto store = open_to_write();
  if (!store) throw NotFound(cli::named(who) + ": nobody is in the file yet", "rel add \"Ann Lee\" --tier 1");
  return std::move(*store);
}

store::File Call::open_or_make() const {
  if (auto store = open_to_write()) return std::move(*store);
  return store::File::create(database, settings);
}

void Call::change(store::File& store, const std::function<void(store::Change&)>& work,
                  const std::function<void()>& report) const {
  store::Change change = store.change(typed, env.now_ms);
  work(change);
  change.commit(report);
}

}  // namespace rel::commands
