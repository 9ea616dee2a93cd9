#include <random>

#include "commands/circle.hpp"

using namespace rel::test;

namespace {

/// What one line of words comes to. Null: not said.
struct Line {
  const char* words;
  const char* channel;
  Json minutes;
  const char* on;
  Json time;
  Json note;
  const char* kind = "contact";
};

const Line lines[] = {
    // Nothing said: a call of the usual length, just now.
    {"", "call", 30, "2026-11-21", "09:00", nullptr},
    // Each kind of word alone.
    {"met", "met", 30, "2026-11-21", "09:00", nullptr},
    {"45m", "call", 45, "2026-11-21", "09:00", nullptr},
    {"1h30", "call", 90, "2026-11-21", "09:00", nullptr},
    {"2h30m", "call", 150, "2026-11-21", "09:00", nullptr},
    {"90min", "call", 90, "2026-11-21", "09:00", nullptr},
    {"yesterday", "call", 30, "2026-11-20", nullptr, nullptr},
    {"'new job; nervous'", "call", 30, "2026-11-21", "09:00", "new job; nervous"},
    // Dates of several neighbouring words.
    {"3d ago", "call", 30, "2026-11-18", nullptr, nullptr},
    {"last tue", "call", 30, "2026-11-17", nullptr, nullptr},
    {"2w", "call", 30, "2026-11-07", nullptr, nullptr},
    {"sat", "call", 30, "2026-11-21", nullptr, nullptr},
    {"last sat", "call", 30, "2026-11-14", nullptr, nullptr},
    {"11-02", "call", 30, "2026-11-02", nullptr, nullptr},
    {"2 nov", "call", 30, "2026-11-02", nullptr, nullptr},
    {"nov 2", "call", 30, "2026-11-02", nullptr, nullptr},
    {"2 nov 19:30", "call", 30, "2026-11-02", "19:30", nullptr},
    {"2026-11-02T19:30", "call", 30, "2026-11-02", "19:30", nullptr},
    {"08:15", "call", 30, "2026-11-21", "08:15", nullptr},
    // m alone is minutes; in a date of several words it is months, as it is everywhere in dates.
    {"2m", "call", 2, "2026-11-21", "09:00", nullptr},
    {"2m ago", "call", 30, "2026-09-21", nullptr, nullptr},
    {"45m 2m ago lunch", "met", 45, "2026-09-21", nullptr, nullptr},
    // In any order, together.
    {"yesterday 45m coffee 'long talk'", "met", 45, "2026-11-20", nullptr, "long talk"},
    // A quoted word that reads wholly as such words is these words.
    {"call '20 min'", "call", 20, "2026-11-21", "09:00", nullptr},
    {"'1h 30m'", "call", 90, "2026-11-21", "09:00", nullptr},
    {"'yesterday 7pm'", "call", 30, "2026-11-20", "19:00", nullptr},
    {"'on sunday'", "call", 30, "2026-11-15", nullptr, nullptr},
    {"'two weeks ago'", "call", 30, "2026-11-07", nullptr, nullptr},
    {"'lunch yesterday'", "met", 30, "2026-11-20", nullptr, nullptr},
    // The first word that is none of these begins the note, and `:` begins it by force.
    {"call 20 her new job", "call", 20, "2026-11-21", "09:00", "her new job"},
    {"lunch with bo", "met", 30, "2026-11-21", "09:00", "with bo"},
    {"3 things", "call", 30, "2026-11-21", "09:00", "3 things"},
    {"call : 20 min", "call", 30, "2026-11-21", "09:00", "20 min"},
    {"call : --real", "call", 30, "2026-11-21", "09:00", "--real"},
    {"call : -m", "call", 30, "2026-11-21", "09:00", "-m"},
    {"call : --", "call", 30, "2026-11-21", "09:00", "--"},
    {"call : - 20", "call", 30, "2026-11-21", "09:00", "- 20"},
    {"call her job --for 20m", "call", 20, "2026-11-21", "09:00", "her job"},
    {"call : her job --for 20m", "call", 20, "2026-11-21", "09:00", "her job"},
    {"3d ago 20m video", "video", 20, "2026-11-18", nullptr, nullptr},
    // Touches have no length unless one is given.
    {"chat", "chat", nullptr, "2026-11-21", "09:00", nullptr},
    {"chat --real", "chat", 30, "2026-11-21", "09:00", nullptr},
    {"call --touch", "call", nullptr, "2026-11-21", "09:00", nullptr},
    // What became of it.
    {"tried", "call", nullptr, "2026-11-21", "09:00", nullptr, "tried"},
    {"voicemail", "voice", nullptr, "2026-11-21", "09:00", nullptr, "tried"},
    {"missed", "call", nullptr, "2026-11-21", "09:00", nullptr, "missed"},
    {"owe email", "email", nullptr, "2026-11-21", "09:00", nullptr, "owed"},
    {"--tried", "call", nullptr, "2026-11-21", "09:00", nullptr, "tried"},
    {"--missed video", "video", nullptr, "2026-11-21", "09:00", nullptr, "missed"},
    {"chat --owe", "chat", nullptr, "2026-11-21", "09:00", nullptr, "owed"},
    // The same by options; after -m anything goes.
    {"--via lunch --for 2h --on '2 nov' -m ok", "met", 120, "2026-11-02", nullptr, "ok"},
    {"--via 'video call' --for 20 --on 'two weeks ago'", "video", 20, "2026-11-07", nullptr, nullptr},
    {"--for 'half an hour' --on 'yesterday at 7pm'", "call", 30, "2026-11-20", "19:00", nullptr},
    {"-m :", "call", 30, "2026-11-21", "09:00", ":"},
    {"-m call", "call", 30, "2026-11-21", "09:00", "call"},
    {"--note=--real", "call", 30, "2026-11-21", "09:00", "--real"},
};

const std::pair<const char*, std::vector<const char*>> channels[] = {
    {"met",
     {"met", "meet", "visit", "lunch", "dinner", "breakfast", "coffee", "tea", "drinks", "walk", "hike"}},
    {"call", {"call", "phone", "phoned", "called", "rang", "CALL"}},
    {"video", {"video", "skype", "zoom", "facetime", "teams"}},
    {"voice", {"voice", "voicenote", "audio"}},
    {"letter", {"letter", "card", "postcard", "parcel"}},
    {"email", {"email", "mail", "e-mail"}},
    {"chat", {"chat", "sms", "text", "whatsapp", "signal", "telegram", "message"}},
    {"social", {"social", "like", "comment", "instagram"}},
    {"hello", {"hello", "hallway", "hi", "wave"}},
    {"event", {"event", "party", "concert", "fair", "meeting", "wedding"}},
};

/// A line that says one kind twice, or what excludes each other, and how the second is called.
const std::pair<const char*, const char*> too_much[] = {
    {"call met", "met: a second channel after call"},
    {"call --via met", "--via: a second channel after call"},
    {"20m 1h", "1h: a second duration after 20m"},
    {"20m --for 1h", "--for: a second duration after 20m"},
    {"yesterday sat", "sat: a second date after yesterday"},
    {"yesterday --on sat", "--on: a second date after yesterday"},
    {"deep --depth small", "--depth: a second depth after deep"},
    {"'a b' -m c", "--note: a second note after a b"},
    {"- her job", "-: a second note beside her job"},
    {"- -m x", "-: a second note beside x"},
    {"tried missed", "tried, missed, owe: only one of them"},
    {"missed --owe", "tried, missed, owe: only one of them"},
    {"tried tried", "tried: said twice"},
    {"--real --touch", "--real and --touch: only one of the two"},
    {"tried 20m", "tried: nobody talked, so it has no duration"},
    {"missed --real", "missed: nobody talked, so it counts as nothing"},
    {"tried --by them", "tried, --by them: you tried"},
    {"missed --by me", "missed, --by me: they tried"},
    {"owe --by me", "owe, --by me: they wrote"},
};

}  // namespace

