#include <doctest/doctest.h>

#include <sstream>

#include "render/view.hpp"
#include "text/terminal.hpp"

using namespace rel;
using namespace rel::render;

namespace {

const Look plain{.colour = false, .terminal = false, .columns = 40};

Table three_columns() {
  return {.columns = {{}, {.stretches = true}, {}}, .rows = {}};
}

int widest_line(const std::string& picture) {
  std::istringstream lines(picture);
  int widest = 0;
  for (std::string line; std::getline(lines, line);) widest = std::max(widest, text::width(line));
  return widest;
}

}  // namespace

TEST_CASE("columns stand under each other, whatever the script") {
  Table table = three_columns();
  table.rows = {{"Ann Lee", "called you", "12"}, {"王小明", "wrote", "345"}, {"Zoë", "was here", "6"}};
  CHECK(render_text({table}, plain) ==
        "  Ann Lee  called you  12\n"
        "  王小明   wrote       345\n"
        "  Zoë      was here    6\n");
}

TEST_CASE("the stretching column wraps, and no line is wider than the screen") {
  Table table = three_columns();
  table.rows = {{"Ann", "a reason that is much too long for the room it has", "+49 30 1"}};
  const std::string picture = render_text({table}, {.columns = 46});
  CHECK(picture ==
        "  Ann  a reason that is much too      +49 30 1\n"
        "       long for the room it has\n");
  CHECK(widest_line(picture) <= 46);
}

TEST_CASE("text may use the room of empty cells right of it") {
  Table table = three_columns();
  table.rows = {{"Ann", "short", "+49 30 1"}, {"Bo", "a text of some forty columns, more or less", ""}};
  CHECK(render_text({table}, {.columns = 50}) ==
        "  Ann  short                              +49 30 1\n"
        "  Bo   a text of some forty columns, more or less\n");
}

TEST_CASE("on a narrow screen what stands right goes below") {
  Table table = three_columns();
  table.rows = {{"Ann Lee", "last talk 29 Oct, 26 days", "+49 30 123456"}};
  CHECK(render_text({table}, {.columns = 30}) ==
        "  Ann Lee  last talk 29 Oct,\n"
        "           26 days\n"
        "           +49 30 123456\n");
}

TEST_CASE("a row of one cell stands across") {
  Table table = three_columns();
  table.rows = {{Cell("Has a day", Style::heading)}, {"A", "b", "c"}};
  CHECK(render_text({table}, plain) == "Has a day\n  A  b  c\n");
}

TEST_CASE("colour is around the text and says nothing by itself") {
  const Line line(std::vector<Span>{{"Ann", Style::strong}, {" called"}});
  CHECK(render_text({line}, {.colour = true, .columns = 40}) == "\033[1mAnn\033[0m called\n");
  CHECK(render_text({line}, plain) == "Ann called\n");
}

TEST_CASE("text from outside never reaches the terminal raw, in a line, a cell or a heading") {
  const std::string hostile = "\x1b[2J\u009b\u202e\x07";
  Table table = three_columns();
  table.rows = {{hostile, hostile, hostile}, {Cell(hostile, Style::heading)}};
  for (const bool colour : {false, true}) {
    std::string picture =
        render_text({Line(hostile), table}, {.colour = colour, .terminal = true, .columns = 60});
    for (const char* raw : {"\x1b[2J", "\u009b", "\u202e", "\x07"}) {
      CAPTURE(raw);
      CHECK(picture.find(raw) == std::string::npos);
    }
  }
}

TEST_CASE("a column is cut to its width on a terminal, and nowhere else") {
  Table table{.columns = {{.most = 6}, {.stretches = true}}, .rows = {{"Maximilian", "x"}}};
  CHECK(render_text({table}, {.terminal = true, .columns = 40}) == "  Maxim…  x\n");
  CHECK(render_text({table}, {.terminal = false, .columns = 40}) == "  Maximilian  x\n");
}

TEST_CASE("no blank ends a line") {
  Table table = three_columns();
  table.rows = {{"Ann", "", ""}, {"Bo", "x", "y"}, {"", "", ""}};
  CHECK(render_text({table}, plain).find(" \n") == std::string::npos);
}

TEST_CASE("a number is a link where links are asked for, and nowhere else") {
  const std::string link = "\033]8;;tel:+4930123456\033\\+49 30 123456\033]8;;\033\\";
  Table table = three_columns();
  table.rows = {{"Ann", "called", Cell("+49 30 123456", Style::reach)}};
  CHECK(render_text({table}, {.terminal = true, .links = true, .columns = 40}) ==
        "  Ann  called  " + link + '\n');
  CHECK(render_text({table}, {.terminal = true, .columns = 40}) == "  Ann  called  +49 30 123456\n");
  const Line line(std::vector<Span>{{"at "}, {"+49 30 123456", Style::reach}, {", x"}});
  CHECK(render_text({line}, {.links = true, .columns = 40}) == "at " + link + ", x\n");
}

TEST_CASE("a link that is cut leads to the whole, and what leads nowhere is none") {
  Table table{.columns = {{.most = 6}}, .rows = {}};
  table.rows = {{Cell("+49 30 123456", Style::reach), "x"}};
  table.columns.push_back({});
  CHECK(render_text({table}, {.terminal = true, .links = true, .columns = 40}) ==
        "  \033]8;;tel:+4930123456\033\\+49 3…\033]8;;\033\\  x\n");
  CHECK(render_text({Line("none", Style::reach)}, {.links = true}) == "none\n");
}

TEST_CASE("no control character gets into a link") {
  const std::string hostile = "1\x1b]8;;\x07@\u009b\u202e";
  std::string picture = render_text({Line(hostile, Style::reach)}, {.terminal = true, .links = true});
  CHECK(picture.find("\x07") == std::string::npos);
  CHECK(picture.find("\u009b") == std::string::npos);
  CHECK(picture.find("mailto:1%1B%5D8%3B%3B%07@%C2%9B%E2%80%AE\033\\") != std::string::npos);
}
