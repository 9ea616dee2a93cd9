#include "formats/calendar_clock.hpp"

#include <cstdlib>

#include "rel/errors.hpp"

#ifdef REL_HAS_LIBICAL
#include <dlfcn.h>
#include <libical/ical.h>
#endif

namespace rel::formats {

#ifdef REL_HAS_LIBICAL

namespace {

/// The functions of the library that are used.
struct Library {
  decltype(&icaltimezone_get_builtin_timezone) builtin_zone = nullptr;
  decltype(&icaltimezone_get_utc_timezone) utc = nullptr;
  decltype(&icaltimezone_new) new_zone = nullptr;
  decltype(&icaltimezone_free) free_zone = nullptr;
  decltype(&icaltimezone_set_component) set_component = nullptr;
  decltype(&icalparser_parse_string) parse = nullptr;
  decltype(&icalcomponent_free) free_component = nullptr;
  decltype(&icaltime_as_timet_with_zone) seconds = nullptr;
  decltype(&icalrecurrencetype_from_string) rule = nullptr;
  decltype(&icalrecur_iterator_new) new_series = nullptr;
  decltype(&icalrecur_iterator_next) next = nullptr;
  decltype(&icalrecur_iterator_free) free_series = nullptr;
  decltype(&icalerror_set_errors_are_fatal) set_fatal = nullptr;
};

template <class Function>
void find(void* library, Function& function, const char* name) {
  function = reinterpret_cast<Function>(dlsym(library, name));
  if (!function) throw IoError(std::string("libical: has no ") + name);
}

Library load() {
  void* const opened = dlopen("libical.so.3", RTLD_NOW | RTLD_LOCAL);
  if (!opened)
    throw IoError("libical: is not installed, and calendars are read with it", "apt install libical3");
  Library library;
  find(opened, library.builtin_zone, "icaltimezone_get_builtin_timezone");
  find(opened, library.utc, "icaltimezone_get_utc_timezone");
  find(opened, library.new_zone, "icaltimezone_new");
  find(opened, library.free_zone, "icaltimezone_free");
  find(opened, library.set_component, "icaltimezone_set_component");
  find(opened, library.parse, "icalparser_parse_string");
  find(opened, library.free_component, "icalcomponent_free");
  find(opened, library.seconds, "icaltime_as_timet_with_zone");
  find(opened, library.rule, "icalrecurrencetype_from_string");
  find(opened, library.new_series, "icalrecur_iterator_new");
  find(opened, library.next, "icalrecur_iterator_next");
  find(opened, library.free_series, "icalrecur_iterator_free");
  find(opened, library.set_fatal, "icalerror_set_errors_are_fatal");
  library.set_fatal(0);
  return library;
}

const Library& libical() {
  static const Library library = load();
  return library;
}

}  // namespace

struct CalendarClock::Zones {
  explicit Zones(std::map<std::string, std::string> zones) : brought(std::move(zones)) {}
  ~Zones() {
    for (icaltimezone* zone : ours) libical().free_zone(zone, 1);
  }
  Zones(const Zones&) = delete;
  Zones& operator=(const Zones&) = delete;

  /// Null for a time wherever one is, and for a zone that nobody knows.
  const icaltimezone* zone(const std::string& name) {
    if (name.empty()) return nullptr;
    if (name == "UTC") return libical().utc();
    const auto [place, is_new] = known.try_emplace(name, nullptr);
    if (is_new) place->second = look_up(name);
    return place->second;
  }

  /// The system's own knowledge first; what a calendar brings along is of the day on which it was written.
  icaltimezone* look_up(const std::string& name) {
    if (icaltimezone* zone = libical().builtin_zone(name.c_str())) return zone;
    const auto text = brought.find(name);
    icalcomponent* component = text == brought.end() ? nullptr : libical().parse(text->second.c_str());
    if (!component) return nullptr;
    icaltimezone* zone = libical().new_zone();
    if (libical().set_component(zone, component)) {
      ours.push_back(zone);
      return zone;
    }
    libical().free_component(component);
    libical().free_zone(zone, 1);
    return nullptr;
  }

  icaltimetype time(const CalendarTime& from) {
    const date::year_month_day ymd{from.day};
    icaltimetype time{};
    time.year = static_cast<int>(ymd.year());
    time.month = static_cast<int>(static_cast<unsigned>(ymd.month()));
    time.day = static_cast<int>(static_cast<unsigned>(ymd.day()));
    time.is_date = from.time ? 0 : 1;
    const auto minutes = static_cast<int>(from.time.value_or(TimeOfDay{0}).count());
    time.hour = minutes / 60;
    time.minute = minutes % 60;
    time.zone = zone(from.zone);
    return time;
  }

  std::map<std::string, std::string> brought;
  std::map<std::string, icaltimezone*> known;
  std::vector<icaltimezone*> ours;
};

CalendarClock::CalendarClock(const std::map<std::string, std::string>& zones)
    : zones_(std::make_unique<Zones>(zones)) {
  libical();
}

CalendarClock::~CalendarClock() = default;

bool CalendarClock::knows(const CalendarTime& time) {
  return time.zone.empty() || zones_->zone(time.zone);
}

std::int64_t CalendarClock::seconds(const CalendarTime& time) {
  const icaltimetype placed = zones_->time(time);
  return libical().seconds(placed, placed.zone ? placed.zone : libical().utc());
}

std::vector<CalendarTime> CalendarClock::series(const CalendarTime& start, const std::string& rule, Day until,
                                                std::size_t most) {
  std::vector<CalendarTime> times;
  icalrecurrencetype read = libical().rule(rule.c_str());
  const std::unique_ptr<char, decltype(&std::free)> calendar_of_rule(read.rscale, &std::free);
  // Where no day fits, libical would look for one for centuries.
  const icaltimetype last = zones_->time({plus_days(until, 1), std::nullopt, ""});
  if (read.count == 0 && (read.until.year == 0 || read.until.year > last.year)) read.until = last;
  const bool daily_or_rarer = read.freq >= ICAL_DAILY_RECURRENCE && read.freq <= ICAL_YEARLY_RECURRENCE;
  icalrecur_iterator* const series =
      daily_or_rarer ? libical().new_series(read, zones_->time(start)) : nullptr;
  if (!series) return times;
  while (times.size() < most) {
    const icaltimetype next = libical().next(series);
    if (next.year == 0) break;
    const Day day = date::year{next.year} / next.month / next.day;
    if (day > until) break;
    CalendarTime time{day, std::nullopt, start.zone};
    if (start.time) time.time = TimeOfDay{next.hour * 60 + next.minute};
    times.push_back(std::move(time));
  }
  libical().free_series(series);
  return times;
}

#else  // without libical

struct CalendarClock::Zones {};

CalendarClock::CalendarClock(const std::map<std::string, std::string>&) {
  throw IoError("libical: this rel was built without it, and calendars are read with it");
}
CalendarClock::~CalendarClock() = default;
bool CalendarClock::knows(const CalendarTime&) {
  return false;
}
std::int64_t CalendarClock::seconds(const CalendarTime&) {
  return 0;
}
std::vector<CalendarTime> CalendarClock::series(const CalendarTime&, const std::string&, Day, std::size_t) {
  return {};
}

#endif

}  // namespace rel::formats
