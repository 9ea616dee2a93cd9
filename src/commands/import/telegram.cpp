// What Telegram exports: a touch for each person and day, never a text.
#include "formats/telegram.hpp"

#include <fmt/format.h>

#include <fstream>

#include "commands/import/call_log.hpp"
#include "commands/import/known_people.hpp"
#include "commands/import/log_entries.hpp"
#include "system/input_files.hpp"

namespace rel::commands {

namespace {

bool looks_like_telegram(const cli::Arguments&, std::string_view beginning) {
  return formats::looks_like_telegram(beginning);
}

/// One export on its way in.
class TelegramImport {
 public:
  TelegramImport(Import& import, const InputFile& file, KnownPeople& people, Touches& touches, CallLog& calls)
      : import_(import), file_(file), path_(file.name), people_(people), touches_(touches), calls_(calls) {}

  void run() {
    std::ifstream in = open_file(file_.path);
    const auto problem = formats::read_telegram(
        in,
        {.contact = [&](const formats::TelegramContact& contact) { numbers_[contact.name] = contact.phone; },
         .message = [&](const formats::TelegramMessage& message) { take(message); }});
    if (problem) import_.fail(path_, *problem);
  }

 private:
  void take(const formats::TelegramMessage& message) {
    import_.progress();
    if (message.chat_type != "personal_chat") {
      import_.passed_over.add("messages in groups, channels and the like", message.chat);
      return;
    }
    const auto at = moment_of(message);
    if (!at) return import_.fail(path_, {message.line, "message: date: not a day that has been"});
    if (message.chat.empty()) {
      import_.passed_over.add("messages with deleted accounts", "");
      return;
    }
    const Person* person = people_.judge(whose(message.chat), message.chat, "messages", "names");
    if (!person) return;
    if (message.call) return take_call(*person, message, *at);
    touches_.add(person->id, *at, message.theirs ? Side::them : Side::me);
  }

  void take_call(const Person& person, const formats::TelegramMessage& message, const Moment& at) {
    const std::string source = fmt::format("telegram {} {}", iso(at.day), clock_text(*at.time));
    const Side by = message.theirs ? Side::them : Side::me;
    if (message.seconds > 0) {
      if (!calls_.talk(person, {.at = at, .seconds = message.seconds, .by = by, .source = source}))
        import_.fail(path_,
                     {message.line, "call: duration_seconds: longer than a day (" + person.name + ")"});
    } else if (message.theirs) {
      calls_.missed(person, at, source);
    } else {
      import_.passed_over.add("calls without a conversation", person.name);
    }
  }

  std::optional<Moment> moment_of(const formats::TelegramMessage& message) const {
    if (message.at) return moment_of_log(import_.call, *message.at * 1000);
    return message.civil ? moment_of_log(import_.call, *message.civil) : std::nullopt;
  }

  /// By the name of their chat, else by the number that Telegram has of whoever is called so.
  const std::vector<const Person*>& whose(const std::string& chat) {
    const std::vector<const Person*>& named = people_.with_name(chat);
    const auto number = numbers_.find(chat);
    return named.empty() && number != numbers_.end() ? people_.with_number(number->second) : named;
  }

  Import& import_;
  const InputFile& file_;
  const std::string& path_;
  KnownPeople& people_;
  Touches& touches_;
  CallLog& calls_;
  std::map<std::string, std::string> numbers_;  // by name
};

void take_telegram(Import& import, const std::vector<InputFile>& files) {
  KnownPeople people(import);
  Touches touches(import, Channel::chat, "telegram");
  CallLog calls(import);
  for (const InputFile& file : files) TelegramImport(import, file, people, touches, calls).run();
  touches.write();
  calls.write_missed();
}

}  // namespace

const ImportFormat telegram_import = {"telegram", "an export of Telegram", looks_like_telegram, take_telegram,
                                      true};

}  // namespace rel::commands
