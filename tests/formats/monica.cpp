#include "formats/monica.hpp"

#include <doctest/doctest.h>

#include <fstream>

#include "formats/fixtures.hpp"

using namespace rel::formats;

namespace {

std::string described(const MonicaExport& file) {
  std::string out = "\n";
  for (const MonicaPerson& person : file.people) {
    out += test::described(person.card);
    if (person.every_days) out += "  every " + std::to_string(*person.every_days) + '\n';
    if (person.deceased) out += "  deceased\n";
    if (person.archived) out += "  archived\n";
    for (const MonicaCall& call : person.calls)
      out += "  call " + rel::iso(call.on) + (call.they_called ? " them " : " me ") + call.text + '\n';
    for (const MonicaNote& note : person.notes) out += "  note " + rel::iso(note.on) + ' ' + note.text + '\n';
    for (const MonicaReminder& one : person.reminders)
      out += "  ask " + rel::iso(one.on) + ' ' + one.text + '\n';
  }
  for (const MonicaActivity& activity : file.activities) {
    out += std::to_string(activity.line) + " did " + rel::iso(activity.on);
    for (const std::size_t place : activity.people) out += ' ' + std::to_string(place);
    out += ' ' + activity.text + '\n';
  }
  for (const Problem& problem : file.problems)
    out += std::to_string(problem.line) + "! " + problem.why + '\n';
  for (const auto& [name, count] : file.dropped)
    out += "- " + name + ' ' + std::to_string(count.times) + '\n';
  return out;
}

}  // namespace

TEST_CASE("people with calls, notes, reminders and activities, what is unknown stays so") {
  std::ifstream in(std::string(REL_TEST_DATA) + "/import/monica.json", std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  CHECK(looks_like_monica(text));
  CHECK(described(read_monica(text)) == R"(
13: Sarah Mae Chen
  uid c-1
  nickname Sare
  phone +44 7700 900123
  email sarah@example.org
  category friends
  category tech
  birthday ?-5-23
  wedding ?-6-14
  every 14
  call 2026-11-02 them her new job
  call 2026-11-02 me 
  note 2024-03-01 Met at a conference.
  note 2024-03-01 food: no nuts
  note 2026-06-15 allergic
to cats
  ask 2026-12-12 surgery

ask how it went
  ask 2020-01-01 long over
44: Old Tom
  uid c-2
  deceased
  archived
54: Ada
  uid c-4
  birthday 1980-2-29
64 did 2026-10-20 0 1 Dinner at Luigi's

long talk
- activity with nobody 1
- birthday known by age only 1
- contact field 1
- gift 1
- photo 1
- relative without a page 1
- reminder that comes back other than every year (call) 1
- star 1
)");
}

TEST_CASE("exports that are broken") {
  CHECK(described(read_monica("")).find("is not JSON") != std::string::npos);
  CHECK(described(read_monica("{\n\"account\": {\n")).find("3! is not JSON") != std::string::npos);
  CHECK(described(read_monica("{\"account\": 1e400}")).find("is not JSON: number overflow") !=
        std::string::npos);
  CHECK(described(read_monica("{}")) == "\n1! holds no account of Monica\n");
  CHECK(described(read_monica("[1]")) == "\n1! holds no account of Monica\n");
  CHECK(described(read_monica("{\"account\": {\"data\": 5}}")) == "\n");
  CHECK(described(read_monica(
            "{\"account\": {\"data\": [5, {\"type\": \"contact\", \"values\": [5, {}, []]}]}}")) ==
        "\n1! has no name\n1! has no name\n1! has no name\n");
  const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
  CHECK(described(read_monica("{\"account\": " + deep + "}")) == "\n1! holds no account of Monica\n");
  CHECK(described(read_monica(
            "{\"account\":{\"data\":[{\"type\":\"activity\",\"values\":[\n{\"uuid\":\"x\"}]}]}}")) ==
        "\n2! activity: happened_at: not a day\n");
}
