#include "input/naming.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_set>

#include "base/errors.hpp"
#include "cli/typed.hpp"
#include "text/fold.hpp"
#include "text/joined.hpp"
#include "text/nearest.hpp"
#include "text/utf8.hpp"

namespace rel::commands {

namespace {

using store::NameMatch;
using store::NameRank;
using store::Reader;

constexpr std::size_t most_candidates = 5;

std::string candidates(const std::vector<NameMatch>& matches) {
  const bool all = matches.size() <= most_candidates;
  const auto shown = std::span(matches).first(all ? matches.size() : most_candidates);
  return text::joined(shown, ", ", &NameMatch::handle) + (all ? "" : ", …");
}

struct SeveralFit : NotFound {
  using NotFound::NotFound;
};

/// Of those whom one step found, the ones that matter most: in a tier, then in none, then archived.
std::vector<NameMatch> foremost(const std::vector<NameMatch>& matches) {
  const auto standing = [](const NameMatch& match) {
    return !match.active ? 2 : match.tier == Tier::none ? 1 : 0;
  };
  for (int best = 0; best <= 2; ++best) {
    std::vector<NameMatch> equal;
    std::copy_if(matches.begin(), matches.end(), std::back_inserter(equal),
                 [&](const NameMatch& match) { return standing(match) == best; });
    if (!equal.empty()) return equal;
  }
  return {};
}

/// Where a step found anyone it decides, or ends the search.
std::optional<NameMatch> decide(const std::vector<NameMatch>& matches, const std::string& who) {
  const std::vector<NameMatch> best = foremost(matches);
  if (best.empty()) return std::nullopt;
  if (best.size() == 1) return best.front();
  throw SeveralFit(cli::named(who) + ": several people fit", candidates(best));
}

std::optional<NameMatch> by_key(const Reader& store, const std::string& who,
                                std::initializer_list<NameRank> ranks) {
  const std::string key = text::fold_name(who);
  if (auto match = decide(store.named(NameRank::handle, text::fold(text::trimmed(who))), who)) return match;
  if (key.empty()) return std::nullopt;
  for (const NameRank rank : ranks) {
    if (auto match = decide(store.named(rank, key), who)) return match;
  }
  return std::nullopt;
}

std::optional<NameMatch> by_any_key(const Reader& store, const std::string& who) {
  if (auto match = by_key(store, who, {NameRank::alias, NameRank::full_name, NameRank::word})) return match;
  const std::string key = text::fold_name(who);
  if (key.empty()) return std::nullopt;
  return decide(store.name_begins(text::fold(text::trimmed(who)), key), who);
}

std::optional<NameMatch> look_up(const Reader& store, const std::string& who) {
  auto match = by_any_key(store, who);
  return !match && store.keys_fail() ? by_any_key(store, who) : match;
}

[[noreturn]] void refuse_unknown(const Reader& store, const std::string& who) {
  if (names_entry(store, who))
    throw NotFound(cli::named(who) + ": an entry, not a person", "rel edit " + who);
  const std::string advice = text::joined(near_handles(store, who), ", ");
  if (advice.empty() && id_beginning(who))
    throw NotFound(cli::named(who) + ": nobody of that name, and no entry has an id that begins so",
                   "rel show WHO lists the ids");
  throw NotFound(cli::named(who) + ": nobody of that name",
                 advice.empty() ? "rel add \"" + cli::named(who) + "\"" : advice);
}

void check_typed(const std::string& who) {
  if (const auto offset = text::first_invalid_byte(who)) {
    throw UsageError(cli::named(who) + ": byte " + std::to_string(*offset) + " is not UTF-8");
  }
  if (text::blank(who)) throw UsageError("WHO: empty", "rel list shows whom you can name");
}

}  // namespace

bool names_somebody(const Reader& store, const std::string& who) {
  try {
    find_people(store, who);
    return true;
  } catch (const SeveralFit&) {
    return true;
  } catch (const NotFound&) {
  } catch (const UsageError&) {
  }
  return false;
}

std::vector<std::string> near_handles(const Reader& store, const std::string& who) {
  std::vector<std::string> keys;
  std::map<std::string, std::string> handles;
  for (const NameMatch& one : store.everyone()) {
    std::vector<std::string> ways = text::words(text::fold_name(one.name));
    ways.push_back(text::fold_name(one.name));
    ways.push_back(one.handle);
    for (std::string& way : ways) {
      if (handles.emplace(way, one.handle).second) keys.push_back(std::move(way));
    }
  }
  std::vector<std::string> near;
  for (const std::string& key : text::nearest(text::fold_name(who), keys, 2 * most_candidates)) {
    const std::string& handle = handles.at(key);
    if (near.size() < most_candidates && std::find(near.begin(), near.end(), handle) == near.end())
      near.push_back(handle);
  }
  return near;
}

NameMatch find_person(const Reader& store, const std::string& who) {
  check_typed(who);
  if (auto match = look_up(store, who)) return *match;
  if (who.find(',') != std::string::npos)
    throw NotFound(cli::named(who) + ": nobody of that name; here it is one person at a time");
  refuse_unknown(store, who);
}

std::vector<NameMatch> find_people(const Reader& store, const std::string& who) {
  check_typed(who);
  if (auto match = look_up(store, who)) return {*match};
  std::vector<NameMatch> people;
  std::unordered_set<Id> known;
  for (std::size_t begin = 0; begin <= who.size();) {
    const std::size_t comma = std::min(who.find(',', begin), who.size());
    const NameMatch match = find_person(store, who.substr(begin, comma - begin));
    if (known.insert(match.person).second) people.push_back(match);
    begin = comma + 1;
  }
  return people;
}

std::vector<NameMatch> find_by_whole_names(const Reader& store, const std::string& names,
                                           UnknownName answer) {
  std::vector<NameMatch> people;
  std::unordered_set<Id> known;
  for (std::size_t begin = 0; begin <= names.size();) {
    const std::size_t end = std::min(names.find(';', begin), names.size());
    const std::string who = names.substr(begin, end - begin);
    check_typed(who);
    const auto match = by_key(store, who, {NameRank::alias, NameRank::full_name});
    if (!match && answer == UnknownName::plain) throw NotFound(cli::named(who) + ": nobody of that name");
    if (!match) refuse_unknown(store, who);
    if (known.insert(match->person).second) people.push_back(*match);
    begin = end + 1;
  }
  return people;
}

store::EntryRef find_entry(const Reader& store, const std::string& id) {
  const auto beginning = id_beginning(id);
  if (!beginning) {
    throw NotFound(cli::named(id) + ": not an entry's id", "ids stand at the right in show, such as 7k2q");
  }
  const std::vector<store::EntryRef> found = store.entries_beginning(*beginning, most_candidates);
  if (found.empty())
    throw NotFound(cli::named(id) + ": no entry has an id that begins so", "rel show WHO lists them");
  if (found.size() == 1) return found.front();
  const auto short_id = [&](const store::EntryRef& entry) { return store.short_id(entry.id); };
  throw NotFound(cli::named(id) + ": several entries begin so", text::joined(found, ", ", short_id));
}

bool names_entry(const Reader& store, const std::string& text) {
  const auto beginning = id_beginning(text);
  return beginning && !store.entries_beginning(*beginning, 1).empty();
}

}  // namespace rel::commands
