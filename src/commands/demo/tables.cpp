#include "commands/demo/tables.hpp"

namespace rel::commands {

namespace {

// clang-format off
constexpr Character characters[] = {
    {.name = "Ann Lee", .tier = Tier::very_high, .tag = "choir", .phone = "+49 30 5550101", .birthday = -7,
     .purpose = "the one who tells me the truth", .else_by = Channel::met, .rhythm = {8, 9},
     .minutes = {50, 55}, .deep = {4, 4}, .writes = 5, .last_talk = 8},
    {.name = "Mum", .tier = Tier::very_high, .tag = "family", .phone = "+49 911 5550110", .month = 3,
     .day = 17, .rhythm = {7, 8}, .minutes = {35, 30}, .deep = {2, 2}, .writes = 9, .began = 6,
     .last_talk = 5},
    {.name = "Dad", .tier = Tier::very_high, .every = 14, .tag = "family", .phone = "+49 911 5550111",
     .month = 10, .day = 2, .rhythm = {16, 15}, .minutes = {20, 25}, .deep = {0, 2}, .began = 2,
     .last_talk = 11},
    {.name = "Zoë Laurent", .tier = Tier::very_high, .tag = "family", .phone = "+33 4 5550 0112",
     .email = "zoe@laurent.example", .month = 6, .day = 21, .year = 1988, .purpose = "my sister",
     .by = Channel::video, .rhythm = {10, 13}, .minutes = {50, 45}, .deep = {3, 3}, .writes = 3,
     .last_talk = 16},
    {.name = "Mia Roth", .tier = Tier::very_high, .tag = "friends", .phone = "+49 30 5550144", .month = 11,
     .day = 5, .by = Channel::met, .else_by = Channel::call, .rhythm = {11, 10}, .minutes = {90, 80},
     .deep = {3, 4}, .writes = 6, .began = 5, .last_talk = 6},
    {.name = "Tom Okafor", .tier = Tier::very_high, .tag = "friends", .phone = "+44 20 79460000", .month = 5,
     .day = 9, .purpose = "we make each other braver", .by = Channel::met, .else_by = Channel::call,
     .rhythm = {50, 7}, .minutes = {30, 80}, .deep = {0, 6}, .writes = 7, .began = 5, .last_talk = 4},
    {.name = "Bo Chen", .tier = Tier::high, .tag = "work", .phone = "+49 170 5550102", .month = 9, .day = 14,
     .by = Channel::met, .else_by = Channel::call, .rhythm = {18, 20}, .minutes = {40, 40}, .writes = 4,
     .written = 6, .began = 5, .last_talk = 22},
    {.name = "Priya Nair", .tier = Tier::high, .tag = "customers", .phone = "+44 20 79460033",
     .email = "priya@acme.example", .purpose = "their first project with us has to go well",
     .else_by = Channel::video, .writes_by = Channel::email, .rhythm = {20, 26}, .minutes = {30, 25},
     .writes = 8, .began = 5, .last_talk = 24},
    {.name = "Ken Sato", .tier = Tier::high, .tag = "friends", .phone = "+81 3 5550 1122", .month = 1,
     .day = 30, .by = Channel::video, .else_by = Channel::call, .rhythm = {9, 42}, .minutes = {60, 28},
     .deep = {5, 0}, .writes = 12, .began = 5, .last_talk = 58},
    {.name = "Łukasz Nowak", .tier = Tier::high, .tag = "friends", .phone = "+48 22 555 0177", .month = 7,
     .day = 8, .rhythm = {24, 34}, .minutes = {45, 40}, .deep = {2, 2}, .writes = 15, .last_talk = 75},
    {.name = "Elif Yılmaz", .tier = Tier::high, .tag = "work", .phone = "+49 170 5550178", .by = Channel::met,
     .else_by = Channel::call, .rhythm = {15, 14}, .minutes = {30, 35}, .writes = 6, .began = 5,
     .last_talk = 8},
    {.name = "Aunt Rosa", .tier = Tier::high, .tag = "family", .month = 12, .day = 6, .year = 1941,
     .purpose = "she writes real letters; so do I", .by = Channel::letter, .else_by = Channel::call,
     .real_by_letter = true, .rhythm = {30, 28}, .minutes = {40, 40}, .deep = {4, 4}, .began = 5,
     .last_talk = 19},
    {.name = "王小明", .tier = Tier::high, .tag = "friends", .email = "xiaoming@wang.example", .month = 2,
     .day = 12, .by = Channel::video, .else_by = Channel::call, .rhythm = {28, 27}, .minutes = {45, 50},
     .deep = {2, 3}, .writes = 10, .last_talk = 33},
    {.name = "Nora Lindqvist", .tier = Tier::high, .tag = "choir", .phone = "+49 170 5550190", .month = 8,
     .day = 19, .by = Channel::met, .rhythm = {30, 17}, .minutes = {60, 70}, .deep = {0, 4}, .writes = 5,
     .began = 6, .last_talk = 20, .known = 260},
    {.name = "Đặng Minh", .tag = "neighbours", .phone = "+49 30 5550133", .by = Channel::met,
     .rhythm = {40, 45}, .minutes = {20, 20}, .writes = 30, .last_talk = 38},
    {.name = "Olu Adeyemi", .tag = "customers", .phone = "+234 1 555 0120", .email = "olu@adeyemi.example",
     .writes_by = Channel::email, .rhythm = {60, 70}, .minutes = {35, 30}, .writes = 25, .last_talk = 97},
    {.name = "Grace Kim", .tag = "work", .phone = "+82 2 555 0121", .month = 4, .day = 3,
     .by = Channel::video, .rhythm = {70, 85}, .minutes = {50, 50}, .deep = {2, 2}, .writes = 40,
     .last_talk = 118},
    {.name = "Samir Haddad", .tag = "friends", .phone = "+49 170 5550123", .birthday = 1, .by = Channel::met,
     .rhythm = {30, 40}, .minutes = {60, 60}, .writes = 12, .began = 5, .last_talk = 47},
    {.name = "Ольга Петрова", .tag = "neighbours", .phone = "+49 30 5550124", .by = Channel::met,
     .rhythm = {45, 50}, .minutes = {45, 45}, .began = 5, .last_talk = 52},
    {.name = "Jean-Luc O'Brien", .tag = "friends", .email = "jl@obrien.example", .month = 10, .day = 26,
     .writes_by = Channel::email, .rhythm = {80, 75}, .minutes = {40, 40}, .deep = {2, 2}, .writes = 35,
     .written = 30, .began = 5, .last_talk = 83},
    {.name = "Hannah Weiss", .every = 60, .tag = "family", .phone = "+49 911 5550126", .month = 2, .day = 29,
     .year = 2012, .purpose = "my godchild", .by = Channel::met, .rhythm = {55, 50}, .minutes = {90, 90},
     .deep = {0, 2}, .began = 3, .last_talk = 35},
    {.name = "Frau Becker", .tier = Tier::none, .tag = "neighbours", .phone = "+49 30 5550127",
     .rhythm = {110, 110}, .minutes = {10, 10}, .last_talk = 66},
    {.name = "Dr. Inés Ruiz", .tier = Tier::none, .phone = "+49 30 5550128",
     .email = "practice@ruiz.example"},
    {.name = "Pete Malone", .tag = "work", .email = "pete@malone.example", .rhythm = {60, 60},
     .minutes = {25, 25}, .last_talk = 330, .archived = true},
    {.name = "Grandpa Emil", .tier = Tier::very_high, .tag = "family", .month = 1, .day = 6, .year = 1934,
     .by = Channel::met, .else_by = Channel::call, .rhythm = {10, 8}, .minutes = {45, 70}, .deep = {3, 6},
     .last_talk = 171, .deceased = true},
};

constexpr Occasion occasions[] = {
    {"Bo Chen", 4, Channel::call, 0, 0, "called at noon", ContactKind::missed},
    {"Elif Yılmaz", 12, Channel::call, 0, 0, {}, ContactKind::missed},
    {"Ken Sato", 20, Channel::video, 0, 0, {}, ContactKind::tried},
    {"Ken Sato", 6, Channel::call, 0, 0, {}, ContactKind::tried},
    {"Olu Adeyemi", 9, Channel::voice, 0, 0, "the trial ends soon", ContactKind::tried},
    {"Jean-Luc O'Brien", 9, Channel::email, 0, 0, "asks where we meet next time", ContactKind::owed},
    {"Ann Lee;Nora Lindqvist;Mia Roth", 24, Channel::met, 180, 3, "dinner after the concert"},
    {"Tom Okafor;Samir Haddad", 41, Channel::met, 120, 0, "the long run by the lake"},
    {"Tom Okafor;Mia Roth", 69, Channel::met, 150, 2, "cooked together"},
    {"Mum;Dad", 75, Channel::met, 240, 0, "the whole afternoon in the garden"},
    {"Bo Chen;Elif Yılmaz", 103, Channel::met, 75, 2, "lunch, and what we want from next year"},
    {"Tom Okafor;Samir Haddad;Mia Roth", 168, Channel::met, 240, 4, "a birthday by the river"},
    {"Priya Nair", 131, Channel::event, 0, 0, "at the fair, in a crowd"},
    {"Ann Lee;Nora Lindqvist", 210, Channel::event, 0, 40, "the concert in the big hall"},
    {"Grandpa Emil;Mum;Dad;Zoë Laurent", 171, Channel::met, 180, 0, "a good last day together"},
};

constexpr Feast feasts[] = {
    {"Mum;Dad;Zoë Laurent;Aunt Rosa", 12, 25, 300, 2, "Christmas dinner"},
    {"Tom Okafor;Mia Roth;Samir Haddad;Ann Lee", 12, 31, 240, 5, "New Year's Eve at Mia's"},
    {"Bo Chen;Elif Yılmaz", 12, 18, 90, 8, "the year's end at work"},
    {"Mum;Dad;Hannah Weiss", 4, 20, 180, 3, "spring in the garden"},
};

constexpr Storm storms[] = {
    {"Priya Nair", 21, 1, 13},
    {"Olu Adeyemi", 240, 222, 9},
    {"Zoë Laurent", 14, 2, 6},
};

constexpr Told what_they_said[] = {
    {.name = "Ann Lee", .ago = 8, .text = "nervous about moving to Lisbon"},
    {.name = "Ann Lee", .ago = 60, .text = "wants to sing the Fauré once more", .used = 24},
    {.name = "Mia Roth", .ago = 6, .text = "knee surgery", .ask_on = 0, .ask = "how did the surgery go?"},
    {.name = "Tom Okafor", .ago = 4, .text = "thinks of leaving the bank to teach"},
    {.name = "Tom Okafor", .ago = 95, .text = "training for a first marathon", .used = 41},
    {.name = "Mum", .ago = 12, .text = "a new doctor from next month", .ask_on = -9,
     .ask = "how is the new doctor?"},
    {.name = "Dad", .ago = 45, .text = "the hearing aid is on order", .used = 11},
    {.name = "Zoë Laurent", .ago = 16, .text = "a second child is on its way"},
    {.name = "Bo Chen", .ago = 50, .text = "applied for the post in Singapore", .ask_on = 30,
     .ask = "did Singapore answer?", .done = 22},
    {.name = "Ken Sato", .ago = 58, .text = "his mother is unwell"},
    {.name = "Łukasz Nowak", .ago = 400, .text = "learning the cello"},
    {.name = "Grace Kim", .ago = 431, .text = "dreams of a bakery of her own"},
    {.name = "Priya Nair", .ago = 24, .text = "her budget closes at the end of the quarter"},
    {.name = "王小明", .ago = 33, .text = "his daughter plays her first concert", .ask_on = -18,
     .ask = "how was the concert?"},
    {.name = "Hannah Weiss", .ago = 35, .text = "wants a microscope more than anything"},
    {.name = "Olu Adeyemi", .ago = 150, .text = "two new people in his team", .used = 97},
    {.name = "Samir Haddad", .ago = 47, .text = "no running for now: the knee"},
    {.name = "Grandpa Emil", .ago = 171, .text = "the song from his wedding"},
};

constexpr Pledge promises[] = {
    {.name = "Ann Lee", .mine = true, .text = "the Calvino book", .given = 17, .by = 3},
    {.name = "Priya Nair", .mine = true, .text = "the new offer", .given = 8, .by = -2},
    {.name = "Ken Sato", .mine = true, .text = "photos of the old flat", .given = 58},
    {.name = "Mum", .mine = true, .text = "mend the garden door", .given = 40, .by = 20, .kept = 22},
    {.name = "Tom Okafor", .mine = true, .text = "read his letter of application", .given = 11, .by = 6,
     .kept = 7},
    {.name = "Elif Yılmaz", .mine = true, .text = "my notes on the talk", .given = 27, .by = 20, .kept = 14},
    {.name = "Bo Chen", .mine = true, .text = "a word with the head office", .given = 70, .by = 55,
     .kept = 56},
    {.name = "Mia Roth", .mine = true, .text = "the ladder", .given = 90, .by = 80, .kept = 60},
    {.name = "Łukasz Nowak", .mine = true, .text = "a weekend in Kraków", .given = 200, .by = 100,
     .dropped = 95},
    {.name = "Hannah Weiss", .mine = true, .text = "the museum, just us two", .given = 120, .by = 70,
     .kept = 84},
    {.name = "Aunt Rosa", .mine = true, .text = "copies of the old photos", .given = 160, .by = 130,
     .kept = 133},
    {.name = "Dad", .mine = true, .text = "set up the new radio", .given = 320, .by = 300, .kept = 301},
    {.name = "Łukasz Nowak", .mine = false, .text = "bring back the tent", .given = 75, .by = 15},
    {.name = "Mum", .mine = false, .text = "the recipe of the plum cake", .given = 33, .kept = 19},
};

constexpr Delay delays[] = {
    {"Łukasz Nowak", 44, 34, false, "too much at work"},
    {"Łukasz Nowak", 31, 21, false, "a cold"},
    {"Łukasz Nowak", 16, 5, false, "a full month, all evenings taken"},
    {"Grace Kim", 25, -6, false, "after the move"},
    {"Ken Sato", 26, 16, false, "the time difference"},
    {"Olu Adeyemi", 190, 170, false, "end of the quarter"},
    {"Nora Lindqvist", 6, -3, true, "dinner at hers, 20:00"},
    {"Mia Roth", 30, 24, true, "the concert"},
    {"Dad", 90, 75, true, "the garden"},
};

constexpr Aim aims[] = {
    {121, "Ken Sato", "a call every two weeks"},
    {121, "Tom Okafor", "run together, and talk"},
    {121, "", "fewer e-mails, more calls"},
    {31, "Tom Okafor", "a walk every week"},
    {31, "Łukasz Nowak", "call instead of putting it off"},
    {31, "Priya Nair", "talk before writing"},
};

// clang-format on
constexpr std::string_view of_family[] = {"who comes in the summer, and when",
                                          "old stories; we laughed a lot", "the news from the street",
                                          "tired, but in good spirits", "what to keep of the old things"};
constexpr std::string_view of_work[] = {
    "the new project, and who does what", "honest words about the deadline",
    "children, schools, the long commute", "what we would do differently"};
constexpr std::string_view of_customers[] = {"what they really need from us", "prices; a fair talk",
                                             "the trial goes well, one wish is open"};
constexpr std::string_view of_friends[] = {"books, and what to read next",
                                           "work, and whether it is worth it",
                                           "parents growing old",
                                           "music, plans, nonsense",
                                           "a hard week; mostly I listened",
                                           "the flat, the city, the rents",
                                           "what we want from the coming year",
                                           "long silences, good ones"};

}  // namespace

std::span<const Character> demo_people() {
  return characters;
}

std::span<const Occasion> demo_occasions() {
  return occasions;
}

std::span<const Feast> demo_feasts() {
  return feasts;
}

std::span<const Storm> demo_storms() {
  return storms;
}

std::span<const Told> demo_remarks() {
  return what_they_said;
}

std::span<const Pledge> demo_promises() {
  return promises;
}

std::span<const Delay> demo_delays() {
  return delays;
}

std::span<const Aim> demo_aims() {
  return aims;
}

std::span<const std::string_view> demo_notes(std::string_view tag) {
  if (tag == "family") return of_family;
  if (tag == "work") return of_work;
  return tag == "customers" ? std::span<const std::string_view>(of_customers) : of_friends;
}

}  // namespace rel::commands
