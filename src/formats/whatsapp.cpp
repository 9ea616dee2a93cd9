#include "formats/whatsapp.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <istream>
#include <map>
#include <unordered_map>

#include "formats/ascii.hpp"
#include "formats/charset.hpp"
#include "formats/chat_stamp.hpp"
#include "formats/half_of_day.hpp"
#include "formats/lines.hpp"

namespace rel::formats {
namespace {

constexpr std::size_t longest_sender = 200;  // bytes
constexpr std::size_t shortest_notice = 40;  // bytes
constexpr std::size_t most_names = 10'000;   // senders, forms, words
constexpr std::size_t lines_to_tell = 20;
constexpr std::string_view left_to_right_mark = "\xE2\x80\x8E";

/// Texts by number, each once; nothing more where there are too many.
class Names {
 public:
  std::optional<std::uint32_t> number(const std::string& name) {
    const auto known = places_.find(name);
    if (known != places_.end()) return known->second;
    if (all_.size() >= most_names) return std::nullopt;
    const auto place = static_cast<std::uint32_t>(all_.size());
    places_.emplace(name, place);
    all_.push_back(name);
    return place;
  }
  const std::vector<std::string>& all() const { return all_; }

 private:
  std::unordered_map<std::string, std::uint32_t> places_;
  std::vector<std::string> all_;
};

/// `Ann Lee: …`: the name, and where what they wrote begins. Nothing for what WhatsApp says by itself.
std::optional<std::pair<std::string, std::size_t>> sender_of(std::string_view rest) {
  const std::size_t at = rest.find(':');
  if (at == std::string_view::npos || at == 0 || at > longest_sender) return std::nullopt;
  const std::string_view name = stripped(rest.substr(0, at), " ~");
  const bool sentence = name.size() > shortest_notice && name.find(". ") != std::string_view::npos;
  if (name.empty() || sentence) return std::nullopt;
  return std::pair(to_utf8(name, ""), at + 1);
}

/// A line with a stamp, before it is known what the form of the file is.
struct Row {
  WhatsAppMessage message;
  std::uint32_t form = 0;
  std::uint32_t words = 0;  // around its time
  std::int8_t hour = 0;
  std::int8_t minute = 0;
  bool sent = false;  // by somebody
  bool by_program = false;
  bool of_a_group = false;
};

class ChatReader {
 public:
  WhatsAppChat read(std::istream& in) {
    for (Lines lines(in); lines.next();) take(lines.line());
    keep_own_form();
    set_times();
    return std::move(chat_);
  }

 private:
  void take(std::string_view raw) {
    const std::string line = plain_line(stripped(raw));
    const auto stamp = chat_stamp(line);
    if (!stamp) return;
    const auto form = forms_.number(stamp->form);
    const auto words = words_.number(stamp->before_time + '\n' + stamp->after_time);
    if (!form || !words) return;
    Row row{.form = *form, .words = *words};
    row.message.day = stamp->day;
    row.hour = static_cast<std::int8_t>(stamp->hour);
    row.minute = static_cast<std::int8_t>(stamp->minute);
    read_text(raw, std::string_view(line).substr(stamp->length), row);
    rows_.push_back(row);
  }

  void read_text(std::string_view raw, std::string_view rest, Row& row) {
    const auto sender = sender_of(rest);
    const std::string_view text = stripped(sender ? rest.substr(sender->second) : rest);
    row.of_a_group = !sender && speaks_of_a_group(text);
    if (!sender) return;
    const auto place = senders_.number(sender->first);
    if (!place) return;
    row.sent = true;
    row.message.sender = *place;
    // Behind a name the program puts this mark before its own words.
    row.by_program = raw.find(":" + std::string(left_to_right_mark)) != std::string_view::npos ||
                     raw.find(": " + std::string(left_to_right_mark)) != std::string_view::npos;
    row.message.call = chat_call(text, row.by_program);
    if (!row.by_program || row.message.call) return;
    const bool something_sent = text.find_first_of("<") != std::string_view::npos ||
                                text.find("\u2022") != std::string_view::npos ||
                                text.find("http") != std::string_view::npos;
    if (something_sent) return;
    row.of_a_group =
        speaks_of_a_group(text) && text.substr(0, text.size() - 1).find('.') == std::string_view::npos;
    row.message.notice = row.of_a_group || text.size() >= shortest_notice;
  }

  /// Keeps the rows of the form that most have; a tie is the first's.
  void keep_own_form() {
    std::vector<std::size_t> counts(forms_.all().size());
    for (const Row& row : rows_) ++counts[row.form];
    const auto most = static_cast<std::uint32_t>(std::ranges::max_element(counts) - counts.begin());
    for (const Row& row : rows_) chat_.other_lines += row.form != most && row.sent ? 1 : 0;
    std::erase_if(rows_, [&](const Row& row) { return row.form != most; });
  }

