#include "cli/log_words.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "cli/scanning.hpp"
#include "cli/told.hpp"

namespace {

using namespace rel;
using namespace rel::cli;

/// Words parted by blanks; single quotes hold them together.
std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words;
  bool quoted = false;
  bool within = false;
  for (const char c : line) {
    const bool parts = c == ' ' && !quoted;
    if (!parts && !within) words.emplace_back();
    within = !parts;
    if (c == '\'') quoted = !quoted;
    if (!parts && c != '\'') words.back() += c;
  }
  return words;
}

/// What was read, in one line: `call deep 45 2026-11-23 19:30 tried: note`; `! ` and the advice where it is
/// refused.
std::string told_log(const std::vector<std::string>& words) {
  try {
    const LogWords said = read_log_words(words, tuesday);
    std::string text;
    const auto add = [&](std::string_view part) { (text += text.empty() ? "" : " ") += part; };
    if (said.channel) add(word(said.channel->value));
    if (said.depth) add(word(said.depth->value));
    if (said.minutes) add(std::to_string(said.minutes->value));
    if (said.when) add(told(Reading<Moment>(said.when->value)));
    if (said.tried) add("tried");
    if (said.voicemail) add("voicemail");
    if (said.missed) add("missed");
    if (said.owe) add("owe");
    if (said.input) add("-");
    return said.note ? text + ": " + *said.note : text;
  } catch (const UsageError& error) {
    return "! " + error.advice();
  }
}

struct Row {
  std::string words;
  std::string told;
};

void reads(const std::vector<Row>& rows) {
  for (const auto& row : rows) {
    CAPTURE(row.words);
    CHECK(told_log(words_of(row.words)) == row.told);
  }
}

/// It is noon on Tuesday, 24 November 2026.
TEST_CASE("each word is a channel, a depth, a duration, a date or a mark") {
  reads({
      {"", ""},
      {"call", "call"},
      {"CALL", "call"},
      {"lunch", "met"},
      {"walk", "met"},
      {"video call", "video"},
      {"Video Call 20", "video 20"},
      {"text message", "chat"},
      {"in person", "met"},
      {"small", "small"},
      {"personal", "personal"},
      {"Deep", "deep"},
      {"call small talk 5m", "call small 5"},
      {"45m", "45"},
      {"45 min", "45"},
      {"45 Minutes", "45"},
      {"90min", "90"},
      {"1h", "60"},
      {"1 h", "60"},
      {"1 h 30", "90"},
      {"1h 30", "90"},
      {"1h 30m", "90"},
      {"1 h 30 min", "90"},
      {"1h30", "90"},
      {"2h30m", "150"},
      {"2 hours", "120"},
      {"two hours", "120"},
      {"1 hour and 30 minutes", "90"},
      {"half an hour", "30"},
      {"an hour", "60"},
      {"an hour and a half", "90"},
      {"0m", "0"},
      {"today", "2026-11-24"},
      {"yesterday", "2026-11-23"},
      {"tue", "2026-11-24"},
      {"last tue", "2026-11-17"},
      {"Sun", "2026-11-22"},
      {"on sunday", "2026-11-22"},
      {"tues", "2026-11-24"},
      {"3d ago", "2026-11-21"},
      {"3 days ago", "2026-11-21"},
      {"3 d ago", "2026-11-21"},
      {"three days ago", "2026-11-21"},
      {"2w", "2026-11-10"},
      {"two weeks ago", "2026-11-10"},
      {"twelve months ago", "2025-11-24"},
      {"a week ago", "2026-11-17"},
      {"sun 2 weeks ago", "2026-11-08"},
      {"tue two weeks ago", "2026-11-10"},
      {"the day before yesterday", "2026-11-22"},
      {"day before yesterday at 7pm", "2026-11-22 19:00"},
      {"on the day before yesterday at 7:30 pm", "2026-11-22 19:30"},
      {"11-02", "2026-11-02"},
      {"2 nov", "2026-11-02"},
      {"nov 2", "2026-11-02"},
      {"nov 2nd", "2026-11-02"},
      {"2nd november", "2026-11-02"},
      {"nov 3rd 2025", "2025-11-03"},
      {"'Nov 2, 2026'", "2026-11-02"},
      {"Nov 2, 2026", "2026-11-02"},
      {"sun 8 nov", "2026-11-08"},
      {"Sat, 21 Nov 2026, 09:00", "2026-11-21 09:00"},
      {"2026-11-02T19:30", "2026-11-02 19:30"},
      {"this morning", "2026-11-24"},
      {"last night", "2026-11-23"},
      {"last night at 11pm", "2026-11-23 23:00"},
      {"yesterday evening", "2026-11-23"},
      {"sunday morning tea", "met 2026-11-22"},
      {"11:30", "2026-11-24 11:30"},
      {"7am", "2026-11-24 07:00"},
      {"7:30 am", "2026-11-24 07:30"},
      {"at 7am", "2026-11-24 07:00"},
      {"noon", "2026-11-24 12:00"},
      {"yesterday 7pm", "2026-11-23 19:00"},
      {"7pm yesterday", "2026-11-23 19:00"},
      {"yesterday at noon", "2026-11-23 12:00"},
      {"yesterday 7.30pm", "2026-11-23 19:30"},
      {"yesterday 12am", "2026-11-23 00:00"},
      {"20 min ago", "2026-11-24 11:40"},
      {"an hour ago", "2026-11-24 11:00"},
      {"tried", "tried"},
      {"Voicemail", "voicemail"},
      {"missed yesterday", "2026-11-23 missed"},
      {"owe email", "email owe"},
      {"-", "-"},
      {"call - 20m", "call 20 -"},
  });
}

