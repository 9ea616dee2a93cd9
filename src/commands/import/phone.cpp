// What a telephone logs: calls as conversations of their real length, messages as touches.
#include <fmt/format.h>

#include <fstream>
#include <functional>

#include "commands/import/call_log.hpp"
#include "commands/import/known_people.hpp"
#include "commands/import/log_entries.hpp"
#include "formats/phone_backup.hpp"
#include "formats/phone_lists.hpp"
#include "system/input_files.hpp"
#include "text/joined.hpp"

namespace rel::commands {

namespace {

using formats::CallType;
using formats::PhoneCall;
using formats::PhoneMessage;

bool looks_like_calls(const cli::Arguments&, std::string_view beginning) {
  return formats::looks_like_calls(beginning);
}

bool looks_like_sms(const cli::Arguments&, std::string_view beginning) {
  return formats::looks_like_messages(beginning);
}

bool looks_like_call_list(const cli::Arguments&, std::string_view beginning) {
  return formats::looks_like_call_list(beginning);
}

bool looks_like_message_list(const cli::Arguments&, std::string_view beginning) {
  return formats::looks_like_message_list(beginning);
}

std::function<void(const formats::Problem&)> failing(Import& import, const InputFile& file) {
  return [&import, &file](const formats::Problem& problem) { import.fail(file.name, problem); };
}

void report(Import& import, const InputFile& file, const std::optional<formats::Problem>& problem) {
  if (problem) import.fail(file.name, *problem);
}

/// Who has the number of `what` (`calls`); null, and counted, where it is nobody's.
const Person* caller(Import& import, KnownPeople& people, const std::string& number,
                     const std::string& what) {
  if (!number.empty()) return people.judge(people.with_number(number), number, what, "numbers");
  import.passed_over.add(what + " of hidden numbers", "");
  return nullptr;
}

/// The calls of one or more backups.
class CallsImport {
 public:
  explicit CallsImport(Import& import) : import_(import), people_(import), log_(import) {}

  void read(const InputFile& file) {
    std::ifstream in = open_file(file.path);
    report(import_, file,
           formats::read_phone_backup(in, {.call = [&](const PhoneCall& call) { take(file.name, call); },
                                           .message = {},
                                           .problem = failing(import_, file)}));
  }
  void read_list(const InputFile& file) {
    std::ifstream in = open_file(file.path);
    report(import_, file,
           formats::read_phone_lists(in, {.call = [&](const PhoneCall& call) { take(file.name, call); },
                                          .message = {},
                                          .problem = failing(import_, file)}));
  }
  void write_missed() { log_.write_missed(); }

 private:
  static std::string source_of(std::int64_t at_ms) { return fmt::format("calls {}", at_ms); }

  std::optional<Moment> moment_of(const PhoneCall& call) const {
    return call.civil ? moment_of_log(import_.call, *call.civil) : moment_of_log(import_.call, call.at_ms);
  }

  void take(const std::string& path, const PhoneCall& call) {
    import_.progress();
    const auto at = moment_of(call);
    if (!at) return import_.fail(path, {call.line, "call: date: not a day that has been"});
    const bool answered = call.type == CallType::incoming || call.type == CallType::outgoing ||
                          call.type == CallType::elsewhere;
    if (answered && call.seconds > 0) return take_talk(path, call, *at);
    const bool waits =
        call.type == CallType::missed || call.type == CallType::rejected || call.type == CallType::voicemail;
    if (waits) return take_missed(call, *at);
    if (const Person* person = caller(import_, people_, call.number, "calls"))
      import_.passed_over.add("calls without a conversation", person->name);
  }

  void take_talk(const std::string& path, const PhoneCall& call, const Moment& at) {
    const Person* person = caller(import_, people_, call.number, "calls");
    if (!person) return;
    const Side by = call.type == CallType::outgoing ? Side::me : Side::them;
    const bool taken =
        log_.talk(*person, {.at = at, .seconds = call.seconds, .by = by, .source = source_of(call.at_ms)});
    if (!taken) import_.fail(path, {call.line, "call: duration: longer than a day (" + person->name + ")"});
  }

  void take_missed(const PhoneCall& call, const Moment& at) {
    const Person* person = caller(import_, people_, call.number, "missed calls");
    if (person) log_.missed(*person, at, source_of(call.at_ms));
  }

  Import& import_;
  KnownPeople people_;
  CallLog log_;
};

void take_calls(Import& import, const std::vector<InputFile>& files) {
  CallsImport calls(import);
  for (const InputFile& file : files) calls.read(file);
  calls.write_missed();
}

void take_call_lists(Import& import, const std::vector<InputFile>& files) {
  CallsImport calls(import);
  for (const InputFile& file : files) calls.read_list(file);
  calls.write_missed();
}

/// The messages of one or more backups.
class MessagesImport {
 public:
  using Read = std::optional<formats::Problem> (*)(std::istream& in, const formats::PhoneTakers& takers);

  explicit MessagesImport(Import& import)
      : import_(import), people_(import), touches_(import, Channel::chat, "sms") {}

  void run(const std::vector<InputFile>& files, Read read) {
    for (const InputFile& file : files) {
      std::ifstream in = open_file(file.path);
      const auto taking = [&](const PhoneMessage& message) { take(file.name, message); };
      report(import_, file, read(in, {.call = {}, .message = taking, .problem = failing(import_, file)}));
    }
    touches_.write();
  }

 private:
  void take(const std::string& path, const PhoneMessage& message) {
    import_.progress();
    if (message.draft) {
      import_.passed_over.add("drafts and messages that were not sent",
                              text::joined(message.numbers, " and "));
      return;
    }
    const auto at = message.civil ? moment_of_log(import_.call, *message.civil)
                                  : moment_of_log(import_.call, message.at_ms);
    if (!at) return import_.fail(path, {message.line, "message: date: not a day that has been"});
    if (message.numbers.size() > 1) {
      import_.passed_over.add("messages to groups", text::joined(message.numbers, " and "));
      return;
    }
    const std::string number = message.numbers.empty() ? "" : message.numbers.front();
    if (const Person* person = caller(import_, people_, number, "messages"))
      touches_.add(person->id, *at, message.mine ? Side::me : Side::them);
  }

  Import& import_;
  KnownPeople people_;
  Touches touches_;
};

void take_sms(Import& import, const std::vector<InputFile>& files) {
  MessagesImport(import).run(files, formats::read_phone_backup);
}

void take_message_lists(Import& import, const std::vector<InputFile>& files) {
  MessagesImport(import).run(files, formats::read_phone_lists);
}

}  // namespace

const ImportFormat calls_import = {"calls", "a log of calls", looks_like_calls, take_calls, true};
const ImportFormat sms_import = {"sms", "a backup of text messages", looks_like_sms, take_sms, true};
const ImportFormat call_list_import = {"call-list", "a list of calls (JSON)", looks_like_call_list,
                                       take_call_lists, true};
const ImportFormat message_list_import = {"message-list", "a list of text messages (JSON)",
                                          looks_like_message_list, take_message_lists, true};

}  // namespace rel::commands
