// The archive: JSON.
#include "formats/archive.hpp"

#include "fuzz/target.hpp"

using namespace rel;
using namespace rel::test;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = text_of(data, size);
  formats::looks_like_archive(text);
  std::istringstream stream(text);
  formats::ArchiveTakers takers;
  takers.person = [](const formats::ArchivedPerson& row) {
    must(!row.person.name.empty(), "a person has a name");
  };
  takers.contact = [](const formats::Archived<Contact>& row) {
    must(!row.handles.empty(), "a contact is with someone");
  };
  takers.problem = [](const formats::Problem& problem) { must(!problem.why.empty(), "a problem says why"); };
  formats::read_archive(stream, fuzz_day, takers);
  return 0;
}
