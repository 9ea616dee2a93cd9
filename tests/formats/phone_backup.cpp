#include "formats/phone_backup.hpp"

#include <doctest/doctest.h>

#include <sstream>

using namespace rel::formats;

namespace {

/// What was read, a line for each entry.
std::string read(const std::string& backup) {
  std::istringstream in(backup);
  std::string out;
  const auto told = [&](const Problem& problem) {
    out += std::to_string(problem.line) + "! " + problem.why + '\n';
  };
  const auto problem = read_phone_backup(
      in, {.call =
               [&](const PhoneCall& call) {
                 out += std::to_string(static_cast<int>(call.type)) + ' ' + call.number + ' ' +
                        std::to_string(call.at_ms) + ' ' + std::to_string(call.seconds) + '\n';
               },
           .message =
               [&](const PhoneMessage& message) {
                 out += message.mine ? "to" : "from";
                 for (const std::string& number : message.numbers) out += ' ' + number;
                 out += ' ' + std::to_string(message.at_ms) + (message.draft ? " (draft)" : "") + '\n';
               },
           .problem = told});
  if (problem) told(*problem);
  return out;
}

std::string call(const std::string& attributes) {
  return read("<calls>\n<call " + attributes + "/></calls>");
}

}  // namespace

TEST_CASE("calls of every kind, hidden numbers are none") {
  CHECK(call("number='+44 1' duration='60' date='1000' type='1' presentation='1'") == "0 +44 1 1000 60\n");
  CHECK(call("number='07' duration='0' date='1000' type='3'") == "2 07 1000 0\n");
  CHECK(call("number='07' duration='0' date='1000' type='9'") == "7 07 1000 0\n");
  for (const char* hidden : {"number='-1'", "number='-2'", "number=''", "number='Unknown'", "",
                             "number='07' presentation='2'", "number='07' presentation='3'"}) {
    CAPTURE(hidden);
    CHECK(call(std::string(hidden) + " duration='5' date='1000' type='1'") == "0  1000 5\n");
  }
}

TEST_CASE("calls that can't be taken are told with their line, and the next one is read") {
  CHECK(call("number='1' duration='60' date='x' type='1'/><call duration='1' date='2' type='2'") ==
        "2! call: date: x is no number\n1  2 1\n");
  CHECK(call("number='1' date='1' type='1'") == "2! call: duration: is missing\n");
  CHECK(call("number='1' date='-1' duration='1' type='1'") == "2! call: date: -1 is no number\n");
  CHECK(
      call("number='1' date='99999999999999999999' duration='1' type='1'").starts_with("2! call: date: 999"));
}

TEST_CASE("messages: sent and received ones, and groups, never their text") {
  CHECK(read("<smses><sms address='07' date='1' type='1' body='secret'/><sms address='07' date='2' type='2'/>"
             "<sms address='07' date='3' type='3'/><sms address='Bank' date='4' type='1'/>"
             "<mms address='07~08' date='5' msg_box='2'><parts><part text='secret'/></parts></mms>"
             "<mms address='' date='6' msg_box='1'/></smses>") ==
        "from 07 1\nto 07 2\nfrom 07 3 (draft)\nfrom Bank 4\nto 07 08 5\nfrom 6\n");
}

TEST_CASE("a long text refuses nothing, wherever it is cut") {
  for (std::size_t before = 65'530; before <= 65'540; ++before) {
    const std::string text = std::string(before, 'x') + "\u20ac\u20ac";
    CHECK(read("<smses>\n<sms address='1' date='5' type='1' body='" + text +
               "'/>\n<sms address='2' date='6' type='2' body='x'/></smses>") == "from 1 5\nto 2 6\n");
  }
}

TEST_CASE("other documents hold nothing, a cut one says where it ends") {
  CHECK(read("<html><call/></html>") == "1! holds neither calls nor messages\n");
  CHECK(read("<calls>\n<call number='1' duration='60' date='1' type='1'/>\n<call") ==
        "0 1 1 60\n3! is not XML: unclosed token\n");
}

TEST_CASE("they are told apart by their root") {
  CHECK(looks_like_calls("<?xml version='1.0'?>\n<!-- x -->\n<calls count='1'>"));
  CHECK(looks_like_calls("\xEF\xBB\xBF<calls>"));
  CHECK(looks_like_messages("<smses count='1'>"));
  CHECK(!looks_like_calls("<smses>"));
  CHECK(!looks_like_calls("<callsign>"));
  CHECK(!looks_like_calls("who,on\n<calls>,"));
}