TEST_CASE("words of several kinds, in any order; the longest reading wins") {
  reads({
      {"call 45m yesterday", "call 45 2026-11-23"},
      {"yesterday 45m call", "call 45 2026-11-23"},
      {"45m 2m ago lunch", "met 45 2026-09-24"},
      {"2m", "2"},
      {"2m ago", "2026-09-24"},
      {"1h 2 nov", "60 2026-11-02"},
      {"1 h 12 nov", "60 2026-11-12"},
      {"1h 30 min", "90"},
      {"call 2 nov", "call 2026-11-02"},
      {"call 3 days ago", "call 2026-11-21"},
      {"call 20 2 nov", "call 20 2026-11-02"},
      {"call 7 pm yesterday 20m", "call 20 2026-11-23 19:00"},
      {"2 nov 20 min deep", "deep 20 2026-11-02"},
      {"2 nov 2025 19:30 1h", "60 2025-11-02 19:30"},
      {"coffee 10-20", "met 2026-10-20"},
      {"call 1", "call 1"},
      {"call 600", "call 600"},
      {"lunch 90 yesterday", "met 90 2026-11-23"},
  });
}

TEST_CASE("a quoted word that reads wholly as such words is these words") {
  reads({
      {"call '20 min'", "call 20"},
      {"'1h 30m'", "90"},
      {"'yesterday 7pm'", "2026-11-23 19:00"},
      {"'on sunday'", "2026-11-22"},
      {"'two weeks ago'", "2026-11-10"},
      {"'lunch yesterday'", "met 2026-11-23"},
      {"'half an hour' walk", "met 30"},
      {"'20 min walk'", "met 20"},
      {"'call 20' deep", "call deep 20"},
      {"call '20 yesterday'", "call 20 2026-11-23"},
      {"'3d ago' 45m", "45 2026-11-21"},
      {"' 20 min '", "20"},
      {"'tried yesterday'", "2026-11-23 tried"},
      {"call 45m 'new job; nervous about moving'", "call 45: new job; nervous about moving"},
      {"'20 minutes late'", ": 20 minutes late"},
      {"'yesterday was hard'", ": yesterday was hard"},
      {"'lunch with bo' and more", ": lunch with bo and more"},
      {"'last week she was ill'", ": last week she was ill"},
      {"'3 days' ago", "2026-11-21: ago"},
      {"'tuseday evening'", ": tuseday evening"},
      {"'last week'", "! : 'last week'"},
      {"'03/04/2026 7pm'", "! : '03/04/2026 7pm'"},
      {"'call lunch'", "! : 'call lunch'"},
  });
}

