// What another program exported, made to fit into a file of ours: what is too long or has no place there is
// cut or left out, so that whatever comes in can go out in an archive and come in again.
#pragma once

#include <cstddef>
#include <string>

#include "formats/vcard.hpp"
#include "rel/entries.hpp"

namespace rel::formats {

/// A text on one line, of at most 200 graphemes and 16 KiB.
std::string fitting_name(std::string text);

/// Without NUL, and of at most 1 MiB.
std::string fitting_text(std::string text);

/// Each returns how many texts were cut. Of a card's texts those that are blank are left out, and of its
/// dates those of a name that another has.
std::size_t fit(Card& card);
std::size_t fit(Contact& contact);
std::size_t fit(Remark& remark);

}  // namespace rel::formats
