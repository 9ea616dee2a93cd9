#include "commands/circle.hpp"

using namespace rel::test;

namespace {

/// November, looked back at on its last day: 1 to 30 November against 2 to 31 October.
struct November : Circle {
  November() {
    at("2026-10-01T09:00");
    json("log ann call 40m");  // before both periods
    at("2026-10-31T09:00");
    json("log ann met 1h 2026-10-02");
    json("log ann,bo met 40m 2026-10-31");
    json("log bo chat 2026-10-20");
    at("2026-11-30T20:00");
    json("log ann call 30m 2026-11-01 --depth deep");
    json("log bo video 10m 2026-11-15 --depth small");  // credit a half
    json("log ann,bo lunch 2h 2026-11-20");
    json("log cy chat 2026-11-21");
    json("log cy tried 2026-11-22");
    json("log ann missed 2026-11-23");
  }
  Json review(const std::string& options = "") { return json("review " + options); }
};

std::vector<std::string> handles(const Json& list) {
  std::vector<std::string> all;
  for (const Json& one : list) all.push_back(one.at("handle"));
  return all;
}

using Handles = std::vector<std::string>;

}  // namespace

TEST_CASE("the four questions, against as many days before") {
  November world;
  const Json review = world.review();
  CHECK(review.at("period") == Json{{"since", "2026-11-01"}, {"until", "2026-11-30"}});
  CHECK(review.at("before") == Json{{"since", "2026-10-02"}, {"until", "2026-10-31"}});
  const Json& questions = review.at("questions");
  CHECK(questions.at("in_person").at("now") == Json{{"count", 1}, {"minutes", 120}});
  CHECK(questions.at("in_person").at("before") == Json{{"count", 2}, {"minutes", 100}});
  CHECK(questions.at("calls").at("now") == Json{{"count", 2}, {"minutes", 40}});
  CHECK(questions.at("calls").at("before") == Json{{"count", 0}, {"minutes", 0}});
  CHECK(questions.at("people").at("now") == Json{{"count", 2}});
  CHECK(questions.at("people").at("before") == Json{{"count", 2}});
  // Credits 1 and 1/2 of depths 1.0 and 0.3, and one that was not said; 160 minutes in 3 of 4 contacts.
  const Json& depth = questions.at("depth").at("now");
  CHECK(depth.at("depth").get<double>() == doctest::Approx(1.15 / 1.5).epsilon(1e-4));
  CHECK(depth.at("minutes_each").get<double>() == doctest::Approx(160 / 3.0).epsilon(1e-4));
  CHECK(depth.at("share_of_conversations") == 0.75);
  CHECK(questions.at("depth").at("before").at("share_of_conversations").get<double>() ==
        doctest::Approx(2 / 3.0).epsilon(1e-4));
}

TEST_CASE("periods: named, given, since the last review, and 30 days without one") {
  November world;
  const auto since = [&](const std::string& options) {
    return world.review(options).at("period").at("since").get<std::string>();
  };
  CHECK(since("--period week") == "2026-11-24");
  CHECK(since("--period month") == "2026-11-01");
  CHECK(since("--period quarter") == "2026-09-01");
  CHECK(since("--period year") == "2025-12-01");
  CHECK(since("--since 2026-11-10") == "2026-11-10");
  CHECK(since("--until 2026-11-10") == "2026-10-12");
  CHECK(since("--period week --until 2026-11-10") == "2026-11-04");
  CHECK(world.review("--until 2026-11-10").at("period").at("until") == "2026-11-10");
  world.json("review --done --until 2026-11-10");
  CHECK(since("") == "2026-11-11");
  world.json("review --done");
  CHECK(since("") == "2026-11-11");  // on the day of a review it is looked at again
  world.at("2026-12-04T09:00");
  CHECK(since("") == "2026-12-01");
  CHECK(since("--as-of 2026-11-20") == "2026-10-22");
}

