// A chat of WhatsApp: a touch for each day, never its text.
#include "formats/whatsapp.hpp"

#include <algorithm>
#include <fstream>

#include "cli/typed.hpp"
#include "commands/import/known_people.hpp"
#include "commands/import/log_entries.hpp"
#include "system/input_files.hpp"
#include "text/fold.hpp"

namespace rel::commands {

namespace {

using formats::WhatsAppChat;

bool looks_like_whatsapp(const cli::Arguments&, std::string_view beginning) {
  return formats::looks_like_whatsapp(beginning);
}

/// One chat on its way in.
class ChatImport {
 public:
  ChatImport(Import& import, const std::string& path, KnownPeople& people, Touches& touches)
      : import_(import), path_(path), people_(people), touches_(touches) {
    std::ifstream in = open_file(path);
    chat_ = formats::read_whatsapp(in);
  }

  void run() {
    if (chat_.messages.empty()) {
      import_.fail(path_, {1, "holds no messages of WhatsApp"});
    } else if (chat_.senders.size() > 2) {
      import_.passed_over["messages in groups"] += chat_.messages.size();
    } else if (const auto other = other_sender()) {
      take_messages(*other);
    }
  }

 private:
  bool is_me(const std::string& sender) const {
    const auto me = import_.call.args.one("me");
    return me && text::fold_name(*me) == text::fold_name(sender);
  }

  /// Which of the senders is not the user: whoever is somebody here. Nothing where nobody is.
  std::optional<std::uint32_t> other_sender() {
    std::vector<std::uint32_t> known;
    std::vector<std::uint32_t> unknown;
    for (std::uint32_t place = 0; place < chat_.senders.size(); ++place) {
      const std::string& sender = chat_.senders[place];
      if (!is_me(sender)) (people_.with_name(sender).empty() ? unknown : known).push_back(place);
    }
    if (known.size() > 1)
      throw UsageError(path_ + ": both " + cli::named(chat_.senders[0]) + " and " +
                           cli::named(chat_.senders[1]) + " are somebody here: which are you?",
                       "--me NAME");
    if (known.size() == 1) return known.front();
    name_strangers(unknown);
    return std::nullopt;
  }

  void name_strangers(const std::vector<std::uint32_t>& unknown) {
    std::string names;
    for (const std::uint32_t place : unknown) {
      import_.strangers.insert(chat_.senders[place]);
      names += (names.empty() ? "" : " or ") + chat_.senders[place];
    }
    import_.passed_over["messages of names that nobody here has"] += chat_.messages.size();
    import_.remarks.push_back("nobody here is called " + names);
  }

  void take_messages(std::uint32_t other) {
    const Person* person =
        people_.judge(people_.with_name(chat_.senders[other]), chat_.senders[other], "chats", "names");
    if (!person) return;
    const auto order = order_of_days();
    for (const formats::WhatsAppMessage& message : chat_.messages) {
      import_.progress();
      const auto day = formats::day_in_order(message.day, order);
      const auto at =
          day ? moment_of_log(import_.call, Moment{*day, TimeOfDay{message.minute}}) : std::nullopt;
      if (!at) {
        ++import_.passed_over["messages of days that never were, or are still to come"];
      } else {
        touches_.add(person->id, *at, message.sender == other ? Side::them : Side::me);
      }
    }
  }

  formats::DayOrder order_of_days() const {
    if (const auto told = day_order(import_.call)) return *told;
    if (const auto found = formats::order_of_days(chat_, plus_days(import_.call.today(), 1))) return *found;
    throw UsageError(path_ + ": nothing in it says whether its days are day/month or month/day",
                     "--dates dmy or --dates mdy");
  }

  Import& import_;
  const std::string& path_;
  KnownPeople& people_;
  Touches& touches_;
  WhatsAppChat chat_;
};

void take_whatsapp(Import& import, const std::vector<std::string>& paths) {
  KnownPeople people(import);
  Touches touches(import, Channel::chat, "whatsapp");
  for (const std::string& path : paths) ChatImport(import, path, people, touches).run();
  touches.write();
}

}  // namespace

const ImportFormat whatsapp_import = {"whatsapp", "a chat of WhatsApp", looks_like_whatsapp, take_whatsapp,
                                      true};

}  // namespace rel::commands
