#include "store/recording.hpp"

#include "store/history.hpp"

namespace rel::store {

namespace {

// Small, because its rows are read again: they are still in the cache then.
constexpr std::size_t largest_part = 2 * 1024 * 1024;  // bytes

}  // namespace

Recording::Recording(Database& database, std::string command, std::int64_t at_ms)
    : database_(database),
      command_(std::move(command)),
      at_ms_(at_ms),
      recorder_(std::make_unique<Recorder>(database)) {}

void Recording::list(std::span<const Cell> row, const std::function<void()>& insert) {
  recorder_->unrecorded(insert);
  listed_.add(row);
}

void Recording::end_list() {
  if (listed_.size() > 0) begin_part();
}

void Recording::bound_memory() {
  if (recorder_->memory_used() + listed_.size() > largest_part) begin_part();
}

void Recording::begin_part() {
  finish();
  recorder_ = std::make_unique<Recorder>(database_);
}

// The recording first: the people of the list may be in it.
void Recording::finish() {
  append(recorder_->changes().bytes());
  recorder_.reset();
  append(listed_.take());
}

void Recording::append(const Bytes& changes) {
  if (changes.empty()) return;
  step_ =
      append_history(database_, step_, at_ms_, step_ ? "" : command_, Action::made, std::nullopt, changes);
}

}  // namespace rel::store