TEST_CASE("promises: the user's own, each in one of the four") {
  November world;
  world.at("2026-11-02T09:00");
  world.json("promise ann 'on its way' --by 2026-12-24");
  world.json("promise ann 'no day'");
  world.json("promise ann 'past its day' --by 2026-11-20");
  world.json("promise ann theirs --theirs");
  const std::string kept = world.id("promise bo kept --by 2026-11-03");
  const std::string dropped = world.id("promise bo dropped");
  world.at("2026-11-05T09:00");
  world.json("done " + kept);
  world.json("done --dropped " + dropped);
  world.at("2026-11-30T20:00");
  const Json expected = {{"kept", 1}, {"late", 1}, {"dropped", 1}, {"open", 2}};
  CHECK(world.review().at("promises") == expected);
  // What was closed later was open then, and what was closed before does not count.
  CHECK(world.review("--since 2026-11-01 --until 2026-11-04").at("promises") ==
        Json{{"kept", 0}, {"late", 1}, {"dropped", 0}, {"open", 4}});
  CHECK(world.review("--since 2026-11-06").at("promises").at("kept") == 0);
  const std::string text = world("review").out;
  holds(text, "1 kept, 1 dropped, 2 open, 1 past its day");
  holds(text, "Ann Lee: past its day, for 20 Nov");
}

TEST_CASE("postponements: who, how often, why") {
  November world;
  world.at("2026-11-10T09:00");
  world.json("snooze bo 1w --why travelling");
  world.json("snooze bo 2w --why travelling");
  world.json("snooze bo 2w");
  world.json("snooze cy 2w --agreed dinner");
  world.json("snooze --everyone 2w");
  world.at("2026-11-30T20:00");
  const Json postponed = world.review().at("postponed");
  REQUIRE(postponed.size() == 1);
  CHECK(postponed[0].at("handle") == "bo-berg");
  CHECK(postponed[0].at("count") == 3);
  CHECK(postponed[0].at("reasons") == Json{"travelling"});
  CHECK(world.review("--since 2026-11-11").at("postponed").empty());
  holds(world("review").out, "Bo Berg, three times: travelling");
}

TEST_CASE("who went quiet in the period, and still is") {
  Circle world;
  world.json("log ann call 45m 2026-10-29");
  world.json("log bo call 45m 2026-10-29");
  world.at("2026-11-21T09:00");
  const Json quiet = world.json("review").at("quiet");
  REQUIRE(handles(quiet) == Handles{"ann-lee"});  // a target of 7 days; Bo's is 30
  CHECK(quiet[0].at("silence_days") == 23.0);
  CHECK(quiet[0].at("target_days") == 7);
  holds(world("review").out, "Ann Lee: last talk 29 Oct, 23 days; you wanted 7");
  // Overdue from 5 November on.
  CHECK(handles(world.json("review --since 2026-11-05").at("quiet")) == Handles{"ann-lee"});
  const Json later = world.json("review --since 2026-11-06");
  CHECK(later.at("quiet").empty());
  CHECK(later.at("quiet_before") == 1);
  holds(world("review --since 2026-11-06").out, "nobody; 1 person has been quiet for longer");
  world.json("log ann call 45m");
  CHECK(world.json("review").at("quiet").empty());
}

TEST_CASE("who cools before being overdue") {
  Circle world;
  world.json("add 'Dee Day' --every 90d");
  for (const char* day : {"2026-10-01", "2026-10-04", "2026-10-07", "2026-10-10", "2026-10-13", "2026-10-16",
                          "2026-10-19", "2026-10-22"})
    world.json(std::string("log dee call 45m ") + day);
  world.at("2026-12-25T09:00");
  const Json review = world.json("review");
  CHECK(handles(review.at("cooled")) == Handles{"dee-day"});
  CHECK(handles(review.at("quiet")) == Handles{"ann-lee", "bo-berg"});
  holds(world("review").out, "Dee Day: last talk 22 Oct, 64 days; about every 3 days is usual");
}

