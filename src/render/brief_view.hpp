// The brief before a call: at most a screen.
#pragma once

#include <string>
#include <vector>

#include "rel/brief.hpp"
#include "render/objects.hpp"
#include "render/view.hpp"

namespace rel::render {

/// What `prep` has to say.
struct BriefPage {
  Day today{};
  std::vector<Brief> briefs;
  bool for_reader = true;  ///< someone sits before it: long texts are cut, and how to log stands below
};

/// The view: for one person with the keys of the contract, for several with a list `briefs` of them.
View brief_view(const BriefPage& page, Format format, const ShortId& short_id, const HandleOf& handle_of);

/// The same for people, without how to log.
std::vector<Block> brief_text(const Brief& brief, const BriefPage& page, const ShortId& short_id);

}  // namespace rel::render
