// What other programs export: JSON, chats, mail; the same bytes are given to every parser.
#include "formats/chat_lists.hpp"
#include "formats/mbox.hpp"
#include "formats/monica.hpp"
#include "formats/nametag.hpp"
#include "formats/phone_lists.hpp"
#include "formats/telegram.hpp"
#include "formats/whatsapp.hpp"
#include "fuzz/cards.hpp"

using namespace rel;
using namespace rel::test;

namespace {

void read_people(const std::string& text) {
  const formats::MonicaExport monica = formats::read_monica(text);
  for (const formats::MonicaPerson& person : monica.people) must_be_card(person.card);
  for (const formats::MonicaActivity& activity : monica.activities) {
    must(!activity.people.empty(), "an activity has people");
    for (const std::size_t place : activity.people) must(place < monica.people.size(), "who are there");
  }
}

void read_logs(const std::string& text) {
  std::istringstream telegram(text);
  formats::read_telegram(telegram,
                         {.contact = [](const formats::TelegramContact& one) { must_be_utf8(one.name); },
                          .message = [](const formats::TelegramMessage& one) { must_be_utf8(one.chat); }});
  std::istringstream chat(text);
  const formats::WhatsAppChat whatsapp = formats::read_whatsapp(chat);
  for (const formats::WhatsAppSender& sender : whatsapp.senders) must_be_utf8(sender.name);
  for (const formats::WhatsAppMessage& message : whatsapp.messages)
    must(message.minute >= 0 && message.minute < 24 * 60 && message.sender < whatsapp.senders.size(),
         "a minute of a day, and who wrote");
  formats::days_of(whatsapp, fuzz_day);
  std::istringstream mail(text);
  formats::read_mbox(mail, [](const formats::MailHead& head) { must(head.line > 0, "a line"); });
}

void read_lists(const std::string& text) {
  const auto problem = [](const formats::Problem& bad) { must(bad.line > 0, "a line"); };
  std::istringstream phone(text);
  formats::read_phone_lists(
      phone, {.call = [](const formats::PhoneCall& call) { must(call.seconds >= 0, "a length"); },
              .message = [](const formats::PhoneMessage& one) { must(one.line > 0, "a line"); },
              .problem = problem});
  for (const auto read : {formats::read_facebook, formats::read_signal}) {
    std::istringstream chat(text);
    read(chat, {.participant = must_be_utf8,
                .entry = [](const formats::ChatEntry& one) { must(one.seconds >= 0, "a length"); },
                .problem = problem});
  }
  std::istringstream people(text);
  const formats::NametagExport nametag = formats::read_nametag(people, {});
  for (const formats::Card& card : nametag.people) must_be_card(card);
  for (const formats::NametagEntry& entry : nametag.journal)
    for (const std::size_t place : entry.people) must(place < nametag.people.size(), "who are there");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = text_of(data, size);
  formats::looks_like_mbox(text);
  formats::looks_like_monica(text);
  formats::looks_like_telegram(text);
  formats::looks_like_whatsapp(text);
  formats::looks_like_call_list(text);
  formats::looks_like_message_list(text);
  formats::looks_like_facebook(text);
  formats::looks_like_signal(text);
  formats::looks_like_nametag(text);
  read_people(text);
  read_logs(text);
  read_lists(text);
  return 0;
}