TEST_CASE("whom the user talked with most, people in no tier, who was left out") {
  November world;
  world.json("log tom call 30m 2026-11-03");
  CHECK(world.review().at("without_tier").empty());  // once may be chance
  world.json("log tom call 30m 2026-11-04");
  const Json review = world.review();
  CHECK(handles(review.at("talked_with")) == Handles{"ann-lee", "bo-berg", "tom"});
  CHECK(review.at("talked_with")[0].at("minutes") == 150);
  CHECK(handles(review.at("without_tier")) == Handles{"tom"});
  const std::string text = world("review").out;
  holds(text, "Ann Lee, very high: 2 talks, 2 h 30");
  holds(text, "82 in a hundred minutes went to your two upper tiers.");
  holds(text, "Tom: 2 talks, 1 h. A tier? rel edit tom --tier 3");
}

TEST_CASE("tiers not looked at for half a year, looking at them is enough") {
  Circle world;
  world.at("2027-05-23T09:00");  // 183 days later
  CHECK(world.json("review").at("considered").empty());
  world.at("2027-05-24T09:00");
  CHECK(handles(world.json("review").at("considered")) == Handles{"ann-lee", "bo-berg", "cy"});
  world.json("edit cy --purpose 'my brother'");
  CHECK(handles(world.json("review").at("considered")) == Handles{"ann-lee", "bo-berg"});
}

TEST_CASE(
    "a target is suggested from the last half year, where it is well off, and never changed by itself") {
  World world;
  world.at("2026-01-01T09:00");
  world.json("add 'Ken Sato' --tier 2");
  for (const char* day :
       {"2026-01-10", "2026-02-24", "2026-04-10", "2026-05-25", "2026-07-09", "2026-08-23", "2026-10-07"}) {
    world.at(std::string(day) + "T12:00");
    world.json("log ken call 30m");
  }
  world.at("2026-11-10T09:00");
  const Json suggested = world.json("review").at("suggested");
  REQUIRE(handles(suggested) == Handles{"ken-sato"});
  CHECK(suggested[0].at("rhythm_days") == 45.5);  // 182 days, four talks
  CHECK(suggested[0].at("suggested_days") == 49);
  holds(world("review").out, "Ken Sato: you wanted every 30 days; in the last half year you\n");
  CHECK(world.person("ken").at("every_days").is_null());
  world.json("log ken call 30m 2026-09-01");
  CHECK(world.json("review").at("suggested").empty());  // 182 / 5 is within a third
}

TEST_CASE("intentions are held against what happened since") {
  November world;
  world.at("2026-10-31T10:00");
  const auto kept = world("review --intend 'ann: a walk every week' --intend 'fewer messages'");
  holds(kept.out, "kept: review of Fri 2 Oct 2026 to Sat 31 Oct 2026");
  holds(kept.out, "you mean to: a walk every week, with Ann Lee");
  world.at("2026-11-30T20:00");
  const Json intentions = world.review().at("intentions");
  REQUIRE(intentions.size() == 2);
  CHECK(intentions[0] ==
        Json{{"text", "a walk every week"}, {"handle", "ann-lee"}, {"conversations", 2}, {"minutes", 150}});
  CHECK(intentions[1] == Json{{"text", "fewer messages"},
                              {"handle", nullptr},
                              {"conversations", nullptr},
                              {"minutes", nullptr}});
  CHECK(world.review("--until 2026-11-10").at("intentions")[0].at("conversations") == 1);
  CHECK(world.review("--until 2026-10-30").at("intentions").empty());
  holds(world("review").out, "a walk every week, with Ann Lee: 2 talks, 2 h 30 since");
}

TEST_CASE("what is logged after the review on its own day counts for its intentions") {
  Circle world;
  world.json("log ann call 45m");
  world.json("review --intend 'ann: a walk'");
  CHECK(world.json("review").at("intentions")[0].at("conversations") == 0);
  world.json("log ann met 30m");
  CHECK(world.json("review").at("intentions")[0].at("conversations") == 1);
}

