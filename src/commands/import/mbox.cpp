// Mail: a touch for each person and day, from the heads of messages alone.
#include "formats/mbox.hpp"

#include <algorithm>
#include <fstream>
#include <set>

#include "cli/typed.hpp"
#include "commands/import/known_people.hpp"
#include "commands/import/log_entries.hpp"
#include "identity/identity.hpp"
#include "system/input_files.hpp"

namespace rel::commands {

namespace {

using formats::MailHead;

bool looks_like_mbox(const cli::Arguments&, std::string_view beginning) {
  return formats::looks_like_mbox(beginning);
}

/// Mail on its way in, of several mailboxes of one user.
class MailImport {
 public:
  MailImport(Import& import, const std::vector<InputFile>& files)
      : import_(import), files_(files), people_(import), touches_(import, Channel::email, "mail") {}

  // Twice over the files: whose mail it is shows in all of it.
  void run() {
    for (const std::string& address : my_addresses()) me_.insert(email_key(address));
    for (const InputFile& file : files_) each(file, [&](const MailHead& mail) { take(file.name, mail); });
    touches_.write();
  }

 private:
  template <class Take>
  static void each(const InputFile& file, Take take) {
    std::ifstream in = open_file(file.path);
    formats::read_mbox(in, take);
  }

  /// --me, else the address that most messages are from or to, among those that nobody here has.
  std::vector<std::string> my_addresses() {
    if (const auto me = import_.call.args.one("me")) {
      const auto addresses = formats::addresses_in(*me);
      if (addresses.empty())
        throw UsageError(cli::named("me", *me) + ": not an address", "--me you@example.org");
      return addresses;
    }
    std::map<std::string, std::size_t> counts;
    const auto count = [&](const std::string& address) {
      if (!address.empty() && people_.with_email(address).empty()) ++counts[address];
    };
    for (const InputFile& file : files_) {
      each(file, [&](const MailHead& mail) {
        if (mail.list) return;
        count(mail.from);
        for (const std::string& address : mail.to) {
          if (address != mail.from) count(address);
        }
      });
    }
    return {most_frequent(counts)};
  }

  std::string most_frequent(const std::map<std::string, std::size_t>& counts) const {
    const auto fewer = [](const auto& a, const auto& b) { return a.second < b.second; };
    const auto most = std::max_element(counts.begin(), counts.end(), fewer);
    const bool alone = most != counts.end() &&
                       std::count_if(counts.begin(), counts.end(),
                                     [&](const auto& one) { return one.second == most->second; }) == 1;
    if (alone) return most->first;
    throw UsageError(files_.front().name + ": which address is yours?", "--me you@example.org");
  }

  void take(const std::string& path, const MailHead& mail) {
    import_.progress();
    const bool mine = is_me(mail.from);
    if (const char* why = why_not(mail, mine)) {
      import_.passed_over.add(why, mine ? (mail.to.empty() ? "" : mail.to.front()) : mail.from);
      return;
    }
    const auto at = mail.at ? moment_of_log(import_.call, *mail.at * 1000) : std::nullopt;
    if (!at)
      return import_.fail(path, {mail.line, "message of " + (mail.from.empty() ? "nobody known" : mail.from) +
                                                ": Date: not a day that has been"});
    if (mine) {
      for (const std::string& address : mail.to) touch(address, *at, Side::me);
    } else {
      touch(mail.from, *at, Side::them);
    }
  }

  bool is_me(const std::string& address) const { return me_.contains(email_key(address)); }

  /// Why a message is nobody's word to anybody; null where it may be.
  const char* why_not(const MailHead& mail, bool mine) const {
    const bool to_me = std::ranges::any_of(mail.to, [&](const std::string& one) { return is_me(one); });
    if (mail.chat) return "lines of chats among the mail";
    if (mail.draft) return "drafts";
    if (mail.list) return "mail of mailing lists";
    if (mail.from.empty()) return "mail without a sender";
    if (!mine && !to_me) return "mail neither from you nor to you";
    if (mine && mail.to.empty()) return "mail of yours to nobody named";
    if (mine && mail.to.size() == 1 && to_me) return "mail of yours to yourself";
    return nullptr;
  }

  void touch(const std::string& address, const Moment& at, Side by) {
    if (is_me(address)) return;
    const Person* person = people_.judge(people_.with_email(address), address, "messages", "addresses");
    if (person) touches_.add(person->id, at, by);
  }

  Import& import_;
  const std::vector<InputFile>& files_;
  KnownPeople people_;
  Touches touches_;
  std::set<std::string> me_;  // keys of the user's addresses
};

void take_mbox(Import& import, const std::vector<InputFile>& files) {
  MailImport(import, files).run();
}

}  // namespace

const ImportFormat mbox_import = {"mbox", "mail (mbox, eml)", looks_like_mbox, take_mbox, true};

}  // namespace rel::commands
