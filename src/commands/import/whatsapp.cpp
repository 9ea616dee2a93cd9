// A chat of WhatsApp: a touch for each day, a talk for each call, never its text.
#include "formats/whatsapp.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

#include "cli/typed.hpp"
#include "commands/import/call_log.hpp"
#include "commands/import/known_people.hpp"
#include "commands/import/log_entries.hpp"
#include "system/input_files.hpp"
#include "text/fold.hpp"
#include "text/joined.hpp"

namespace rel::commands {

namespace {

using formats::WhatsAppChat;
using formats::WhatsAppMessage;
using formats::WhatsAppSender;

bool looks_like_whatsapp(const cli::Arguments&, std::string_view beginning) {
  return formats::looks_like_whatsapp(beginning);
}

/// One chat on its way in.
class ChatImport {
 public:
  ChatImport(Import& import, const InputFile& file, KnownPeople& people, Touches& touches, CallLog& calls)
      : import_(import), path_(file.name), people_(people), touches_(touches), calls_(calls) {
    std::ifstream in = open_file(file.path);
    chat_ = formats::read_whatsapp(in);
  }

  void run() {
    if (chat_.messages.empty() && !chat_.group) {
      import_.fail(path_, {1, "holds no messages of WhatsApp"});
    } else if (chat_.group || chat_.senders.size() > 2 || signed_by_a_group()) {
      leave_out_group();
    } else if (const auto other = other_sender()) {
      take_messages(*other);
    }
    if (chat_.other_lines > 0)
      import_.remarks.push_back(
          fmt::format("{}: taken as text: lines that look like messages, of another form than "
                      "the file's own ({})",
                      path_, chat_.other_lines));
  }

 private:
  bool is_me(const std::string& sender) const {
    const auto me = import_.call.args.one("me");
    return me && text::fold_name(*me) == text::fold_name(sender);
  }

  /// In a chat of two the notices stand under the other's name: whoever signs them, wrote nothing and is
  /// nobody here is the group itself.
  bool signed_by_a_group() {
    return std::ranges::any_of(chat_.senders, [&](const WhatsAppSender& sender) {
      return sender.signs_notices && !sender.wrote && chat_.senders.size() > 1 && !is_me(sender.name) &&
             people_.with_name(sender.name).empty();
    });
  }

  void leave_out_group() {
    import_.passed_over.add("messages in groups", "", chat_.messages.size());
    constexpr std::size_t most_named = 5;
    std::string names =
        text::joined(std::span(chat_.senders).first(std::min(most_named, chat_.senders.size())), ", ",
                     &WhatsAppSender::name);
    if (chat_.senders.size() > most_named)
      names += fmt::format(" and {} more", chat_.senders.size() - most_named);
    import_.remarks.push_back(path_ + ": a group" + (names.empty() ? "" : " of " + names) + ", left out");
  }

  /// Which of the senders is not the user: whoever is somebody here. Nothing where nobody is.
  std::optional<std::uint32_t> other_sender() {
    std::vector<std::uint32_t> known;
    std::vector<std::uint32_t> unknown;
    for (std::uint32_t place = 0; place < chat_.senders.size(); ++place) {
      const std::string& sender = chat_.senders[place].name;
      if (!is_me(sender)) (people_.with_name(sender).empty() ? unknown : known).push_back(place);
    }
    if (known.size() > 1)
      throw UsageError(path_ + ": both " + cli::named(chat_.senders[0].name) + " and " +
                           cli::named(chat_.senders[1].name) + " are somebody here: which are you?",
                       "--me NAME");
    if (known.size() == 1) return known.front();
    for (const std::uint32_t place : unknown)
      import_.strangers[chat_.senders[place].name] += written_by(place);
    import_.passed_over.add("messages of names that nobody here has", "", chat_.messages.size());
    return std::nullopt;
  }

  std::size_t written_by(std::uint32_t sender) const {
    return static_cast<std::size_t>(std::ranges::count(chat_.messages, sender, &WhatsAppMessage::sender));
  }

  void take_messages(std::uint32_t other) {
    const std::string& name = chat_.senders[other].name;
    const Person* person =
        people_.judge(people_.with_name(name), name, "messages", "names", chat_.messages.size());
    if (!person) return;
    const formats::ChatDays days = chat_days();
    for (const WhatsAppMessage& message : chat_.messages) {
      import_.progress();
      const auto day = formats::day_in(message.day, days);
      const auto at =
          day ? moment_of_log(import_.call, Moment{*day, TimeOfDay{message.minute}}) : std::nullopt;
      if (!at) {
        import_.passed_over.add("messages of days that never were, or are still to come", person->name);
      } else if (message.notice) {
        import_.passed_over.add("notices of WhatsApp itself", person->name);
      } else {
        take_message(*person, message, *at, message.sender == other ? Side::them : Side::me);
      }
    }
    if (chat_.half_days_guessed)
      import_.remarks.push_back(path_ + ": which half of the day its times mean was told from their order");
  }

  void take_message(const Person& person, const WhatsAppMessage& message, const Moment& at, Side by) {
    if (!message.call) return touches_.add(person.id, at, by);
    const std::string source = fmt::format("whatsapp {} {}", iso(at.day), clock_text(*at.time));
    if (message.call->missed) {
      if (by == Side::them) return calls_.missed(person, at, source);
      import_.passed_over.add("calls without a conversation", person.name);
      return;
    }
    const bool taken = calls_.talk(person, {.at = at,
                                            .seconds = message.call->seconds,
                                            .by = by,
                                            .channel = message.call->video ? Channel::video : Channel::call,
                                            .source = source});
    if (!taken) import_.passed_over.add("calls longer than a day", person.name);
  }

  formats::ChatDays chat_days() const {
    if (const auto told = day_order(import_.call)) return {*told, 0};
    if (const auto found = formats::days_of(chat_, plus_days(import_.call.today(), 1))) return *found;
    throw UsageError(path_ + ": nothing in it says whether its days are day/month or month/day",
                     "--dates dmy or --dates mdy");
  }

  Import& import_;
  const std::string& path_;
  KnownPeople& people_;
  Touches& touches_;
  CallLog& calls_;
  WhatsAppChat chat_;
};

void take_whatsapp(Import& import, const std::vector<InputFile>& files) {
  KnownPeople people(import);
  Touches touches(import, Channel::chat, "whatsapp");
  CallLog calls(import);
  for (const InputFile& file : files) ChatImport(import, file, people, touches, calls).run();
  touches.write();
  calls.write_missed();
}

}  // namespace

const ImportFormat whatsapp_import = {"whatsapp", "a chat of WhatsApp", looks_like_whatsapp, take_whatsapp,
                                      true};

}  // namespace rel::commands