TEST_CASE("each word of log is a channel, a duration, a date or the note") {
  for (const Line& line : lines) {
    CAPTURE(line.words);
    Circle world;
    world.json("log ann " + std::string(line.words));
    const Json contact = world.latest("ann");
    CHECK(contact.at("channel") == line.channel);
    CHECK(contact.at("minutes") == line.minutes);
    CHECK(contact.at("on") == line.on);
    CHECK(contact.at("time") == line.time);
    CHECK(contact.at("note") == line.note);
    CHECK(contact.at("contact_kind") == line.kind);
  }
}

TEST_CASE("channels have everyday words") {
  Circle world;
  for (const auto& [channel, words] : channels) {
    for (const char* word : words) {
      CAPTURE(word);
      CHECK(world.json("log ann " + std::string(word)).at("wrote").at(0).at("channel") == channel);
    }
  }
}

TEST_CASE("each kind is said at most once, and what excludes each other is refused") {
  Circle world;
  for (const auto& [words, message] : too_much) refuses(world, "log ann " + std::string(words), 2, message);
}

TEST_CASE("a word that may be meant otherwise is refused, with the whole command that makes it the note") {
  Circle world;
  refuses(world, "log ann cal 45m", 2,
          "cal: no channel, duration or date, so 45m would be part of the note; did you mean call?\n"
          "try: rel log ann : cal 45m\n");
  refuses(world, "log ann tuseday", 2, "did you mean tuesday?\ntry: rel log ann : tuseday\n");
  refuses(world, "log ann call 45m 'last week' --heard 'a b' --real", 2,
          "last week: is not one day; did you mean 1w ago?\n"
          "try: rel log ann call 45m : 'last week' --real --heard 'a b'\n");
  refuses(world, "log ann 03/04/2026", 2,
          "03/04/2026: can be 3 April or 4 March; did you mean 2026-04-03 or 2026-03-04?\n"
          "try: rel log ann : 03/04/2026\n");
  refuses(world, "log ann -- tuseday --x", 2, "try: rel log -- ann : tuseday --x\n");
  refuses(world, "log ann tomorrow", 2, "still to come");
  refuses(world, "log ann 19:30", 2,
          "Sat 21 Nov 2026, 19:30 is still to come; did you mean yesterday 19:30?");
  refuses(world, "log ann met walk", 2, "walk: a second channel after met\ntry: rel log ann met : walk\n");
  CHECK(world("log ann call 45m :").exit_code == 0);
  CHECK(world.latest("ann").at("note").is_null());
  refuses(world, "log ann ''", 2, "\"\": no channel, duration or date");
  const std::string id = world.id("log ann").substr(0, 6);
  refuses(world, "edit " + id + " tuseday", 2, "try: rel edit " + id + " : tuseday\n");
}

