// Command lines in which each option of each command has an effect, and where two may not.
#pragma once

#include <map>
#include <string>

namespace rel::test {

using Values = std::map<std::string, std::string>;

/// A value for each option that takes one, in some commands another one.
inline const Values usual_values = {
    {"about", "REMARK"},
    {"agreed", "dinner"},
    {"alias", "Annie"},
    {"as", "Zed Who=ann"},
    {"as-of", "2026-12-15"},
    {"ask", "2027-03-01 how was it?"},
    {"at", "07:15"},
    {"birthday", "04-12"},
    {"by", "me"},
    {"promise.by", "2027-02-01"},
    {"date", "wedding 06-14"},
    {"dates", "mdy"},
    {"days", "30"},
    {"depth", "deep"},
    {"email", "annie@x.example"},
    {"every", "3w"},
    {"everyone", "2027-01-10"},
    {"for", "45m"},
    {"from", "csv"},
    {"handle", "annie"},
    {"heard", "she moves"},
    {"html", "page.html"},
    {"intend", "a walk"},
    {"last", "2026-10-01"},
    {"limit", "1"},
    {"map", "who=Name,on=Date"},
    {"me", "Bo Berg"},
    {"minutes", "400"},
    {"name", "Ann Other"},
    {"note", "a note"},
    {"on", "2026-11-30"},
    {"only", "Lee"},
    {"others", "3"},
    {"output", "out.txt"},
    {"period", "year"},
    {"phone", "+49 30 99"},
    {"promise", "the book"},
    {"purpose", "a friend"},
    {"real-by", "letter"},
    {"since", "2026-12-10"},
    {"sort", "name"},
    {"tag", "choir"},
    {"edit.tag", "tennis"},
    {"they-promised", "the drill"},
    {"tier", "2"},
    {"to", "csv"},
    {"until", "2026-12-12"},
    {"via", "email"},
    {"who", "bo"},
    {"why", "a reason"},
    {"with", "bo"},
};

/// A command line to which options are added, and what else it begins with.
struct Scene {
  std::string line;
  bool terminal = false;  ///< where every question is answered with no
  Values values = {};     ///< in place of the usual ones
};

// Each option has an effect in one of its command's.
inline const Scene scenes[] = {
    {"log ann"},
    {"due"},
    {"due p-1 p-2 p-3 p-4 p-5 p-6 p-7 p-8"},
    {"prep"},
    {"note ann 'she sings'"},
    {"promise ann 'the map'"},
    {"done PROMISE"},
    {"snooze ann 'in 2w'"},
    {"snooze"},
    {"snooze cy"},
    {"inbox lines.txt"},
    {"health", true},
    {"health ann", true},
    {"review", true},
    {"add 'Ada Kern'"},
    {"list"},
    {"show ann"},
    {"find e"},
    {"find cheese"},
    {"import book.vcf"},
    {"import damaged.vcf"},
    {"import odd.vcf", false, {{"from", "vcard"}}},
    {"import talks.csv"},
    {"import mixed.csv"},
    {"import table.csv"},
    {"import chat.txt"},
    {"import zed.txt"},
    {"import c.ics"},
    {"export"},
    {"edit ann"},
    {"edit gone"},
    {"edit CONTACT"},
    {"edit REMARK"},
    {"edit FACT"},
    {"edit PROMISE", false, {{"by", "2027-02-01"}}},
    {"edit SNOOZE", false, {{"on", "2027-02-01"}}},
    {"edit", false, {{"tag", "choir"}}},
    {"edit -", false, {{"tag", "choir"}}},
    {"remove CONTACT"},
    {"merge ann bo", true},
    {"forget ann", true},
    {"undo"},
    {"redo"},
    {"backup"},
    {"restore copy.db"},
    {"config"},
    {"schedule", true},
    {"doctor"},
    {"demo play.db"},
    {"help"},
};

/// An option that has no effect beside another, and why that is what one expects.
struct Exception {
  std::string command;  ///< `*` for every one
  std::string option;
  std::string beside;
  const char* why;
};
inline const Exception exceptions[] = {
    {"*", "quiet", "format=json", "data that is asked for is no chatter"},
    {"*", "quiet", "format=tsv", "data that is asked for is no chatter"},
    {"backup", "quiet", "list", "what is asked for is no chatter"},
    {"undo", "quiet", "list", "what is asked for is no chatter"},
    {"inbox", "keep", "dry-run", "of a trial all lines stay"},
    {"import", "quiet", "dry-run", "what is asked for is no chatter"},
    {"due", "*", "quiet", "-q asks for the exit code alone"},
    {"due", "quiet", "notify", "nothing is printed as it is"},
    {"due", "minutes", "call", "the first fits, however many more do"},
    {"import", "tier", "dry-run", "there are as many in any tier"},
    {"due", "all", "count", "they are all counted as it is"},
    {"due", "all", "format=json", "programs are told of all as it is"},
    {"due", "all", "format=tsv", "programs are told of all as it is"},
    {"due", "all", "format=ics", "the calendar holds all as it is"},
    {"due", "explain", "format=json", "programs are told the figures as it is"},
    {"due", "explain", "format=tsv", "programs are told the figures as it is"},
    {"health", "all", "tier", "a screen has room for all of one tier"},
    {"health", "limit", "as-of", "nobody of that day needs anything"},
    {"health", "limit", "tier", "of one tier there is one"},
    {"health", "all", "format=json", "programs are told of all as it is"},
    {"health", "all", "format=tsv", "programs are told of all as it is"},
    {"health", "all", "html", "the page holds all as it is"},
    {"health", "explain", "format=json", "programs are told the figures as it is"},
    {"health", "explain", "format=tsv", "programs are told the figures as it is"},
    {"review", "done", "intend", "with intentions it is kept as it is"},
    {"show", "since", "limit", "both leave out the beginning: whichever leaves out more"},
    {"show", "limit", "since", "both leave out the beginning: whichever leaves out more"},
    {"merge", "yes", "format=json", "a program is not asked as it is"},
    {"merge", "yes", "format=tsv", "a program is not asked as it is"},
    {"import", "from", "map", "only this format has columns"},
};

}  // namespace rel::test
