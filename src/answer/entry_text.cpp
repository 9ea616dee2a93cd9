#include "answer/entry_text.hpp"

#include <type_traits>

#include "answer/confirm.hpp"
#include "rel/credit.hpp"
#include "store/any_entry.hpp"

namespace rel::commands {

namespace {

struct Described {
  const store::Reader& store;

  std::string operator()(const Contact& contact) const {
    return names_of(store, contact.with) + ": " + sentence(contact, earliest_day());
  }
  std::string operator()(const Snooze& snooze) const {
    return (snooze.person ? names_of(store, {*snooze.person}) : "everyone") + ": " + sentence(snooze);
  }
  std::string operator()(const Review& review) const { return sentence(review); }
  std::string operator()(const auto& entry) const { return sentence(entry, names_of(store, {entry.person})); }
};

}  // namespace

std::string describe(const store::Reader& store, const store::EntryRef& entry) {
  return with_entry(store, entry, Described{store});
}

std::string day_behind(const store::Reader& store, const store::EntryRef& entry) {
  const auto on = [](const char* what, Day day) { return what + cli::echoed({day, std::nullopt}); };
  if (entry.kind == store::EntryKind::remark) return on("heard on ", store.remark(entry.id).heard);
  if (entry.kind == store::EntryKind::promise) return on("promised on ", store.promise(entry.id).given);
  return "";
}

std::vector<Person> people_in(const store::Reader& store, const Contact& contact) {
  std::vector<Person> people;
  for (const Id person : contact.with) people.push_back(store.person(person));
  return people;
}

render::Object entry_object(const store::Reader& store, const store::EntryRef& entry) {
  const render::HandleOf handle_of = [&](Id id) { return store.handle_of(id); };
  return with_entry(store, entry, [&]<class Entry>(const Entry& one) {
    if constexpr (std::is_same_v<Entry, Contact>) {
      return render::wrote_contact(one, best_credit(one, people_in(store, one)), handle_of);
    } else {
      return render::wrote_entry(one, handle_of);
    }
  });
}

}  // namespace rel::commands