TEST_CASE("log says who, how, how long, when, what it counted as, and when they are next due") {
  Circle world;
  CHECK(world("log ann call 45m 'new job'")
            .out.starts_with("Ann Lee: call, 45 min, today (Sat 21 Nov 2026, 09:00)  "));
  holds(world("log ann 45m").out, "\na real conversation; next due Sat 28 Nov 2026\n");
  holds(world("log ann chat").out, "a touch");
  holds(world("log bo tried").out, "tried, no answer");
  CHECK(world("log ann lunch 20 deep yesterday her new job")
            .out.starts_with("Ann Lee: met, 20 min, deep, yesterday (Fri 20 Nov 2026)  "));
  holds(world("log ann 20m 'her\nnew job'").out,
        "\na real conversation; next due Sat 28 Nov 2026; note: her new job\n");
  holds(world("log ann owe email").out, "Ann Lee: email, an answer owed, today");
  CHECK(world("-q log ann").out.empty());
}

TEST_CASE("credit: twenty minutes or more count in full") {
  Circle world;
  const std::pair<const char*, double> worth[] = {{"call 20m", 1}, {"met 10m", 0.5}, {"chat", 0},
                                                  {"email 1h", 0}, {"call 0m", 0},   {"chat --real", 1}};
  for (const auto& [words, credit] : worth) {
    CAPTURE(words);
    CHECK(world.json("log bo " + std::string(words)).at("wrote").at(0).at("credit").get<double>() ==
          doctest::Approx(credit));
  }
}

TEST_CASE("a group is one contact with several people, others count, too") {
  Circle world;
  const auto logged = world("log ann,bo,ann dinner 2h yesterday --others 3");
  CHECK(logged.out.starts_with("Ann Lee, Bo Berg: met, 2 h, yesterday (Fri 20 Nov 2026), with 3 others  "));
  CHECK(world.latest("bo").at("with") == Json{"ann-lee", "bo-berg"});
  CHECK(world.latest("bo").at("others") == 3);
  CHECK(world.latest("ann").at("id") == world.latest("bo").at("id"));
}

