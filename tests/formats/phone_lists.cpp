#include "formats/phone_lists.hpp"

#include <doctest/doctest.h>

#include <sstream>

using namespace rel::formats;

namespace {

/// A line for each thing that a list holds.
std::string read(const std::string& text) {
  std::istringstream in(text);
  std::string out;
  const auto at = [](std::int64_t ms, const std::optional<rel::Moment>& civil) {
    return civil ? rel::iso(civil->day) + ' ' + rel::clock_text(*civil->time) : std::to_string(ms);
  };
  read_phone_lists(
      in, {.call =
               [&](const PhoneCall& call) {
                 out += "call " + call.number + ' ' + at(call.at_ms, call.civil) + ' ' +
                        std::to_string(call.seconds) + "s type " +
                        std::to_string(static_cast<int>(call.type)) + '\n';
               },
           .message =
               [&](const PhoneMessage& message) {
                 out += "message";
                 for (const std::string& number : message.numbers) out += ' ' + number;
                 out += ' ' + at(message.at_ms, message.civil) + (message.mine ? " mine" : "") +
                        (message.draft ? " draft" : "") + '\n';
               },
           .problem = [&](const Problem& bad) { out += std::to_string(bad.line) + "! " + bad.why + '\n'; }});
  return out;
}

}  // namespace

TEST_CASE("calls of termux-call-log, of Fossify, of SMS Import / Export") {
  const std::string termux =
      R"([{"name": "Ann", "phone_number": "+49170", "type": "INCOMING", "date": "2026-11-02 20:15:33", "duration": "12:34"},)"
      R"({"name": "Ann", "phone_number": "+49170", "type": "MISSED", "date": "2026-11-03 20:15:33", "duration": "00:00"}])";
  CHECK(looks_like_call_list(termux));
  CHECK(read(termux) == "call +49170 2026-11-02 20:15 754s type 0\ncall +49170 2026-11-03 20:15 0s type 2\n");
  const std::string fossify =
      R"([{"id":1,"phoneNumber":"+49170","name":"Ann","startTS":1795028400,"duration":90,"type":2}])";
  CHECK(looks_like_call_list(fossify));
  CHECK(read(fossify) == "call +49170 1795028400000 90s type 1\n");
  const std::string rows =
      "{\"_id\":\"1\",\"number\":\"+49170\",\"date\":\"1795028400123\",\"duration\":\"60\",\"type\":\"1\"}\n"
      "{\"_id\":\"2\",\"number\":\"+49170\",\"date\":\"no\",\"duration\":\"60\",\"type\":\"1\"}\n"
      "{\"_id\":\"3\",\"number\":\"+49171\",\"date\":\"1795028400123\",\"duration\":\"60\",\"type\":\"7\"}\n";
  CHECK(looks_like_call_list(rows));
  CHECK(read(rows) ==
        "call +49170 1795028400123 60s type 0\n2! call of +49170: date: is no time\ncall +49171 "
        "1795028400123 60s type 6\n");
}

TEST_CASE("messages of Fossify, of SMS Import / Export, of termux-sms-list") {
  const std::string fossify =
      R"([{"address":"+49170","body":"x","date":1795028400000,"type":2,"backupType":"sms"},)"
      R"({"date":1795028400,"messageBox":1,"addresses":[{"address":"+49170","type":137},{"address":"+49171","type":151}],"backupType":"mms"},)"
      R"({"date":1795028400,"messageBox":1,"addresses":[{"address":"+49170","type":137},{"address":"+49171","type":151},{"address":"+49172","type":151}],"backupType":"mms"},)"
      R"({"address":"+49170","body":"x","date":1795028400000,"type":3,"backupType":"sms"}])";
  CHECK(looks_like_message_list(fossify));
  CHECK(
      read(fossify) ==
      "message +49170 1795028400000 mine\nmessage +49170 1795028400000\nmessage +49171 +49172 1795028400000\n"
      "message +49170 1795028400000 draft\n");
  const std::string mms =
      "{\"date\":\"1795028400\",\"msg_box\":\"2\",\"__sender_address\":{\"address\":\"insert-address-token\"}"
      ","
      "\"__recipient_addresses\":[{\"address\":\"+49170\",\"type\":\"151\"}]}\n";
  CHECK(looks_like_message_list(mms));
  CHECK(read(mms) == "message +49170 1795028400000 mine\n");
  const std::string termux =
      R"([{"threadid":1,"type":"inbox","sender":"Ann","number":"+49170","received":"2026-11-02 20:15:33","body":"x"}])";
  CHECK(looks_like_message_list(termux));
  CHECK(read(termux) == "message +49170 2026-11-02 20:15\n");
}

TEST_CASE("an object that can't be read hinders no other") {
  CHECK(read("[{\"a\":},\n{\"number\":\"+49170\",\"date\":1795028400000,\"duration\":5,\"type\":1},\n{\"x\"")
            .find("call +49170 1795028400000 5s type 0\n3! is cut off") != std::string::npos);
  CHECK(!looks_like_call_list("hello"));
  CHECK(!looks_like_message_list("{\"rel\": 1}"));
}