TEST_CASE("a review is kept as one step, shown, removed, and not edited") {
  November world;
  const Json wrote = world.json("review --done --intend 'bo: call'").at("wrote");
  REQUIRE(wrote.size() == 1);
  CHECK(wrote[0].at("kind") == "review");
  CHECK(wrote[0].at("on") == "2026-11-30");
  CHECK(wrote[0].at("since") == "2026-11-01");
  CHECK(wrote[0].at("until") == "2026-11-30");
  CHECK(wrote[0].at("intentions") == Json{{{"handle", "bo-berg"}, {"text", "call"}}});
  const std::string id = wrote[0].at("id");
  refuses(world, "edit " + id + " call", 2, "");
  holds(world("remove " + id).out, "removed: review of Sun 1 Nov 2026 to Mon 30 Nov 2026");
  CHECK(world.review().at("last_review").is_null());
  world.json("undo");
  CHECK(world.review().at("last_review").at("on") == "2026-11-30");
  world.json("undo");
  CHECK(world.review().at("last_review").is_null());
}

TEST_CASE("what before the colon is WHO, and what is not") {
  Circle world;
  const auto read = [&](const std::string& text) {
    const Json one = world.json("review --intend '" + text + "'").at("wrote")[0].at("intentions")[0];
    world.json("undo");
    return std::pair(one.at("handle").is_null() ? "" : one.at("handle").get<std::string>(),
                     one.at("text").get<std::string>());
  };
  using Pair = std::pair<std::string, std::string>;
  CHECK(read("ann: a walk") == Pair("ann-lee", "a walk"));
  CHECK(read("Ann Lee:  a walk") == Pair("ann-lee", "a walk"));
  CHECK(read("a note to myself: call more") == Pair("", "a note to myself: call more"));
  CHECK(read("at 10:30 call Bo") == Pair("", "at 10:30 call Bo"));
  CHECK(read("read https://example.org") == Pair("", "read https://example.org"));
  refuses(world, "review --intend 'anm: a walk'", 3, "anm: nobody of that name\ntry: ann-lee; no colon");
  refuses(world, "review --intend 'xyzzy: a walk'", 3, "try: no colon, where it is about no one person");
  refuses(world, "review --intend 'ann:'", 2, "what do you mean to do?");
  refuses(world, "review --intend 'ann,bo: dinner'", 2, "ann,bo: an intention is about one person");
}

TEST_CASE("whom to ask: of the upper tiers, the longest without a deep talk") {
  November world;                             // Ann had a deep talk in November, Bo had none
  CHECK(world.review().at("ask").is_null());  // the first talks were in October: that is too young to ask
  world.json("log ann,bo call 1h 2026-09-20");
  CHECK(world.review().at("ask").at("handle") == "bo-berg");
  CHECK(world.review().at("ask").at("last_deep").is_null());
  world.json("log bo call 1h 2026-11-29 --depth deep");
  CHECK(world.review().at("ask").is_null());
  world.at("2027-01-15T09:00");
  CHECK(world.review("--period week").at("ask").at("handle") == "ann-lee");
  CHECK(world.review("--period week").at("ask").at("last_deep") == "2026-11-01");
}

TEST_CASE("a second review of the day does not take what the first meant to do out of sight") {
  November world;
  world.json("review --intend 'ann: a walk'");
  CHECK(world("review").out.find("review --done") == std::string::npos);
  CHECK(world("review --done").out.starts_with("already kept today: "));
  CHECK(world.json("review --done").at("wrote").empty());
  world.at("2026-12-09T09:00");
  CHECK(world.json("review").at("intentions").size() == 1);
  holds(world("review").out, "review --done");
}

TEST_CASE("quantity that grew while quality fell, in one sentence") {
  Circle world;
  world.at("2026-11-30T20:00");
  world.json("log ann call 1h 2026-10-15");
  for (int day = 10; day < 20; ++day) world.json("log ann chat 2026-11-" + std::to_string(day));
  world.json("log ann call 10m 2026-11-20");
  CHECK(world.json("review").at("balance") == Json{{"quantity", "grew"}, {"quality", "fell"}});
  holds(world("review").out, "Quantity grew while quality fell");
}