TEST_CASE("what was said is kept with the contact that it came up in") {
  Circle world;
  const Json wrote =
      world
          .json(
              "log ann yesterday --heard 'surgery on 12 Dec' --ask '2026-12-12 how did it go?' "
              "--promise 'the Calvino book by fri' --they-promised 'bring the drill back'")
          .at("wrote");
  REQUIRE(wrote.size() == 4);
  CHECK(wrote[1].at("text") == "surgery on 12 Dec");  // one remark that asks
  CHECK(wrote[1].at("heard") == "2026-11-20");
  CHECK(wrote[1].at("ask") == "how did it go?");
  CHECK(wrote[1].at("ask_on") == "2026-12-12");
  CHECK(wrote[2].at("text") == "the Calvino book");
  CHECK(wrote[2].at("by") == "2026-11-27");
  CHECK(wrote[2].at("mine") == true);
  CHECK(wrote[3].at("mine") == false);
  CHECK(wrote[3].at("by").is_null());
}

TEST_CASE("with something heard, an ask needs no question of its own") {
  Circle world;
  const Json wrote = world.json("log ann --heard surgery --ask 'in two weeks'").at("wrote");
  REQUIRE(wrote.size() == 2);
  CHECK(wrote[1].at("text") == "surgery");
  CHECK(wrote[1].at("ask").is_null());
  CHECK(wrote[1].at("ask_on") == "2026-12-05");
  refuses(world, "log ann,bo --heard 'ann: surgery' --ask 'bo: 2026-12-12'", 2,
          "no question stands behind the date");
}

TEST_CASE("one thing heard and one question about the same person are one remark, with several people, too") {
  Circle world;
  const Json wrote = world
                         .json(
                             "log ann,bo --heard 'ann: surgery' --heard 'bo: new job' --heard 'bo: a cat'"
                             " --ask 'ann: 2026-12-12 how did it go?' --ask 'bo: 2026-12-01 the cat?'")
                         .at("wrote");
  std::vector<std::string> texts;
  for (const Json& one : wrote) {
    if (one.at("kind") == "remark") texts.push_back(one.at("text"));
  }
  CHECK(texts == std::vector<std::string>{"new job", "a cat", "surgery", "the cat?"});
}

TEST_CASE("the day of an ask is the longest beginning that reads as one") {
  Circle world;
  const std::pair<const char*, const char*> asks[] = {
      {"2026-12-12 how did it go?", "2026-12-12"},  {"12 dec how did it go?", "2026-12-12"},
      {"dec 12 2026 how did it go?", "2026-12-12"}, {"in 2w how did it go?", "2026-12-05"},
      {"next fri how did it go?", "2026-11-27"},    {"tomorrow how did it go?", "2026-11-22"},
      {"two weeks how did it go?", "2026-12-05"},   {"on dec 2nd, 2026 how did it go?", "2026-12-02"}};
  for (const auto& [text, day] : asks) {
    CAPTURE(text);
    const Json ask = world.json("log ann --ask '" + std::string(text) + "'").at("wrote").at(1);
    CHECK(ask.at("ask_on") == day);
    CHECK(ask.at("ask") == "how did it go?");
  }
  CHECK(world.json("log ann --ask 'fri at 7pm how was it?'").at("wrote").at(1).at("ask") ==
        "19:00 how was it?");
  refuses(world, "log ann --ask 'how did it go?'", 2, "it must begin with a date to come");
  refuses(world, "log ann --ask 2026-12-12", 2, "no question stands behind the date");
  refuses(world, "log ann --ask '3d ago how was it?'", 2, "3d ago: is already past");
}

TEST_CASE("a promise ends in its day only where a date follows `by`") {
  Circle world;
  CHECK(world.json("log ann --promise 'learn a poem by heart'").at("wrote").at(1).at("text") ==
        "learn a poem by heart");
  refuses(world, "log ann --promise 'the book by 2025-02-29'", 2, "2025 has no 29 February");
  refuses(world, "log ann --promise 'the book by yesterday'", 2, "already past");
}

