#include "commands/import/archive_people.hpp"

#include <algorithm>

#include "input/person_options.hpp"
#include "render/objects.hpp"
#include "render/view.hpp"
#include "text/fold.hpp"

namespace rel::commands {

namespace {

/// What a row says, and of us what it leaves out. The handle may differ: someone else may have had it here.
Person as_ours(const formats::ArchivedPerson& row, const Person& ours) {
  Person theirs = row.person;
  theirs.id = ours.id;
  theirs.handle = ours.handle;
  theirs.uid = ours.uid;
  if (!row.brings_tier) theirs.tier = ours.tier;
  if (!row.brings_start) theirs.start = ours.start;
  return theirs;
}

/// All of a person that a row like this one says, but for the handle.
std::string content_of(const Person& person, const formats::ArchivedPerson& row) {
  Person content = person;
  content.handle.clear();
  content.uid.clear();
  if (!row.brings_tier) content.tier = Tier::none;
  if (!row.brings_start) content.start.reset();
  std::string text;
  render::append_json(text, render::person_object(content));
  return text;
}

}  // namespace

ArchivePeople::ArchivePeople(Import& import, const std::string& path) : import_(import), path_(path) {
  if (!import.change.has_people()) import.brings_back = true;
}

void ArchivePeople::collect(formats::ArchivedPerson row) {
  import_.progress();
  if (const auto why = why_not(row)) return import_.fail(path_, {row.line, "people: " + *why});
  const Person& person = row.person;
  if (!person.handle.empty()) seen_handles_.insert(person.handle);
  if (!person.uid.empty()) seen_uids_.insert(person.uid);
  if (import_.wanted(person.name)) {
    rows_.push_back(std::move(row));
    return;
  }
  if (!person.handle.empty()) left_out_.insert(person.handle);
  ++import_.left_out;
}

std::optional<std::string> ArchivePeople::why_not(const formats::ArchivedPerson& row) const {
  if (seen_handles_.contains(row.person.handle)) return "the handle " + row.person.handle + " is there twice";
  if (seen_uids_.contains(row.person.uid)) return "the uid of " + row.person.name + " is there twice";
  return std::nullopt;
}

const Person* ArchivePeople::known(const formats::ArchivedPerson& row) {
  const Person& person = row.person;
  if (!person.uid.empty()) {
    const auto found = by_uid_.find(person.uid);
    return found == by_uid_.end() ? nullptr : found->second;
  }
  const auto found = by_name_.find(text::fold_name(person.name));
  if (found == by_name_.end()) return nullptr;
  const auto& namesakes = found->second;
  if (person.handle.empty()) return namesakes.size() == 1 ? namesakes.front() : one_just_so(row, namesakes);
  const auto same = by_handle_.find(person.handle);
  const bool of_that_name = same != by_handle_.end() && text::fold_name(same->second->name) == found->first;
  return of_that_name ? same->second : nullptr;
}

const Person* ArchivePeople::one_just_so(const formats::ArchivedPerson& row,
                                         const std::vector<const Person*>& namesakes) {
  const auto [place, is_new] = just_so_.try_emplace({&namesakes, row.brings_tier, row.brings_start});
  std::map<std::string, std::deque<const Person*>>& people = place->second;
  if (is_new) {
    for (const Person* one : namesakes) people[content_of(*one, row)].push_back(one);
  }
  std::deque<const Person*>& same = people[content_of(row.person, row)];
  while (!same.empty()) {
    const Person* const one = same.front();
    same.pop_front();
    if (claimed_.insert(one->id).second) return one;
  }
  return nullptr;
}

void ArchivePeople::compare(const formats::ArchivedPerson& row, const Person& ours) {
  if (!row.person.handle.empty()) ids_[row.person.handle] = ours.id;
  if (as_ours(row, ours) == ours) {
    ++import_.unchanged;
  } else {
    import_.keep(ours.handle);
  }
}

void ArchivePeople::give_tiers(std::vector<formats::ArchivedPerson>& rows) {
  std::vector<Person> beginners;
  std::vector<Tier> tiers;
  std::vector<formats::ArchivedPerson*> owners;
  for (formats::ArchivedPerson& row : rows) {
    const Tier tier = row.brings_tier ? row.person.tier : import_.tier.value_or(Tier::none);
    if (row.brings_start || tier == Tier::none) {
      row.person.tier = tier;
      continue;
    }
    beginners.push_back(row.person);
    tiers.push_back(tier);
    owners.push_back(&row);
  }
  set_tiers(import_.change, beginners, tiers, import_.call);
  for (std::size_t i = 0; i < owners.size(); ++i) {
    owners[i]->person.tier = beginners[i].tier;
    owners[i]->person.start = beginners[i].start;
  }
}

void ArchivePeople::add_one(formats::ArchivedPerson& row, std::string handle) {
  Person& person = row.person;
  const std::string theirs = std::exchange(person.handle, std::move(handle));
  import_.change.add(person);
  if (!theirs.empty()) ids_[theirs] = person.id;
  if (!theirs.empty() && theirs != person.handle)
    import_.remarks.push_back(theirs + " is someone else here: " + person.name + " is " + person.handle);
  ++import_.added["people"];
  import_.new_people.push_back(person);
}

void ArchivePeople::add() {
  people_ = import_.change.people();
  for (const Person& person : people_) {
    by_uid_[person.uid] = &person;
    by_handle_[person.handle] = &person;
    by_name_[text::fold_name(person.name)].push_back(&person);
  }
  std::vector<formats::ArchivedPerson> strangers;
  for (formats::ArchivedPerson& row : std::exchange(rows_, {})) {
    if (const Person* ours = known(row)) {
      compare(row, *ours);
    } else if (import_.takes(path_, row.line, row.ahead)) {
      strangers.push_back(std::move(row));
    }
  }
  give_tiers(strangers);
  const auto keeps_handle = [&](const formats::ArchivedPerson& row) {
    return !row.person.handle.empty() && !import_.change.handle_taken(row.person.handle);
  };
  const auto renamed = std::stable_partition(strangers.begin(), strangers.end(), keeps_handle);
  for (auto row = strangers.begin(); row != renamed; ++row) add_one(*row, row->person.handle);
  HandleMaker handles(import_.change);
  for (auto row = renamed; row != strangers.end(); ++row) {
    const Person& person = row->person;
    add_one(*row, handles.make(person.handle.empty() ? person.name : person.handle));
  }
}

std::optional<Id> ArchivePeople::find(const std::string& handle) {
  const auto known = ids_.find(handle);
  if (known != ids_.end()) return known->second;
  if (left_out(handle)) return std::nullopt;
  const auto ours = import_.change.named(store::NameRank::handle, handle);
  if (ours.size() != 1 || seen_handles_.contains(handle)) return std::nullopt;
  return ids_[handle] = ours.front().person;
}

}  // namespace rel::commands
