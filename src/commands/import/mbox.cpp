// Mail: a touch for each person and day, from the heads of messages alone.
#include "formats/mbox.hpp"

#include <algorithm>
#include <fstream>

#include "cli/typed.hpp"
#include "commands/import/known_people.hpp"
#include "commands/import/log_entries.hpp"
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
  MailImport(Import& import, const std::vector<std::string>& paths)
      : import_(import), paths_(paths), people_(import), touches_(import, Channel::email, "mail") {}

  // Twice over the files: whose mail it is shows in all of it.
  void run() {
    me_ = my_address();
    for (const std::string& path : paths_) each(path, [&](const MailHead& mail) { take(path, mail); });
    touches_.write();
  }

 private:
  template <class Take>
  static void each(const std::string& path, Take take) {
    std::ifstream in = open_file(path);
    formats::read_mbox(in, take);
  }

  /// --me, else the address that most messages are from or to, among those that nobody here has.
  std::string my_address() {
    if (const auto me = import_.call.args.one("me")) {
      const auto addresses = formats::addresses_in(*me);
      if (addresses.size() != 1)
        throw UsageError(cli::named("me", *me) + ": not an address", "--me you@example.org");
      return addresses.front();
    }
    std::map<std::string, std::size_t> counts;
    const auto count = [&](const std::string& address) {
      if (!address.empty() && people_.with_email(address).empty()) ++counts[address];
    };
    for (const std::string& path : paths_) {
      each(path, [&](const MailHead& mail) {
        count(mail.from);
        for (const std::string& address : mail.to) {
          if (address != mail.from) count(address);
        }
      });
    }
    return most_frequent(counts);
  }

  std::string most_frequent(const std::map<std::string, std::size_t>& counts) const {
    const auto fewer = [](const auto& a, const auto& b) { return a.second < b.second; };
    const auto most = std::max_element(counts.begin(), counts.end(), fewer);
    const bool alone = most != counts.end() &&
                       std::count_if(counts.begin(), counts.end(),
                                     [&](const auto& one) { return one.second == most->second; }) == 1;
    if (alone) return most->first;
    throw UsageError(paths_.front() + ": which address is yours?", "--me you@example.org");
  }

  void take(const std::string& path, const MailHead& mail) {
    import_.progress();
    const bool mine = mail.from == me_;
    const bool to_me = std::find(mail.to.begin(), mail.to.end(), me_) != mail.to.end();
    if (!mine && !to_me) {
      ++import_.passed_over["mail neither from you nor to you"];
      return;
    }
    const auto at = mail.at ? moment_of_log(import_.call, *mail.at * 1000) : std::nullopt;
    if (!at) return import_.fail(path, {mail.line, "message: Date: not a day that has been"});
    if (mine) {
      for (const std::string& address : mail.to) touch(address, *at, Side::me);
    } else {
      touch(mail.from, *at, Side::them);
    }
  }

  void touch(const std::string& address, const Moment& at, Side by) {
    if (address == me_) return;
    const Person* person = people_.judge(people_.with_email(address), address, "messages", "addresses");
    if (person) touches_.add(person->id, at, by);
  }

  Import& import_;
  const std::vector<std::string>& paths_;
  KnownPeople people_;
  Touches touches_;
  std::string me_;
};

void take_mbox(Import& import, const std::vector<std::string>& paths) {
  MailImport(import, paths).run();
}

}  // namespace

const ImportFormat mbox_import = {"mbox", "a mailbox (mbox)", looks_like_mbox, take_mbox, true};

}  // namespace rel::commands
