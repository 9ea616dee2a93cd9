// Makes a data file for the benchmarks through the program's own store, so that sums and names are those that
// the program keeps: make_data FILE PEOPLE CONTACTS [all-due]
//
// The same arguments make the same people and entries, but for ids. What is due on the day below depends on
// the number of people alone: files with a long and a short past give the same answer.
#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "store/file.hpp"
#include "store/open.hpp"

namespace {

using namespace rel;

constexpr Day today = date::year{2026} / 11 / 21;
constexpr std::int64_t made_at_ms = std::int64_t{day_number(today)} * 24 * 60 * 60 * 1000;
constexpr int ten_years = 3650;
constexpr int open_of_a_kind =
    8;  // promises, asks and agreed meetings open at once: nobody keeps more in mind
constexpr int fewest_contacts = 6;  // of a person, on average

/// SplitMix64: the same numbers with every standard library, and cheap to begin anew for each entry.
class Random {
 public:
  Random(std::uint64_t person, std::uint64_t entry) : state_(person << 32 ^ entry) { below(1); }

  int below(int n) {
    std::uint64_t z = state_ += 0x9e3779b97f4a7c15;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
    z = (z ^ z >> 27) * 0x94d049bb133111eb;
    return static_cast<int>((z ^ z >> 31) % static_cast<std::uint64_t>(n));
  }
  int between(int least, int most) { return least + below(most - least + 1); }
  bool percent(int chance) { return below(100) < chance; }
  template <class Words>
  const auto& one_of(const Words& words) {
    return words[static_cast<std::size_t>(below(static_cast<int>(std::size(words))))];
  }