  void set_times() {
    HalvesOfDay halves(words_.all());
    for (const Row& row : rows_) halves.see(row.words, row.hour, row.message.day, row.minute);
    halves.settle();
    chat_.half_days_guessed = halves.guessed();
    std::unordered_map<std::uint32_t, std::uint32_t> places;
    for (Row& row : rows_) {
      chat_.group = chat_.group || row.of_a_group;
      chat_.year_last = chat_.year_last && !halves.year_comes_first(row.words);
      if (!row.sent) continue;
      row.message.minute = static_cast<std::int16_t>(halves.hour(row.words, row.hour) * 60 + row.minute);
      const auto [place, fresh] =
          places.try_emplace(row.message.sender, static_cast<std::uint32_t>(chat_.senders.size()));
      if (fresh) chat_.senders.push_back({senders_.all()[row.message.sender]});
      row.message.sender = place->second;
      WhatsAppSender& sender = chat_.senders[place->second];
      sender.wrote = sender.wrote || !row.by_program;
      sender.signs_notices = sender.signs_notices || row.message.notice;
      chat_.messages.push_back(row.message);
    }
  }

  Names senders_;
  Names forms_;
  Names words_;
  std::vector<Row> rows_;
  WhatsAppChat chat_;
};

/// What speaks against a way of reading the days.
struct Against {
  ChatDays days;
  std::size_t impossible = 0;  // days that don't exist or are still to come
  std::size_t back = 0;        // steps back in time
  Day first = latest_day();
  Day last = earliest_day();

  int span() const { return days_between(first, last); }
};

Against weighed(const WhatsAppChat& chat, const ChatDays& days, Day latest) {
  Against against{.days = days};
  std::optional<Day> before;
  for (const WhatsAppMessage& message : chat.messages) {
    const auto day = day_in(message.day, days);
    if (!day || *day > latest) {
      ++against.impossible;
      continue;
    }
    const bool dotted = days.order == DayOrder::mdy && message.day.separator == '.';  // the day comes first
    if (dotted || (before && *day < plus_days(*before, -1))) ++against.back;
    before = day;
    against.first = std::min(against.first, *day);
    against.last = std::max(against.last, *day);
  }
  return against;
}

/// Removes whatever has more of something than the least has.
template <class Member>
void keep_least(std::vector<Against>& ways, Member member) {
  std::size_t least = ways.front().*member;
  for (const Against& way : ways) least = std::min(least, way.*member);
  std::erase_if(ways, [&](const Against& way) { return way.*member > least; });
}

// A year of two figures mostly comes last; it comes first where the days would lie years apart otherwise.
void settle_short_years(std::vector<Against>& ways, bool year_last) {
  const auto first =
      std::ranges::find(ways, DayOrder::ymd, [](const Against& way) { return way.days.order; });
  if (ways.size() < 2 || first == ways.end()) return;
  const Against years_first = *first;
  const bool near = std::ranges::all_of(ways, [&](const Against& way) {
    return way.days.order == DayOrder::ymd || years_first.span() * 10 < way.span();
  });
  const bool is_first = near || !year_last;
  std::erase_if(ways, [&](const Against& way) { return (way.days.order == DayOrder::ymd) != is_first; });
}

}  // namespace

bool looks_like_whatsapp(std::string_view beginning) {
  for (std::size_t lines = 0; lines < lines_to_tell && !beginning.empty(); ++lines) {
    const std::size_t end = std::min(beginning.find('\n'), beginning.size());
    if (chat_stamp(plain_line(stripped(beginning.substr(0, end))))) return true;
    beginning.remove_prefix(std::min(end + 1, beginning.size()));
  }
  return false;
}

WhatsAppChat read_whatsapp(std::istream& in) {
  return ChatReader().read(in);
}

std::optional<Day> day_in(const WrittenDay& written, const ChatDays& days) {
  if (days.years_ahead == 0) return day_in_order(written, days.order);
  WrittenDay ours = written;
  int& year = ours.numbers[days.order == DayOrder::ymd ? 0 : 2];
  year = (year < 100 ? 2500 + year : year) - days.years_ahead;
  return year < 1900 ? std::nullopt : day_in_order(ours, days.order);
}

std::optional<ChatDays> days_of(const WhatsAppChat& chat, Day latest) {
  constexpr int buddhist = 543;
  std::vector<Against> ways;
  for (const int years_ahead : {0, buddhist}) {
    for (const DayOrder order : {DayOrder::dmy, DayOrder::mdy, DayOrder::ymd})
      ways.push_back(weighed(chat, {order, years_ahead}, latest));
    keep_least(ways, &Against::impossible);
    if (ways.front().impossible * 10 <= chat.messages.size()) break;
    if (years_ahead == buddhist) return std::nullopt;
  }
  keep_least(ways, &Against::back);
  settle_short_years(ways, chat.year_last);
  const bool same = std::ranges::all_of(ways, [&](const Against& way) {
    return std::ranges::all_of(chat.messages, [&](const WhatsAppMessage& message) {
      return day_in(message.day, way.days) == day_in(message.day, ways.front().days);
    });
  });
  return same ? std::optional(ways.front().days) : std::nullopt;
}

}  // namespace rel::formats
