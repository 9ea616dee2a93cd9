#include "answer/carry_out.hpp"

namespace rel::commands {

namespace {

void say(const Deed& deed, Confirmation& answer, const store::Reader& store) {
  if (deed.report) deed.report(answer, store);
}

}  // namespace

Exit carry_out(Call& call, const std::optional<std::string>& who, const Deed& deed) {
  if (call.batch) {
    deed.write(call.batch->change, call.batch->answer);
    say(deed, call.batch->answer, call.batch->change);
    return Exit::done;
  }
  store::File store = who ? call.open_to_change(*who) : call.open_or_make();
  Confirmation answer(call, store, call.spec.name);
  call.change(
      store, [&](store::Change& change) { deed.write(change, answer); }, [&] { say(deed, answer, store); });
  answer.print();
  return Exit::done;
}

}  // namespace rel::commands