TEST_CASE("a promise is read alike by log, for both sides, and by promise") {
  Circle world;
  struct Said {
    const char* typed;
    const char* text;
    Json by;
  };
  const Said promises[] = {{"the Calvino book by fri", "the Calvino book", "2026-11-27"},
                           {"the book by next fri.", "the book", "2026-11-27"},
                           {"the book BY Dec 2nd", "the book", "2026-12-02"},
                           {"the book by the day after tomorrow", "the book", "2026-11-23"},
                           {"call the bank by mon at 3pm", "call the bank, 15:00", "2026-11-23"},
                           {"a poem by heart by in two weeks", "a poem by heart", "2026-12-05"},
                           {"learn a poem by heart", "learn a poem by heart", nullptr},
                           {"standby tomorrow", "standby tomorrow", nullptr}};
  for (const Said& said : promises) {
    CAPTURE(said.typed);
    const std::string typed = "'" + std::string(said.typed) + "'";
    for (const std::string& line : {"log ann --promise " + typed, "log ann --they-promised " + typed,
                                    "promise ann " + typed, "promise ann --theirs " + typed}) {
      const Json wrote = world.json(line).at("wrote").back();
      CHECK(wrote.at("text") == said.text);
      CHECK(wrote.at("by") == said.by);
    }
  }
  CHECK(world.json("promise ann the Calvino book by fri").at("wrote").at(0).at("by") == "2026-11-27");
  for (const char* line : {"log ann --promise 'by fri'", "promise ann by fri"})
    refuses(world, line, 2, "by fri: a day alone is no promise");
  refuses(world, "promise ann 'the book by yesterday'", 2, "yesterday: is already past");
  refuses(world, "promise ann 'the book by fri' --by sat", 2, "--by sat: a second day after 2026-11-27");
}

/// What `log` said back, as the words of a log line.
std::vector<std::string> words_said_back(const std::string& out) {
  const std::string first = out.substr(0, out.find('\n'));
  std::string said = first.substr(first.find(": ") + 2);
  said.erase(said.find("  "));
  std::vector<std::string> words = {"log", "ann"};
  for (std::size_t at = 0; at < said.size();) {
    const std::size_t comma = said.find(", ", at);
    const std::string part = said.substr(at, comma == std::string::npos ? comma : comma - at);
    const bool is_day = part.find(" (") != std::string::npos || part.find(" 20") != std::string::npos;
    words.push_back(is_day ? said.substr(at) : part);
    at = is_day || comma == std::string::npos ? said.size() : comma + 2;
  }
  std::string& day = words.back();  // today (Sat 21 Nov 2026, 09:00)
  if (const auto open = day.find('('); open != std::string::npos)
    day = day.substr(open + 1, day.size() - open - 2);
  constexpr std::string_view mark = "; note: ";
  const std::size_t note = out.find(mark);
  if (note == std::string::npos) return words;
  words.emplace_back(":");
  words.push_back(out.substr(note + mark.size(), out.find('\n', note) - note - mark.size()));
  return words;
}

TEST_CASE("what is said back, typed again, is the same entry") {
  Circle world;
  world.variables["COLUMNS"] = "300";
  std::mt19937 random{7};
  const auto one_of = [&](const std::vector<std::string>& words) { return words[random() % words.size()]; };
  for (int round = 0; round < 150; ++round) {
    std::string line =
        "log ann " + one_of({"", "lunch ", "call ", "'video call' ", "letter ", "phone "}) +
        one_of({"", "20m ", "'1 h 30' ", "'half an hour' ", "2h05 "}) +
        one_of({"", "deep ", "small ", "'small talk' "}) +
        one_of({"", "yesterday ", "'2 nov 19:30' ", "'7pm yesterday' ", "noon ", "'sun 2 weeks ago' "}) +
        one_of({"", "her new job", "': and more'", ": call me yesterday", ": 新しい 仕事", ": 'a: b, c'"});
    if (line.find("noon") != std::string::npos) line.replace(line.find("noon"), 4, "08:05");
    CAPTURE(line);
    const auto said = world(line);
    REQUIRE(said.exit_code == 0);
    const Json before = world.latest("ann");
    world.json("undo");
    const auto again = world.run(words_said_back(said.out));
    CAPTURE(said.out);
    CAPTURE(again.err);
    REQUIRE(again.exit_code == 0);
    const Json after = world.latest("ann");
    for (const char* key : {"channel", "minutes", "depth", "on", "time", "note", "contact_kind"})
      CHECK(before.at(key) == after.at(key));
    world.json("undo");
  }
}

