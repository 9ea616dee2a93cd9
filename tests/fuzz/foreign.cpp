// What other programs export: JSON, chats, mail; the same bytes are given to every parser.
#include "formats/mbox.hpp"
#include "formats/monica.hpp"
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
  for (const std::string& sender : whatsapp.senders) must_be_utf8(sender);
  formats::order_of_days(whatsapp, fuzz_day);
  std::istringstream mail(text);
  formats::read_mbox(mail, [](const formats::MailHead& head) { must(head.line > 0, "a line"); });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = text_of(data, size);
  formats::looks_like_mbox(text);
  formats::looks_like_monica(text);
  formats::looks_like_telegram(text);
  formats::looks_like_whatsapp(text);
  read_people(text);
  read_logs(text);
  return 0;
}
