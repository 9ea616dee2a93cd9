// Whatever any importer takes can go out in an archive, come in again, and is not taken twice.
#include <fstream>
#include <set>
#include <sstream>

#include "commands/world.hpp"
#include "support/histories.hpp"

using namespace rel::test;

namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& file) {
  std::ostringstream bytes;
  bytes << std::ifstream(file, std::ios::binary).rdbuf();
  return bytes.str();
}

std::vector<fs::path> files_of_others() {
  std::set<fs::path> files;
  for (const char* folder : {"/import", "/vcard"}) {
    for (const auto& entry : fs::recursive_directory_iterator(std::string(REL_TEST_DATA) + folder)) {
      if (entry.is_regular_file() && entry.file_size() < 64 * 1024) files.insert(entry.path());
    }
  }
  return {files.begin(), files.end()};
}

const std::string calendar =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:one\r\nSUMMARY:Lunch at noon\r\n"
    "DTSTART:20261102T120000Z\r\nDTEND:20261102T130000Z\r\nATTENDEE:mailto:ann@example.org\r\n"
    "LOCATION:Cafe\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
const std::string table =
    "who,on,time,channel,minutes,by,depth,note\r\nAnn Lee,2026-11-01,19:30,call,20,me,deep,a walk\r\n"
    "Ann Lee;Bo Berg,2026-11-02,,met,90,,,lunch\r\n";

/// What people write into fields, and what programs leave there.
const std::vector<std::string> odd = {"Zoë",
                                      "王小明",
                                      "👨‍👩‍👧",
                                      "\xc2\xa0",
                                      "\xe2\x80\xa8",
                                      "\xef\xbb\xbf",
                                      "\x1b[31m",
                                      "\xc2\x9b",
                                      "\\n",
                                      "\n",
                                      "\r\n",
                                      "\"",
                                      "'",
                                      ";",
                                      ",",
                                      "=1+1",
                                      "-",
                                      "&#10;",
                                      "&#0;",
                                      "\xff",
                                      "\xc3",
                                      "  ",
                                      "\t",
                                      "**",
                                      "\xe2\x80\xae",
                                      "1899-01-01",
                                      "2300",
                                      std::string(300, 'x'),
                                      std::string(300, '\n'),
                                      "e\xcc\x81"};

/// A file with a few of these somewhere in it, most within a word.
std::string mutated(const std::string& bytes, Random& random) {
  std::string text = bytes;
  for (int left = random.between(0, 4); left > 0; --left) {
    std::size_t at = random.index(text.size());
    for (int tries = 0; tries < 50 && std::isalpha(static_cast<unsigned char>(text[at])) == 0; ++tries)
      at = random.index(text.size());
    text.insert(at, odd[random.index(odd.size())]);
  }
  return text;
}

struct Here : World {
  Here() {
    json(
        "add 'Ann Lee' --email ann@example.org --email ann@example.com --phone '+44 7700 900123' --phone "
        "'+49 170 1234567'");
    json("add 'Bo Berg' --email bo@example.org --phone '+49 170 4444444'");
  }
  rel::Outcome take(const std::string& name, const std::string& options) {
    return (*this)("import " + path(name) + " --keep-going --tier none " + options + " --format json");
  }
};

/// What a file needs to be told beside itself.
std::string options_for(const std::string& name, const std::string& bytes) {
  for (const char* options :
       {"--meetings", "--me Me --dates dmy", "--dates dmy", "--me me@home.example", "--me Me"}) {
    Here here;
    here.write(name, bytes);
    if (here.take(name, options).exit_code == 0) return options;
  }
  return "";
}

/// Whether the file was taken, all of which must hold then.
bool taken(const std::string& name, const std::string& bytes, const std::string& options = "") {
  Here here;
  here.write(name, bytes);
  const rel::Outcome first = here.take(name, options);
  REQUIRE(first.exit_code <= 5);
  if (first.exit_code != 0) return false;
  const std::string archive = here("export").out;
  World there;
  there.write("archive.json", archive);
  const rel::Outcome back = there("import archive.json --format json");
  CAPTURE(back.err);
  REQUIRE(back.exit_code == 0);
  REQUIRE(there("export").out == archive);
  REQUIRE(Json::parse(here.take(name, options).out).at("new") == 0);
  REQUIRE(here("export").out == archive);
  return Json::parse(first.out).at("new") > 0;
}

}  // namespace

TEST_CASE("whatever any importer takes survives export and import, and is taken once") {
  std::map<std::string, std::string> files = {{"c.ics", calendar}, {"calls.csv", table}};
  for (const fs::path& file : files_of_others()) files[file.filename()] = bytes_of(file);
  std::set<std::string> of_use;
  for (const auto& [name, bytes] : files) {
    const std::string options = options_for(name, bytes);
    for (std::uint64_t seed = 0; seed < 12; ++seed) {
      CAPTURE(name);
      CAPTURE(seed);
      Random random(seed);
      if (taken(name, seed == 0 ? bytes : mutated(bytes, random), options)) of_use.insert(name);
    }
  }
  CHECK(2 * of_use.size() > files.size());  // the others hold nobody whom these people know
}

TEST_CASE("a date's name of two lines or too many letters comes back from an archive") {
  const std::string card = "BEGIN:VCARD\nVERSION:3.0\nFN:Ann\nitem1.X-ABDATE:1990-05-05\nitem1.X-ABLABEL:";
  CHECK(taken("a.vcf", card + "two\\nlines\nEND:VCARD\n"));
  CHECK(taken("a.vcf", card + std::string(400, 'x') + "\nEND:VCARD\n"));
  CHECK(taken("a.csv",
              "Name,Given Name,Event 1 - Type,Event 1 - Value,Phone 1 - Value\nEve Lee,Eve,\"two\nlines " +
                  std::string(300, 'y') + "\",1990-05-05,123456789\n"));
}