TEST_CASE("any text behind `:` is stored to the letter") {
  Circle world;
  std::mt19937 random{9};
  const std::vector<std::string> pieces = {"call",   "45m",       "tuseday", "--real",     "-m",   "--",
                                           ":",      "'",         "\"",      "03/04/2026", "$(x)", "é",
                                           "新しい", "yesterday", "\n",      "\t",         "- ",   "\\"};
  for (int round = 0; round < 150; ++round) {
    std::string note = pieces[random() % (pieces.size() - 4)];  // neither begins nor ends blank
    for (auto more = random() % 5; more > 0; --more) note += pieces[random() % pieces.size()];
    note += pieces[random() % (pieces.size() - 4)];
    CAPTURE(note);
    REQUIRE(world.run({"log", "ann", "lunch", ":", note}).exit_code == 0);
    CHECK(world.latest("ann").at("note") == note);
  }
}

TEST_CASE("with several people each remark says whose it is") {
  Circle world;
  const Json wrote =
      world.json("log ann,bo --heard 'bo: moves to Lisbon' --promise 'ann: the book by fri'").at("wrote");
  CHECK(wrote[1].at("handle") == "bo-berg");
  CHECK(wrote[1].at("text") == "moves to Lisbon");
  CHECK(wrote[2].at("handle") == "ann-lee");
  CHECK(wrote[2].at("text") == "the book");
  for (const char* option : {"--heard", "--promise", "--they-promised"}) {
    refuses(
        world, "log ann,bo " + std::string(option) + " 'moves to Lisbon'", 2,
        std::string(option) + " moves to Lisbon: say whom it is about\ntry: \"ann-lee: moves to Lisbon\"");
    refuses(world, "log ann,bo " + std::string(option) + " 'tom: moves'", 2, "tom was not there");
  }
  refuses(world, "log ann,bo --ask '2026-12-12 how?'", 2, "say whom it is about");
}

TEST_CASE("--about comes back to a remark or an ask") {
  Circle world;
  const std::string remark = world.id("note ann 'allergic to nuts'");
  const std::string ask = world.id("note ann surgery --ask '2026-12-12 how was it?'");
  const std::string promise = world.id("promise ann 'the book'");
  world.json("log ann --about " + remark + " --about " + ask);
  const Json entries = world.entries("ann");
  CHECK(entries[0].at("used") == "2026-11-21");
  CHECK(entries[0].at("done").is_null());
  CHECK(entries[1].at("done") == "2026-11-21");
  refuses(world, "log bo --about " + remark, 2, "it is about ann-lee");
  refuses(world, "log ann --about " + promise, 2, "not a remark or an ask");
  refuses(world, "log ann --about 2222", 3, "no entry has an id that begins so");
}

TEST_CASE("a talk closes asks whose day has come, and never the one that it brought up") {
  Circle world;
  world.json("note ann surgery --ask '2026-11-21 how was it?'");
  const auto logged = world("log ann --ask 'today and the flat?'");
  holds(logged.out, "closed: ask how was it?");
  const Json entries = world.entries("ann");
  int open = 0;
  for (const Json& entry : entries) open += entry.value("kind", "") == "remark" && entry.at("done").is_null();
  CHECK(open == 1);
}

TEST_CASE("a note comes from standard input or the editor") {
  Circle world;
  world.input = "line 1\nline 2\n";
  for (const char* line : {"log ann -", "log ann -m -", "log ann call - 20m"}) {
    CAPTURE(line);
    world.json(line);
    CHECK(world.latest("ann").at("note") == "line 1\nline 2");
  }
  world.editor = [](const std::string& text) {
    holds(text, "# What you talked about, below.");
    holds(text, "\n# Ann Lee  very high, every 7 days\n");
    return "from the editor\n" + text;
  };
  world.json("log ann -e");
  CHECK(world.latest("ann").at("note") == "from the editor");
  refuses(world, "log ann -e -m x", 2, "only one of the two");
  CHECK(world.editor_sessions == 1);
}

