// A circle in a file, for what the doctor finds in it and around it.
#pragma once

#include <algorithm>

#include "rel/id.hpp"
#include "store/doctor.hpp"
#include "support/store_file.hpp"

namespace rel::test {

using store::Finding;
using store::Findings;
using store::Severity;
using store::Way;

/// Two people with one entry of each kind; Ann's name is her handle.
struct Examined : StoreFile {
  Id ann = 0;
  Id bo = 0;
  Id talk = 0;  // with both
  Id remark = 0;
  Id promised = 0;
  Id put_off = 0;
  Id review = 0;

  Examined() {
    File store = write();
    Person first = someone("ann");
    first.aliases = {"annie"};
    first.dates = {{.name = "birthday", .month = 4, .day = 12}};
    ann = added(store, first);
    bo = added(store, someone("bo"));
    Contact met = contact(Channel::met, 10);
    met.with = {bo, ann};
    met.minutes = 60;
    talk = added(store, met);
    remark = added(store, Remark{.person = ann, .text = "allergic to nuts", .heard = day(10)});
    promised = added(store, of(bo, promise(10)));
    put_off = added(store, of(bo, snooze(12, 20)));
    review =
        added(store, Review{.on = day(30), .since = day(0), .until = day(29), .intentions = {{bo, "call"}}});
  }

  /// What another program does to the file.
  void damage(const std::string& sql) const { raw().run("PRAGMA ignore_check_constraints = 1; " + sql); }

  Findings look(const Settings& settings = {}) const { return store::examine_file(path, settings); }
};

/// Whether one of the findings is of a place, and says so.
inline bool finds(const Findings& findings, const std::string& where, const std::string& what) {
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& one) {
    return one.where == where && one.what.find(what) != std::string::npos;
  });
}

}  // namespace rel::test
