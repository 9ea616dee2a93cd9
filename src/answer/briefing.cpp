#include "answer/briefing.hpp"

#include <algorithm>
#include <sstream>

#include "render/brief_view.hpp"
#include "store/waiting.hpp"

namespace rel::commands {

namespace {

constexpr int editor_columns = 78;  // beside the comment sign

}  // namespace

Brief brief_for(const store::Reader& store, Id person, const Call& call) {
  const DueRules rules{call.today(), call.settings, store::away_until(store, call.today())};
  const Facts facts = store::facts_of(store, person);
  // Nothing before the last conversation and the last real one is looked at.
  const Day real = facts.sums.last_real.value_or(earliest_day());
  const Day since = std::min(real, facts.sums.updated.value_or(real));
  return brief_of(facts, store.contacts_of(person, since), store.remarks_of(person), rules);
}

std::string commented_brief(const store::Reader& store, Id person, const Call& call) {
  const render::BriefPage page{.today = call.today(), .briefs = {brief_for(store, person, call)}};
  const auto blocks =
      render::brief_text(page.briefs.front(), page, [&](Id id) { return store.short_id(id); });
  std::istringstream lines(render::render_text(blocks, {.terminal = true, .columns = editor_columns}));
  std::string text;
  for (std::string line; std::getline(lines, line);) text += (line.empty() ? "#" : "# " + line) + '\n';
  return text;
}

}  // namespace rel::commands
