#include "cli/completion.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace rel::test {
namespace {

using cli::Arity;
using cli::ValueKind;
using Words = std::vector<std::string>;

constexpr cli::OptionSpec log_options[] = {
    {"tier", 't', Arity::one, "T", "", ValueKind::tier},
    {"by", 0, Arity::one, "me|them", ""},
    {"tag", 0, Arity::many, "TAG", "", ValueKind::tag},
    {"deep", 0, Arity::flag, "", ""},
};
const cli::CommandSpec log_spec{"log", cli::Group::everyday, "WHO [WORD…]", "", "", log_options, {}};
const cli::CommandSpec merge_spec{"merge", cli::Group::people, "KEEP OTHER", "", "", {}, {}};
const cli::CommandSpec edit_spec{"edit", cli::Group::people, "[WHO|ID [WORD…]]", "", "", {}, {}};
const cli::CommandSpec help_spec{"help", cli::Group::data, "[COMMAND]", "", "", {}, {}};
const cli::CommandSpec import_spec{"import", cli::Group::data, "FILE…", "", "", {}, {}};
const cli::CommandSpec due_spec{.name = "due",
                                .group = cli::Group::everyday,
                                .words = "[WHO…]",
                                .summary = "",
                                .prose = "",
                                .options = {},
                                .examples = {},
                                .formats = "text|json|tsv|ics"};
const cli::CommandSpec* const specs[] = {&log_spec,  &merge_spec,  &edit_spec,
                                         &help_spec, &import_spec, &due_spec};

cli::Wanted at(const Words& words) {
  return cli::wanted_at(specs, words);
}

Words values(const Words& words) {
  Words found;
  for (const cli::Candidate& one : at(words).candidates) found.push_back(one.value);
  return found;
}

bool offers(const Words& words, const std::string& value) {
  const Words found = values(words);
  return std::find(found.begin(), found.end(), value) != found.end();
}

std::vector<ValueKind> looked_up(const Words& words) {
  return at(words).look_up;
}

TEST_CASE("the first word is a command, and global options may stand before it") {
  CHECK(values({""}) == Words{"log", "merge", "edit", "help", "import", "due"});
  CHECK(values({}) == values({""}));
  CHECK(values({"me"}) == Words{"merge"});
  CHECK(values({"--db", "x.db", "me"}) == Words{"merge"});
  CHECK(values({"--db=x.db", "-q", "me"}) == Words{"merge"});
  CHECK(values({"help", "l"}) == Words{"log"});
}

TEST_CASE("nothing is offered behind a command that there is not") {
  CHECK(values({"lgo", ""}).empty());
  CHECK(looked_up({"lgo", ""}).empty());
}

TEST_CASE("each word is what the usage says") {
  CHECK(looked_up({"log", ""}) == std::vector{ValueKind::person});
  CHECK(looked_up({"log", "ann", ""}).empty());
  CHECK(offers({"log", "ann", ""}, "call"));
  CHECK(offers({"log", "ann", "call", "45m", ""}, "yesterday"));
  CHECK(looked_up({"merge", "ann", ""}) == std::vector{ValueKind::person});
  CHECK(looked_up({"merge", "ann", "bo", ""}).empty());
  CHECK(looked_up({"edit", ""}) == std::vector{ValueKind::entry, ValueKind::person});
  CHECK(looked_up({"import", "a.vcf", ""}) == std::vector{ValueKind::file});
}

TEST_CASE("options are offered once, or as often as they may be given") {
  CHECK(offers({"log", "-"}, "--tier"));
  CHECK(offers({"log", "ann", "--t"}, "--tier"));
  CHECK_FALSE(offers({"log", "--tier", "1", "--"}, "--tier"));
  CHECK_FALSE(offers({"log", "-t", "1", "--"}, "--tier"));
  CHECK_FALSE(offers({"log", "--tier=1", "--"}, "--tier"));
  CHECK(offers({"log", "--tag", "x", "--"}, "--tag"));
  CHECK(offers({"log", "--"}, "--db"));
  CHECK_FALSE(offers({"log", "--", "--t"}, "--tier"));
}

TEST_CASE("the value of an option is of its kind") {
  CHECK(values({"log", "--tier", ""}) == Words{"none", "moderate", "high", "very-high"});
  CHECK(values({"log", "-t", "v"}) == Words{"very-high"});
  CHECK(values({"log", "--by", ""}) == Words{"me", "them"});
  CHECK(values({"log", "--format", "j"}) == Words{"json"});
  CHECK(values({"log", "--format", ""}) == Words{"text", "json", "tsv"});
  CHECK(values({"due", "--format", ""}) == Words{"text", "json", "tsv", "ics"});
  CHECK(values({"--format="}) == Words{"text", "json", "tsv", "ics"});  // alone it is due
  CHECK(looked_up({"log", "--db", ""}) == std::vector{ValueKind::file});
  // Behind a value the words go on, and a flag takes none.
  CHECK(looked_up({"log", "--tier", "1", ""}) == std::vector{ValueKind::person});
  CHECK(looked_up({"log", "--deep", ""}) == std::vector{ValueKind::person});
}

TEST_CASE("what stands before the value stays") {
  const cli::Wanted sign = at({"log", "--tier=v"});
  CHECK(sign.kept == "--tier=");
  REQUIRE(sign.candidates.size() == 1);
  CHECK(sign.candidates.front().value == "very-high");
  CHECK(at({"log", "ann,b"}).kept == "ann,");
  CHECK(at({"log", "ann,b"}).begun == "b");
  CHECK(at({"log", "--tag", "!w"}).kept == "!");
  CHECK(at({"log", "--tag=!w"}).kept == "--tag=!");
  CHECK(at({"log", "--tag=!w"}).begun == "w");
  CHECK(at({"log", "--tag", "rock!r"}).begun == "rock!r");
}

}  // namespace
}  // namespace rel::test
