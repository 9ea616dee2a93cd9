// Cards become people: those who are here grow, the others are added.
#pragma once

#include <string>
#include <vector>

#include "commands/import/importing.hpp"
#include "formats/vcard.hpp"

namespace rel::commands {

/// Puts the cards' people into the file, new ones in the tier of --tier (else none). Returns whose each card
/// is.
std::vector<Id> take_cards(Import& import, std::vector<formats::Card> cards);

/// Whether what a file says of a person stays true, or was told on a day.
enum class NoteKind { told, fact };

/// Keeps what a file says about a person as a remark heard on that day, unless it is here already.
void take_note(Import& import, Id person, const std::string& text, Day heard, NoteKind kind = NoteKind::told);

}  // namespace rel::commands