 private:
  std::uint64_t state_;
};

constexpr std::array<std::string_view, 24> first_names = {
    "Ann", "Bo",   "Carla", "David", "Emma", "Farid", "Grace", "Hugo", "Ines", "Jonas",  "Ken", "Lena",
    "Mia", "Nils", "Olga",  "Paul",  "Qing", "Rosa",  "Sven",  "Tara", "Uma",  "Viktor", "Wei", "Zoe"};
constexpr std::array<std::string_view, 20> last_names = {
    "Adler", "Brandt", "Chen",  "Dubois", "Evans", "Fischer", "Garcia", "Haas", "Ito",   "Jansen",
    "Kumar", "Lee",    "Moser", "Novak",  "Olsen", "Petrov",  "Roth",   "Sato", "Weber", "Young"};
constexpr std::array<std::string_view, 8> subjects = {"her daughter", "the new job", "his mother",
                                                      "the garden",   "the move",    "the surgery",
                                                      "the exam",     "their trip"};
constexpr std::array<std::string_view, 8> remarks = {
    "goes well after all",   "is harder than expected", "begins in September", "takes longer again",
    "will be ready by then", "is what worries them",    "needs a second look", "was the best of the year"};
constexpr std::array<std::string_view, 6> additions = {"",          ", as always",   ", more soon",
                                                       ", at last", ", so it seems", ", they say"};

/// 30 to 60 characters, like "talked about the garden: begins in September, at last".
std::string sentence(Random& random, const std::string& beginning) {
  std::string text = beginning;
  text.append(random.one_of(subjects)).append(": ").append(random.one_of(remarks));
  return text.append(random.one_of(additions));
}

/// A person and what decides when they are due.
struct Friend {
  Person person;
  Day newest;    ///< of the last full conversation
  int contacts;  ///< how many there are with them
  bool owed;     ///< a call of theirs after it was missed
};

/// One contact to come: the third of person 17, say.
struct Planned {
  Day on;
  int person;
  int number;  ///< 0 is the newest full conversation; 1 and 2 may stand after it
};

/// What was asked for on the command line.
struct Plan {
  std::string path;
  int people;
  int contacts;
  bool all_due;
};

// One in twenty is in each of the two upper tiers, four in twenty are in the third.
Tier tier_of(int index, const Plan& plan) {
  if (plan.all_due) return Tier::moderate;
  const int place = index % 20;
  return place == 0 ? Tier::very_high : place == 1 ? Tier::high : place < 6 ? Tier::moderate : Tier::none;
}

// Tenths of the average, by tier; over the tiers above they come to the average again.
int contacts_of(Tier tier, const Plan& plan) {
  constexpr std::array tenths = {5, 15, 30, 40};
  const int average = plan.contacts / plan.people;
  return plan.all_due ? average : average * tenths[static_cast<std::size_t>(tier)] / 10;
}

// The user keeps up with five of six; those in no tier were met at some time.
int silence_of(Tier tier, Random& random, const Plan& plan) {
  if (tier == Tier::none) return random.below(ten_years);
  const int target = Settings{}.rule(tier).target_days;
  return plan.all_due ? random.between(target, 2 * target) : random.below(target * 6 / 5);
}

std::string handle_of(int index) {
  std::string handle(first_names[static_cast<std::size_t>(index) % first_names.size()]);
  handle.front() = static_cast<char>(std::tolower(handle.front()));
  return handle + '-' + std::to_string(index);
}

std::string name_of(int index) {
  const auto i = static_cast<std::size_t>(index);
  std::string name(first_names[i % first_names.size()]);
  const std::size_t round = i / first_names.size();
  name.append(" ").append(1, static_cast<char>('A' + round / last_names.size() % 26)).append(". ");
  return name.append(last_names[round % last_names.size()]);
}

Person person_of(int index, Tier tier, Random& random) {
  Person person{.handle = handle_of(index),
                .name = name_of(index),
                .tier = tier,
                .added = plus_days(today, -ten_years),
                .considered = plus_days(today, -random.below(360))};
  if (random.percent(80))
    person.phones.push_back("+49 30 " + std::to_string(random.between(1000000, 9999999)));
  if (random.percent(60)) person.emails.push_back(person.handle + "@example.org");
  if (random.percent(20)) person.tags.emplace_back(random.percent(50) ? "work" : "choir");
  const auto month = static_cast<unsigned>(random.between(1, 12));
  const auto day = static_cast<unsigned>(random.between(1, 28));
  if (random.percent(50)) person.dates.push_back({"birthday", month, day, random.between(1940, 2005)});
  if (tier != Tier::none) person.start = person.added;
  return person;
}

std::vector<Friend> friends_of(const Plan& plan) {
  std::vector<Friend> friends;
  for (int index = 0; index < plan.people; ++index) {
    Random random(static_cast<std::uint64_t>(index), 0);
    const Tier tier = tier_of(index, plan);
    friends.push_back({.person = person_of(index, tier, random),
                       .newest = plus_days(today, -silence_of(tier, random, plan)),
                       .contacts = contacts_of(tier, plan),
                       .owed = index % (plan.people / open_of_a_kind) == 3});
  }
  return friends;
}

// In the order in which they happened, as a real file has them: one person's contacts lie far apart in it.
std::vector<Planned> planned_contacts(const std::vector<Friend>& friends) {
  std::vector<Planned> planned;
  for (int index = 0; index < static_cast<int>(friends.size()); ++index) {
    const Friend& one = friends[static_cast<std::size_t>(index)];
    Random random(static_cast<std::uint64_t>(index), 1);
    const int before = ten_years - days_between(one.newest, today);
    const int since = days_between(one.newest, today);
    for (int number = 0; number < one.contacts; ++number) {
      int offset = number == 0 ? 0 : -random.below(before + 1);
      if (number == 1) offset = random.below(since + 1);
      if (number == 2 && one.owed) offset = since - random.below(std::min(since + 1, 20));
      planned.push_back({plus_days(one.newest, offset), index, number});
    }
  }
  std::stable_sort(planned.begin(), planned.end(),
                   [](const Planned& a, const Planned& b) { return a.on < b.on; });
  return planned;
}

void add_figures(Contact& contact, Random& random) {
  constexpr std::array usual = {Channel::call, Channel::call,  Channel::call,  Channel::met,
                                Channel::met,  Channel::video, Channel::chat,  Channel::chat,
                                Channel::chat, Channel::email, Channel::voice, Channel::hello};
  contact.channel = random.one_of(usual);
  if (random.percent(3)) contact.kind = ContactKind::tried;
  if (contact.kind == ContactKind::tried) return;
  const bool talk = contact.channel <= Channel::video;
  if (talk) contact.minutes = 5 * random.between(1, 24);
  if (talk && random.percent(30)) contact.depth = static_cast<Depth>(random.below(3));
  if (random.percent(60)) contact.by = random.percent(50) ? Side::me : Side::them;
  if (talk || random.percent(50)) contact.note = sentence(random, "talked about ");
}

// Someone else was there, too: only where it is not later than what makes them due.
void add_companion(Contact& contact, const std::vector<Friend>& friends, Random& random) {
  const Friend& other = random.one_of(friends);
  if (other.newest >= contact.on && other.person.id != contact.with.front())
    contact.with.push_back(other.person.id);
}

Contact contact_of(const Planned& planned, const std::vector<Friend>& friends) {
  const Friend& one = friends[static_cast<std::size_t>(planned.person)];
  Random random(static_cast<std::uint64_t>(planned.person), static_cast<std::uint64_t>(planned.number) + 2);
  Contact contact{.with = {one.person.id}, .on = planned.on};
  if (random.percent(70)) contact.time = TimeOfDay{15 * random.between(32, 88)};
  if (planned.number == 0) {
    contact.minutes = 5 * random.between(6, 18);
    contact.by = Side::me;
    contact.note = sentence(random, "talked about ");
  } else if (planned.number == 1) {
    contact.channel = Channel::chat;
    contact.by = Side::them;
  } else if (planned.number == 2 && one.owed) {
    contact.kind = ContactKind::missed;
  } else {
    add_figures(contact, random);
    if (random.percent(5)) add_companion(contact, friends, random);
  }
  return contact;
}

void add_remarks(store::Change& change, Id person, Random& random) {
  for (int left = random.below(3); left > 0; --left) {
    Remark remark{
        .person = person, .text = sentence(random, ""), .heard = plus_days(today, -random.below(1000))};
    if (random.percent(30)) remark.used = plus_days(today, -random.below(300));
    change.add(remark);
  }
}

void add_closed(store::Change& change, Id person, Random& random) {
  if (random.percent(10)) {
    const Day given = plus_days(today, -random.between(60, 1000));
    Promise promise{
        .person = person, .mine = random.percent(60), .text = sentence(random, "see to "), .given = given};
    promise.kept = plus_days(given, random.below(50));
    change.add(promise);
  }
  if (random.percent(10)) {
    const Day on = plus_days(today, -random.between(60, 1000));
    Snooze snooze{.person = person, .on = on, .until = plus_days(on, 7)};
    change.add(snooze);
  }
}

// What the user still has to do: so many in all, whatever the size of the circle.
void add_open(store::Change& change, int index, const Plan& plan, Id person, Random& random) {
  const int place = index % (plan.people / open_of_a_kind);
  if (place == 1) {
    Promise promise{
        .person = person, .text = "lend them the book", .given = plus_days(today, -random.below(30))};
    if (random.percent(50)) promise.by = plus_days(today, random.between(-5, 20));
    change.add(promise);
  }
  if (place == 2) {
    Remark remark{.person = person, .text = sentence(random, ""), .heard = plus_days(today, -40)};
    remark.ask_on = plus_days(today, random.between(-10, 30));
    change.add(remark);
  }
  if (place == 4) {
    const Day on = plus_days(today, -5);
    Snooze snooze{
        .person = person, .on = on, .until = plus_days(today, random.between(-2, 10)), .agreed = "lunch"};
    change.add(snooze);
  }
}

void add_all(store::Change& change, const Plan& plan) {
  std::vector<Friend> friends = friends_of(plan);
  for (int index = 0; index < plan.people; ++index) {
    Person& person = friends[static_cast<std::size_t>(index)].person;
    Random random(static_cast<std::uint64_t>(index), 1U << 31);
    change.add(person);
    add_remarks(change, person.id, random);
    add_closed(change, person.id, random);
    add_open(change, index, plan, person.id, random);
  }
  for (const Planned& planned : planned_contacts(friends)) {
    Contact contact = contact_of(planned, friends);
    change.add(contact);
  }
}

// The history of one huge step is like nobody's: files are compared without any.
void end_history(const std::string& path) {
  const auto database = store::open_to_write(path);
  database->script("BEGIN IMMEDIATE");
  store::end_history(*database, made_at_ms, "make_data");
  database->script("COMMIT; VACUUM");
}

void make(const Plan& plan) {
  {
    store::File store = store::File::create(plan.path, Settings{});
    if (store.has_people()) throw std::runtime_error(plan.path + ": is there already");
    store::Change change = store.change("make_data", made_at_ms);
    change.begin_bulk_import();
    add_all(change, plan);
    change.commit();
  }
  end_history(plan.path);
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> args(argv, argv + argc);
  if (args.size() < 4 || (args.size() > 4 && args[4] != "all-due")) {
    std::fputs("usage: make_data FILE PEOPLE CONTACTS [all-due]\n", stderr);
    return 2;
  }
  const Plan plan{std::filesystem::absolute(args[1]), std::atoi(args[2].c_str()), std::atoi(args[3].c_str()),
                  args.size() > 4};
  if (plan.people < 20 * open_of_a_kind || plan.contacts / plan.people < fewest_contacts) {
    std::fprintf(stderr, "make_data: at least %d people, and %d contacts for each\n", 20 * open_of_a_kind,
                 fewest_contacts);
    return 2;
  }
  try {
    make(plan);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "make_data: %s\n", error.what());
    return 1;
  }
}
