#include "formats/calendar_clock.hpp"

#include "base/errors.hpp"
#include "formats/calendar_zone.hpp"

#ifdef REL_HAS_LIBICAL
#include <dlfcn.h>
#include <libical/ical.h>
#endif

namespace rel::formats {

#ifdef REL_HAS_LIBICAL

namespace {

constexpr std::size_t most_parts = 1000;  // of the zones of a file: winter, summer, and their history

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
  decltype(&icalerror_set_errors_are_fatal) set_fatal = nullptr;
};

template <class Function>
void find(void* library, Function& function, const char* name) {
  function = reinterpret_cast<Function>(dlsym(library, name));
  if (!function) throw IoError(std::string("libical: has no ") + name);
}

Library load() {
  void* const opened = dlopen("libical.so.3", RTLD_NOW | RTLD_LOCAL);
  if (!opened) {
    const std::string why = dlerror();
    if (why.find("No such file") == std::string::npos) throw IoError("libical: " + why);
    throw IoError("libical: is not installed, and calendars are read with it", "apt install libical3");
  }
  Library library;
  find(opened, library.builtin_zone, "icaltimezone_get_builtin_timezone");
  find(opened, library.utc, "icaltimezone_get_utc_timezone");
  find(opened, library.new_zone, "icaltimezone_new");
  find(opened, library.free_zone, "icaltimezone_free");
  find(opened, library.set_component, "icaltimezone_set_component");
  find(opened, library.parse, "icalparser_parse_string");
  find(opened, library.free_component, "icalcomponent_free");
  find(opened, library.seconds, "icaltime_as_timet_with_zone");
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

  /// The system's own knowledge first, also of what Windows and other programs call a zone; what a calendar
  /// brings along is of the day on which it was written.
  icaltimezone* look_up(const std::string& name) {
    for (const std::string& spelling : zone_spellings(name))
      if (icaltimezone* zone = libical().builtin_zone(spelling.c_str())) return zone;
    const auto text = brought.find(name);
    const auto plain = text == brought.end() ? std::nullopt : plain_zone(text->second, parts_left);
    icalcomponent* component = plain ? libical().parse(plain->c_str()) : nullptr;
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
  std::size_t parts_left = most_parts;
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

#endif

std::vector<CalendarTime> CalendarClock::series(const CalendarTime& start, const std::string& rule, Day until,
                                                Effort& effort) {
  const auto read = recurrence_from(rule);
  if (!read) return {};
  std::vector<CalendarTime> times = occurrences(*read, start, until, effort);
  if (!read->until || !read->until->time) return times;
  CalendarTime end = *read->until;
  if (end.zone.empty()) end.zone = start.zone;
  const std::int64_t last = seconds(end);
  std::erase_if(times, [&](const CalendarTime& time) { return seconds(time) > last; });
  return times;
}

}  // namespace rel::formats
