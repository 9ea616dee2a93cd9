// friends.md: friends become people, activities contacts, notes remarks.
#include <set>

#include "commands/import/card_people.hpp"
#include "commands/import/distinct.hpp"
#include "commands/import/guessed_channel.hpp"
#include "commands/import/log_entries.hpp"
#include "formats/friends_md.hpp"
#include "system/input_files.hpp"
#include "text/fold.hpp"

namespace rel::commands {

namespace {

bool looks_like_friends(const cli::Arguments&, std::string_view beginning) {
  return formats::looks_like_friends(beginning);
}

/// One file on its way in.
class FriendsImport {
 public:
  FriendsImport(Import& import, const InputFile& file)
      : import_(import), path_(file.name), file_(formats::read_friends(read_file(file.path))) {}

  void run() {
    for (const formats::Problem& problem : file_.problems) import_.fail(path_, problem);
    import_.dropped.add(file_.dropped);
    take_people();
    for (const formats::FriendsEvent& event : file_.activities) take_activity(event);
    for (const formats::FriendsEvent& event : file_.notes) take_note_of(event);
  }

 private:
  /// Whom an event names: people here, and how many others.
  struct Company {
    std::vector<Id> people;
    int others = 0;
    bool left_out = false;
  };

  void take_people() {
    for (const formats::Card& card : file_.friends) {
      if (!import_.wanted(card.name)) left_out_.insert(text::fold_name(card.name));
    }
    import_.left_out += std::erase_if(file_.friends, [&](const formats::Card& card) {
      return left_out_.contains(text::fold_name(card.name));
    });
    const std::vector<Id> whose = take_cards(import_, file_.friends);
    for (std::size_t i = 0; i < whose.size(); ++i) ids_[text::fold_name(file_.friends[i].name)] = whose[i];
  }

  std::optional<Id> find(const std::string& key) const {
    const auto found = ids_.find(key);
    if (found != ids_.end()) return found->second;
    const std::vector<store::NameMatch> here = import_.change.named(store::NameRank::full_name, key);
    return here.size() == 1 ? std::optional(here.front().person) : std::nullopt;
  }

  Company company_of(const formats::FriendsEvent& event) const {
    Company company;
    Distinct<Id> people;
    for (const std::string& name : event.names) {
      const std::string key = text::fold_name(name);
      const auto person = left_out_.contains(key) ? std::nullopt : find(key);
      company.left_out = company.left_out || left_out_.contains(key);
      if (person) {
        people.add(*person);
      } else {
        ++company.others;
      }
    }
    company.people = people.values();
    return company;
  }

  /// Whether there is anybody to log it with, and it has been.
  bool may_take(const formats::FriendsEvent& event, const Company& company, const char* what) {
    import_.progress();
    if (company.people.empty() && company.left_out) {
      ++import_.left_out;
    } else if (company.people.empty()) {
      import_.passed_over.add(std::string(what) + " that name nobody",
                              event.names.empty() ? "" : event.names.front());
    } else if (!moment_of_log(import_.call, Moment{event.on, std::nullopt})) {
      import_.fail(path_, {event.line, iso(event.on) + " lies in the future"});
    } else {
      return true;
    }
    return false;
  }

  void take_activity(const formats::FriendsEvent& event) {
    const Company company = company_of(event);
    if (!may_take(event, company, "activities")) return;
    Contact contact{.with = company.people, .others = company.others, .on = event.on};
    contact.channel = guessed_channel(event.plain);
    contact.guessed = true;
    contact.source = "friends " + fingerprint(event.text);
    contact.note = event.text;
    if (import_.here.has_source(contact)) {
      ++import_.unchanged;
    } else {
      import_.add(contact);
    }
  }

  void take_note_of(const formats::FriendsEvent& event) {
    const Company company = company_of(event);
    if (!may_take(event, company, "notes")) return;
    for (const Id person : company.people) take_note(import_, person, event.text, event.on);
  }

  Import& import_;
  const std::string& path_;
  formats::FriendsFile file_;
  std::map<std::string, Id> ids_;  // by their names, folded
  std::set<std::string> left_out_;
};

void take_friends(Import& import, const std::vector<InputFile>& files) {
  for (const InputFile& file : files) FriendsImport(import, file).run();
}

}  // namespace

const ImportFormat friends_import = {"friends", "friends.md", looks_like_friends, take_friends};

}  // namespace rel::commands
