// How somebody can be reached.
#pragma once

#include "rel/person.hpp"
#include "render/view.hpp"

namespace rel::render {

/// All their phone numbers and e-mail addresses, joined by commas; without a span where there are none.
Line reach_line(const Person& person);

}  // namespace rel::render
