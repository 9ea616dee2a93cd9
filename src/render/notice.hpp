// The daily list as a notification on the desktop.
#pragma once

#include <string>

#include "render/due_view.hpp"

namespace rel::render {

/// What notify-send is given.
struct Notice {
  std::string summary;  ///< holds nothing that people or files wrote
  std::string body;     ///< a line a person: names and reasons, or names alone on a discreet page
};

/// The notice of a page on which somebody is due. In the body nothing is markup or an escape of
/// notify-send's.
Notice notice_of(const DuePage& page);

}  // namespace rel::render
