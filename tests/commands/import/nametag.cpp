#include "commands/circle.hpp"

using namespace rel::test;

TEST_CASE("Nametag: people with all that has a place, the journal as remarks, the rest said") {
  Circle world;
  world.write("n.json", R"({
 "version": "1.2", "exportDate": "2026-11-01T10:00:00Z",
 "user": {"email": "me@example.org", "name": "Me", "accountCreated": "2025-01-01T00:00:00Z"},
 "groups": [{"id": "g", "name": "Choir"}],
 "people": [{
  "id": "p1", "name": "Zoe", "surname": "Ray", "nickname": "Zo", "organization": "Acme", "jobTitle": "cook",
  "anniversary": null, "notes": "likes tea",
  "importantDates": [{"title": "Birthday", "date": "1980-04-12T00:00:00.000Z"}],
  "phoneNumbers": [{"type": "mobile", "number": "+49 170 9"}], "emails": [{"type": "home", "email": "zoe@example.org"}],
  "addresses": [{"type": "home", "locality": "Lisbon"}], "urls": [{"type": "x", "url": "https://example.org"}],
  "groups": ["Choir"],
  "relationships": [{"relatedPersonName": "Bo Ray", "relationshipType": {"name": "SPOUSE", "label": "Spouse"}}]
 }],
 "journalEntries": [{"id": "j", "title": "Dinner", "date": "2026-10-01T00:00:00.000Z", "body": "at hers", "peopleIds": ["p1"]}]
})");
  const auto said = world("import " + world.path("n.json"));
  CHECK(said.exit_code == 0);
  holds(said.out, "1 urls (Zoe Ray)");
  const Json zoe = world.person("zoe");
  CHECK(zoe.at("aliases") == Json{"Zo"});
  CHECK(zoe.at("tags") == Json{"Choir"});
  CHECK(zoe.at("dates")[0].at("name") == "birthday");
  const std::string entries = world.entries("zoe").dump();
  for (const char* text :
       {"works as cook at Acme", "likes tea", "lives in Lisbon", "spouse: Bo Ray", "Dinner\\n\\nat hers"})
    holds(entries, text);
  CHECK(world.json("import " + world.path("n.json")).at("new") == 0);
}

TEST_CASE("facts stay out where nobody wants them, and that is said") {
  Circle world;
  world.write("c.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Zoe Ray\nNOTE:likes tea\nTITLE:cook\nEND:VCARD\n");
  holds(world("import " + world.path("c.vcf") + " --no-facts").out, "2 fact (Zoe Ray)");
  CHECK(world.entries("zoe").empty());
  CHECK(world.json("import " + world.path("c.vcf")).at("new") == 2);
  CHECK(world.latest("zoe").at("fact") == true);
}
