// Calendars: past events with people whose e-mail is known are offered as talks, and written where that is
// asked for. Who was there is never known for sure, so that nothing is assumed.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>

#include "cli/typed.hpp"
#include "commands/import/distinct.hpp"
#include "commands/import/importing.hpp"
#include "commands/import/known_people.hpp"
#include "formats/ascii.hpp"
#include "formats/calendar_clock.hpp"
#include "identity/identity.hpp"
#include "rel/credit.hpp"
#include "render/phrases.hpp"
#include "system/input_files.hpp"
#include "text/joined.hpp"

namespace rel::commands {

namespace {

using formats::CalendarTime;
using formats::Meeting;

constexpr std::size_t most_zones_named = 5;
constexpr int longest = 24 * 60;                                // minutes: what lasts longer is no talk
constexpr formats::Effort most_for_series{20'000'000, 30'000};  // of a file
constexpr TimeOfDay near_enough{60};  // between a talk that was logged and the same in a calendar

constexpr std::array conferences = {"zoom.us",        "meet.google.com", "teams.microsoft.com",
                                    "teams.live.com", "webex.com",       "whereby.com",
                                    "jit.si",         "bigbluebutton",   "skype"};

formats::Calendar read(const InputFile& file) {
  const std::string bytes = read_file(file.path);
  if (!formats::looks_like_calendar(bytes)) throw UsageError(cli::named(file.name) + ": not a calendar");
  return formats::read_calendar(bytes);
}

bool looks_like_calendar(const cli::Arguments&, std::string_view beginning) {
  return formats::looks_like_calendar(beginning);
}

Channel channel_of(const Meeting& meeting) {
  const std::string place = formats::lower(meeting.place);
  const bool by_video = std::any_of(conferences.begin(), conferences.end(),
                                    [&](const char* name) { return place.find(name) != std::string::npos; });
  return by_video ? Channel::video : Channel::met;
}

/// One calendar on its way in.
class CalendarImport {
 public:
  CalendarImport(Import& import, const InputFile& file, KnownPeople& people)
      : import_(import), path_(file.name), people_(people), calendar_(read(file)), clock_(calendar_.zones) {
    for (const Meeting& meeting : calendar_.meetings) {
      if (meeting.instead_of && meeting.instead_of->time)
        replaced_[meeting.uid].insert(clock_.seconds(*meeting.instead_of));
      else if (meeting.instead_of)
        replaced_days_[meeting.uid].insert(meeting.instead_of->day);
    }
    find_own_address();
  }

  void run() {
    for (const Meeting& meeting : calendar_.meetings) {
      import_.progress();
      take(meeting);
    }
    if (calendar_.cut_off) import_.fail(path_, *calendar_.cut_off);
    if (calendar_.unreadable > 0) left_out_.add("without a start that can be read", "", calendar_.unreadable);
    if (cut_off_ > 0)
      import_.remarks.push_back(fmt::format(
          "the rest of {} series left out: a calendar brings {} of their times at most, and rules "
          "that are soon reckoned",
          cut_off_, most_for_series.times));
    for (const auto& [why, left_out] : left_out_)
      import_.remarks.push_back(fmt::format("{} left out: {}{}",
                                            render::counted(static_cast<int>(left_out.times), "event"), why,
                                            titles_of(left_out)));
  }

 private:
  static std::string titles_of(const formats::Dropped& left_out) {
    constexpr std::size_t most_named = 3;
    const std::vector<std::string>& titles = left_out.whose;
    if (titles.empty()) return "";
    std::string text =
        " (" + text::joined(std::span(titles).first(std::min(most_named, titles.size())), ", ");
    return text + (titles.size() > most_named ? ", …)" : ")");
  }

  /// --me, or else whoever nobody here knows and most events have: the user's own address.
  void find_own_address() {
    if (const auto me = import_.call.args.one("me")) {
      own_.insert(email_key(*me));
      return;
    }
    std::map<std::string, std::size_t> counts;
    std::size_t with_attendees = 0;
    for (const Meeting& meeting : calendar_.meetings) {
      with_attendees += meeting.attendees.empty() ? 0 : 1;
      for (const formats::Attendee& one : meeting.attendees) ++counts[email_key(one.email)];
    }
    for (const auto& [key, count] : counts)
      if (count * 2 > with_attendees) own_.insert(key);
  }

  /// Who an attendee is: by the address, else by the whole name beside it.
  const std::vector<const Person*>& whose(const formats::Attendee& attendee) {
    const auto& found = people_.with_email(attendee.email);
    if (!found.empty() || attendee.name.find(' ') == std::string::npos) return found;
    return people_.with_name(attendee.name);
  }

  /// Those of an event whom the user knows, and how many more there were.
  struct Present {
    Distinct<Id> with;
    int others = 0;
    const char* why_not = nullptr;  // they are no talk
  };

  Present present_at(const Meeting& meeting) {
    Present present;
    int strangers = 0;  // one of them is the user, whose own address nobody knows
    bool some_declined = false;
    for (const formats::Attendee& attendee : meeting.attendees) {
      const auto& known = whose(attendee);
      if (known.empty()) {
        some_declined = some_declined || attendee.declined;
        strangers += attendee.declined ? 0 : 1;
      } else if (!attendee.declined && known.size() == 1 && import_.wanted(known.front()->name)) {
        present.with.add(known.front()->id);
      }
    }
    present.others = std::max(0, strangers - 1);
    if (present.with.values().empty() && strangers <= 1)  // the user, at most
      for (const Person* person : people_.named_in(meeting.title))
        if (import_.wanted(person->name)) present.with.add(person->id);
    if (present.with.values().empty()) {
      present.why_not = "with nobody whose e-mail or name is known";
      name_strangers(meeting);
    }
    if (strangers == 0 && some_declined) present.why_not = "declined";
    return present;
  }

  void leave_out(const std::string& why, const Meeting& meeting) { left_out_.add(why, meeting.title); }

  void name_strangers(const Meeting& meeting) {
    for (const formats::Attendee& one : meeting.attendees) {
      const bool me = own_.contains(email_key(one.email));
      if (!me && !one.declined && whose(one).empty()) ++import_.strangers[one.email];
    }
  }

  /// The first few zones are named.
  std::string unknown_zone(const std::string& zone) {
    const std::string why = "in a time zone that is not known";
    if (!unknown_zones_.contains(zone) && unknown_zones_.size() == most_zones_named) return why;
    unknown_zones_.insert(zone);
    return why + ", " + zone;
  }

  void take(const Meeting& meeting) {
    if (meeting.cancelled) return leave_out("cancelled", meeting);
    const Present present = present_at(meeting);
    if (present.why_not) return leave_out(present.why_not, meeting);
    if (!meeting.start.time) return leave_out("of whole days", meeting);
    for (const CalendarTime* time : {&meeting.start, meeting.end ? &*meeting.end : &meeting.start})
      if (!clock_.knows(*time)) return leave_out(unknown_zone(time->zone), meeting);
    const int minutes = length_of(meeting);
    if (minutes <= 0) return leave_out("without a length", meeting);
    if (minutes > longest) return leave_out("longer than a day", meeting);
    for (const CalendarTime& start : starts_of(meeting)) {
      const Moment end = here(start, minutes);
      const Moment& now = import_.call.env.now;
      if (std::pair(end.day, end.time) > std::pair(now.day, now.time))
        leave_out("still to come", meeting);
      else
        offer(meeting, present, start, minutes);
    }
  }

  int length_of(const Meeting& meeting) {
    if (meeting.minutes) return *meeting.minutes;
    if (!meeting.end || !meeting.end->time) return 0;
    return static_cast<int>((clock_.seconds(*meeting.end) - clock_.seconds(meeting.start)) / 60);
  }

  /// Every start of a series but those that it leaves out, or that stand for themselves elsewhere.
  std::vector<CalendarTime> starts_of(const Meeting& meeting) {
    if (meeting.instead_of) return {meeting.start};
    const Day until = plus_days(import_.call.today(), 1);
    std::map<std::int64_t, CalendarTime> starts;
    const auto add = [&](const CalendarTime& time) { starts.emplace(clock_.seconds(time), time); };
    add(meeting.start);
    for (const std::string& rule : meeting.rules) {
      for (const CalendarTime& time : clock_.series(meeting.start, rule, until, effort_)) add(time);
    }
    if (!meeting.rules.empty() && effort_.spent()) ++cut_off_;
    for (const CalendarTime& time : meeting.also_on) {
      if (time.time && time.day <= until && clock_.knows(time)) add(time);
    }
    leave_out_days(meeting, starts);
    if (const auto replaced = replaced_.find(meeting.uid); replaced != replaced_.end())
      std::erase_if(starts, [&](const auto& one) { return replaced->second.contains(one.first); });
    if (const auto days = replaced_days_.find(meeting.uid); days != replaced_days_.end())
      std::erase_if(starts, [&](const auto& one) { return days->second.contains(one.second.day); });
    std::vector<CalendarTime> times;
    for (auto& [seconds, time] : starts) times.push_back(std::move(time));
    return times;
  }

  void leave_out_days(const Meeting& meeting, std::map<std::int64_t, CalendarTime>& starts) {
    std::set<Day> days;
    for (const CalendarTime& time : meeting.not_on) {
      if (time.time) {
        starts.erase(clock_.seconds(time));
      } else {
        days.insert(time.day);
      }
    }
    if (!days.empty()) std::erase_if(starts, [&](const auto& one) { return days.contains(one.second.day); });
  }

  /// The day and time on the user's clock, so many minutes after that of a calendar.
  Moment here(const CalendarTime& time, int minutes) {
    const std::int64_t seconds = clock_.seconds(time) + minutes * 60LL;
    return time.zone.empty() ? utc(seconds) : import_.call.env.local_time(seconds);
  }

  std::string source_of(const Meeting& meeting, const CalendarTime& start) {
    const bool one_of_many = !meeting.rules.empty() || !meeting.also_on.empty() || meeting.instead_of;
    const CalendarTime& which = meeting.instead_of ? *meeting.instead_of : start;
    return "ics " + meeting.uid + (one_of_many ? " " + std::to_string(clock_.seconds(which)) : "");
  }

  void offer(const Meeting& meeting, const Present& present, const CalendarTime& start, int minutes) {
    const Moment when = here(start, 0);
    Contact contact{.with = present.with.values(),
                    .others = present.others,
                    .on = when.day,
                    .time = when.time,
                    .channel = channel_of(meeting),
                    .minutes = minutes,
                    .guessed = true,
                    .source = source_of(meeting, start)};
    if (!meeting.title.empty()) contact.note = meeting.title;
    if (!seen_.insert(*contact.source).second) return;
    switch (here_already(contact)) {
      case Found::itself:
        ++import_.unchanged;
        return;
      case Found::logged:
        return leave_out("which you logged yourself", meeting);
      case Found::nothing:
        break;
    }
    if (!import_.call.args.has("meetings")) return import_.offer(contact);
    import_.add(contact);
  }

  enum class Found { nothing, itself, logged };

  Found here_already(const Contact& contact) {
    if (import_.here.has_source(contact)) return Found::itself;
    const bool logged = std::ranges::any_of(contact.with, [&](Id person) {
      const Logged& talks = logged_on(person, contact.on);
      const auto next = talks.at.lower_bound(*contact.time - near_enough);
      return talks.at_some_time || (next != talks.at.end() && *next <= *contact.time + near_enough);
    });
    return logged ? Found::logged : Found::nothing;
  }

  /// When the user logged talks with a person on a day.
  struct Logged {
    std::set<TimeOfDay> at;
    bool at_some_time = false;
  };

  const Logged& logged_on(Id person, Day day) {
    const auto [place, is_new] = logged_.try_emplace({person, day});
    if (!is_new) return place->second;
    for (const Contact& one : import_.here.contacts(person, day).typed) {
      const bool talk =
          one.channel == Channel::met || one.channel == Channel::video || one.channel == Channel::call;
      if (!took_place(one) || !talk) continue;
      if (one.time) {
        place->second.at.insert(*one.time);
      } else {
        place->second.at_some_time = true;
      }
    }
    return place->second;
  }

  Import& import_;
  const std::string& path_;
  KnownPeople& people_;
  std::set<std::string> own_;  // keys of the user's addresses
  formats::Calendar calendar_;
  formats::CalendarClock clock_;
  std::map<std::string, std::set<std::int64_t>> replaced_;  // by UID, what stands for itself elsewhere
  std::map<std::string, std::set<Day>> replaced_days_;      // the same, where only its day is said
  std::map<std::pair<Id, Day>, Logged> logged_;
  std::set<std::string> seen_;  // sources
  formats::Effort effort_ = most_for_series;
  std::size_t cut_off_ = 0;  // series
  std::set<std::string> unknown_zones_;
  formats::Drops left_out_;  // events, by reason
};

void take_calendar(Import& import, const std::vector<InputFile>& files) {
  KnownPeople people(import);
  for (const InputFile& file : files) CalendarImport(import, file, people).run();
  std::stable_sort(import.offered.begin(), import.offered.end(), [](const Contact& a, const Contact& b) {
    return std::pair(a.on, a.time) < std::pair(b.on, b.time);
  });
}

}  // namespace

const ImportFormat calendar_import = {"ics", "iCalendar", looks_like_calendar, take_calendar, true};

}  // namespace rel::commands
