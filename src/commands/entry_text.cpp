#include "commands/entry_text.hpp"

#include "commands/confirm.hpp"
#include "rel/credit.hpp"

namespace rel::commands {

std::string describe(const store::Reader& store, const store::EntryRef& entry) {
  switch (entry.kind) {
    case store::EntryKind::contact: {
      const Contact contact = store.contact(entry.id);
      return names_of(store, contact.with) + ": " + sentence(contact, earliest_day());
    }
    case store::EntryKind::remark: {
      const Remark remark = store.remark(entry.id);
      return sentence(remark, names_of(store, {remark.person}));
    }
    case store::EntryKind::promise: {
      const Promise promise = store.promise(entry.id);
      return sentence(promise, names_of(store, {promise.person}));
    }
    case store::EntryKind::snooze: {
      const Snooze snooze = store.snooze(entry.id);
      return (snooze.person ? names_of(store, {*snooze.person}) : "everyone") + ": " + sentence(snooze);
    }
    case store::EntryKind::review:
      return sentence(store.review(entry.id));
  }
  return "";
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
  switch (entry.kind) {
    case store::EntryKind::contact: {
      const Contact contact = store.contact(entry.id);
      return render::wrote_contact(contact, best_credit(contact, people_in(store, contact)), handle_of);
    }
    case store::EntryKind::remark:
      return render::wrote_remark(store.remark(entry.id), handle_of);
    case store::EntryKind::promise:
      return render::wrote_promise(store.promise(entry.id), handle_of);
    case store::EntryKind::snooze:
      return render::wrote_snooze(store.snooze(entry.id), handle_of);
    case store::EntryKind::review:
      return render::wrote_review(store.review(entry.id), handle_of);
  }
  return {};
}

}  // namespace rel::commands