TEST_CASE("nothing is half done: one bad part, and nothing is written") {
  Circle world;
  refuses(world, "log ann call --heard ok --promise 'x by 2025-02-29'", 2, "2025 has no 29 February");
  refuses(world, "log ann,nobody call", 3, "nobody: nobody of that name");
  CHECK(world.entries("ann").empty());
}

TEST_CASE("the night belongs to the day before, and a date given is never shifted") {
  Circle world;
  world.at("2026-11-22T00:30");
  CHECK(world.json("log ann").at("wrote").at(0).at("on") == "2026-11-21");
  CHECK(world.json("log ann 2026-11-20").at("wrote").at(0).at("on") == "2026-11-20");
  world.at("2026-11-22T04:00");
  CHECK(world.json("log ann").at("wrote").at(0).at("on") == "2026-11-22");
}

TEST_CASE("log -e opens with the last brief above, and none of it goes into the note") {
  Circle world;
  world.json("log ann 2026-10-29 call 45m 'new job' --heard 'nervous about moving' --promise 'the book'");
  world.editor = [](const std::string& text) {
    for (const char* part : {"45 min by phone", "new job", "nervous about moving", "the book"})
      holds(text, part);
    CHECK(text.ends_with("\n\n"));
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) CHECK((line.empty() || line.starts_with('#')));
    return text + "she is well\n";
  };
  world.json("log ann 20m -e");
  CHECK(world.latest("ann").at("note") == "she is well");
  world.editor = [](const std::string& text) { return text; };
  world.json("log ann,bo 21m -e");
  CHECK(world.latest("bo").at("note").is_null());
  CHECK(world.latest("bo").at("minutes") == 21);
}

TEST_CASE("--about says what was come back to, and never goes back in time") {
  Circle world;
  const std::string remark = world.id("note ann nuts --on 2026-10-01");
  const std::string ask = world.id("note ann exam --ask '2026-12-12 how was it?'");
  const std::string logged = world("log ann --about " + remark + " --about " + ask).out;
  holds(logged, "came back to: nuts");
  holds(logged, "came back to: how was it?");
  world.json("log ann yesterday --about " + remark);
  for (const Json& entry : world.entries("ann")) {
    if (entry.at("kind") == "remark") CHECK(entry.at("used") == "2026-11-21");
    if (entry.at("id") == ask) CHECK(entry.at("done") == "2026-11-21");
    if (entry.at("id") == remark) CHECK(entry.at("done").is_null());
  }
}

TEST_CASE("at a terminal an archived person can be brought back as they are logged") {
  Circle world;
  world.json("edit ann,bo --archive");
  const auto archived = [&](const char* who) { return world.person(who).at("archived").get<bool>(); };
  holds(world("log ann").out, "rel edit ann-lee --unarchive reminds again");
  CHECK(archived("ann"));

  world.at_terminal = true;
  for (const char* no : {"", "n", "perhaps"}) {
    world.answers = {no};
    holds(world("log ann").out, "rel edit ann-lee --unarchive reminds again");
    CHECK(archived("ann"));
  }
  holds(world.questions.front(), "Ann Lee is archived. Shall rel remind you of them again? [y/N]");
  world.answers = std::deque<std::string>{};
  CHECK(world("log ann").exit_code == 0);
  CHECK(archived("ann"));
  world.answers = {"y", "no"};
  holds(world("log ann,bo").out, "next due");
  CHECK(!archived("ann"));
  CHECK(archived("bo"));
  world.answers.reset();
  world.json("undo");
  CHECK(archived("ann"));
}

TEST_CASE("nobody is asked about someone who died, nor by a program or -q") {
  Circle world;
  world.json("edit ann --deceased");
  world.json("edit bo --archive");
  world.at_terminal = true;
  world.answers = {"y", "y", "y"};
  for (const char* line : {"log ann", "log bo -q", "log bo --format json", "log cy"})
    CHECK(world(line).exit_code == 0);
  CHECK(world.questions.empty());
}
