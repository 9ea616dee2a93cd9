// friends.md: the file of the `friends` program (github.com/JacobEvelyn/friends), a journal in Markdown.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "formats/dropped.hpp"
#include "formats/problem.hpp"
#include "formats/vcard.hpp"
#include "rel/day.hpp"

namespace rel::formats {

/// An activity, or a note, on a day.
struct FriendsEvent {
  std::size_t line = 0;
  Day on{};
  std::vector<std::string> names;  ///< of the friends in it, each once
  std::string text;                ///< as it reads, without the marks around names and places
  std::string plain;               ///< the same without any name or place
};

/// Everything that a file holds.
struct FriendsFile {
  std::vector<Card> friends;  ///< nicknames, tags and places are theirs
  std::vector<FriendsEvent> activities;
  std::vector<FriendsEvent> notes;
  std::vector<Problem> problems;
  Drops dropped;
};

/// Whether the bytes look like such a file: a heading of one of its lists comes first.
bool looks_like_friends(std::string_view beginning);

/// Reads a file. A friend's place becomes a tag.
FriendsFile read_friends(std::string_view text);

}  // namespace rel::formats
