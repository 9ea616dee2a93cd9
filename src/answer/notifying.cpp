#include "answer/notifying.hpp"

#include "render/notice.hpp"
#include "system/ended.hpp"

namespace rel::commands {

namespace {

constexpr const char* where_desktop =
    "in cron: DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/1000/bus (your number: id -u)";

}  // namespace

void notify(Call& call, const render::DuePage& page) {
  if (page.shown.empty() && page.left.empty()) return;
  const render::Notice notice = render::notice_of(page);
  const Ended ended =
      call.env.run_beside({"notify-send", "--app-name=rel", "--", notice.summary, notice.body}, "");
  if (!ended.problem.empty()) {
    call.warn("notify-send: " + ended.problem + "; in Debian it comes with libnotify-bin");
  } else if (ended.status != 0) {
    const bool knows_desktop = call.env.variable("DBUS_SESSION_BUS_ADDRESS").has_value();
    throw IoError("notify-send: " + why_not(ended), knows_desktop ? "" : where_desktop);
  }
}

}  // namespace rel::commands
