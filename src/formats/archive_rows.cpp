#include "formats/archive_rows.hpp"

#include <algorithm>

#include "rel/limits.hpp"

namespace rel::formats {
namespace {

template <class T>
T required(std::optional<T> value, std::string_view key) {
  return ArchiveFields::required(std::move(value), key);
}

std::vector<Channel> channels(ArchiveFields& fields, std::string_view key) {
  std::vector<Channel> channels;
  for (const std::string& word : fields.texts(key)) {
    const auto channel = channel_from(word);
    if (!channel) throw BadField(key, "\"" + word + "\" is not a channel");
    channels.push_back(*channel);
  }
  return channels;
}

/// A text that says something.
std::string said(ArchiveFields& fields, std::string_view key) {
  std::string text = required(fields.text(key), key);
  if (text.empty()) throw BadField(key, "is empty");
  return text;
}

std::vector<std::string> one_handle(ArchiveFields& fields) {
  return {required(fields.handle("handle"), "handle")};
}

}  // namespace

ArchivedPerson person_from(ArchiveFields fields, Day today) {
  ArchivedPerson row{.brings_tier = fields.has("tier"), .brings_start = fields.has("start")};
  Person& person = row.person;
  person.handle = fields.handle("handle").value_or("");
  person.name = required(fields.name("name"), "name");
  person.uid = fields.text("uid").value_or("");
  person.tier = fields.word("tier", tier_from).value_or(Tier::none);
  person.every_days = fields.number("every_days", 1, longest_target);
  person.added = fields.past_day("added").value_or(today);
  person.last = fields.past_day("last");
  person.aliases = fields.texts("aliases");
  person.phones = fields.texts("phones");
  person.emails = fields.texts("emails");
  person.tags = fields.texts("tags");
  person.dates = fields.dates("dates");
  person.purpose = fields.text("purpose");
  person.real_by = channels(fields, "real_by");
  person.start = fields.past_day("start");
  person.considered = fields.past_day("considered").value_or(today);
  person.archived = fields.flag("archived", false);
  person.deceased = fields.flag("deceased", false);
  fields.finish();
  row.ahead = fields.ahead();
  return row;
}

Archived<Contact> contact_from(ArchiveFields fields) {
  Archived<Contact> row;
  Contact& contact = row.entry;
  contact.id = fields.id("id");
  row.handles = fields.handles("with");
  if (row.handles.empty()) throw BadField("with", "names nobody");
  contact.others = fields.number("others", 0, most_others).value_or(0);
  contact.on = required(fields.past_day("on"), "on");
  contact.time = fields.time("time");
  contact.channel = fields.word("channel", channel_from).value_or(Channel::call);
  contact.minutes = fields.number("minutes", 0, longest_minutes);
  contact.by = fields.word("by", side_from);
  contact.depth = fields.word("depth", depth_from);
  contact.counts = fields.word("counts", counts_from);
  contact.kind = fields.word("kind", contact_kind_from).value_or(ContactKind::contact);
  contact.answered = fields.past_day("answered");
  contact.guessed = fields.flag("guessed", false);
  contact.source = fields.text("source");
  contact.note = fields.text("note");
  fields.finish();
  row.ahead = fields.ahead();
  return row;
}

Archived<Remark> remark_from(ArchiveFields fields) {
  Archived<Remark> row;
  Remark& remark = row.entry;
  remark.id = fields.id("id");
  row.handles = one_handle(fields);
  remark.text = said(fields, "text");
  remark.heard = required(fields.past_day("heard"), "heard");
  remark.ask_on = fields.day("ask_on");
  remark.ask = fields.text("ask");
  remark.used = fields.day("used");
  remark.done = fields.day("done");
  fields.finish();
  row.ahead = fields.ahead();
  return row;
}

Archived<Promise> promise_from(ArchiveFields fields) {
  Archived<Promise> row;
  Promise& promise = row.entry;
  promise.id = fields.id("id");
  row.handles = one_handle(fields);
  promise.mine = fields.flag("mine", true);
  promise.text = said(fields, "text");
  promise.given = required(fields.past_day("given"), "given");
  promise.by = fields.day("by");
  promise.kept = fields.day("kept");
  promise.dropped = fields.day("dropped");
  if (promise.kept && promise.dropped) throw BadField("dropped", "stands beside kept: only one can be true");
  fields.finish();
  row.ahead = fields.ahead();
  return row;
}

Archived<Snooze> snooze_from(ArchiveFields fields) {
  Archived<Snooze> row;
  Snooze& snooze = row.entry;
  snooze.id = fields.id("id");
  if (auto handle = fields.handle("handle")) row.handles.push_back(*std::move(handle));
  snooze.on = required(fields.past_day("on"), "on");
  snooze.until = required(fields.day("until"), "until");
  if (snooze.until < snooze.on) throw BadField("until", "is before the day of the snooze");
  snooze.counted = fields.flag("counted", true);
  snooze.agreed = fields.text("agreed");
  snooze.why = fields.text("why");
  fields.finish();
  row.ahead = fields.ahead();
  return row;
}

Archived<Review> review_from(ArchiveFields fields, Day today) {
  Archived<Review> row;
  Review& review = row.entry;
  review.id = fields.id("id");
  review.on = required(fields.past_day("on"), "on");
  review.since = required(fields.day("since"), "since");
  review.until = required(fields.day("until"), "until");
  if (review.until < review.since) throw BadField("until", "is before since");
  for (const nlohmann::json& intention : fields.rows("intentions")) {
    ArchiveFields inner(intention, today);
    row.handles.push_back(inner.handle("handle").value_or(""));
    review.intentions.push_back({std::nullopt, said(inner, "text")});
    inner.finish();
  }
  if (review.intentions.size() > most_intentions) throw BadField("intentions", "are more than three");
  fields.finish();
  row.ahead = fields.ahead();
  return row;
}

}  // namespace rel::formats