TEST_CASE("the first word that is none of these begins the note, to the end") {
  reads({
      {"call 20 her new job", "call 20: her new job"},
      {"call 20 min her new job", "call 20: her new job"},
      {"lunch with bo", "met: with bo"},
      {"3 things", ": 3 things"},
      {"45", ": 45"},
      {"call 601", "call: 601"},
      {"call 0", "call: 0"},
      {"call yesterday 20", "call 2026-11-23: 20"},
      {"call 20 30", "call 20: 30"},
      {"cal", ": cal"},
      {"xyzzy", ": xyzzy"},
      {"her", ": her"},
      {"call sun-dried tomatoes", "call: sun-dried tomatoes"},
      {"call 20 she said call me yesterday : - 45m tuseday",
       "call 20: she said call me yesterday : - 45m tuseday"},
      {"call 20 new job 03/04/2026", "call 20: new job 03/04/2026"},
      {"call 45m '- note'", "call 45: - note"},
      {"call 新しい仕事", "call: 新しい仕事"},
      {"新しい 仕事 の話", ": 新しい 仕事 の話"},
      {"call 20 tired and sad", "call 20: tired and sad"},
      {"last time she cried", ": last time she cried"},
      {"this and that", ": this and that"},
      {"1h 2 friends came", "60: 2 friends came"},
      {"'new  job' 'and   more'", ": new  job and   more"},
      {"sun", "2026-11-22"},
      {"met 20 nov 2", "met 2026-11-20: 2"},
      {"march on washington", ": march on washington"},
      {"two weeks in Rome", ": two weeks in Rome"},
      {"one day at last", ": one day at last"},
      {"at the zoo", ": at the zoo"},
      {"on holiday", ": on holiday"},
      {"in Lisbon now", ": in Lisbon now"},
      {"call 24/7?", "call: 24/7?"},
  });
}

TEST_CASE("an apostrophe is a letter like any other") {
  CHECK(told_log({"yesterday's", "news"}) == ": yesterday's news");
  CHECK(told_log({"call", "ann's", "birthday"}) == "call: ann's birthday");
  CHECK(told_log({"call", "20", "it's"}) == "call 20: it's");
}

TEST_CASE("`:` begins the note by force") {
  reads({
      {": call", ": call"},
      {"call : 20 min", "call: 20 min"},
      {"call 20 : tuseday", "call 20: tuseday"},
      {": last week", ": last week"},
      {": 03/04/2026", ": 03/04/2026"},
      {"yesterday : : and on", "2026-11-23: : and on"},
      {": -", ": -"},
      {": 'new  job'", ": new  job"},
      {"call :", "! \": what it was about\""},
      {"call ':-)'", "call: :-)"},
      {"call :her job", "call: :her job"},
  });
}

TEST_CASE("what would be lost in a note, may be a slip, or is no date is refused with `:` before it") {
  reads({
      {"cal 45m", "! : cal 45m"},
      {"call 20 cal yesterday", "! call 20 : cal yesterday"},
      {"her lunch", "! : her lunch"},
      {"a walk in the park", "! : a walk in the park"},
      {"about yesterday", "! : about yesterday"},
      {"45 call", "! : 45 call"},
      {"cal : note", "! : cal : note"},
      {"'long talk' yesterday 45m coffee", "! : 'long talk' yesterday 45m coffee"},
      {"note '20 min'", "! : note '20 min'"},
      {"cal tried", "! : cal tried"},
      {"tuseday", "! : tuseday"},
      {"call 45m tuseday", "! call 45m : tuseday"},
      {"Tuseday", "! : Tuseday"},
      {"yesteday", "! : yesteday"},
      {"todya", "! : todya"},
      {"cofee", "! : cofee"},
      {"lnuch 1h", "! : lnuch 1h"},
      {"calls", "! : calls"},
      {"yesterday, she", "! : yesterday, she"},
      {"on tuseday", "! : on tuseday"},
      {"last tuseday", "! : last tuseday"},
      {"2 novmeber", "! : 2 novmeber"},
      {"call 2 novmeber", "! call : 2 novmeber"},
      {"three weks ago", "! : three weks ago"},
      {"20 mintues", "! : 20 mintues"},
      {"last week", "! : last week"},
      {"call last month", "! call : last month"},
      {"last weekend", "! : last weekend"},
      {"03/04/2026", "! : 03/04/2026"},
      {"25:61", "! : 25:61"},
      {"2026-02-30", "! : 2026-02-30"},
      {"call 20-30", "! call : 20-30"},
      {"nov 31", "! : nov 31"},
      {"tomorrow", "! : tomorrow"},
      {"19:30", "! : 19:30"},
      {"next fri", "! : next fri"},
      {"13pm", "! : 13pm"},
      {"at 7", "! : at 7"},
      {"mon 8 nov", "! : mon 8 nov"},
      {"30h", "! : 30h"},
      {"3.5h", "! : 3.5h"},
      {"''", "! "},
  });
}