TEST_CASE("capacity and stale remarks") {
  November world;
  CHECK(world.review().at("capacity").contains("asked_minutes_per_week"));
  CHECK(world.review().at("stale_remarks") == 0);
  world.json("note ann nuts --on 2025-11-29");
  CHECK(world.review().at("stale_remarks") == 1);
  holds(world("review").out, "1 not used for a year: rel list --stale");
}

TEST_CASE("as of another day: what that day would have said") {
  November world;
  const Json then = world.review("--until 2026-11-20");
  const Json past = world.review("--as-of 2026-11-21");
  CHECK(past.at("as_of") == "2026-11-21");
  CHECK(past.at("period") == Json{{"since", "2026-10-23"}, {"until", "2026-11-21"}});
  CHECK(past.at("questions").at("in_person").at("now") == Json{{"count", 2}, {"minutes", 160}});
  CHECK(then.at("questions").at("in_person").at("now") == Json{{"count", 2}, {"minutes", 160}});
  CHECK(past.at("quiet").empty());  // Ann was talked with the day before
  CHECK(handles(world.review("--since 2026-11-20").at("quiet")) == Handles{"ann-lee"});
  CHECK(world("review --as-of 2026-10-31").out.find("--done") == std::string::npos);
  refuses(world, "review --as-of 2026-10-31 --done", 2, "--as-of and --done: only one of the two");
}

TEST_CASE("TSV has a figure in each row, nothing touches the file") {
  November world;
  const std::string before = world.data();
  const std::string tsv = world("review --format tsv").out;
  CHECK(tsv.starts_with("about\thandle\tname\tfigure\tnow\tbefore\ttext\nin_person\t\t\tcount\t1\t2\t\n"));
  holds(tsv, "talked_with\tann-lee\tAnn Lee\tminutes\t150\t\t\n");
  world("review");
  CHECK(world.data() == before);
}

TEST_CASE("nobody in the file yet") {
  World world;
  const Json review = world.json("review");
  CHECK(review.at("quiet").empty());
  CHECK(review.at("questions").at("people").at("now").at("count") == 0);
  CHECK(world("review").exit_code == 0);
  CHECK(world("review --done").exit_code == 3);
  CHECK(world.data().empty());
}

TEST_CASE("what can't be a review") {
  Circle world;
  refuses(world, "review --period fortnight", 2, "--period fortnight: not week, month, quarter or year");
  refuses(world, "review --period wek", 2, "try: week");
  refuses(world, "review --period week --since 2026-11-01", 2, "--period and --since: only one of the two");
  refuses(world, "review --since tomorrow", 2, "--since tomorrow");
  refuses(world, "review --until 2027-01-01", 2, "--until 2027-01-01");
  refuses(world, "review --since 2026-11-10 --until 2026-11-01", 2, "lies behind --until 2026-11-01");
  refuses(world, "review --intend a --intend b --intend c --intend d", 2, "4 are too many to keep in mind");
  refuses(world, "review --intend ''", 2, "--intend: empty");
  refuses(world, "review ann", 2, "ann");
  refuses(world, "review --guided", 2, "--guided: asks, so it needs a terminal");
  refuses(world, "review --guided --done", 2, "--guided and --done: only one of the two");
}

TEST_CASE("due says on a Monday when the last review is more than a month ago") {
  Circle world;
  world.json("log bo call 45m");
  world.at("2026-12-22T09:00");  // 31 days later
  CHECK(world("due").out.find("review") == std::string::npos);
  world.at("2026-12-29T09:00");  // a Tuesday
  CHECK(world("due").out.find("review") == std::string::npos);
  world.at("2026-12-28T09:00");
  holds(world("due").out, "\nfirst entry 5 weeks ago, no review yet: rel review\n");
  world.json("review --done");
  CHECK(world("due").out.find("review") == std::string::npos);
  world.at("2027-02-01T09:00");
  holds(world("due").out, "\nlast review 5 weeks ago: rel review\n");
  CHECK(world("due --discreet").out.find("review") == std::string::npos);
  CHECK(world("due --format json").out.find("review") == std::string::npos);
  CHECK(world("due -q").out.empty());
}
