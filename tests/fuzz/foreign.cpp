// What other programs export: the same bytes are given to every parser.
#include "formats/address_table.hpp"
#include "formats/friends_md.hpp"
#include "formats/mbox.hpp"
#include "formats/monica.hpp"
#include "formats/phone_backup.hpp"
#include "formats/telegram.hpp"
#include "formats/whatsapp.hpp"
#include "fuzz/target.hpp"
#include "text/utf8.hpp"

using namespace rel;
using namespace rel::test;

namespace {

void must_be_utf8(const std::string& text) {
  must(!text::first_invalid_byte(text), "what is kept is UTF-8");
}

void must_be_card(const formats::Card& card) {
  must(!card.name.empty(), "a card has a name");
  must_be_utf8(card.name);
  for (const YearlyDate& date : card.dates) {
    must_be_utf8(date.name);
    must(date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31, "a day of the year");
  }
}

void read_people(const std::string& text) {
  std::istringstream in(text);
  formats::AddressTable table;
  formats::read_address_table(in, std::nullopt, table);
  for (const formats::AddressRow& row : table.rows) must_be_card(row.card);
  const formats::FriendsFile friends = formats::read_friends(text);
  for (const formats::Card& card : friends.friends) must_be_card(card);
  for (const formats::FriendsEvent& event : friends.activities) must_be_utf8(event.text);
  const formats::MonicaExport monica = formats::read_monica(text);
  for (const formats::MonicaPerson& person : monica.people) must_be_card(person.card);
  for (const formats::MonicaActivity& activity : monica.activities) {
    must(!activity.people.empty(), "an activity has people");
    for (const std::size_t place : activity.people) must(place < monica.people.size(), "who are there");
  }
}

void read_logs(const std::string& text) {
  std::istringstream phone(text);
  formats::read_phone_backup(
      phone, {.call = [](const formats::PhoneCall& call) { must(call.seconds >= 0, "a length"); },
              .message = [](const formats::PhoneMessage& message) { must(message.at_ms >= 0, "a moment"); },
              .problem = [](const formats::Problem& problem) { must(problem.line > 0, "a line"); }});
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
  formats::address_book_of(text);
  formats::looks_like_calls(text);
  formats::looks_like_friends(text);
  formats::looks_like_mbox(text);
  formats::looks_like_monica(text);
  formats::looks_like_telegram(text);
  formats::looks_like_whatsapp(text);
  read_people(text);
  read_logs(text);
  return 0;
}