TEST_CASE("each kind at most once") {
  reads({
      {"call met", "! call : met"},
      {"met walk 45m", "! met : walk 45m"},
      {"20m 1h", "! 20m : 1h"},
      {"call 20 30m", "! call 20 : 30m"},
      {"yesterday sat", "! yesterday : sat"},
      {"yesterday call 7pm", "! yesterday call : 7pm"},
      {"small deep", "! small : deep"},
      {"tried tried", "! tried : tried"},
      {"'20 min' '30 min'", "! '20 min' : '30 min'"},
  });
}

std::string refusal(std::string_view line) {
  try {
    read_log_words(words_of(line), tuesday);
  } catch (const UsageError& error) {
    return error.what();
  }
  return "(not refused)";
}

TEST_CASE("a refusal says why, and what may have been meant") {
  const std::vector<Row> rows = {
      {"tuseday", "tuseday: no channel, duration or date; did you mean tuesday?"},
      {"on tuseday", "on: no channel, duration or date; did you mean on tuesday?"},
      {"call 2 novmeber", "2 novmeber: no channel, duration or date; did you mean 2 november?"},
      {"cal 45m", "cal: no channel, duration or date, so 45m would be part of the note; did you mean call?"},
      {"45 call", "45: no channel, duration or date, so call would be part of the note; did you mean 45m?"},
      {"her last night", "her: no channel, duration or date, so last night would be part of the note"},
      {"03/04/2026", "03/04/2026: can be 3 April or 4 March; did you mean 2026-04-03 or 2026-03-04?"},
      {"last week", "last week: is not one day; did you mean 1w ago?"},
      {"at 7", "at 7: 7 can be in the morning or in the evening; did you mean at 7am or at 7pm?"},
      {"19:30", "19:30: Tue 24 Nov 2026, 19:30 is still to come; did you mean yesterday 19:30?"},
      {"call lunch", "lunch: a second channel after call"},
      {"yesterday call 7am", "7am: a second date after yesterday"},
      {"tried tried", "tried: said twice"},
  };
  for (const auto& row : rows) CHECK(refusal(row.words) == row.told);
}

/// Any text: words of the grammar, near misses, punctuation and letters of several scripts.
std::string anything(std::mt19937& random) {
  static const std::vector<std::string> pieces = {
      "call", "lunch", "45m", "20",     "min",   "yesterday", "tuseday", "last", "week", "03/04/2026",
      ":",    "-",     "--",  "--real", "'",     "\"",        "her",     "job",  "é",    "新しい",
      "\t",   "  ",    "?",   "25:61",  "tried", "deep",      "2",       "nov"};
  std::uniform_int_distribution<std::size_t> piece{0, pieces.size() - 1};
  std::uniform_int_distribution<int> count{1, 8};
  std::string text = pieces[piece(random)];
  for (int i = count(random); i > 0; --i) text += (random() % 2 ? " " : "") + pieces[piece(random)];
  return text;
}

TEST_CASE("behind `:` any text is the note to the letter, and so it is behind any words that were taken") {
  std::mt19937 random{20261124};
  for (int round = 0; round < 20000; ++round) {
    const std::string note = anything(random);
    if (told_log({":", note}) != ": " + note) FAIL(note);
    if (told_log({"call", "20", ":", note}) != "call 20: " + note) FAIL(note);
  }
}

TEST_CASE("what is to be typed instead of a refused word makes it a note") {
  std::mt19937 random{4};
  int refused = 0;
  for (int round = 0; round < 2000; ++round) {
    const std::vector<std::string> words = words_in("lunch " + anything(random));
    try {
      read_log_words(words, tuesday);
    } catch (const RefusedWords& refusal) {
      ++refused;
      const auto mark = std::ranges::find(refusal.instead, note_mark);
      const std::string note = joined(std::span<const std::string>(mark + 1, refusal.instead.end()));
      if (read_log_words(refusal.instead, tuesday).note != note) FAIL(note);
    } catch (const UsageError&) {
    }
  }
  CHECK(refused > 100);
}

}  // namespace
